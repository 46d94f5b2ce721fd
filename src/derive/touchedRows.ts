import type { RowChange } from '../model/change.js';
import { claimIdentity } from '../model/claims.js';
import type { Dataset } from '../model/dataset.js';
import { diffRows } from '../model/diffDatasets.js';
import type { EntityRecord } from '../model/entity.js';
import type { EntityId } from '../model/ids.js';
import type { StatementRecord } from '../model/statement.js';
import type { NextTime } from './deriveNext.js';
import { flagStatements } from './flagStatements.js';
import { materialiseAll } from './materialiseAll.js';

/** The records that a write makes or changes: of what it touches, and of what reads that. */
export function nextRecords(current: Dataset, next: NextTime): RowChange<EntityRecord> {
  const { heads, statements, meta } = next;
  // All fields are read on the day through which the data was collected, and in today's rates.
  const readsAnew = meta.dataThrough !== current.meta.dataThrough || meta.rates !== current.meta.rates;
  const ids = readsAnew ? null : recordsRead(current, next);
  const made = materialiseAll(ids === null ? heads : heads.filter(({ id }) => ids.has(id)), statements, meta);
  return { put: diffRows(current.entities, made).put, removed: [] };
}

function recordsRead(current: Dataset, { change, touched, superseded }: NextTime): ReadonlySet<EntityId> {
  const ids = new Set<EntityId>([...touched.map((s) => s.subject), ...change.heads.map(({ id }) => id)]);
  const readers = current.entities.filter((record) => {
    const company = record.kind === 'cloud' ? record.operator : record.kind === 'policy' ? record.issuer : null;
    return company !== null && ids.has(company);
  });
  return new Set([...ids, ...superseded, ...readers.map(({ id }) => id)]);
}

/** The statements that a write adds or withdraws, and those whose flags change with them. */
export function nextStatements(
  current: Dataset,
  { change, heads, statements, touched }: NextTime,
): RowChange<StatementRecord> {
  const identities = new Set(touched.map(claimIdentity));
  const subjects = new Set(touched.map((s) => s.subject));
  const sources = new Set(change.heads.filter(({ kind }) => kind === 'source').map(({ id }) => id));
  for (const s of statements) {
    // Its publishers may be others now.
    if (!s.sources.some((id) => sources.has(id))) continue;
    identities.add(claimIdentity(s));
    subjects.add(s.subject);
  }
  const rivals = statements.filter((s) => subjects.has(s.subject) && identities.has(claimIdentity(s)));
  return { put: diffRows(current.statements, flagStatements(rivals, heads)).put, removed: [] };
}
