import type { EntityId } from '../../model/ids.js';
import { DEAL_INPUTS, dealTie } from '../dealView.js';
import type { Rule } from '../Rule.js';
import { SITE_INPUTS, siteTie } from '../siteTie.js';
import { both, prospectiveUntil } from '../Tie.js';
import { customersOf, pairs, sizeOf, titled } from './parties.js';
import { statedRelation } from './statedRelation.js';

/** Reactors that are still being developed: nothing flows yet. */
const IN_DEVELOPMENT = ['develops_smr_for', 'develops_fusion_for'];

/** ENERGY: who powers datacenters and their operators. */
export const energyRules: readonly Rule[] = [
  {
    id: 'energy-deal',
    kinds: ['ENERGY'],
    inputs: [...DEAL_INPUTS, ...IN_DEVELOPMENT],
    *derive(facts) {
      const isDevelopedBy = (seller: EntityId, buyer: EntityId) =>
        IN_DEVELOPMENT.some((property) => facts.relationsOf(seller, property).some((r) => r.object === buyer));
      for (const deal of facts.deals()) {
        if (deal.type !== 'ENERGY') continue;
        for (const [buyer, seller] of pairs(customersOf(deal), titled(deal, 'seller', 'supplier', 'provider'))) {
          const signed = dealTie(deal, buyer.statement, seller.statement);
          const tie = isDevelopedBy(seller.entity, buyer.entity) ? prospectiveUntil(signed, null) : signed;
          yield { kind: 'ENERGY', from: buyer.entity, to: seller.entity, tie, deal: deal.id, supporting: sizeOf(deal) };
        }
      }
    },
  },
  statedRelation('energy-supply', 'ENERGY', 'object', ['supplies_power_to']),
  {
    id: 'energy-development',
    kinds: ['ENERGY'],
    inputs: IN_DEVELOPMENT,
    *derive(facts) {
      for (const property of IN_DEVELOPMENT) {
        for (const { subject: developer, object: buyer, tie } of facts.relations(property)) {
          yield { kind: 'ENERGY', from: buyer, to: developer, tie: prospectiveUntil(tie, null) };
        }
      }
    },
  },
  {
    id: 'site-energy',
    kinds: ['ENERGY'],
    inputs: ['energy_from', ...SITE_INPUTS],
    *derive(facts) {
      for (const { subject: site, object: supplier, tie } of facts.relations('energy_from')) {
        yield { kind: 'ENERGY', from: site, to: supplier, tie: both(tie, siteTie(facts, site)) };
      }
    },
  },
];
