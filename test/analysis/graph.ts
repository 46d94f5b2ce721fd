import { DEPENDENCY_KINDS, type DependencyKind, type Edge } from '../../src/model/edge.js';
import type { EntityId } from '../../src/model/ids.js';
import type { Confidence } from '../../src/model/statement.js';
import { buildTopology } from '../../src/store/buildTopology.js';
import type { Topology, TopologyView } from '../../src/store/Topology.js';

export interface Graph {
  readonly topology: Topology;
  readonly view: TopologyView;
  node(letter: string): number;
  /** `a b c` for a list of nodes. */
  letters(nodes: readonly number[]): string;
}

const ALWAYS = { asOf: '2026-09-30', knownAt: '2026-12-01T00:00:00Z' };

/**
 * A graph from lines such as `a b`, `a b CHIPS`, `a b CHIPS recalled`: a depends on b, by default COMPUTE and confirmed.
 * Edge ids are `edge:` and the line's number in three digits.
 */
export function graphOf(lines: readonly string[]): Graph {
  const topology = buildTopology(lines.map(edgeOf));
  const view = topology.view({
    ...ALWAYS,
    kinds: DEPENDENCY_KINDS,
    minConfidence: 'recalled',
    prospective: true,
    cloudOperators: false,
  });
  return {
    topology,
    view,
    node: (letter) => topology.node(`company:${letter}`),
    letters: (nodes) => nodes.map((n) => topology.nodeId(n).slice('company:'.length)).join(' '),
  };
}

function edgeOf(line: string, index: number): Edge {
  const [from = '', to = '', ...rest] = line.split(' ');
  const company = (letter: string): EntityId => `company:${letter}`;
  const kind: DependencyKind = DEPENDENCY_KINDS.find((k) => rest.includes(k)) ?? 'COMPUTE';
  const confidence: Confidence = rest.includes('recalled') ? 'recalled' : 'confirmed';
  return {
    id: `edge:${String(index).padStart(3, '0')}`,
    kind,
    rule: 'test',
    from: company(from),
    to: company(to),
    validFrom: null,
    validTo: null,
    startUnknown: false,
    knownFrom: '2026-10-01T00:00:00Z',
    knownTo: null,
    prospective: false,
    confidence,
    sharePercent: null,
    deal: null,
    statementIds: [],
  };
}
