import type { AuditNote } from '../../model/audit.js';
import { THIS_PROCESS } from '../../model/caller.js';
import type { FactChange, RevisionNote } from '../../model/change.js';
import type { EntityId } from '../../model/ids.js';
import type { Instant } from '../../model/time.js';

/**
 * A write that is made like an import, in many transactions. The graph keeps it until it is finished: whoever finds it half
 * done applies the change of the facts to the facts as they then stand, which gives the same whatever part was there.
 */
export interface LargeWrite extends RevisionNote {
  readonly at: Instant;
  readonly facts: FactChange;
  readonly touchedIds: readonly EntityId[];
  readonly summary: string;
  readonly audit: AuditNote;
}

/** As the graph keeps it: equal texts are the same write. */
export function largeWriteText(write: LargeWrite): string {
  return JSON.stringify({ ...write, facts: { ...write.facts, retracted: [...write.facts.retracted] } });
}

/** Only {@link largeWriteText} makes the text, so its form is not checked again. */
export function parseLargeWrite(text: string): LargeWrite {
  const kept: LargeWriteRow = JSON.parse(text);
  const { author, reason, audit = auditOf(author, reason) } = kept;
  return { ...kept, audit, facts: { ...kept.facts, retracted: new Set(kept.facts.retracted) } };
}

/** For one that was begun before there was a trail. */
function auditOf(author: string, reason: string): AuditNote {
  const origin = { caller: THIS_PROCESS, requestId: null };
  return { action: 'APPLIED', edit: 'RECORD_STATEMENTS', origin, author, reason, proposal: null, proposedBy: null };
}

interface LargeWriteRow extends Omit<LargeWrite, 'facts' | 'audit'> {
  readonly audit?: AuditNote;
  readonly facts: Omit<FactChange, 'retracted'> & { readonly retracted: readonly string[] };
}
