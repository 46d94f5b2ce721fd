import type { DealTerms } from '../model/deal.js';
import type { ClaimedMoney, InitiativeRecord } from '../model/entity.js';
import { compareIds, type EntityId } from '../model/ids.js';
import type { CurrencyRate } from '../model/money.js';
import { durationOf, type YearsRange } from './duration.js';
import { RateBook } from './RateBook.js';
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
export type IncomparableReason =
  | 'NO_BUDGET'
  | 'NO_RATE'
  | 'NO_PERIOD'
  | 'NO_DEAL_AMOUNT'
  | 'NO_DEAL_TERM'
  | 'NOT_DECIDED'
  | 'SAME_PROJECT';

/** Why there is no figure a head. */
export type NoPerHeadReason = 'NO_BUDGET' | 'NO_RATE' | 'NO_COUNTRY' | 'NO_POPULATION';

/** How an initiative stands to one chip vendor, as far as sources name suppliers. */
export type NamedVendorDependence = 'SOLE_NAMED' | 'NAMED_AMONG_OTHERS' | 'NOT_NAMED';

export interface BudgetFigures {
  readonly total: number | null;
  /** By the stated years, of "three to five" the most; else by first day of the start to last day of the end. */
  readonly perYear: number | null;
  /** As `perYear`, for every stated length and every reading of dates known only to the month or year. `high` null: unbounded. */
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
  /** Null where there is one. */
  readonly noPerHeadBecause: NoPerHeadReason | null;
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
  const rates = new RateBook(input.rates);
  const deal = input.deal && dealFigures(input.deal, rates);
  return {
    rows: input.initiatives.map((record) => compare(record, deal, input, rates)),
    deal,
    rates: rates.used(),
  };
}

function dealFigures({ id, terms }: NonNullable<CompareInput['deal']>, rates: RateBook) {
  const money = terms.firm ?? terms.ceiling;
  const usd = money && rates.convert(money, 'USD');
  const years = yearsOf(terms);
  return { id, usd, usdPerYear: usd === null || years === null ? null : usd / years };
}

function compare(
  record: InitiativeRecord,
  deal: InitiativeComparison['deal'],
  input: CompareInput,
  rates: RateBook,
): ComparedInitiative {
  const years = durationOf(record);
  const population = record.country && input.populationOf(record.country);
  const usd = figures(record.budget, 'USD', years, population, rates);
  const inCurrency = figures(record.budget, input.currency, years, population, rates);
  const vendors = chipVendors(record, input.isChipVendor);
  return {
    initiative: record.id,
    usd,
    inCurrency,
    years,
    noPerHeadBecause: whyNotPerHead(record, usd, inCurrency),
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
  rates: RateBook,
): BudgetFigures {
  const total = budget && rates.convert(budget, currency);
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

function whyNotPerHead(
  record: InitiativeRecord,
  usd: BudgetFigures,
  inCurrency: BudgetFigures,
): NoPerHeadReason | null {
  if (!record.budget) return 'NO_BUDGET';
  if (usd.total === null || inCurrency.total === null) return 'NO_RATE';
  if (record.country === null) return 'NO_COUNTRY';
  return usd.perHead === null ? 'NO_POPULATION' : null;
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
