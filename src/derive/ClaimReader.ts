import { bestByIdentity, bestClaim, claimsOn } from '../model/claims.js';
import type { ClaimedMoney } from '../model/entity.js';
import { compareIds, type EntityId } from '../model/ids.js';
import type { Statement } from '../model/statement.js';
import { type Day, firstDay, isPartialDate, lastDay, type PartialDate } from '../model/time.js';
import { isCurrency } from '../model/units.js';

/** Reads the plain fields of one entity out of its statements, as they stood on a day. */
export class ClaimReader {
  readonly asOf: Day;
  readonly #byProperty = new Map<string, Statement[]>();

  /** `statements`: those of one entity, known at the time asked for; which of them speak for `asOf` is decided here. */
  constructor(statements: readonly Statement[], asOf: Day) {
    this.asOf = asOf;
    for (const statement of statements) {
      const list = this.#byProperty.get(statement.property);
      if (list) list.push(statement);
      else this.#byProperty.set(statement.property, [statement]);
    }
  }

  /** The claims that speak for the day, of those that `suit`. */
  all(property: string, suits: (s: Statement) => boolean = () => true): readonly Statement[] {
    return claimsOn((this.#byProperty.get(property) ?? []).filter(suits), this.asOf);
  }

  /**
   * The best claim about the entity as a whole now: of those without a date that they speak of, and those whose date has
   * come, the one for the latest date wins among equally good ones.
   */
  current(property: string): Statement | null {
    const passed = (s: Statement) => s.scope === null && (s.refersTo === null || lastDay(s.refersTo) <= this.asOf);
    return latestOf(this.all(property, passed));
  }

  /** The best claim about what is planned: of several plans the one that looks furthest ahead. */
  planned(property: string): Statement | null {
    return latestOf(this.all(property, isWhole));
  }

  /** Of a property whose values follow one another: the value that certainly began last. */
  latest(property: string): Statement | null {
    const dated = bestByIdentity(this.all(property, isWhole));
    return dated.reduce<Statement | null>((a, b) => (a !== null && sinceOf(a) > sinceOf(b) ? a : b), null);
  }

  text(property: string): string | null {
    return textIn(this.current(property));
  }

  number(property: string): number | null {
    return numberIn(this.current(property));
  }

  plannedNumber(property: string): number | null {
    return numberIn(this.planned(property));
  }

  date(property: string): PartialDate | null {
    return dateIn(this.current(property));
  }

  /** The one entity that a single-valued relation points at. */
  object(property: string): EntityId | null {
    return this.current(property)?.object ?? null;
  }

  /** The entities that a relation points at, each once, ascending. */
  objects(property: string): readonly EntityId[] {
    return [...new Set(this.all(property).flatMap((s) => s.object ?? []))].sort(compareIds);
  }

  /** Texts in the order of the seeds. */
  texts(property: string): readonly string[] {
    return [...new Set(this.best(property).map((s) => String(s.value)))];
  }

  /** Entities with the role or detail that the scope names, in the order of the seeds. */
  scoped(property: string): readonly { readonly entity: EntityId; readonly scope: string | null }[] {
    return this.best(property).flatMap((s) => (s.object === null ? [] : [{ entity: s.object, scope: s.scope }]));
  }

  money(property: string): ClaimedMoney | null {
    return moneyIn(this.current(property));
  }

  /** The best claim of each identity, in the order of the seeds. */
  best(property: string): readonly Statement[] {
    return bestByIdentity(this.all(property));
  }
}

/** About the entity as a whole, not a part of it. */
function isWhole(s: Statement): boolean {
  return s.scope === null;
}

/** The best claim where the date that a claim speaks of counts as the date on which it was said. */
function latestOf(claims: readonly Statement[]): Statement | null {
  const dated = claims.map((s) =>
    s.refersTo === null ? s : { ...s, saidOn: s.refersTo, saidNotBefore: firstDay(s.refersTo) },
  );
  const best = bestClaim(dated);
  return claims.find((s) => s.id === best?.id) ?? null;
}

function sinceOf(s: Statement): Day {
  return lastDay(s.validFrom ?? s.saidOn);
}

export function textIn(claim: Statement | null): string | null {
  return claim === null || claim.value === null ? null : String(claim.value);
}

export function numberIn(claim: Statement | null): number | null {
  return typeof claim?.value === 'number' ? claim.value : null;
}

export function dateIn(claim: Statement | null): PartialDate | null {
  const text = textIn(claim);
  return text !== null && isPartialDate(text) ? text : null;
}

/** The amount in a claim; null where its unit is no currency. */
export function moneyIn(claim: Statement | null): ClaimedMoney | null {
  if (claim === null || typeof claim.value !== 'number' || claim.unit === null || !isCurrency(claim.unit)) return null;
  const { qualifier, saidOn } = claim;
  return { amount: claim.value, currency: claim.unit, qualifier, saidOn, statementId: claim.id };
}
