import { bestClaim } from '../model/claims.js';
import type { EntityId } from '../model/ids.js';
import { isMulti } from '../model/properties.js';
import type { Statement } from '../model/statement.js';
import { type Day, lastDay } from '../model/time.js';
import { EVER, prospectiveUntil, type Tie, tieOver } from './Tie.js';

/** A relation that sources state between two entities. */
export interface Relation {
  readonly subject: EntityId;
  readonly object: EntityId;
  /** The best of the claims that state it. */
  readonly best: Statement;
  readonly tie: Tie;
}

/**
 * Gathers the claims of one property into relations. Where only one value may hold at a time, the best of the claims
 * about the same dates is taken. An undated relation holds from the earliest date on which a source said it (always, where
 * none has a date) and is `startUnknown`; one that is planned for a date is prospective until that date has come.
 * `saidDay`: the day by which a claim had been said; null where its sources have no date.
 */
export function relationsOf(claims: readonly Statement[], saidDay: (s: Statement) => Day | null): readonly Relation[] {
  const groups = new Map<string, Statement[]>();
  for (const claim of claims) {
    if (claim.object === null || claim.object === claim.subject) continue;
    const object = isMulti(claim.property) ? claim.object : '';
    const key = `${claim.subject}|${object}|${claim.validFrom ?? ''}|${claim.validTo ?? ''}`;
    const group = groups.get(key);
    if (group) group.push(claim);
    else groups.set(key, [claim]);
  }
  const relations: Relation[] = [];
  for (const group of groups.values()) {
    const relation = relationFrom(group, saidDay);
    if (relation) relations.push(relation);
  }
  return relations;
}

function relationFrom(claims: readonly Statement[], saidDay: (s: Statement) => Day | null): Relation | null {
  const best = bestClaim(claims);
  if (!best || best.object === null) return null;
  const agreeing = claims.filter((c) => c.object === best.object);
  const said = agreeing.map(saidDay).filter((day) => day !== null);
  const from = best.validFrom === null ? (earliest(said) ?? EVER) : lastDay(best.validFrom);
  const to = best.validTo === null ? null : lastDay(best.validTo);
  const begins = agreeing.map((c) => (c.refersTo === null ? from : lastDay(c.refersTo)));
  const tie = tieOver(from, to, best.validFrom === null, [best]);
  return { subject: best.subject, object: best.object, best, tie: prospectiveUntil(tie, earliest(begins) ?? from) };
}

function earliest(days: readonly Day[]): Day | null {
  return days.reduce<Day | null>((a, b) => (a === null || b < a ? b : a), null);
}
