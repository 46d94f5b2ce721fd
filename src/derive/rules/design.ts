import type { Rule } from '../Rule.js';
import { CHIP_INPUTS, madeSinceRelease } from './chipVendor.js';
import { statedRelation } from './statedRelation.js';

const CO_DESIGN = ['codesigns_with', 'develops_own_chips_with'];

/** DESIGN: a chip needs its designer and co-designers; a company that designs with another needs that other. */
export const designRules: readonly Rule[] = [
  {
    id: 'chip-design',
    kinds: ['DESIGN'],
    inputs: [...CHIP_INPUTS, 'codesigned_with'],
    *derive(facts) {
      for (const property of ['designed_by', 'codesigned_with']) {
        for (const relation of facts.relations(property)) {
          const tie = madeSinceRelease(facts, relation);
          yield { kind: 'DESIGN', from: relation.subject, to: relation.object, tie };
        }
      }
    },
  },
  statedRelation('own-chip', 'DESIGN', 'object', ['develops_own_chips']),
  statedRelation('co-design', 'DESIGN', 'subject', CO_DESIGN),
];
