import type { Edge } from './edge.js';
import { compareIds } from './ids.js';

/** Edges of one dependent in the order in which stores give them: by provider, kind, confidence descending, id. */
export function compareOutgoing(a: Edge, b: Edge): number {
  return compareIds(a.to, b.to) || compareParallel(a, b);
}

/** The same of one provider, by dependent. */
export function compareIncoming(a: Edge, b: Edge): number {
  return compareIds(a.from, b.from) || compareParallel(a, b);
}

function compareParallel(a: Edge, b: Edge): number {
  if (a.kind !== b.kind) return compareIds(a.kind, b.kind);
  if (a.confidence !== b.confidence) return a.confidence === 'confirmed' ? -1 : 1;
  return compareIds(a.id, b.id);
}
