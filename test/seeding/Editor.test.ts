import { describe, expect, it } from 'vitest';
import { deriveDataset } from '../../src/derive/deriveDataset.js';
import { factsOf } from '../../src/derive/factsOf.js';
import { isSameContent } from '../../src/model/diffDatasets.js';
import type { EntityId } from '../../src/model/ids.js';
import { Editor } from '../../src/seeding/Editor.js';
import { readFacts } from '../../src/seeding/readFacts.js';
import { MemoryLedger } from '../../src/store/memory/MemoryLedger.js';
import { inOneOrder } from '../support/randomDataset.js';
import { source } from '../support/records.js';
import { smallDataset } from '../support/smallDataset.js';
import { NOW, OPTIONS, refusal, sources } from './smallEditor.js';

const SEEDS = new URL('../../seeds', import.meta.url).pathname;

describe('Editor on the shipped dataset', () => {
  it('keeps what deriving all facts again gives, write after write', async () => {
    const shipped = new MemoryLedger(deriveDataset(await readFacts([SEEDS])), () => NOW);
    const curate = new Editor(shipped);
    const [deal] = shipped.current.entities.filter(({ kind }) => kind === 'deal');
    const [claimed] = shipped.current.statements.filter((s) => s.property === 'amount');
    const [cited] = shipped.current.entities.filter(({ kind }) => kind === 'source');
    if (!deal || !claimed || !cited) throw new Error('Expected deals, amounts and sources.');
    const from = [cited.id];
    await curate.upsertEntities(
      [
        { id: 'company:new', name: 'New', sources: from },
        { id: deal.id, name: 'X' },
      ],
      OPTIONS,
    );
    await curate.recordStatements(
      [{ subject: deal.id, property: 'party', object: 'company:new', scope: 'provider', sources: from }],
      '2026-10-31',
      OPTIONS,
    );
    await curate.retractStatements([claimed.id], OPTIONS);
    await curate.mergeEntities('company:new', 'company:openai', OPTIONS);
    const { current } = shipped;
    expect(current.meta).toMatchObject({ revision: 5, dataThrough: '2026-10-31', closedBefore: ['2026-09-30'] });
    expect(isSameContent(inOneOrder(current), inOneOrder(deriveDataset(factsOf(current))))).toBe(true);
  });

  it('refuses a write that touches too much, with the count', async () => {
    const sites = Array.from({ length: 80 }, (_, i): EntityId => `company:c${i}`);
    const pairs = sites.flatMap((subject) => sites.map((object) => ({ subject, property: 'fabricates_at', object })));
    const dated = source('press', { published: null });
    const base = smallDataset({
      entities: [dated],
      statements: pairs.map((s) => ({ ...s, saidOn: '2026-09-30', sources })),
    });
    const crowded = new Editor(new MemoryLedger(deriveDataset(factsOf(base)), () => NOW));
    const write = crowded.upsertEntities([{ id: 'source:press', publication: { published: '2026-09-30' } }], OPTIONS);
    expect(await refusal(write)).toEqual([
      'CONFLICT',
      'Expected a write that affects at most 5000 dependencies but it affects 12640. Make it in smaller parts, or give it to "aigraph rederive --write FILE".',
    ]);
  });
});
