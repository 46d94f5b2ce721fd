import type { Change, RowChange } from './change.js';
import type { Dataset, DatasetMeta } from './dataset.js';
import type { EntityId } from './ids.js';

/**
 * What turns `from` into `to`: rows are told apart by their ids and compared by their content; the description without its
 * `revision`. Redirects of `from` that `to` lacks stay: no id ever stops leading somewhere. Linear in both datasets.
 */
export function diffDatasets(from: Dataset, to: Dataset): Change {
  return {
    meta: isSameMeta(from.meta, to.meta) ? null : to.meta,
    entities: diffRows(from.entities, to.entities),
    statements: diffRows(from.statements, to.statements),
    edges: diffRows(from.edges, to.edges),
    events: diffRows(from.events, to.events),
    redirects: diffRedirects(from.redirects, to.redirects),
  };
}

/** The change of rows of one sort. */
export function diffRows<T extends { readonly id: string }>(from: readonly T[], to: readonly T[]): RowChange<T> {
  const before = new Map(from.map((row) => [row.id, row]));
  const put = to.filter((row) => !isSameContent(before.get(row.id), row));
  const after = new Set(to.map(({ id }) => id));
  return { put, removed: [...before.keys()].filter((id) => !after.has(id)) };
}

/**
 * Whether two values hold the same: objects by their fields in any order, lists item by item; a field that is undefined is
 * as good as missing.
 */
export function isSameContent(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((x, i) => isSameContent(x, b[i]));
  }
  return hasFieldsOf(a, b) && hasFieldsOf(b, a);
}

function hasFieldsOf(a: object, b: object): boolean {
  for (const key of Object.keys(b)) {
    if (!isSameContent(Reflect.get(a, key), Reflect.get(b, key))) return false;
  }
  return true;
}

function isSameMeta(a: DatasetMeta, b: DatasetMeta): boolean {
  return isSameContent({ ...a, revision: 0 }, { ...b, revision: 0 });
}

function diffRedirects(
  from: ReadonlyMap<EntityId, EntityId>,
  to: ReadonlyMap<EntityId, EntityId>,
): ReadonlyMap<EntityId, EntityId> {
  return new Map([...to].filter(([id, target]) => from.get(id) !== target));
}
