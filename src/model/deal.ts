import { bestByIdentity } from './claims.js';
import { DealFacts } from './dealFacts.js';
import { type DealAmount, type DealMoney, type DealOption, moneyOf, NO_MONEY, optionsOf } from './dealMoney.js';
import { DEAL_STATUSES, type DealForm, type DealParty, type DealStatus, type DealType } from './entity.js';
import { compareIds, type EntityId } from './ids.js';
import type { Statement } from './statement.js';
import { addDays, addYears, type Day, firstDay, lastDay, type PartialDate } from './time.js';

export type NotInForce = 'NOT_YET_ANNOUNCED' | 'ENDED' | 'CANCELLED' | 'PAUSED' | 'SUPERSEDED';

/** What a deal says on a day, by the rules of semantics §3. Before the announcement it has no status and no amounts. */
export interface DealTerms extends DealMoney {
  readonly form: DealForm;
  readonly type: DealType;
  readonly parties: readonly DealParty[];
  readonly announced: PartialDate | null;
  readonly status: DealStatus | null;
  readonly binding: boolean;
  readonly inForce: boolean;
  readonly notInForceBecause: NotInForce | null;
  /** The day by which it has certainly started, and the day after its last. */
  readonly start: Day | null;
  readonly endExclusive: Day | null;
  readonly termYears: number | null;
  readonly options: readonly DealOption[];
  /** Stated parts of single investors. */
  readonly investorAmounts: ReadonlyMap<EntityId, DealAmount>;
  readonly nestedIn: readonly EntityId[];
  readonly supersedes: readonly EntityId[];
  readonly expands: readonly EntityId[];
  readonly contingentOn: readonly EntityId[];
  readonly chips: readonly EntityId[];
  readonly datacenters: readonly EntityId[];
}

export interface DealTermsOptions {
  /** Leave an amount unknown that was said only after `asOf`, instead of using the first one said later. */
  readonly strictAsOf?: boolean;
  /** The day on which a deal that supersedes this one was certainly announced. */
  readonly supersededOn?: Day | null;
}

const TYPE_OF: Readonly<Record<DealForm, DealType>> = {
  COMPUTE_PURCHASE: 'COMPUTE',
  CLOUD_PARTNERSHIP: 'COMPUTE',
  LEASE: 'COMPUTE',
  CHIP_SUPPLY: 'SUPPLY',
  LICENCE: 'SUPPLY',
  EQUITY_INVESTMENT: 'INVESTMENT',
  ACQUISITION: 'INVESTMENT',
  DEBT_FINANCING: 'INVESTMENT',
  ENERGY_PPA: 'ENERGY',
  INFRASTRUCTURE_PROGRAMME: 'PROGRAMME',
  JOINT_VENTURE: 'PROGRAMME',
  FRAMEWORK: 'PROGRAMME',
};

export function dealTypeOf(form: DealForm): DealType {
  return TYPE_OF[form];
}

export function isBindingStatus(status: DealStatus | null): boolean {
  return status === 'ACTIVE' || status === 'COMPLETED';
}

/** Whether what hangs on the deal can go ahead: it binds and runs, or has run its course. */
export function isFulfilled({ binding, notInForceBecause: because }: DealTerms): boolean {
  return binding && (because === null || because === 'ENDED' || because === 'SUPERSEDED');
}

/** The status on a day: the one that certainly began last; null before the first. */
export function statusOn(statements: readonly Statement[], asOf: Day): DealStatus | null {
  return statusHistory(statements).findLast((s) => s.from <= asOf)?.status ?? null;
}

/** The status history of a deal, oldest first, each from the day by which it had certainly begun. */
export function statusHistory(
  statements: readonly Statement[],
): readonly { readonly from: Day; readonly status: DealStatus; readonly statement: Statement }[] {
  const history = [];
  for (const statement of bestByIdentity(statements.filter((s) => s.property === 'status'))) {
    const status = DEAL_STATUSES.find((known) => known === statement.value);
    if (status) history.push({ from: lastDay(statement.validFrom ?? statement.saidOn), status, statement });
  }
  return history.sort((a, b) => compareIds(a.from, b.from) || a.statement.order - b.statement.order);
}

/**
 * The terms of one deal on a day. `statements`: all statements about it that were known at the time asked for.
 * Structural facts (dates, parties, status) speak for the day they are about, whenever they were said; amounts compete
 * as said by `asOf`.
 */
