import type { Rule } from '../Rule.js';
import { statedRelation } from './statedRelation.js';

/** EQUIPMENT: who makes chips needs lithography machines; their maker needs lasers and optics. */
export const equipmentRules: readonly Rule[] = [
  statedRelation('equipment', 'EQUIPMENT', 'object', ['supplies_euv_to', 'supplies_lasers_to', 'supplies_optics_to']),
];
