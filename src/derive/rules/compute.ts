import { kindOf } from '../../model/ids.js';
import { DEAL_INPUTS, dealTie } from '../dealView.js';
import type { Rule } from '../Rule.js';
import { customersOf, pairs, sizeOf, titled } from './parties.js';

/** COMPUTE: whoever buys computing from a cloud depends on that cloud. Leases are about sites: see `site.ts`. */
export const computeRules: readonly Rule[] = [
  {
    id: 'compute-deal',
    kinds: ['COMPUTE'],
    inputs: DEAL_INPUTS,
    *derive(facts) {
      for (const deal of facts.deals()) {
        if (deal.form === 'LEASE' || deal.type === 'INVESTMENT') continue;
        const clouds = titled(deal, 'provider').filter((p) => kindOf(p.entity) === 'cloud');
        for (const [customer, cloud] of pairs(customersOf(deal), clouds)) {
          const tie = dealTie(deal, customer.statement, cloud.statement);
          const supporting = sizeOf(deal);
          yield { kind: 'COMPUTE', from: customer.entity, to: cloud.entity, tie, deal: deal.id, supporting };
        }
      }
    },
  },
  {
    id: 'cloud-customer',
    kinds: ['COMPUTE'],
    inputs: ['customer_of', 'hosts_on'],
    *derive(facts) {
      for (const { subject, object, tie } of [...facts.relations('customer_of'), ...facts.relations('hosts_on')]) {
        // A customer of a chip maker buys chips: see `chips.ts`.
        if (kindOf(object) === 'cloud') yield { kind: 'COMPUTE', from: subject, to: object, tie };
      }
    },
  },
];
