import type { EntityId } from '../model/ids.js';
import type { Attributed } from './attribute.js';
import type { ExclusionReason, Missing } from './dealSums.js';

/** What of a deal's amounts a group has with others, and why the rest is left out. */
export interface Outside {
  readonly amounts: readonly Attributed[];
  /** Each once. */
  readonly reasons: readonly ExclusionReason[];
  /** Amounts of which the others may have any part. */
  readonly unsplit: readonly Omit<Missing, 'deal'>[];
}

/**
 * Leaves out what members of a group have with one another. An amount that members share with others, unsplit, may be all the
 * members' or all the others': it is left out as well. Of what is nobody's only others may be the holders.
 */
export function keepOutside(amounts: readonly Attributed[], group: ReadonlySet<EntityId> | undefined): Outside {
  if (group === undefined) return { amounts, reasons: [], unsplit: [] };
  const kept: Attributed[] = [];
  const reasons = new Set<ExclusionReason>();
  const unsplit: Omit<Missing, 'deal'>[] = [];
  for (const part of amounts) {
    const outside = part.counterparties.filter((entity) => !group.has(entity));
    if (outside.length === part.counterparties.length) kept.push(part);
    else if (outside.length === 0) reasons.add('INTERNAL');
    else if (part.attribution === 'UNATTRIBUTED') kept.push({ ...part, counterparties: outside });
    else {
      reasons.add('SHARED_UNSPLIT');
      unsplit.push({ candidates: outside, upToCents: part.highCents });
    }
  }
  return { amounts: kept, reasons: [...reasons], unsplit };
}
