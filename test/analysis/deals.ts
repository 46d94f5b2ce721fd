import type { DealInput } from '../../src/analysis/dealSums.js';
import { type DealTerms, dealTypeOf } from '../../src/model/deal.js';
import type { DealAmount } from '../../src/model/dealMoney.js';
import type { DealForm, DealParty } from '../../src/model/entity.js';
import type { EntityId } from '../../src/model/ids.js';

export const BN = 1e9;
export const OPENAI: EntityId = 'company:openai';

/** An amount in US dollars said in 2025. */
export function usd(amount: number, more: Partial<DealAmount> = {}): DealAmount {
  return { amount, currency: 'USD', saidOn: '2025', openAbove: false, statementIds: [], ...more };
}

/** A deal of OpenAI with the providers named, active and in force, of unknown amount unless the test says more. */
export function dealOf(
  slug: string,
  providers: readonly EntityId[],
  more: Partial<DealTerms> & { readonly customers?: readonly EntityId[] } = {},
): DealInput {
  const { customers = [OPENAI], ...terms } = more;
  const form: DealForm = terms.form ?? 'COMPUTE_PURCHASE';
  const parties: DealParty[] = [
    ...customers.map((entity) => ({ entity, role: 'CUSTOMER' as const, title: 'customer' })),
    ...providers.map((entity) => ({ entity, role: 'PROVIDER' as const, title: 'provider' })),
  ];
  return {
    id: `deal:${slug}`,
    terms: {
      form,
      type: dealTypeOf(form),
      parties,
      announced: '2025-01-01',
      status: 'ACTIVE',
      binding: true,
      inForce: true,
      notInForceBecause: null,
      start: null,
      endExclusive: null,
      termYears: null,
      firm: null,
      ceiling: null,
      options: [],
      tranches: [],
      saidLater: false,
      investorAmounts: new Map(),
      nestedIn: [],
      supersedes: [],
      expands: [],
      contingentOn: [],
      chips: [],
      datacenters: [],
      ...terms,
    },
  };
}
