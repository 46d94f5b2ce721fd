import type { Graph } from './graph.js';

/** A route found by brute force. */
export interface Route {
  readonly nodes: readonly number[];
  readonly edges: readonly number[];
  readonly confirmed: boolean;
}

type Direction = 'DEPENDENCIES' | 'DEPENDENTS' | 'ANY';

/** Every loopless route of at most `maxHops` hops from a node, best parallel edge on each hop, in the order of the paths' rule. */
export function allRoutes(graph: Graph, from: number, direction: Direction, maxHops: number): readonly Route[] {
  const routes: Route[] = [];
  const walk = (route: Route): void => {
    if (route.edges.length > 0) routes.push(route);
    if (route.edges.length === maxHops) return;
    const at = route.nodes[route.nodes.length - 1] ?? -1;
    const best = new Map<number, number>();
    const visit = (edge: number, node: number): void => {
      const known = best.get(node);
      if (known === undefined || compareEdges(graph, edge, known) < 0) best.set(node, edge);
    };
    if (direction !== 'DEPENDENTS') graph.view.out(at, visit);
    if (direction !== 'DEPENDENCIES') graph.view.in(at, visit);
    for (const [node, edge] of best) {
      if (route.nodes.includes(node)) continue;
      const confirmed = route.confirmed && graph.topology.confidence(edge) === 'confirmed';
      walk({ nodes: [...route.nodes, node], edges: [...route.edges, edge], confirmed });
    }
  };
  walk({ nodes: [from], edges: [], confirmed: true });
  return routes.sort(compareRoutes);
}

function compareEdges(graph: Graph, a: number, b: number): number {
  const rank = (edge: number): string =>
    `${graph.topology.confidence(edge) === 'confirmed' ? 0 : 1}${graph.topology.edgeId(edge)}`;
  return rank(a) < rank(b) ? -1 : 1;
}

function compareRoutes(a: Route, b: Route): number {
  if (a.edges.length !== b.edges.length) return a.edges.length - b.edges.length;
  if (a.confirmed !== b.confirmed) return a.confirmed ? -1 : 1;
  for (const [i, node] of a.nodes.entries()) {
    const difference = node - (b.nodes[i] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}
