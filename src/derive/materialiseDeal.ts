import { dealTerms, inForceInterval, isBindingStatus, statusHistory } from '../model/deal.js';
import { DealFacts } from '../model/dealFacts.js';
import type { DealRecord, DealStatus, EntityHead } from '../model/entity.js';
import { toUsd } from '../model/money.js';
import type { Statement } from '../model/statement.js';
import { addYears, type Day, lastDay, type PartialDate } from '../model/time.js';
import { type ClaimReader, dateIn, moneyIn, numberIn, textIn } from './ClaimReader.js';
import type { MaterialiseContext } from './materialise.js';

/**
 * A deal's plain fields. Structure (form, parties, what it replaces or contains) is what is known of the deal whenever it
 * was said; dates and figures are as said by the day. From its announcement on, what was first said later counts too:
 * the deal had it then (semantics: Oracle's $300B, signed in July, told in September).
 */
export function materialiseDeal(
  head: EntityHead<'deal'>,
  statements: readonly Statement[],
  read: ClaimReader,
  context: MaterialiseContext,
): DealRecord {
  const terms = dealTerms(statements, read.asOf);
  const facts = new DealFacts(statements, read.asOf);
  const isAnnounced = terms.announced !== null && lastDay(terms.announced) <= read.asOf;
  const claim = (property: string) => read.current(property) ?? (isAnnounced ? facts.best(property) : null);
  const amount = moneyIn(claim('amount'));
  const status = terms.status ?? firstStatus(statements);
  const start = dateIn(claim('start'));
  const end = dateIn(claim('end'));
  const termYears = numberIn(claim('term_years'));
  const inForce = inForceInterval(statements, context.supersededOn(head.id));
  const option = terms.options.find((o) => o.date !== null)?.date ?? null;
  return {
    ...head,
    country: null,
    type: terms.type,
    form: terms.form,
    parties: terms.parties,
    announced: dateIn(claim('announced')),
    start,
    end,
    termYears,
    termEnd: termEndOf(start, end, termYears),
    status,
    binding: isBindingStatus(status),
    inForceFrom: inForce?.from ?? null,
    inForceTo: inForce?.to ?? null,
    amount,
    amountUsd: (amount && toUsd(amount.amount, amount.currency, amount.saidOn, context.rates)?.amount) ?? null,
    capacityMw: numberIn(claim('capacity_mw')),
    chips: terms.chips,
    datacenters: terms.datacenters,
    supersedes: terms.supersedes,
    nestedIn: terms.nestedIn,
    expands: terms.expands,
    contingentOn: terms.contingentOn,
    relatedTo: read.objects('related_to'),
    optionDate: dateIn(claim('expansion_option_from')) ?? dateIn(claim('conditional_tranche_lapses')) ?? option,
    fullDeploymentBy: dateIn(claim('full_deployment_by')),
    instanceFamily: textIn(claim('instance_family')),
  };
}

/** The stated end, else the day on which the term has run since the certain start. */
export function termEndOf(start: PartialDate | null, end: PartialDate | null, termYears: number | null): Day | null {
  if (end !== null) return lastDay(end);
  return start === null || termYears === null ? null : addYears(lastDay(start), termYears);
}

/** Before its first dated status a deal shows the one with which it will begin, so that the field is never empty. */
function firstStatus(statements: readonly Statement[]): DealStatus {
  return statusHistory(statements)[0]?.status ?? 'ANNOUNCED';
}
