import { claimIdentity } from './claims.js';
import type { EntityId } from './ids.js';
import type { Statement, StatementRecord } from './statement.js';
import type { Instant } from './time.js';

/** `ADDED`: recorded. `RETRACTED`: withdrawn. `REPLACED`: withdrawn when another claim of its identity was recorded. */
export const CHANGE_KINDS = ['ADDED', 'RETRACTED', 'REPLACED'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** What became of a statement at a time. One that was recorded and later withdrawn changed twice. */
export interface StatementChange {
  readonly kind: ChangeKind;
  readonly at: Instant;
  readonly statement: StatementRecord;
  /**
   * Other claims of its identity at the same time, in the order of their keys: of one that was recorded those that were
   * withdrawn, of one that was withdrawn those that were recorded. At most {@link MOST_COUNTERPARTS}.
   */
  readonly counterparts: readonly StatementRecord[];
  /** Whether there are more of them. */
  readonly truncated: boolean;
}

export const MOST_COUNTERPARTS = 10;

/** `found`: its counterparts in order, of which one more than are shown is enough. */
export function statementChange(
  statement: StatementRecord,
  isAdded: boolean,
  found: readonly StatementRecord[],
): StatementChange {
  return {
    kind: isAdded ? 'ADDED' : found.length > 0 ? 'REPLACED' : 'RETRACTED',
    at: isAdded ? statement.recordedAt : (statement.retractedAt ?? statement.recordedAt),
    statement,
    counterparts: found.slice(0, MOST_COUNTERPARTS),
    truncated: found.length > MOST_COUNTERPARTS,
  };
}

/** The identity within which a claim competes, as one of the entities that its own were merged into. */
export function mergedIdentity(s: Statement, canonical: (id: EntityId) => EntityId): string {
  const subject = canonical(s.subject);
  const object = s.object === null ? null : canonical(s.object);
  return claimIdentity(subject === s.subject && object === s.object ? s : { ...s, subject, object });
}
