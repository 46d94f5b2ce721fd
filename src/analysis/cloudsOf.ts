import type { NumberedGraph, TopologyView } from '../store/Topology.js';

/** The clouds that a node operates, which fall with it. `ownership`: the view of that kind alone. */
export function cloudsOf(graph: NumberedGraph, ownership: TopologyView): (node: number) => readonly number[] {
  return (node) => {
    const clouds: number[] = [];
    ownership.in(node, (_, owned) => {
      if (graph.isCloud(owned)) clouds.push(owned);
    });
    return clouds;
  };
}
