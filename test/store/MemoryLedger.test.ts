import { describe, expect, it } from 'vitest';
import { NO_FACT_CHANGE } from '../../src/derive/changeFacts.js';
import { diffDatasets } from '../../src/model/diffDatasets.js';
import type { Decision } from '../../src/store/GraphLedger.js';
import { MemoryLedger } from '../../src/store/memory/MemoryLedger.js';
import { company } from '../support/records.js';
import { smallDataset } from '../support/smallDataset.js';

const NOTE = { author: 'ada', reason: 'test', key: null };
const OPTIONS = { signal: null };
const EMPTY = smallDataset();
const BIGGER = smallDataset({ entities: [company('a')] });

function decide(summary: string): Decision {
  return { facts: NO_FACT_CHANGE, change: diffDatasets(EMPTY, BIGGER), touchedIds: ['company:a'], summary };
}

describe('MemoryLedger', () => {
  it('makes revisions one after the other, each later than the last whatever the clock says', async () => {
    const ledger = new MemoryLedger(EMPTY, () => Date.parse('2026-11-01T00:00:00Z'));
    const made = [
      await ledger.commit(NOTE, () => decide('1'), OPTIONS),
      await ledger.commit(NOTE, () => decide('2'), OPTIONS),
    ];
    expect(made.map(({ revision }) => [revision.number, revision.at, revision.summary])).toEqual([
      [2, '2026-11-01T00:00:00.000Z', '1'],
      [3, '2026-11-01T00:00:00.001Z', '2'],
    ]);
    expect(ledger.current.entities).toEqual([company('a')]);
    expect(ledger.current.meta.revision).toBe(3);
    expect(ledger.revisions).toEqual(made.map(({ revision }) => revision));
  });

  it('begins later than all that is recorded', async () => {
    const statements = [{ subject: 'company:a', property: 'note', recordedAt: '2027-01-01T00:00:00Z' } as const];
    const ledger = new MemoryLedger(smallDataset({ statements }), () => 0);
    const { revision } = await ledger.commit(NOTE, () => decide(''), OPTIONS);
    expect(revision.at).toBe('2027-01-01T00:00:00.001Z');
  });

  it('makes no two revisions of one key', async () => {
    const ledger = new MemoryLedger(EMPTY);
    const first = await ledger.commit({ ...NOTE, key: 'k' }, () => decide('first'), OPTIONS);
    const again = await ledger.commit({ ...NOTE, key: 'k' }, () => decide('again'), OPTIONS);
    expect(again).toEqual({ ...first, repeated: true });
  });

  it('rehearses without changing anything, and keeps nothing of what was refused', async () => {
    const ledger = new MemoryLedger(EMPTY);
    expect(await ledger.rehearse(() => decide('dry'), OPTIONS)).toEqual(decide('dry'));
    const refuse = () => {
      throw new Error('refused');
    };
    await expect(ledger.commit({ ...NOTE, key: 'k' }, refuse, OPTIONS)).rejects.toThrow('refused');
    expect([ledger.current, ledger.revisions]).toEqual([EMPTY, []]);
  });
});
