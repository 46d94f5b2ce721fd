import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deriveDataset } from '../../src/derive/deriveDataset.js';
import { deriveNext } from '../../src/derive/deriveNext.js';
import { DatasetIndex } from '../../src/model/DatasetIndex.js';
import { DEPENDENCY_KINDS } from '../../src/model/edge.js';
import { ENTITY_KINDS, type EntityId } from '../../src/model/ids.js';
import type { TimeSlice } from '../../src/model/time.js';
import { decideAround } from '../../src/seeding/decideScenario.js';
import { HYPOTHETICAL } from '../../src/seeding/hypotheticalSource.js';
import { ANY_STATEMENT, type GraphStore, LAST_DAY, type Page, type PageRequest } from '../../src/store/GraphStore.js';
import { MemoryStore } from '../../src/store/memory/MemoryStore.js';
import { laidOver } from '../../src/wiring/imagine.js';
import { changeOf, firstFacts, randomWrites, timeOf } from '../support/randomWrites.js';

const DAYS = ['2025-06-01', '2026-03-01', '2026-09-30'] as const;
const ALWAYS = { from: null, to: null };

/** What a store says of everything at a time, apart from the entities' own records. */
async function factsIn(store: GraphStore, ids: readonly EntityId[], time: TimeSlice) {
  const at = { ...time, minConfidence: 'recalled' } as const;
  const known = { ...at, asOf: LAST_DAY };
  const sure = { ...at, minConfidence: 'confirmed' } as const;
  const out = { direction: 'out', kinds: DEPENDENCY_KINDS, prospective: true } as const;
  const topology = await store.topology();
  const view = topology.view({ ...at, kinds: DEPENDENCY_KINDS, prospective: true, cloudOperators: false });
  const walked = ids.map((id) => {
    const found: string[] = [];
    const node = topology.node(id);
    if (node >= 0) view.out(node, (edge, to) => found.push(`${topology.edgeId(edge)} ${topology.nodeId(to)}`));
    if (node >= 0) view.in(node, (edge, from) => found.push(`${topology.edgeId(edge)} ${topology.nodeId(from)}`));
    return found;
  });
  const disputed = { ...ANY_STATEMENT, conflicting: true };
  return {
    about: await store.statementsBySubject(ids, null, known),
    pointing: await store.statementsByObject(ids, null, known),
    parties: await store.dealsByParty(ids, known),
    linked: await store.dealsPointingAt(ids, known),
    out: await store.edgesOf(ids, out, at, 5),
    in: await store.edgesOf(ids, { ...out, direction: 'in' }, at, 100),
    walked,
    claims: await paged((page) => store.listStatements(ANY_STATEMENT, at, page)),
    claimsBack: (await store.listStatements(ANY_STATEMENT, at, { last: 3 })).items,
    claimCount: await store.countStatements(ANY_STATEMENT, at),
    disputed: await paged((page) => store.listStatements(disputed, at, page)),
    events: await paged(async (page) => first(await store.events([null], ALWAYS, sure, page))),
    eventCounts: await store.countEvents([null, ...ids.map((id) => [id])], ALWAYS, at),
  };
}

async function recordsIn(store: GraphStore, ids: readonly EntityId[]) {
  const orderBy = { field: 'name', direction: 'DESC' } as const;
  const kinds = ENTITY_KINDS.filter((kind) => kind !== 'source');
  const lists = kinds.map((kind) => paged((page) => store.list({ kind, filter: null, orderBy, page })));
  return {
    entities: await store.entities(ids),
    atHand: ids.map((id) => store.entityAtHand(id)),
    lists: await Promise.all(lists),
    counts: await Promise.all(kinds.map((kind) => store.count(kind, null))),
    found: await store.search('a', kinds, 4),
    resolved: await store.resolve(['A', 'later'], kinds, 2),
  };
}

function first<T>(pages: readonly Page<T>[]): Page<T> {
  const [page] = pages;
  if (page === undefined) throw new Error('No page.');
  return page;
}

/** All of a list, two by two. */
async function paged<T>(turn: (page: PageRequest) => Promise<Page<T>>): Promise<readonly T[]> {
  const items: T[] = [];
  for (let after: string | undefined; ; ) {
    const page = await turn(after === undefined ? { first: 2 } : { first: 2, after });
    items.push(...page.items);
    after = page.keys.at(-1);
    if (!page.hasNextPage) return items;
    expect(page.items).toHaveLength(2);
  }
}

const changes = randomWrites.map(({ first: facts, writes }) => ({
  facts,
  writes: writes.filter(({ kind }) => kind === 'record'),
}));

describe('OverlayStore', () => {
  it('answers as the store would after a write of the same', async () => {
    await fc.assert(
      fc.asyncProperty(randomWrites, fc.constantFrom(...DAYS), async ({ first: facts, writes }, asOf) => {
        let index = DatasetIndex.of(deriveDataset(firstFacts(facts)));
        for (const [n, write] of writes.entries()) {
          const at = { asOf, knownAt: timeOf(n) };
          const change = changeOf(write, index.rows(), at.knownAt);
          const base = new MemoryStore(index);
          index = index.next(deriveNext(index, change, at.knownAt), n + 2);
          // What else may be written can't be supposed.
          if (write.kind !== 'record') continue;
          const overlay = await laidOver(base, await decideAround(base, at, () => ({ change })), at);
          const written = new MemoryStore(index);
          const ids = [...index.entities.keys()].filter((id): id is EntityId => id !== HYPOTHETICAL);
          expect(await factsIn(overlay, ids, at)).toEqual(await factsIn(written, ids, at));
          expect(await recordsIn(overlay, ids)).toEqual(await recordsIn(written, ids));
        }
      }),
      { numRuns: 100 },
    );
  });

  it('answers as it would have on what was known then, whatever was learnt since', async () => {
    await fc.assert(
      fc.asyncProperty(changes, fc.constantFrom(...DAYS), async ({ facts, writes: [write, ...later] }, asOf) => {
        if (write === undefined) return;
        const then = DatasetIndex.of(deriveDataset(firstFacts(facts)));
        let index = then;
        for (const [n, one] of later.entries()) {
          const change = changeOf(one, index.rows(), timeOf(n + 5));
          index = index.next(deriveNext(index, change, timeOf(n + 5)), n + 2);
        }
        const at = { asOf, knownAt: timeOf(0) };
        const change = changeOf(write, then.rows(), at.knownAt);
        const base = new MemoryStore(index);
        const overlay = await laidOver(base, await decideAround(base, at, () => ({ change })), at);
        const written = new MemoryStore(then.next(deriveNext(then, change, at.knownAt), 2));
        const ids = [...then.entities.keys()].filter((id): id is EntityId => id !== HYPOTHETICAL);
        const untimed = (value: unknown) =>
          JSON.stringify(value, (name, part: unknown) => (UNTIMED.has(name) ? undefined : part));
        const [imagined, expected] = [await factsIn(overlay, ids, at), await factsIn(written, ids, at)];
        expect(untimed(imagined)).toBe(untimed(expected));
      }),
      { numRuns: 100 },
    );
  });
});

/** What a row says of later times, and of claims that were made then. */
const UNTIMED: ReadonlySet<string> = new Set(['retractedAt', 'knownTo', 'best', 'conflicting', 'disputed']);
