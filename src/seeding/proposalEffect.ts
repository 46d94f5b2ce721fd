import type { DatasetIndex } from '../model/DatasetIndex.js';
import type { Edge } from '../model/edge.js';
import type { Decision } from '../store/GraphLedger.js';
import type { ChangedEdge, ProposalEffect } from '../store/GraphReviewer.js';
import { readEdit } from './editSummary.js';

const SHOWN_EDGES = 1_000;

/** What a decision changes, for whoever decides on it. */
export function effectOf(current: DatasetIndex, { facts, change, summary }: Decision): ProposalEffect {
  const { edges } = change;
  const put = new Map(edges.put.map((edge) => [edge.id, edge]));
  const opened = [...put.values()].filter(({ id }) => !current.edges.has(id));
  const closed = [...put.values()].filter(({ id }) => current.edges.has(id));
  const removed = edges.removed.flatMap((id) => current.edges.get(id) ?? []);
  const changed = [...told('OPENED', opened), ...told('CLOSED', closed), ...told('REMOVED', removed)];
  return {
    edit: readEdit(summary).edit,
    claims: facts.added,
    heads: facts.heads,
    edges: changed.slice(0, SHOWN_EDGES),
  };
}

/** Only {@link effectOf} makes it, so its form is not checked again. */
export function parseEffect(text: string): ProposalEffect {
  return JSON.parse(text);
}

function told(change: ChangedEdge['change'], edges: readonly Edge[]): readonly ChangedEdge[] {
  return edges.map(({ kind, from, to }) => ({ change, kind, from, to }));
}
