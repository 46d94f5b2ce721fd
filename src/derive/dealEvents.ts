import { bestClaim } from '../model/claims.js';
import { statusHistory } from '../model/deal.js';
import type { DealStatus } from '../model/entity.js';
import type { EventKind } from '../model/event.js';
import type { Statement } from '../model/statement.js';
import { addDays, isPartialDate, lastDay, type PartialDate, precisionOf } from '../model/time.js';
import type { DealView } from './dealView.js';
import type { EventDraft } from './deriveEvents.js';
import { describeDeal } from './describeDeal.js';
import type { FactIndex } from './FactIndex.js';

const STATUS_WORDS: Readonly<Record<DealStatus, string>> = {
  ACTIVE: 'takes effect',
  COMPLETED: 'completed',
  ANNOUNCED: 'announced',
  LETTER_OF_INTENT: 'letter of intent',
  REPORTED: 'reported',
  PAUSED: 'paused',
  CANCELLED: 'cancelled',
};

/** What happens to a deal: announcement, changes of status, and what is dated ahead. */
export function dealEvents(facts: FactIndex, deal: DealView): EventDraft[] {
  const entities = [deal.id, ...new Set(deal.parties.map((p) => p.entity))];
  const who = describeDeal.parties(facts, deal);
  const event = (kind: EventKind, date: PartialDate, what: string, evidence: EventDraft['evidence']): EventDraft => ({
    kind,
    date,
    title: `${who}: ${what}`,
    entities,
    evidence,
  });
  const dated = (kind: EventKind, property: string, what: string): EventDraft[] => {
    const claim = facts.best(deal.id, property);
    return isDate(claim) ? [event(kind, claim.value, what, [claim])] : [];
  };
  const announced = facts.best(deal.id, 'announced');
  const ahead = [
    ...dated('DEAL_START', 'start', 'begins'),
    ...endEvents(facts, deal, event),
    ...dated('DEAL_OPTION', 'expansion_option_from', 'option to expand can be used'),
    ...dated('DEAL_OPTION', 'conditional_tranche_lapses', 'conditional part lapses'),
    ...dated('DEAL_DEADLINE', 'first_phase', 'first phase due'),
    ...dated('DEAL_DEADLINE', 'first_building', 'first building due'),
    ...dated('DEAL_DEADLINE', 'full_deployment_by', 'all capacity due'),
  ];
  // What was planned for the time after a cancellation does not happen.
  const cancelled = statusHistory(facts.about(deal.id, 'status')).find((s) => s.status === 'CANCELLED')?.from ?? null;
  return [
    ...(isDate(announced) ? [announcement(facts, deal, announced, event)] : []),
    ...statusEvents(facts, deal, event),
    ...ahead.filter(({ date }) => cancelled === null || lastDay(date) < cancelled),
  ];
}

type MakeEvent = (kind: EventKind, date: PartialDate, what: string, evidence: EventDraft['evidence']) => EventDraft;

/** An amount told later than this many days after the announcement was no part of it. */
const TOLD_WITHIN_DAYS = 31;

function announcement(
  facts: FactIndex,
  deal: DealView,
  announced: Statement & { readonly value: PartialDate },
  event: MakeEvent,
): EventDraft {
  const last = addDays(lastDay(announced.value), TOLD_WITHIN_DAYS);
  const told = facts.about(deal.id, 'amount').filter((s) => s.scope === null && s.refersTo === null);
  const size = bestClaim(told.filter((s) => lastDay(s.saidOn) <= last));
  const evidence = size === null ? ([announced] as const) : ([announced, size] as const);
  return event('DEAL_ANNOUNCED', announced.value, describeDeal.announcement(facts, deal, size), evidence);
}

/** The status on the day of the announcement is part of that event; every later one is an event of its own. */
function statusEvents(facts: FactIndex, deal: DealView, event: MakeEvent): EventDraft[] {
  const first = deal.announced === null ? null : lastDay(deal.announced);
  return statusHistory(facts.about(deal.id, 'status'))
    .filter(({ from }) => first === null || from > first)
    .map(({ status, statement }) => {
      const date = statement.validFrom ?? statement.saidOn;
      return event('DEAL_STATUS', date, STATUS_WORDS[status], [statement]);
    });
}

/** The stated end, else the last day of the term. */
function endEvents(facts: FactIndex, deal: DealView, event: MakeEvent): EventDraft[] {
  const end = facts.best(deal.id, 'end');
  if (isDate(end)) return [event('DEAL_END', end.value, 'ends', [end])];
  const start = facts.best(deal.id, 'start');
  const term = facts.best(deal.id, 'term_years');
  const day = deal.term.lastDay;
  if (!isDate(start) || typeof term?.value !== 'number' || day === null) return [];
  const words = `term of ${describeDeal.years(term.value)} ends`;
  return [event('DEAL_END', asPreciseAs(start.value, day), words, [term, start])];
}

/** A term counted from a date known to the month or year ends in a month or year, not on a day. */
function asPreciseAs(start: PartialDate, day: string): PartialDate {
  switch (precisionOf(start)) {
    case 'DAY':
      return day;
    case 'MONTH':
      return day.slice(0, 7);
    case 'QUARTER':
      return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
    case 'HALF':
      return `${day.slice(0, 4)}-H${Number(day.slice(5, 7)) > 6 ? 2 : 1}`;
    default:
      return day.slice(0, 4);
  }
}

function isDate(claim: Statement | null): claim is Statement & { readonly value: PartialDate } {
  return typeof claim?.value === 'string' && isPartialDate(claim.value);
}
