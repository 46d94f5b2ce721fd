import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeFacts, type FactChange, NO_FACT_CHANGE } from '../../src/derive/changeFacts.js';
import { deriveDataset } from '../../src/derive/deriveDataset.js';
import { deriveNext } from '../../src/derive/deriveNext.js';
import { factsOf } from '../../src/derive/factsOf.js';
import { applyChange } from '../../src/model/applyChange.js';
import { DatasetIndex } from '../../src/model/DatasetIndex.js';
import type { Dataset, Facts } from '../../src/model/dataset.js';
import type { EntityId } from '../../src/model/ids.js';
import type { Instant } from '../../src/model/time.js';
import { inOneOrder } from '../support/randomDataset.js';
import { changeOf, firstFacts, randomWrites, timeOf, type Write } from '../support/randomWrites.js';
import { source } from '../support/records.js';
import { RECORDED, statement } from '../support/smallDataset.js';
import { claim, facts, relation } from './facts.js';

const RUNS = 150;

/** What stands after the writes, and the facts as they were told. */
function written(
  start: Facts,
  writes: readonly Write[],
  afterEach: (current: Dataset, told: Facts) => void = () => {},
) {
  let told = start;
  let index = DatasetIndex.of(deriveDataset(start));
  for (const [n, write] of writes.entries()) {
    const at = timeOf(n);
    const change = changeOf(write, index.rows(), at);
    index = index.next(deriveNext(index, change, at), n + 2);
    told = changeFacts(told, change, at);
    afterEach(index.rows(), told);
  }
  return { current: index.rows(), told };
}

