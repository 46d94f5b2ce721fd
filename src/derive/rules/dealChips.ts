import { DEAL_INPUTS, type DealView, dealTie, type PartyView } from '../dealView.js';
import type { FactIndex } from '../FactIndex.js';
import type { Rule } from '../Rule.js';
import type { Relation } from '../relation.js';
import { both, EVER, prospectiveUntil, type Tie } from '../Tie.js';
import { CHIP_INPUTS, releaseOf, vendorsOf } from './chipVendor.js';
import { buildersOf, CLOUD_INPUTS, customersOf, sizeOf, withClouds } from './parties.js';

const INPUTS = [...DEAL_INPUTS, 'chip', ...CHIP_INPUTS, ...CLOUD_INPUTS];

/** CHIPS and USES from chips that a deal names. */
export const dealChipRules: readonly Rule[] = [
  {
    id: 'deal-chip-vendor',
    kinds: ['CHIPS'],
    inputs: INPUTS,
    *derive(facts) {
      for (const { deal, chip } of namedChips(facts)) {
        for (const builder of buildersOf(deal)) {
          for (const vendor of vendorsOf(facts, chip.object)) {
            const stated = chipTie(facts, deal, builder, chip);
            for (const { id, tie } of withClouds(facts, builder.entity, both(stated, vendor.tie))) {
              yield { kind: 'CHIPS', from: id, to: vendor.company, tie, deal: deal.id, supporting: sizeOf(deal) };
            }
          }
        }
      }
    },
  },
  {
    id: 'deal-chip-use',
    kinds: ['USES'],
    inputs: INPUTS,
    *derive(facts) {
      for (const { deal, chip } of namedChips(facts)) {
        const supporting = sizeOf(deal);
        const customers = deal.type === 'COMPUTE' ? customersOf(deal) : [];
        for (const customer of customers) {
          const tie = chipTie(facts, deal, customer, chip);
          yield { kind: 'USES', from: customer.entity, to: chip.object, tie, deal: deal.id, supporting };
        }
        for (const builder of buildersOf(deal)) {
          const stated = chipTie(facts, deal, builder, chip);
          for (const { id, tie } of withClouds(facts, builder.entity, stated)) {
            yield { kind: 'USES', from: id, to: chip.object, tie, deal: deal.id, supporting };
          }
        }
      }
    },
  },
];

function* namedChips(facts: FactIndex): Generator<{ readonly deal: DealView; readonly chip: Relation }> {
  for (const deal of facts.deals()) {
    for (const chip of facts.relationsOf(deal.id, 'chip')) yield { deal, chip };
  }
}

/** In force as the deal is, and prospective until the chip has been released: before that nobody can have it. */
function chipTie(facts: FactIndex, deal: DealView, party: PartyView, chip: Relation): Tie {
  return prospectiveUntil(dealTie(deal, party.statement, chip.best), releaseOf(facts, chip.object) ?? EVER);
}
