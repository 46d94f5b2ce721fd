import type { RowChange } from '../model/change.js';
import { claimIdentity } from '../model/claims.js';
import { isSameContent } from '../model/diffDatasets.js';
import type { EntityRecord } from '../model/entity.js';
import { compareIds, type EntityId, isId } from '../model/ids.js';
import type { Statement, StatementRecord } from '../model/statement.js';
import { readsAnew } from './changesPast.js';
import { headOf } from './factsOf.js';
import { flagStatements } from './flagStatements.js';
import { materialiseAll } from './materialiseAll.js';
import { supersededBy, type WholeWrite } from './nextEvents.js';

/** The records that a write makes or changes: of what it touches, and of what reads that. */
export function nextRecords(write: WholeWrite): RowChange<EntityRecord> {
  const { current, after, change, meta } = write;
  // All fields are read on the day through which the data was collected, and in today's rates.
  const ids = readsAnew(current, change) ? allIds(write) : recordsRead(write);
  const heads = [...ids].flatMap((id) => (current.isMerged(id) ? [] : (after.head(id) ?? [])));
  const about = new Set<EntityId>(ids);
  for (const id of ids) {
    for (const s of after.about(id)) if (SEATED.has(s.property) && s.object !== null) about.add(s.object);
    for (const deal of after.naming(id, SUPERSEDES)) about.add(deal);
  }
  const statements = [...about].flatMap((id) => after.about(id));
  const made = materialiseAll(heads.map(headOf), statements, meta);
  const put = made.filter((record) => !isSameContent(current.entities.get(record.id), record));
  return { put, removed: [...(change.gone ?? [])] };
}

/** By whom a cloud is run and a rule is issued: their seat is read. */
const SEATED: ReadonlySet<string> = new Set(['operated_by', 'issued_by']);
/** When a deal that supersedes another was announced is read. */
const SUPERSEDES: ReadonlySet<string> = new Set(['supersedes']);

function allIds({ current, change }: WholeWrite): ReadonlySet<EntityId> {
  const ids = new Set<EntityId>(change.heads.map((head) => head.id));
  for (const key of current.entities.keys()) if (isId(key)) ids.add(key);
  return ids;
}

function recordsRead(write: WholeWrite): ReadonlySet<EntityId> {
  const { after, change, touched } = write;
  const ids = new Set<EntityId>([...touched.map((s) => s.subject), ...change.heads.map(({ id }) => id)]);
  const readers = [...ids].flatMap((id) => [...after.naming(id, SEATED)]);
  return new Set([...ids, ...supersededBy(write), ...readers]);
}

/** The statements that a write adds or withdraws, and those whose flags change with them. */
export function nextStatements({ current, after, change, touched }: WholeWrite): RowChange<StatementRecord> {
  const sources = new Set(change.heads.filter(({ kind }) => kind === 'source').map(({ id }) => id));
  // Those of a source that changes may have other publishers now.
  const cited = [...sources].flatMap((id) => after.citing(id));
  const identities = new Set([...touched, ...cited].map(claimIdentity));
  const subjects = new Set([...touched, ...cited].map((s) => s.subject));
  const rivals = [...subjects].flatMap((id) => after.about(id).filter((s) => identities.has(claimIdentity(s))));
  const heads = [...citedBy(rivals)].flatMap((id) => after.head(id) ?? []).map(headOf);
  const flagged = flagStatements(rivals, heads);
  return { put: flagged.filter((s) => !isSameContent(current.statements.get(s.id), s)), removed: [] };
}

function citedBy(statements: readonly Statement[]): readonly EntityId[] {
  return [...new Set(statements.flatMap((s) => s.sources))].sort(compareIds);
}
