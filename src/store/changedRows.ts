import type { DatasetIndex } from '../model/DatasetIndex.js';
import type { EntityRecord } from '../model/entity.js';
import type { ShardedMap } from '../model/ShardedMap.js';

/** Rows as they were and as they are, of those that differ between two revisions. */
export interface ChangedRows<T> {
  readonly gone: readonly T[];
  readonly come: readonly T[];
}

/** What differs between two revisions of the rows; null where that is much of all. Costs what differs. */
export function changedRows<T extends object>(
  before: ShardedMap<string, T>,
  after: ShardedMap<string, T>,
): ChangedRows<T> | null {
  const gone: T[] = [];
  const come: T[] = [];
  const most = Math.max(FEW, after.size / 16);
  for (const id of after.changedSince(before)) {
    const [old, row] = [before.get(id), after.get(id)];
    if (old) gone.push(old);
    if (row) come.push(row);
    if (gone.length + come.length > most) return null;
  }
  return { gone, come };
}

/** The same of entities that are there: one that was merged since is gone, whether or not its row is. */
export function changedRecords(before: DatasetIndex, after: DatasetIndex): ChangedRows<EntityRecord> | null {
  const rows = changedRows(before.entities, after.entities);
  if (rows === null) return null;
  const gone = new Map(rows.gone.map((record) => [record.id, record]));
  for (const id of after.mergedSince(before)) {
    const record = before.entities.get(id);
    if (record) gone.set(id, record);
  }
  return {
    gone: [...gone.values()].filter(({ id }) => !before.isMerged(id)),
    come: rows.come.filter(({ id }) => !after.isMerged(id)),
  };
}

const FEW = 64;
