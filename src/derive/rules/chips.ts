import { kindOf } from '../../model/ids.js';
import type { Rule } from '../Rule.js';
import { both, EVER, prospectiveUntil } from '../Tie.js';
import { CHIP_INPUTS, madeSinceRelease, releaseOf } from './chipVendor.js';
import { CLOUD_INPUTS, sinceEver, withClouds } from './parties.js';

/** Chips that do the computing; a central processor only hosts them. */
const ACCELERATORS: ReadonlySet<unknown> = new Set(['gpu', 'asic', 'lpu', 'wafer']);

/** CHIPS from statements outside deals, and what a cloud owes to the chips of its operator. */
export const chipRules: readonly Rule[] = [
  {
    id: 'accelerator-supply',
    kinds: ['CHIPS'],
    inputs: ['supplies_chips_to', ...CLOUD_INPUTS],
    *derive(facts) {
      for (const { subject: vendor, object: buyer, tie } of facts.relations('supplies_chips_to')) {
        for (const dependent of withClouds(facts, buyer, tie)) {
          yield { kind: 'CHIPS', from: dependent.id, to: vendor, tie: dependent.tie };
        }
      }
    },
  },
  {
    id: 'chip-maker-customer',
    kinds: ['CHIPS'],
    inputs: ['customer_of', ...CLOUD_INPUTS],
    *derive(facts) {
      for (const { subject: buyer, object: vendor, tie } of facts.relations('customer_of')) {
        if (kindOf(vendor) !== 'company') continue;
        for (const dependent of withClouds(facts, buyer, tie)) {
          yield { kind: 'CHIPS', from: dependent.id, to: vendor, tie: dependent.tie };
        }
      }
    },
  },
  {
    id: 'own-accelerator',
    kinds: ['CHIPS', 'USES'],
    inputs: ['category', ...CHIP_INPUTS, ...CLOUD_INPUTS],
    *derive(facts) {
      for (const chip of facts.ids('chip')) {
        if (!ACCELERATORS.has(facts.best(chip, 'category')?.value)) continue;
        for (const design of facts.relationsOf(chip, 'designed_by')) {
          for (const { subject: cloud, tie } of facts.cloudsOf(design.object)) {
            const made = both(madeSinceRelease(facts, design), sinceEver(tie));
            const own = prospectiveUntil(made, releaseOf(facts, chip) ?? EVER);
            yield { kind: 'CHIPS', from: cloud, to: design.object, tie: own };
            yield { kind: 'USES', from: cloud, to: chip, tie: own };
          }
        }
      }
    },
  },
];
