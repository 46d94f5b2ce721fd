import { DirectedGraph } from 'graphology';
import { allSimplePaths } from 'graphology-simple-path';
import { beforeAll, describe, expect, it } from 'vitest';
import { closure } from '../../src/analysis/closure.js';
import { shortestPaths } from '../../src/analysis/paths.js';
import { deriveDataset } from '../../src/derive/deriveDataset.js';
import { DEPENDENCY_KINDS } from '../../src/model/edge.js';
import { compareIds, type EntityId } from '../../src/model/ids.js';
import { readFacts } from '../../src/seeding/readFacts.js';
import { buildTopology } from '../../src/store/buildTopology.js';
import type { Topology, TopologyView } from '../../src/store/Topology.js';

/** The shipped graph, whose paths are looked for by ours and by graphology's own algorithm, which knows no order and no limit. */

const SEEDS = new URL('../../seeds/', import.meta.url).pathname;
const MAX_HOPS = 4;
const FIRST = 1_000;

let topology: Topology;
let view: TopologyView;
const peer = new DirectedGraph();

beforeAll(async () => {
  const { edges, meta } = deriveDataset(await readFacts([SEEDS]));
  topology = buildTopology(edges);
  view = topology.view({
    asOf: meta.dataThrough,
    knownAt: '2026-12-01T00:00:00Z',
    kinds: DEPENDENCY_KINDS,
    minConfidence: 'recalled',
    prospective: true,
    cloudOperators: false,
  });
  for (let node = 0; node < topology.nodeCount; node++) {
    view.out(node, (_edge, other) => peer.mergeDirectedEdge(topology.nodeId(node), topology.nodeId(other)));
  }
});

/** By length, then by the ids along them. */
function sorted(paths: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return [...paths].sort((a, b) => a.length - b.length || compareIds(a.join('\n'), b.join('\n')));
}

const PAIRS: readonly (readonly [EntityId, EntityId])[] = [
  ['company:openai', 'company:asml'],
  ['company:openai', 'company:tsmc'],
  ['cloud:aws', 'company:nvidia'],
  ['company:anthropic', 'company:sk-hynix'],
  ['chip:gb200', 'company:asml'],
  ['company:asml', 'company:openai'],
];

describe('paths', () => {
  it.each(PAIRS)('from %s to %s are those that graphology finds: loopless, none missing', (from, to) => {
    const expected = sorted(allSimplePaths(peer, from, to, { maxDepth: MAX_HOPS }));
    const options = { direction: 'DEPENDENCIES', maxHops: MAX_HOPS, first: FIRST } as const;
    const { paths, truncated } = shortestPaths(topology, view, topology.node(from), topology.node(to), options);
    const found = paths.map(({ nodes }) => nodes.map((node) => topology.nodeId(node)));
    expect(truncated).toBe(false);
    expect(sorted(found)).toEqual(expected);
    expect(found.map(({ length }) => length)).toEqual(expected.map(({ length }) => length));
    for (const path of found) expect(new Set(path).size).toBe(path.length);
  });

  it('the first few are the shortest: none shorter is missing', () => {
    const [from, to] = ['company:openai', 'company:asml'] as const;
    const lengths = sorted(allSimplePaths(peer, from, to, { maxDepth: MAX_HOPS })).map(({ length }) => length - 1);
    expect(lengths.length).toBeGreaterThan(20);
    const options = { direction: 'DEPENDENCIES', maxHops: MAX_HOPS, first: 10 } as const;
    const { paths } = shortestPaths(topology, view, topology.node(from), topology.node(to), options);
    expect(paths.map(({ edges }) => edges.length)).toEqual(lengths.slice(0, 10));
  });
});

describe('what depends on an entity', () => {
  it.each(['company:tsmc', 'company:nvidia', 'company:asml'] as const)(
    '%s is what graphology reaches backwards',
    (of) => {
      const { reached } = closure(topology, view, topology.node(of), 'DEPENDENTS', { maxDepth: 10 });
      const expected = new Set<string>();
      let edge: readonly string[] = [of];
      while (edge.length > 0) {
        const next = new Set(edge.flatMap((id) => peer.inNeighbors(id)).filter((id) => id !== of && !expected.has(id)));
        for (const id of next) expected.add(id);
        edge = [...next];
      }
      expect([...reached].map(({ node }) => topology.nodeId(node)).sort()).toEqual([...expected].sort());
    },
  );
});
