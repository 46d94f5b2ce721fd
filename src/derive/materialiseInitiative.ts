import { bestClaim } from '../model/claims.js';
import type { EntityHead, InitiativeRecord } from '../model/entity.js';
import { toUsd } from '../model/money.js';
import { type ClaimReader, numberIn } from './ClaimReader.js';
import type { MaterialiseContext } from './materialise.js';

const STAGES = ['ANNOUNCED', 'COMMITTED', 'DISBURSED'] as const;
const FUNDERS = ['PUBLIC', 'PRIVATE', 'MIXED', 'ESTIMATE'] as const;

/**
 * "Over three to five years" is a most of five and, with scope `low`, a least of three. A number that is neither a floor nor
 * a ceiling is both.
 */
function statedYears(read: ClaimReader): Pick<InitiativeRecord, 'statedYears' | 'statedYearsLow' | 'statedYearsHigh'> {
  const stated = read.current('stated_years');
  const end = (scope: string) => numberIn(bestClaim(read.all('stated_years', (s) => s.scope === scope)));
  const years = numberIn(stated);
  return {
    statedYears: years,
    statedYearsLow: end('low') ?? (stated?.qualifier === 'upTo' ? null : years),
    statedYearsHigh: end('high') ?? (stated?.qualifier === 'atLeast' ? null : years),
  };
}

/** Stage and funder are never inferred: where no source says, they are unknown. */
export function materialiseInitiative(
  head: EntityHead<'initiative'>,
  read: ClaimReader,
  context: MaterialiseContext,
): InitiativeRecord {
  const budget = read.money('budget');
  const stage = read.text('budget_stage');
  const funder = read.text('funder');
  const roles = (property: string) =>
    read.scoped(property).map(({ entity, scope }) => ({ entity, role: scope ?? property }));
  return {
    ...head,
    country: read.object('government'),
    form: read.text('initiative_form') ?? 'programme',
    status: String(read.latest('status')?.value ?? 'reported'),
    start: read.date('start'),
    end: read.date('end'),
    ...statedYears(read),
    budget,
    budgetUsd: (budget && toUsd(budget.amount, budget.currency, budget.saidOn, context.rates)?.amount) ?? null,
    budgetStage: STAGES.find((known) => known === stage) ?? 'UNKNOWN_STAGE',
    funder: FUNDERS.find((known) => known === funder) ?? 'UNKNOWN_FUNDER',
    goals: read.texts('goal'),
    gpuCount: read.number('gpu_count'),
    powerMw: read.number('power_mw'),
    leadBodies: read.objects('lead_body'),
    suppliers: roles('supplier'),
    participants: roles('participant'),
    datacenters: read.objects('datacenter'),
    nestedIn: read.objects('nested_in'),
    sameAs: read.objects('same_as'),
  };
}
