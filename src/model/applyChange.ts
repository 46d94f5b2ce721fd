import type { Change, RowChange } from './change.js';
import type { Dataset } from './dataset.js';
import { compareIds } from './ids.js';
import type { Statement } from './statement.js';

/**
 * The dataset after a change, as that revision. Rows come in one order whatever it was before: statements in the order of
 * their place in the facts (`order`, then id), on which derivation relies; entities, edges, events and redirects by id.
 * `applyChange(from, diffDatasets(from, to), n)` is `to` in this order. O(n log n), near linear where rows are in order.
 */
export function applyChange(dataset: Dataset, change: Change, revision: number): Dataset {
  return {
    meta: { ...(change.meta ?? dataset.meta), revision },
    entities: applyRows(dataset.entities, change.entities, byId),
    redirects: new Map([...dataset.redirects, ...change.redirects].sort(([a], [b]) => compareIds(a, b))),
    statements: applyRows(dataset.statements, change.statements, compareStatements),
    edges: applyRows(dataset.edges, change.edges, byId),
    events: applyRows(dataset.events, change.events, byId),
  };
}

/** By their place in the facts; two of one place by id. */
export function compareStatements(a: Pick<Statement, 'order' | 'id'>, b: Pick<Statement, 'order' | 'id'>): number {
  return a.order - b.order || compareIds(a.id, b.id);
}

function applyRows<T extends { readonly id: string }>(
  rows: readonly T[],
  { put, removed }: RowChange<T>,
  compare: (a: T, b: T) => number,
): readonly T[] {
  const gone = new Set([...removed, ...put.map(({ id }) => id)]);
  const kept = gone.size === 0 ? rows : rows.filter(({ id }) => !gone.has(id));
  return [...kept, ...put].sort(compare);
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return compareIds(a.id, b.id);
}
