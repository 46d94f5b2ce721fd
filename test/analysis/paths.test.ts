import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PathDirection } from '../../src/analysis/neighbours.js';
import { shortestPaths } from '../../src/analysis/paths.js';
import { type Graph, graphOf } from './graph.js';
import { allRoutes } from './pathOracle.js';

function show(
  graph: Graph,
  from: string,
  to: string,
  options: { direction?: PathDirection; maxHops?: number; first?: number } = {},
) {
  const { direction = 'DEPENDENCIES', maxHops = 10, first = 20 } = options;
  const { paths } = shortestPaths(graph.topology, graph.view, graph.node(from), graph.node(to), {
    direction,
    maxHops,
    first,
  });
  return paths.map((p) => `${graph.letters(p.nodes)} ${p.confidence}`);
}

describe('shortestPaths', () => {
  it('orders by length, then confidence, then ids', () => {
    // Two hops: a b z (recalled), a c z, a d z. Three hops: a b c z.
    const graph = graphOf(['a b', 'a d', 'a c', 'b z recalled', 'c z', 'd z', 'b c']);
    expect(show(graph, 'a', 'z')).toEqual([
      'a c z confirmed',
      'a d z confirmed',
      'a b z recalled',
      'a b c z confirmed',
    ]);
    expect(show(graph, 'a', 'z', { first: 2 })).toEqual(['a c z confirmed', 'a d z confirmed']);
    expect(show(graph, 'a', 'z', { maxHops: 2 })).toHaveLength(3);
  });

  it('walks back, and both ways where asked', () => {
    // a and c both depend on b.
    const graph = graphOf(['a b', 'c b']);
    expect(show(graph, 'a', 'c')).toEqual([]);
    expect(show(graph, 'b', 'a', { direction: 'DEPENDENTS' })).toEqual(['b a confirmed']);
    expect(show(graph, 'a', 'c', { direction: 'ANY' })).toEqual(['a b c confirmed']);
  });

  it('never repeats a node', () => {
    // a → b → a … and b → c: the only loopless path is a b c.
    expect(show(graphOf(['a b', 'b a', 'b c', 'c b', 'b b']), 'a', 'c')).toEqual(['a b c confirmed']);
  });

  it('gives one path for parallel edges, by the surest', () => {
    const graph = graphOf(['a b recalled', 'a b CHIPS', 'a b SITE']);
    const { paths } = shortestPaths(graph.topology, graph.view, graph.node('a'), graph.node('b'), {
      direction: 'DEPENDENCIES',
      maxHops: 3,
      first: 5,
    });
    expect(paths.map((p) => p.edges.map((e) => graph.topology.edgeId(e)))).toEqual([['edge:001']]);
  });

  it('finds nothing between a node and itself or a node without edges', () => {
    const { topology, view } = graphOf(['a b']);
    const options = { direction: 'ANY', maxHops: 3, first: 5 } as const;
    expect(shortestPaths(topology, view, 0, 0, options)).toEqual({ paths: [], truncated: false });
    expect(shortestPaths(topology, view, 0, -1, options)).toEqual({ paths: [], truncated: false });
  });

  it('refuses maxHops outside 1..10', () => {
    const { topology, view } = graphOf(['a b']);
    expect(() => shortestPaths(topology, view, 0, 1, { direction: 'ANY', maxHops: 11, first: 1 })).toThrow(
      'Expected maxHops in 1..10 but got: 11.',
    );
  });

  it('survives a complete graph of 60 and says when the budget ran out', () => {
    const graph = completeGraph(60, []);
    const from = graph.node('n00');
    const to = graph.node('n59');
    const ask = (first: number, budget?: number) =>
      shortestPaths(graph.topology, graph.view, from, to, {
        direction: 'DEPENDENCIES',
        maxHops: 10,
        first,
        ...(budget === undefined ? {} : { budget }),
      });
    const hundred = ask(100);
    // 1 path of one hop, 58 of two, then those of three in order: 00 01 02 59, 00 01 03 59, …
    expect(hundred.truncated).toBe(false);
    expect(hundred.paths.map((p) => p.edges.length)).toEqual([1, ...Array(58).fill(2), ...Array(41).fill(3)]);
    expect(graph.letters(hundred.paths[59]?.nodes ?? [])).toBe('n00 n01 n02 n59');
    const cut = ask(100, 20_000);
    expect(cut.truncated).toBe(true);
    expect(cut.paths.length).toBeGreaterThan(0);
    expect(cut.paths).toEqual(hundred.paths.slice(0, cut.paths.length));
  });

  it('is not led astray by a dense part that only leads back', () => {
    // a → b → z, and b into a clique of 40 whose only way out is b again.
    const graph = completeGraph(40, ['a b', 'b z', 'b n00', 'n39 b']);
    const { paths, truncated } = shortestPaths(graph.topology, graph.view, graph.node('a'), graph.node('z'), {
      direction: 'DEPENDENCIES',
      maxHops: 10,
      first: 100,
    });
    expect(paths.map((p) => graph.letters(p.nodes))).toEqual(['a b z']);
    expect(truncated).toBe(false);
  });

  it('agrees with brute force: loopless, sorted, none missing', () => {
    const node = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g');
    const line = fc
      .tuple(node, node, fc.constantFrom('confirmed', 'confirmed', 'recalled'))
      .map((parts) => parts.join(' '));
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 22 }),
        fc.constantFrom<PathDirection>('DEPENDENCIES', 'DEPENDENTS', 'ANY'),
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 30 }),
        (lines, direction, maxHops, first) => {
          const graph = graphOf(lines);
          const [from, to] = [graph.node('a'), graph.node('b')];
          fc.pre(from >= 0 && to >= 0);
          const { paths } = shortestPaths(graph.topology, graph.view, from, to, { direction, maxHops, first });
          const expected = allRoutes(graph, from, direction, maxHops).filter((r) => r.nodes[r.nodes.length - 1] === to);
          expect(
            paths.map((p) => ({ nodes: p.nodes, edges: p.edges, confirmed: p.confidence === 'confirmed' })),
          ).toEqual(expected.slice(0, first));
        },
      ),
      { numRuns: 500 },
    );
  });
});

function completeGraph(size: number, more: readonly string[]): Graph {
  const names = Array.from({ length: size }, (_, i) => `n${String(i).padStart(2, '0')}`);
  return graphOf([...names.flatMap((a) => names.filter((b) => b !== a).map((b) => `${a} ${b}`)), ...more]);
}
