import type { RowChange } from '../model/change.js';
import { claimIdentity } from '../model/claims.js';
import type { Dataset } from '../model/dataset.js';
import { isSameContent } from '../model/diffDatasets.js';
import type { EntityRecord } from '../model/entity.js';
import type { EntityId } from '../model/ids.js';
import type { StatementRecord } from '../model/statement.js';
import type { NextTime } from './deriveNext.js';
import { flagStatements } from './flagStatements.js';
import { materialiseAll } from './materialiseAll.js';

/** The records that a write makes or changes: of what it touches, and of what reads that. */
export function nextRecords(
  current: Dataset,
  { change, heads, statements, touched }: NextTime,
): RowChange<EntityRecord> {
  const ids = new Set<EntityId>([...touched.map((s) => s.subject), ...change.heads.map(({ id }) => id)]);
  // A deal's time in force reads the deals that supersede it, also where the link is what is withdrawn.
  const links = [...statements, ...touched].filter((s) => s.property === 'supersedes' && ids.has(s.subject));
  const superseded = links.map((s) => s.object).filter((id) => id !== null);
  const readers = current.entities.filter((record) => {
    const company = record.kind === 'cloud' ? record.operator : record.kind === 'policy' ? record.issuer : null;
    return company !== null && ids.has(company);
  });
  for (const id of [...superseded, ...readers.map((record) => record.id)]) ids.add(id);
  const before = new Map(current.entities.map((record) => [record.id, record]));
  const made = materialiseAll(
    heads.filter(({ id }) => ids.has(id)),
    statements,
    current.meta,
  );
  return { put: made.filter((record) => !isSameContent(before.get(record.id), record)), removed: [] };
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
  const before = new Map(current.statements.map((s) => [s.id, s]));
  return { put: flagStatements(rivals, heads).filter((s) => !isSameContent(before.get(s.id), s)), removed: [] };
}
