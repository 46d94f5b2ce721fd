import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DatasetIndex } from '../../src/model/DatasetIndex.js';
import type { Dataset } from '../../src/model/dataset.js';
import { diffDatasets } from '../../src/model/diffDatasets.js';
import { DEPENDENCY_KINDS } from '../../src/model/edge.js';
import { GraphError } from '../../src/model/errors.js';
import type { GraphStore } from '../../src/store/GraphStore.js';
import { MemoryStore } from '../../src/store/memory/MemoryStore.js';
import type { Topology } from '../../src/store/Topology.js';
import { type Call, randomCalls } from '../neo4j/randomCalls.js';
import { randomGraph } from '../neo4j/randomGraph.js';

const RUNS = 60;
const CALLS = 40;

/** A graph, and what becomes of it: some rows of another graph, some gone, and its redirects besides its own. */
const cases = fc
  .record({ first: randomGraph, others: fc.array(fc.tuple(randomGraph, fc.nat()), { minLength: 1, maxLength: 3 }) })
  .chain(({ first, others }) => {
    const graphs: [Dataset, ...Dataset[]] = [first];
    for (const [other, seed] of others) graphs.push(mixed(graphs.at(-1) ?? first, other, seed));
    const calls = fc.array(randomCalls(union(graphs)), { minLength: CALLS, maxLength: CALLS });
    return fc.record({ graphs: fc.constant(graphs), calls });
  });

describe('a MemoryStore made of an earlier one', () => {
  it('answers every call as one made anew, and leaves the earlier one as it was', async () => {
    const property = fc.asyncProperty(cases, async ({ graphs: [first, ...later], calls }) => {
      if (first === undefined) return;
      let dataset = first;
      let index = DatasetIndex.of(first);
      let store = new MemoryStore(index);
      for (const [n, to] of later.entries()) {
        await store.prepare();
        const before = await answers(store, calls);
        index = index.next(diffDatasets(dataset, to), n + 2);
        const next = new MemoryStore(index, store);
        dataset = { ...to, meta: { ...to.meta, revision: n + 2 } };
        expect(await answers(next, calls)).toEqual(await answers(new MemoryStore(dataset), calls));
        expect(await answers(store, calls)).toEqual(before);
        store = next;
      }
    });
    await fc.assert(property, { numRuns: RUNS, endOnFailure: true });
  });

  it('takes over what was made, where little has changed', async () => {
    const [first] = fc.sample(randomGraph, { numRuns: 1, seed: 1 });
    if (first === undefined) return;
    const index = DatasetIndex.of(first);
    const store = new MemoryStore(index);
    await store.prepare();
    await store.countChanges({ since: '2024-01-01T00:00:00Z', knownAt: '2026-12-01T00:00:00Z' });
    const next = new MemoryStore(index.next(diffDatasets(first, first), 2), store);
    const [moments, same] = [store, next].map((one) => MemoryStore.partsOf(one).parts.changes.moments.atHand);
    expect(same).toEqual(moments);
    expect(same?.added).toBe(moments?.added);
    expect(next.topologyAtHand()).toBe(store.topologyAtHand());
    expect(new MemoryStore(index).topologyAtHand()).toBeUndefined();
  });
});

/** All rows that any of them has. */
function union(graphs: readonly [Dataset, ...Dataset[]]): Dataset {
  return {
    meta: graphs[0].meta,
    redirects: new Map(graphs.flatMap(({ redirects }) => [...redirects])),
    entities: graphs.flatMap(({ entities }) => entities),
    statements: graphs.flatMap(({ statements }) => statements),
    edges: graphs.flatMap(({ edges }) => edges),
    events: graphs.flatMap(({ events }) => events),
  };
}

/** Rows of either, chosen by the bits of a seed. */
function mixed(from: Dataset, other: Dataset, seed: number): Dataset {
  let place = 0;
  const isChosen = (often: number) => (Math.imul(seed + ++place, 0x9e3779b1) >>> 16) % often === 0;
  const mix = <T extends { readonly id: string }>(rows: readonly T[], others: readonly T[]): T[] => {
    const byId = new Map(rows.filter(() => !isChosen(8)).map((row) => [row.id, row]));
    for (const row of others) if (isChosen(3)) byId.set(row.id, row);
    return [...byId.values()];
  };
  return {
    meta: from.meta,
    redirects: isChosen(2) ? new Map([...from.redirects, ...other.redirects]) : from.redirects,
    entities: mix(from.entities, other.entities),
    statements: mix(from.statements, other.statements),
    edges: mix(from.edges, other.edges),
    events: mix(from.events, other.events),
  };
}

async function answers(store: GraphStore, calls: readonly Call[]): Promise<unknown> {
  const given: unknown[] = [];
  for (const { text, ask } of calls) {
    given.push([text, text.startsWith('topology') ? undefined : await outcome(store, ask)]);
  }
  return [...given, walked(await store.topology())];
}

/** What the call answers, or what it says is wrong with its arguments. */
async function outcome(store: GraphStore, ask: Call['ask']): Promise<unknown> {
  try {
    return { answer: await ask(store) };
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    return { kind: error.kind, message: error.message };
  }
}

/** All edges from all nodes, as whoever walks it sees them: how it numbers its instants is its own affair. */
function walked(topology: Topology): unknown {
  return ['2024-01-01T00:00:00Z', '2025-07-01T00:00:00Z', '2026-12-01T00:00:00Z'].map((knownAt) => {
    const at = { asOf: '2025-06-30', knownAt, minConfidence: 'recalled', prospective: true } as const;
    const view = topology.view({ ...at, kinds: DEPENDENCY_KINDS, cloudOperators: true });
    return Array.from({ length: topology.nodeCount }, (_, node) => {
      const seen: unknown[] = [topology.nodeId(node), topology.node(topology.nodeId(node)) === node];
      const note = (edge: number, other: number) => {
        seen.push([topology.edgeId(edge), topology.kind(edge), topology.confidence(edge), topology.nodeId(other)]);
      };
      view.out(node, note);
      view.in(node, note);
      return seen;
    });
  });
}