describe('deriveNext', () => {
  it('changes a dataset into what follows from all facts so far', () => {
    fc.assert(
      fc.property(randomWrites, ({ first, writes }) => {
        written(firstFacts(first), writes, (current, told) => {
          expect(inOneOrder(current)).toEqual(inOneOrder(deriveDataset(told)));
        });
      }),
      { numRuns: RUNS },
    );
  });

  it('keeps a history in which each time shows what follows from only what was known then', () => {
    fc.assert(
      fc.property(randomWrites, ({ first, writes }) => {
        const { current, told } = written(firstFacts(first), writes);
        for (const at of [RECORDED, ...writes.map((_, n) => timeOf(n))]) {
          expect(visible(current, at)).toEqual(visible(deriveDataset(knownAt(told, at)), at));
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('changes a deal’s time in force with the deal that supersedes it, and with the link', () => {
    const link = relation('deal:new', 'supersedes', 'deal:old');
    const other = relation('deal:newest', 'supersedes', 'deal:old');
    const announced = (id: EntityId, value: string) => claim(id, 'announced', value);
    const start = [announced('deal:old', '2025-01-01'), announced('deal:new', '2026-01-01'), other, link];
    const inForceTo = (dataset: Dataset) => inForce(dataset, 'deal:old');
    const all = facts(start);
    const before = deriveDataset(all);
    expect(inForceTo(before)).toBe('2025-12-31');
    expect(inForceTo(writtenOn(before, { retracted: idsOf(all, 'supersedes') }))).toBe(null);
    expect(inForceTo(writtenOn(before, { retracted: idsOf(all, 'announced', 'deal:new') }))).toBe(null);
    const earlier = statement({ ...announced('deal:newest', '2025-06-01'), recordedAt: timeOf(0), order: 9 });
    expect(inForceTo(writtenOn(before, { added: [earlier] }))).toBe('2025-05-31');
  });

  it('counts publishers anew when a source turns out to be of another', () => {
    const both: EntityId[] = ['source:a', 'source:b'];
    const all = facts([claim('deal:d', 'amount', 1, { unit: 'USD', sources: both })]);
    const before = deriveDataset(all);
    expect(before.statements[0]?.publishers).toBe(2);
    const moved = writtenOn(before, { heads: [source('b', { publisher: 'a' })] });
    expect(moved.statements[0]?.publishers).toBe(1);
  });

  it('dates a relation anew when its only source gets a date', () => {
    const all = facts([
      relation('company:a', 'fabricates_at', 'company:b', { saidOn: '2026-09-30', sources: ['source:undated'] }),
    ]);
    const before = deriveDataset(all);
    expect(before.edges[0]?.validFrom).toBe(null);
    const dated = writtenOn(before, { heads: [source('undated', { published: '2026-09-30' })] });
    expect(dated.edges.map(({ validFrom }) => validFrom)).toEqual(['2026-09-30']);
  });

  it('leaves what is undated undated when the day through which data was collected moves', () => {
    const all = facts([
      relation('company:a', 'fabricates_at', 'company:b', { saidOn: '2026-09-30', sources: ['source:undated'] }),
    ]);
    const before = deriveDataset(all);
    const meta = { ...before.meta, dataThrough: '2026-10-31', closedBefore: ['2026-09-30'] };
    const moved = writtenOn(before, { meta });
    expect(moved.edges).toEqual(before.edges);
    expect(moved.edges[0]?.validFrom).toBe(null);
  });

  it('writes a new name into titles of the past without touching when they were known', () => {
    const all = facts([claim('chip:g', 'released', '2025-03')]);
    const before = deriveDataset(all);
    const [head] = factsOf(before).entities.filter(({ id }) => id === 'chip:g');
    const after = writtenOn(before, { heads: head ? [{ ...head, name: 'Gee' }] : [] });
    expect(after.events.map(({ title, knownFrom, knownTo }) => [title, knownFrom, knownTo])).toEqual([
      ['Gee released', RECORDED, null],
    ]);
  });

  it('tells a deal’s announcement anew when it was never in force, because of an earlier one that supersedes it', () => {
    const all = facts([
      claim('deal:d', 'announced', '2025-03-01'),
      claim('deal:d', 'status', 'REPORTED', { validFrom: '2025-03-01' }),
      claim('deal:e', 'announced', '2024-01-01'),
      relation('deal:e', 'supersedes', 'deal:d'),
    ]);
    const before = deriveDataset(all);
    const titles = ({ events }: Dataset) =>
      events.filter((e) => e.entities[0] === 'deal:d' && e.knownTo === null).map(({ title }) => title);
    expect(titles(before)).toEqual(['d: deal announced']);
    expect(titles(writtenOn(before, { retracted: idsOf(all, 'supersedes') }))).toEqual(['d: deal reported']);
    expect(titles(writtenOn(before, { retracted: idsOf(all, 'announced', 'deal:e') }))).toEqual(['d: deal reported']);
  });

  it('takes no longer after hundreds of writes than after the first', () => {
    let current = deriveDataset(firstFacts([]));
    const visited: number[] = [];
    for (let n = 0; n < 200; n++) {
      const at = timeOf(n);
      const added = [statement({ ...claim('deal:d', 'amount', n, { unit: 'USD' }), recordedAt: at, order: n })];
      const retracted = new Set(current.statements.flatMap((s) => (s.retractedAt === null ? [s.id] : [])));
      const change = deriveNext(DatasetIndex.of(current), { ...NO_FACT_CHANGE, added, retracted }, at);
      visited.push(change.statements.put.length + change.edges.put.length + change.events.put.length);
      current = applyChange(current, change, n + 2);
    }
    expect(Math.max(...visited)).toBe(2);
  });
});

/** The dataset after one write. */
function writtenOn(before: Dataset, change: Partial<FactChange>): Dataset {
  return applyChange(before, deriveNext(DatasetIndex.of(before), { ...NO_FACT_CHANGE, ...change }, timeOf(0)), 2);
}

function idsOf({ statements }: Facts, property: string, subject?: EntityId): ReadonlySet<string> {
  const found = statements.filter((s) => s.property === property && (subject === undefined || s.subject === subject));
  return new Set(found.map(({ id }) => id));
}

function inForce({ entities }: Dataset, id: EntityId) {
  const record = entities.find((entity) => entity.id === id);
  return record?.kind === 'deal' ? record.inForceTo : undefined;
}

/** The facts as if all that was known then had been recorded at once and nothing else ever. */
function knownAt(told: Facts, at: Instant): Facts {
  const known = told.statements.filter((s) => isKnown(s.recordedAt, s.retractedAt, at));
  return { ...told, statements: known.map((s) => ({ ...s, recordedAt: RECORDED, retractedAt: null })) };
}

function visible({ statements, edges, events }: Dataset, at: Instant) {
  const rows = <T extends { readonly knownFrom: Instant; readonly knownTo: Instant | null }>(all: readonly T[]) =>
    all
      .filter((row) => isKnown(row.knownFrom, row.knownTo, at))
      .map((row) => JSON.stringify({ ...row, id: '', knownFrom: '', knownTo: '' }))
      .sort();
  const told = statements.filter((s) => isKnown(s.recordedAt, s.retractedAt, at)).map(({ id }) => id);
  return { statements: told.sort(), edges: rows(edges), events: rows(events) };
}

function isKnown(from: Instant, to: Instant | null, at: Instant): boolean {
  return Date.parse(from) <= Date.parse(at) && (to === null || Date.parse(at) < Date.parse(to));
}
