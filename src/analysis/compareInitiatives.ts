import type { DealTerms } from '../model/deal.js';
import type { ClaimedMoney, InitiativeRecord } from '../model/entity.js';
import { compareIds, type EntityId } from '../model/ids.js';
import { type CurrencyRate, rateFor, toUsd } from '../model/money.js';
import { firstDay, type PartialDate } from '../model/time.js';
import { durationOf, type YearsRange } from './duration.js';
import { yearsOf } from './schedule.js';

export interface CompareInput {
  /** In the order in which they are to be answered. */
  readonly initiatives: readonly InitiativeRecord[];
  /** What each is set against; null for a comparison among themselves. */
  readonly deal: { readonly id: EntityId; readonly terms: DealTerms } | null;
  /** ISO 4217, the currency of the amounts besides the dollars. */
  readonly currency: string;
  readonly rates: readonly CurrencyRate[];
  /** Population of a country or bloc; null where unknown. */
  readonly populationOf: (country: EntityId) => number | null;
  /** Seat of a company; of a cloud its operator's. */
  readonly countryOf: (supplier: EntityId) => EntityId | null;
  /** Whether the company designs chips. */
  readonly isChipVendor: (supplier: EntityId) => boolean;
  /** Whose place among the named chip vendors is told; `company:nvidia` unless named. */
  readonly vendor?: EntityId;
}

/** Why an initiative, or a figure of it, cannot be compared, or only with care. */
export const INCOMPARABLE_REASONS = {
  NO_BUDGET: 'No source states a budget.',
  NO_RATE: 'The currency table has no rate for its budget or for the currency asked for.',
  NO_PERIOD: 'Its start or end is not known, so there is no figure per year.',
  NO_DEAL_AMOUNT: 'The deal has no known amount to compare it with.',
  NO_DEAL_TERM: 'The deal has no known term, so there is no ratio per year.',
  NOT_DECIDED: 'It is proposed, drafted, reported or in preparation: the budget is not decided.',
  SAME_PROJECT: 'It is the same project as the deal.',
} as const;
export type IncomparableReason = keyof typeof INCOMPARABLE_REASONS;

/** How an initiative stands to one chip vendor, as far as sources name suppliers. */
export type NamedVendorDependence = 'SOLE_NAMED' | 'NAMED_AMONG_OTHERS' | 'NOT_NAMED';

export interface BudgetFigures {
  readonly total: number | null;
  /** By the stated years, else by first day of the start to last day of the end. */
  readonly perYear: number | null;
  /** As `perYear`, for every reading of dates that are known only to the month or year. `high` null: unbounded. */
  readonly perYearLow: number | null;
  readonly perYearHigh: number | null;
  readonly perHead: number | null;
}

export interface ComparedInitiative {
  readonly initiative: EntityId;
  readonly usd: BudgetFigures;
  /** The same in the currency asked for. */
  readonly inCurrency: BudgetFigures;
  readonly years: YearsRange | null;
  /** Budget over the deal's amount; 1 is as large. */
  readonly ratioToDeal: number | null;
  /** Budget per year over the deal's amount per year. */
  readonly ratioPerYear: number | null;
  /** "Up to": the budget is at most that. */
  readonly isCeiling: boolean;
  /** "At least". */
  readonly isFloor: boolean;
  readonly stage: InitiativeRecord['budgetStage'];
  readonly funder: InitiativeRecord['funder'];
  /** Seats of the suppliers that sources name, ascending. */
  readonly supplierCountries: readonly EntityId[];
  /** Suppliers that are named as supplying chips, or design them and are not named as supplying something else; ascending. */
  readonly chipVendors: readonly EntityId[];
  readonly namedVendorDependence: NamedVendorDependence;
  /** Empty where all figures stand. */
  readonly notComparableBecause: readonly IncomparableReason[];
}

export interface InitiativeComparison {
  /** In the order given. Never summed: programmes overlap and their stages differ. */
  readonly rows: readonly ComparedInitiative[];
  readonly deal: { readonly id: EntityId; readonly usd: number | null; readonly usdPerYear: number | null } | null;
  /** The rates used, by currency and year. */
  readonly rates: readonly CurrencyRate[];
}

const UNDECIDED: ReadonlySet<string> = new Set(['proposed', 'drafting', 'call_preparation', 'reported']);
const CHIP_ROLE = /\b(?:chips?|gpus?|tpus?|accelerators?|processors?)\b/i;
/** Who designs chips may still supply something else: Microsoft is the cloud partner of Stargate UAE. */
const OTHER_ROLE = /\b(?:cloud|operator|developer|networking|servers?|software|platform|data-centre|data center)\b/i;
const NVIDIA: EntityId = 'company:nvidia';

/**
 * Sets the budgets of national programmes side by side and against a deal: in US dollars at the annual average of the year
 * in which each amount was said, and in another currency through the dollar at the same year's rate. Ratios are taken in
 * dollars. What can't be compared says why. Linear in initiatives and rates.
 */
export function compareInitiatives(input: CompareInput): InitiativeComparison {
  const exchange = new Exchange(input.rates);
  const deal = input.deal && dealFigures(input.deal, exchange);
  return {
    rows: input.initiatives.map((record) => compare(record, deal, input, exchange)),
    deal,
    rates: exchange.used(),
  };
}

