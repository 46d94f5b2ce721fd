import type { DependencyKind } from '../../model/edge.js';
import { DEAL_INPUTS, type DealView, dealTie, type PartyView } from '../dealView.js';
import type { FactIndex } from '../FactIndex.js';
import type { Rule } from '../Rule.js';
import { buildersOf, CLOUD_INPUTS, customersOf, pairs, sizeOf, titled, withClouds } from './parties.js';
import { NATURE_INPUTS, natureOf } from './supplierNature.js';

const INPUTS = [...DEAL_INPUTS, ...NATURE_INPUTS, ...CLOUD_INPUTS];

/** Who supplies a deal, by what the supplier is known for: CHIPS, MEMORY, FABRICATION, PACKAGING, SERVERS, TOOLS. */
export const supplyRules: readonly Rule[] = [
  {
    id: 'supply-deal',
    kinds: ['CHIPS', 'MEMORY', 'FABRICATION', 'PACKAGING', 'SERVERS', 'TOOLS'],
    inputs: INPUTS,
    *derive(facts) {
      for (const deal of facts.deals()) {
        for (const [buyer, supplier] of pairs(buyersOf(deal), titled(deal, 'supplier', 'licensor'))) {
          const kind = kindOfSupply(facts, deal, supplier);
          if (kind === null) continue;
          const stated = dealTie(deal, buyer.statement, supplier.statement);
          for (const { id, tie } of withClouds(facts, buyer.entity, stated)) {
            yield { kind, from: id, to: supplier.entity, tie, deal: deal.id, supporting: sizeOf(deal) };
          }
        }
      }
    },
  },
  {
    id: 'chip-supplier',
    kinds: ['CHIPS'],
    inputs: INPUTS,
    *derive(facts) {
      for (const deal of facts.deals()) {
        const users = [...new Set([...buildersOf(deal), ...(deal.type === 'INVESTMENT' ? [] : customersOf(deal))])];
        for (const [user, vendor] of pairs(users, titled(deal, 'chip_supplier'))) {
          const stated = dealTie(deal, user.statement, vendor.statement);
          for (const { id, tie } of withClouds(facts, user.entity, stated)) {
            yield { kind: 'CHIPS', from: id, to: vendor.entity, tie, deal: deal.id, supporting: sizeOf(deal) };
          }
        }
      }
    },
  },
];

/** A supplier to a compute deal equips the provider; elsewhere it supplies whoever buys or builds. */
function buyersOf(deal: DealView): readonly PartyView[] {
  return deal.type === 'SUPPLY' ? customersOf(deal) : buildersOf(deal);
}

function kindOfSupply(facts: FactIndex, deal: DealView, supplier: PartyView): DependencyKind | null {
  if (deal.form === 'LICENCE') return 'TOOLS';
  return natureOf(facts, supplier.entity) ?? (deal.form === 'CHIP_SUPPLY' ? 'CHIPS' : null);
}
