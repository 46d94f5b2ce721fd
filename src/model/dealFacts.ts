import { bestByIdentity, bestClaim, claimsSpeakingFor, holdsOn } from './claims.js';
import type { DealAmount } from './dealMoney.js';
import { DEAL_FORMS, type DealForm, type DealParty, type PartyRole } from './entity.js';
import { compareIds, type EntityId, isId } from './ids.js';
import type { Statement } from './statement.js';
import type { Day, PartialDate } from './time.js';
import { isPartialDate } from './time.js';

const CUSTOMERS: ReadonlySet<string> = new Set(['customer', 'offtaker', 'lessee', 'borrower', 'investee', 'licensee']);
const PROVIDERS: ReadonlySet<string> = new Set([
  'provider',
  'supplier',
  'seller',
  'lessor',
  'lender',
  'investor',
  'licensor',
]);

/** Which side of a deal a party's title puts it on. */
export function partyRole(title: string): PartyRole {
  if (CUSTOMERS.has(title)) return 'CUSTOMER';
  return PROVIDERS.has(title) ? 'PROVIDER' : 'PARTICIPANT';
}

/** Reads single facts out of a deal's statements on a day. */
export class DealFacts {
  readonly #byProperty = new Map<string, Statement[]>();
  readonly asOf: Day;

  constructor(statements: readonly Statement[], asOf: Day) {
    this.asOf = asOf;
    for (const statement of statements) {
      const list = this.#byProperty.get(statement.property);
      if (list) list.push(statement);
      else this.#byProperty.set(statement.property, [statement]);
    }
  }

  all(property: string): readonly Statement[] {
    return this.#byProperty.get(property) ?? [];
  }

  /** The best claim about the deal as a whole, of those that speak for the day. */
  best(property: string): Statement | null {
    const whole = this.all(property).filter((s) => s.scope === null && s.refersTo === null);
    return bestClaim(claimsSpeakingFor(whole, this.asOf));
  }

  /** The best claim of each part: tranche, site, investor. */
  parts(property: string): readonly Statement[] {
    return bestByIdentity(claimsSpeakingFor(this.all(property), this.asOf));
  }

  form(): DealForm {
    const value = this.best('form')?.value;
    return DEAL_FORMS.find((form) => form === value) ?? 'FRAMEWORK';
  }

  date(property: string): PartialDate | null {
    const value = this.best(property)?.value;
    return value !== null && value !== undefined && isPartialDate(String(value)) ? String(value) : null;
  }

  number(property: string): number | null {
    const value = this.best(property)?.value;
    return typeof value === 'number' ? value : null;
  }

  parties(): readonly DealParty[] {
    return this.parts('party')
      .filter((s) => holdsOn(s, this.asOf))
      .flatMap((s) =>
        s.object === null
          ? []
          : [{ entity: s.object, role: partyRole(s.scope ?? ''), title: s.scope ?? 'participant' }],
      );
  }

  objects(property: string): readonly EntityId[] {
    const ids = this.all(property).flatMap((s) => (s.object === null ? [] : [s.object]));
    return [...new Set(ids)].sort(compareIds);
  }

  amountsByEntity(property: string): ReadonlyMap<EntityId, DealAmount> {
    const amounts = new Map<EntityId, DealAmount>();
    for (const s of this.parts(property)) {
      const amount = amountOf(s);
      if (amount && s.scope !== null && isId(s.scope)) amounts.set(s.scope, amount);
    }
    return amounts;
  }
}

/** The money in a claim; null where its value is no number with a unit. */
export function amountOf(s: Statement): DealAmount | null {
  if (typeof s.value !== 'number' || s.unit === null) return null;
  return {
    amount: s.value,
    currency: s.unit,
    saidOn: s.saidOn,
    openAbove: s.qualifier === 'atLeast',
    statementIds: [s.id],
  };
}