export function dealTerms(statements: readonly Statement[], asOf: Day, options: DealTermsOptions = {}): DealTerms {
  const facts = new DealFacts(statements, asOf);
  const form = facts.form();
  const announced = facts.date('announced');
  const isAnnounced = announced === null || lastDay(announced) <= asOf;
  const status = isAnnounced ? statusOn(statements, asOf) : null;
  const term = termIn(facts);
  const because = notInForceBecause(asOf, announced, status, term, options.supersededOn ?? null);
  const money = isAnnounced ? moneyOf(facts, options.strictAsOf ?? false) : NO_MONEY;
  return {
    form,
    type: dealTypeOf(form),
    parties: facts.parties(),
    announced,
    status,
    binding: isBindingStatus(status),
    inForce: because === null,
    notInForceBecause: because,
    start: term.start,
    endExclusive: term.endExclusive,
    termYears: term.termYears,
    ...money,
    options: isAnnounced ? optionsOf(facts) : [],
    investorAmounts: isAnnounced ? facts.amountsByEntity('investor_amount') : new Map(),
    nestedIn: facts.objects('nested_in'),
    supersedes: facts.objects('supersedes'),
    expands: facts.objects('expands'),
    contingentOn: facts.objects('contingent_on'),
    chips: facts.objects('chip'),
    datacenters: facts.objects('datacenter'),
  };
}

/**
 * The days on which a deal is in force, as far as its dates are known: from the certain announcement to the day before it
 * is paused, cancelled or superseded, or its last day. Null where it was never announced.
 */
export function inForceInterval(
  statements: readonly Statement[],
  supersededOn: Day | null,
): { readonly from: Day; readonly to: Day | null } | null {
  const facts = new DealFacts(statements, '9999-12-31');
  const announced = facts.date('announced');
  if (announced === null) return null;
  const term = termIn(facts);
  const history = statusHistory(statements);
  const running = history.findLastIndex((s) => !isStop(s.status));
  const stopped = history[running + 1]?.from ?? null;
  const ends = [term.endExclusive, stopped, term.explicitEnd ? null : supersededOn].filter((day) => day !== null);
  const end = ends.sort()[0];
  return { from: lastDay(announced), to: end === undefined ? null : addDays(end, -1) };
}

/** How long a deal runs, as far as its dates tell. */
export interface Term {
  /** The day by which it has certainly started. */
  readonly start: Day | null;
  /** The day after its last, for half-open spans. */
  readonly endExclusive: Day | null;
  readonly lastDay: Day | null;
  readonly termYears: number | null;
  /** A source states the end; it is not computed from the term. */
  readonly explicitEnd: boolean;
}

/**
 * An end counts through its last day, a term from the day by which it had certainly started. Where end and term together
 * give a start within the stated period, that day is the start ("2026 to 2028, three years").
 */
export function termOf(startDate: PartialDate | null, endDate: PartialDate | null, termYears: number | null): Term {
  const stated = endDate === null ? null : addDays(lastDay(endDate), 1);
  const backwards = stated !== null && termYears !== null ? addYears(stated, -termYears) : null;
  const fits =
    startDate !== null && backwards !== null && firstDay(startDate) <= backwards && backwards <= lastDay(startDate);
  const start = startDate === null ? null : fits ? backwards : lastDay(startDate);
  const computed = start !== null && termYears !== null ? addYears(start, termYears) : null;
  const endExclusive = stated ?? computed;
  return {
    start,
    endExclusive,
    lastDay: endExclusive === null ? null : addDays(endExclusive, -1),
    termYears,
    explicitEnd: stated !== null,
  };
}

/** The term by the best claims about its dates. */
export function termIn(facts: DealFacts): Term {
  return termOf(facts.date('start'), facts.date('end'), facts.number('term_years'));
}

function notInForceBecause(
  asOf: Day,
  announced: PartialDate | null,
  status: DealStatus | null,
  term: Term,
  supersededOn: Day | null,
): NotInForce | null {
  if (announced === null || asOf < lastDay(announced)) return 'NOT_YET_ANNOUNCED';
  if (status === 'CANCELLED' || status === 'PAUSED') return status;
  if (term.endExclusive !== null && term.endExclusive <= asOf) return 'ENDED';
  if (supersededOn !== null && supersededOn <= asOf && !term.explicitEnd) return 'SUPERSEDED';
  return null;
}

function isStop(status: DealStatus): boolean {
  return status === 'CANCELLED' || status === 'PAUSED';
}