function dealFigures({ id, terms }: NonNullable<CompareInput['deal']>, exchange: Exchange) {
  const money = terms.firm ?? terms.ceiling;
  const usd = money && exchange.convert(money, 'USD');
  const years = yearsOf(terms);
  return { id, usd, usdPerYear: usd === null || years === null ? null : usd / years };
}

function compare(
  record: InitiativeRecord,
  deal: InitiativeComparison['deal'],
  input: CompareInput,
  exchange: Exchange,
): ComparedInitiative {
  const years = durationOf(record);
  const population = record.country && input.populationOf(record.country);
  const usd = figures(record.budget, 'USD', years, population, exchange);
  const inCurrency = figures(record.budget, input.currency, years, population, exchange);
  const vendors = chipVendors(record, input.isChipVendor);
  return {
    initiative: record.id,
    usd,
    inCurrency,
    years,
    ratioToDeal: ratio(usd.total, deal?.usd),
    ratioPerYear: ratio(usd.perYear, deal?.usdPerYear),
    isCeiling: record.budget?.qualifier === 'upTo',
    isFloor: record.budget?.qualifier === 'atLeast',
    stage: record.budgetStage,
    funder: record.funder,
    supplierCountries: distinct(record.suppliers.flatMap((s) => input.countryOf(s.entity) ?? [])),
    chipVendors: vendors,
    namedVendorDependence: dependenceOn(input.vendor ?? NVIDIA, vendors),
    notComparableBecause: reasons(record, usd, inCurrency, deal),
  };
}

function figures(
  budget: ClaimedMoney | null,
  currency: string,
  years: YearsRange | null,
  population: number | null,
  exchange: Exchange,
): BudgetFigures {
  const total = budget && exchange.convert(budget, currency);
  return {
    total,
    perYear: ratio(total, years?.value),
    perYearLow: ratio(total, years?.most),
    perYearHigh: ratio(total, years?.least),
    perHead: ratio(total, population),
  };
}

function ratio(part: number | null, whole: number | null | undefined): number | null {
  return part === null || !whole ? null : part / whole;
}

function reasons(
  record: InitiativeRecord,
  usd: BudgetFigures,
  inCurrency: BudgetFigures,
  deal: InitiativeComparison['deal'],
): readonly IncomparableReason[] {
  const because: IncomparableReason[] = [];
  if (!record.budget) because.push('NO_BUDGET');
  else if (usd.total === null || inCurrency.total === null) because.push('NO_RATE');
  if (record.budget && usd.total !== null && usd.perYear === null) because.push('NO_PERIOD');
  if (deal && deal.usd === null) because.push('NO_DEAL_AMOUNT');
  else if (deal && deal.usdPerYear === null) because.push('NO_DEAL_TERM');
  if (UNDECIDED.has(record.status)) because.push('NOT_DECIDED');
  if (deal && record.sameAs.includes(deal.id)) because.push('SAME_PROJECT');
  return because;
}

function chipVendors(record: InitiativeRecord, isChipVendor: (id: EntityId) => boolean): readonly EntityId[] {
  const suppliesChips = ({ entity, role }: InitiativeRecord['suppliers'][number]): boolean =>
    CHIP_ROLE.test(role) || (isChipVendor(entity) && !OTHER_ROLE.test(role));
  return distinct(record.suppliers.filter(suppliesChips).map((s) => s.entity));
}

function dependenceOn(vendor: EntityId, vendors: readonly EntityId[]): NamedVendorDependence {
  if (!vendors.includes(vendor)) return 'NOT_NAMED';
  return vendors.length === 1 ? 'SOLE_NAMED' : 'NAMED_AMONG_OTHERS';
}

function distinct(ids: readonly EntityId[]): readonly EntityId[] {
  return [...new Set(ids)].sort(compareIds);
}

/** Converts between currencies through the dollar and remembers by which rates. */
class Exchange {
  readonly #rates: readonly CurrencyRate[];
  readonly #used = new Map<string, CurrencyRate>();

  constructor(rates: readonly CurrencyRate[]) {
    this.#rates = rates;
  }

  /** Null without a rate. */
  convert(
    money: { readonly amount: number; readonly currency: string; readonly saidOn: PartialDate },
    currency: string,
  ): number | null {
    if (money.currency === currency) return money.amount;
    const usd = toUsd(money.amount, money.currency, money.saidOn, this.#rates);
    if (!usd) return null;
    if (currency === 'USD') {
      this.#remember(usd.rates);
      return usd.amount;
    }
    const rate = rateFor(currency, Number(firstDay(money.saidOn).slice(0, 4)), this.#rates);
    if (!rate) return null;
    this.#remember([...usd.rates, rate]);
    return usd.amount / rate.usd;
  }

  used(): readonly CurrencyRate[] {
    return [...this.#used].sort(([a], [b]) => compareIds(a, b)).map(([, rate]) => rate);
  }

  #remember(rates: readonly CurrencyRate[]): void {
    for (const rate of rates) this.#used.set(`${rate.currency} ${rate.year}`, rate);
  }
}
