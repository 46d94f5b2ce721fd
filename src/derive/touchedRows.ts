import type { RowChange } from '../model/change.js';
import { claimIdentity } from '../model/claims.js';
import type { Dataset } from '../model/dataset.js';
import { isSameContent } from '../model/diffDatasets.js';
import type { EntityRecord } from '../model/entity.js';
import type { EntityId } from '../model/ids.js';
import type { StatementRecord } from '../model/statement.js';
import type { NextTime } from './deriveNext.js';
import { headOf } from './factsOf.js';
import { flagStatements } from './flagStatements.js';
import { materialiseAll } from './materialiseAll.js';

/** The records that a write makes or changes: of what it touches, and of what reads that. */
export function nextRecords(current: Dataset, next: NextTime): RowChange<EntityRecord> {
  const { heads, meta } = next;
  // All fields are read on the day through which the data was collected, and in today's rates.
  const readsAnew = meta.dataThrough !== current.meta.dataThrough || meta.rates !== current.meta.rates;
  const ids = readsAnew ? null : recordsRead(current, next);
  const isRead = ids === null ? () => true : (id: EntityId) => ids.has(id);
  const statements = next.statements((s) => isRead(s.subject) || READ_OF_OTHERS.has(s.property));
  const made = materialiseAll(heads.filter(({ id }) => isRead(id)).map(headOf), statements, meta);
  const before = new Map(current.entities.flatMap((record) => (isRead(record.id) ? [[record.id, record]] : [])));
  return { put: made.filter((record) => !isSameContent(before.get(record.id), record)), removed: [] };
}

/** What a record reads of other entities: where an operator or issuer has its seat, and when a deal superseded it. */
const READ_OF_OTHERS: ReadonlySet<string> = new Set(['hq_country', 'supersedes', 'announced']);

function recordsRead(current: Dataset, { change, touched, superseded }: NextTime): ReadonlySet<EntityId> {
  const ids = new Set<EntityId>([...touched.map((s) => s.subject), ...change.heads.map(({ id }) => id)]);
  const readers = current.entities.filter((record) => {
    const company = record.kind === 'cloud' ? record.operator : record.kind === 'policy' ? record.issuer : null;
    return company !== null && ids.has(company);
  });
  return new Set([...ids, ...superseded, ...readers.map(({ id }) => id)]);
}

/** The statements that a write adds or withdraws, and those whose flags change with them. */
export function nextStatements(current: Dataset, next: NextTime): RowChange<StatementRecord> {
  const { change, heads, touched } = next;
  const sources = new Set(change.heads.filter(({ kind }) => kind === 'source').map(({ id }) => id));
  // Those of a source that changes may have other publishers now.
  const cited = sources.size === 0 ? [] : next.statements((s) => s.sources.some((id) => sources.has(id)));
  const identities = new Set([...touched, ...cited].map(claimIdentity));
  const subjects = new Set([...touched, ...cited].map((s) => s.subject));
  const rivals = next.statements((s) => subjects.has(s.subject) && identities.has(claimIdentity(s)));
  const before = new Map(current.statements.flatMap((s) => (subjects.has(s.subject) ? [[s.id, s]] : [])));
  return { put: flagStatements(rivals, heads).filter((s) => !isSameContent(before.get(s.id), s)), removed: [] };
}
