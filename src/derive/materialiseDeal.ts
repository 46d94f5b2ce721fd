import { dealTerms, inForceInterval, termIn } from '../model/deal.js';
import { DealFacts } from '../model/dealFacts.js';
import type { DealRecord, EntityHead } from '../model/entity.js';
import { toUsd } from '../model/money.js';
import type { Statement } from '../model/statement.js';
import { lastDay } from '../model/time.js';
import { type ClaimReader, dateIn, moneyIn, numberIn, textIn } from './ClaimReader.js';
import type { MaterialiseContext } from './materialise.js';

/**
 * A deal's plain fields. Structure (form, parties, what it replaces or contains) is what is known of the deal whenever it
 * was said. Its status, dates and figures show from its announcement on; then what was first said later counts too: the
 * deal had it then (semantics: Oracle's $300B, signed in July, told in September).
 */
export function materialiseDeal(
  head: EntityHead<'deal'>,
  statements: readonly Statement[],
  read: ClaimReader,
  context: MaterialiseContext,
): DealRecord {
  const terms = dealTerms(statements, read.asOf);
  const facts = new DealFacts(statements, read.asOf);
  const isAnnounced = terms.announced === null || lastDay(terms.announced) <= read.asOf;
  const claim = (property: string) => (isAnnounced ? (read.current(property) ?? facts.best(property)) : null);
  const amount = moneyIn(claim('amount'));
  const inForce = inForceInterval(statements, context.supersededOn(head.id));
  const option = terms.options.find((o) => o.date !== null)?.date ?? null;
  return {
    ...head,
    country: null,
    type: terms.type,
    form: terms.form,
    parties: terms.parties,
    announced: isAnnounced ? terms.announced : null,
    start: isAnnounced ? facts.date('start') : null,
    end: isAnnounced ? facts.date('end') : null,
    termYears: isAnnounced ? terms.termYears : null,
    termEnd: isAnnounced ? termIn(facts).lastDay : null,
    status: terms.status,
    binding: terms.binding,
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
