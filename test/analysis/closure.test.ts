import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ClosureDirection, closure, firstNeighbours } from '../../src/analysis/closure.js';
import { DEPENDENCY_KINDS } from '../../src/model/edge.js';
import { type Graph, graphOf } from './graph.js';
import { allRoutes } from './pathOracle.js';

/** `letter depth route confidence KINDS` per reached node. */
function show(graph: Graph, start: string, direction: ClosureDirection, maxDepth: number, budget?: number): string[] {
  const options = budget === undefined ? { maxDepth } : { maxDepth, budget };
  const { reached } = closure(graph.topology, graph.view, graph.node(start), direction, options);
  return [...reached].map(
    (r) =>
      `${graph.letters([r.node])} ${r.depth} [${graph.letters(r.path.nodes)}] ${r.confidence} ${r.kinds.join('+')}`,
  );
}

describe('closure', () => {
  it('follows dependencies to providers and dependents back', () => {
    // a → b → c
    const graph = graphOf(['a b', 'b c CHIPS']);
    expect(show(graph, 'a', 'DEPENDENCIES', 10)).toEqual([
      'b 1 [a b] confirmed COMPUTE',
      'c 2 [a b c] confirmed CHIPS',
    ]);
    expect(show(graph, 'c', 'DEPENDENTS', 10)).toEqual(['b 1 [c b] confirmed CHIPS', 'a 2 [c b a] confirmed COMPUTE']);
    expect(show(graph, 'a', 'DEPENDENCIES', 1)).toEqual(['b 1 [a b] confirmed COMPUTE']);
  });

  it('prefers the sure route to the alphabetically smaller one of the same length', () => {
    // a → b ⇢ d is recalled, a → c → d confirmed: both have two hops, so confidence decides. To e the same holds one hop on.
    const graph = graphOf(['a b', 'a c', 'b d recalled', 'c d', 'd e']);
    expect(show(graph, 'a', 'DEPENDENCIES', 10).slice(2)).toEqual([
      'd 2 [a c d] confirmed COMPUTE',
      'e 3 [a c d e] confirmed COMPUTE',
    ]);
  });

  it('takes the smallest route whatever the sureness of its parts where no route is sure throughout', () => {
    // To e: a b d e and a c d e both have a recalled last hop, so the smaller ids win although a c d alone is surer.
    const graph = graphOf(['a b', 'a c', 'b d recalled', 'c d', 'd e recalled']);
    expect(show(graph, 'a', 'DEPENDENCIES', 10)).toContain('e 3 [a b d e] recalled COMPUTE');
  });

  it('gives a shorter route even where a longer one is surer', () => {
    const graph = graphOf(['a c recalled', 'a b', 'b c']);
    expect(show(graph, 'a', 'DEPENDENCIES', 10)).toContain('c 1 [a c] recalled COMPUTE');
  });

  it('lists every parallel link at depth 1, the surest first, and all kinds', () => {
    const graph = graphOf(['a b CHIPS recalled', 'a b SITE', 'a b COMPUTE']);
    const { reached } = closure(graph.topology, graph.view, graph.node('a'), 'DEPENDENCIES', { maxDepth: 3 });
    const b = reached.at(0);
    expect(b?.kinds).toEqual(['COMPUTE', 'CHIPS', 'SITE']);
    expect(b?.links.map((edge) => graph.topology.edgeId(edge))).toEqual(['edge:001', 'edge:002', 'edge:000']);
    expect(b?.path.edges.map((edge) => graph.topology.edgeId(edge))).toEqual(['edge:001']);
  });

  it('never reaches its own start, through a cycle or a loop', () => {
    expect(show(graphOf(['a a', 'a b', 'b a']), 'a', 'DEPENDENCIES', 10)).toEqual(['b 1 [a b] confirmed COMPUTE']);
  });

  it('reaches nothing from a node without edges', () => {
    const { topology, view } = graphOf(['a b']);
    expect(closure(topology, view, -1, 'DEPENDENCIES', { maxDepth: 1 }).reached).toHaveLength(0);
  });

  it('says that it was truncated and leaves out the unfinished layer', () => {
    const graph = graphOf(['a b', 'a c', 'b d', 'c d CHIPS']);
    const cut = (budget: number) => {
      const { reached, truncated } = closure(graph.topology, graph.view, graph.node('a'), 'DEPENDENCIES', {
        maxDepth: 10,
        budget,
      });
      return [graph.letters([...reached].map((r) => r.node)), truncated];
    };
    expect(cut(1)).toEqual(['b', true]);
    expect(cut(3)).toEqual(['b c', true]);
    expect(cut(4)).toEqual(['b c d', false]);
  });

  it('refuses a depth outside 1..10', () => {
    const { topology, view } = graphOf(['a b']);
    expect(() => closure(topology, view, 0, 'DEPENDENCIES', { maxDepth: 0 })).toThrow(
      'Expected maxDepth in 1..10 but got: 0.',
    );
  });

  it('agrees with brute force on every node, route, kind and confidence', () => {
    fc.assert(
      fc.property(
        randomGraph(),
        fc.constantFrom<ClosureDirection>('DEPENDENCIES', 'DEPENDENTS'),
        (lines, direction) => {
          const graph = graphOf(lines);
          const start = graph.node('a');
          fc.pre(start >= 0);
          const routes = allRoutes(graph, start, direction, 4);
          const { reached } = closure(graph.topology, graph.view, start, direction, { maxDepth: 4 });
          const got = [...reached].map((r) => ({
            ...r.path,
            confirmed: r.confidence === 'confirmed',
            kinds: r.kinds,
          }));
          const ends = new Map<number, (typeof routes)[number]>();
          for (const route of routes) {
            const end = route.nodes[route.nodes.length - 1] ?? -1;
            if (!ends.has(end)) ends.set(end, route);
          }
          const expected = [...ends]
            .sort(([a, x], [b, y]) => x.edges.length - y.edges.length || a - b)
            .map(([end, route]) => ({ ...route, kinds: lastKinds(graph, direction, end, route.edges.length, start) }));
          expect(got).toEqual(expected);
        },
      ),
      { numRuns: 400 },
    );
  });
});

