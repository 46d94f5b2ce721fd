import { isSaidBy } from './claims.js';
import { amountOf, type DealFacts } from './dealFacts.js';
import { type Day, lastDay, type PartialDate } from './time.js';

/** An amount of money with the claims that it rests on. */
export interface DealAmount {
  readonly amount: number;
  readonly currency: string;
  readonly saidOn: PartialDate;
  /** It is a floor: the true amount may be larger. */
  readonly openAbove: boolean;
  readonly statementIds: readonly string[];
}

export interface Tranche extends DealAmount {
  /** When it was or is paid; null where no source says. */
  readonly day: Day | null;
}

/** Something that a party may do or that depends on a condition; never part of a total. */
export interface DealOption {
  readonly label: string;
  readonly money: DealAmount | null;
  readonly capacityMw: number | null;
  /** From when it can be used, or when it lapses. */
  readonly date: PartialDate | null;
  readonly statementIds: readonly string[];
}

export interface DealMoney {
  /** What is promised firmly; null where unknown or only a ceiling is known. */
  readonly firm: DealAmount | null;
  /** The most that it can come to, options included; null where no ceiling is stated. */
  readonly ceiling: DealAmount | null;
  readonly tranches: readonly Tranche[];
  /** The amount was first said after `asOf`. */
  readonly saidLater: boolean;
}

/** What a deal amounts to before it is announced. */
export const NO_MONEY: DealMoney = { firm: null, ceiling: null, tranches: [], saidLater: false };

/**
 * Firm amount and ceiling: `committed` where a deal has one, else what was paid up front, else the headline unless it is
 * a ceiling ("up to"), else the sum of the tranches. A headline that includes conditional parts is a ceiling.
 */
export function moneyOf(facts: DealFacts, strictAsOf: boolean): DealMoney {
  const claims = ['amount', 'committed', 'tranche', 'tranche_upfront'].flatMap((property) => facts.all(property));
  const saidLater = claims.length > 0 && !claims.some((c) => isSaidBy(c, facts.asOf));
  if (saidLater && strictAsOf) return { ...NO_MONEY, saidLater };

  const best = facts.best('amount');
  // A headline said later must not replace the tranches that were known by then.
  const headlineClaim = best && (saidLater || isSaidBy(best, facts.asOf)) ? best : null;
  const headline = headlineClaim && amountOf(headlineClaim);
  const isCeiling = headlineClaim?.qualifier === 'upTo';
  const tranches = tranchesOf(facts);
  const paidInParts = sum(tranches);
  const upfront = sum([...partsOf(facts, 'tranche_upfront'), ...tranches]);
  const hasUpfront = facts.all('tranche_upfront').length > 0;
  const committed = sum(partsOf(facts, 'committed'));

  const partial = committed ?? (hasUpfront ? upfront : null);
  const firm = partial ?? (headline && !isCeiling ? headline : paidInParts);
  const ceiling = headline && (isCeiling || partial !== null) ? { ...headline, openAbove: false } : null;
  return { firm, ceiling, tranches, saidLater };
}

/** Options, conditional tranches and expansions: listed apart, with what they are worth and when. */
export function optionsOf(facts: DealFacts): readonly DealOption[] {
  const lapses = facts.date('conditional_tranche_lapses');
  const from = facts.date('expansion_option_from');
  const money = (property: string, label: string, date: PartialDate | null): DealOption[] =>
    facts.parts(property).map((s) => ({
      label,
      money: amountOf(s),
      capacityMw: null,
      date: s.refersTo ?? date,
      statementIds: [s.id],
    }));
  const options = [
    ...money('optional', 'optional part', null),
    ...money('tranche_conditional', 'conditional tranche', lapses),
    ...money('equity_option', 'equity option', null),
    ...facts.parts('option_mw').map((s) => ({
      label: 'option on capacity',
      money: null,
      capacityMw: typeof s.value === 'number' ? s.value : null,
      date: s.refersTo,
      statementIds: [s.id],
    })),
  ];
  const expansion = facts.best('expansion_option_from');
  if (expansion) {
    options.push({
      label: 'option to expand',
      money: null,
      capacityMw: null,
      date: from,
      statementIds: [expansion.id],
    });
  }
  return options;
}

function tranchesOf(facts: DealFacts): readonly Tranche[] {
  return facts.parts('tranche').flatMap((s) => {
    const amount = amountOf(s);
    const date = s.validFrom ?? s.refersTo;
    return amount ? [{ ...amount, day: date === null ? null : lastDay(date) }] : [];
  });
}

function partsOf(facts: DealFacts, property: string): readonly DealAmount[] {
  return facts.parts(property).flatMap((s) => amountOf(s) ?? []);
}

/** The sum of amounts in one currency; null where there are none or their currencies differ. */
function sum(amounts: readonly DealAmount[]): DealAmount | null {
  const first = amounts[0];
  if (!first || amounts.some((a) => a.currency !== first.currency)) return null;
  return {
    amount: amounts.reduce((total, a) => total + a.amount, 0),
    currency: first.currency,
    saidOn: amounts.map((a) => a.saidOn).reduce((a, b) => (lastDay(a) >= lastDay(b) ? a : b)),
    openAbove: amounts.some((a) => a.openAbove),
    statementIds: amounts.flatMap((a) => a.statementIds),
  };
}
