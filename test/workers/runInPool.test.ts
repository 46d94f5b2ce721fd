import { describe, expect, it } from 'vitest';
import { BY_BREAKS } from '../../src/analysis/chokepoints.js';
import { runHere } from '../../src/analysis/Traversals.js';
import type { Traversal } from '../../src/analysis/traverse.js';
import { DEPENDENCY_KINDS } from '../../src/model/edge.js';
import type { Topology } from '../../src/store/Topology.js';
import { runInPool } from '../../src/workers/runInPool.js';
import { generateTopology } from '../bench/scale/generate.js';
import { poolOf, VIEW } from './threads.js';

const NOTHING_IS_SMALL = { CLOSURE: 0, PATHS: 0, IMPACT: 0, CHOKEPOINTS: 0 };
const OWNERSHIP = { ...VIEW, kinds: ['OWNERSHIP'], cloudOperators: false } as const;

function traversalsOf(topology: Topology): readonly Traversal[] {
  const nodes = Array.from({ length: 12 }, (_, i) => Math.floor((i * topology.nodeCount) / 12));
  const cuts = new Map([[nodes[3] ?? 0, [DEPENDENCY_KINDS.indexOf('CHIPS')]]]);
  return [
    ...nodes.flatMap((start): Traversal[] => [
      { what: 'CLOSURE', view: VIEW, start, direction: 'DEPENDENTS', maxDepth: 10 },
      { what: 'CLOSURE', view: VIEW, start, direction: 'DEPENDENCIES', maxDepth: 2 },
      { what: 'IMPACT', view: VIEW, removal: { nodes: new Set([start]), cuts } },
      {
        what: 'PATHS',
        view: VIEW,
        from: start,
        to: nodes[5] ?? 0,
        options: { direction: 'ANY', maxHops: 4, first: 3 },
      },
    ]),
    { what: 'CHOKEPOINTS', view: VIEW, ownership: OWNERSHIP, first: 5, weights: BY_BREAKS },
    {
      what: 'CHOKEPOINTS',
      view: VIEW,
      ownership: OWNERSHIP,
      first: 5,
      weights: { per: 'NODE', weights: new Map(nodes.map((node) => [node, node / 8])) },
    },
  ];
}

describe('a traversal', () => {
  it('has one answer, here and in a thread', async () => {
    const { topology } = generateTopology({ entities: 500, relations: 3_000 }, 7);
    const traversals = traversalsOf(topology);
    const { pool } = poolOf({ threads: 2, queue: traversals.length });
    const run = runInPool({ pool, small: NOTHING_IS_SMALL, tried: 1 }, { signal: new AbortController().signal });
    const inThreads = await Promise.all(traversals.map((one) => run(topology, one)));
    expect(pool.size).toBe(2);
    expect(inThreads).toEqual(traversals.map((one) => runHere(topology, one)));
  });

  it('is given to a thread only where it does not end at once', async () => {
    const { topology } = generateTopology({ entities: 500, relations: 30_000 }, 7);
    const { pool } = poolOf();
    const run = runInPool({ pool }, { signal: new AbortController().signal });
    const near: Traversal = { what: 'CLOSURE', view: VIEW, start: 0, direction: 'DEPENDENCIES', maxDepth: 1 };
    expect(run(topology, near)).toEqual(runHere(topology, near));
    expect(pool.size).toBe(0);
    const far: Traversal = { what: 'IMPACT', view: VIEW, removal: { nodes: new Set([0]), cuts: new Map() } };
    const found = run(topology, far);
    expect(found).toBeInstanceOf(Promise);
    expect(await found).toEqual(runHere(topology, far));
    expect(pool.size).toBe(1);
  });
});