/** Kinds of all edges into `end` from nodes one hop nearer to the start. */
function lastKinds(graph: Graph, direction: ClosureDirection, end: number, depth: number, start: number) {
  const near = new Set(
    depth === 1
      ? [start]
      : [...closure(graph.topology, graph.view, start, direction, { maxDepth: 10 }).reached]
          .filter((r) => r.depth === depth - 1)
          .map((r) => r.node),
  );
  const kinds = new Set<string>();
  const visit = (edge: number, other: number) => {
    if (near.has(other)) kinds.add(graph.topology.kind(edge));
  };
  if (direction === 'DEPENDENCIES') graph.view.in(end, visit);
  else graph.view.out(end, visit);
  return DEPENDENCY_KINDS.filter((kind) => kinds.has(kind));
}

function randomGraph() {
  const node = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
  const line = fc
    .tuple(node, node, fc.constantFrom('COMPUTE', 'CHIPS', 'SITE'), fc.constantFrom('confirmed', 'recalled'))
    .map((parts) => parts.join(' '));
  return fc.array(line, { minLength: 1, maxLength: 16 });
}

describe('firstNeighbours', () => {
  const letters = ['a', 'b', 'c', 'd', 'e', 'f'] as const;
  const line = fc
    .tuple(fc.constantFrom(...letters), fc.constantFrom(...letters), fc.constantFrom('', ' recalled', ' CHIPS'))
    .map(([from, to, rest]) => `${from} ${to}${rest}`);

  it('gives the first direct neighbours that closure gives, with the same links and witnesses', () => {
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 25 }),
        fc.constantFrom<ClosureDirection>('DEPENDENCIES', 'DEPENDENTS'),
        fc.nat(7),
        fc.nat(5),
        (lines, direction, limit, from) => {
          const graph = graphOf([...lines, 'a b']);
          const { topology, view } = graph;
          const start = graph.node('a');
          const { reached } = closure(topology, view, start, direction, { maxDepth: 1 });
          const expected = [...reached].filter(({ node }) => node >= from).slice(0, limit);
          const found = firstNeighbours(topology, view, start, direction, limit, (node) => node >= from);
          const shown = (all: typeof found) =>
            all.map(({ node, links, kinds, confidence, path }) => ({ node, links, kinds, confidence, path }));
          expect(shown(found)).toEqual(shown(expected));
        },
      ),
    );
  });

  it('gives nothing for a node without edges', () => {
    const { topology, view } = graphOf(['a b']);
    expect(firstNeighbours(topology, view, -1, 'DEPENDENTS', 5, () => true)).toEqual([]);
  });
});
