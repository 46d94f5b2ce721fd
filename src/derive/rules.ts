import type { Rule } from './Rule.js';
import { chipRules } from './rules/chips.js';
import { componentRules } from './rules/components.js';
import { computeRules } from './rules/compute.js';
import { dealChipRules } from './rules/dealChips.js';
import { designRules } from './rules/design.js';
import { energyRules } from './rules/energy.js';
import { equipmentRules } from './rules/equipment.js';
import { makingRules } from './rules/making.js';
import { ownershipRules } from './rules/ownership.js';
import { programmeRules } from './rules/programme.js';
import { serverRules } from './rules/servers.js';
import { siteRules } from './rules/site.js';
import { siteChipRules } from './rules/siteChips.js';
import { supplyRules } from './rules/supply.js';

/**
 * Counts changes in what the rules derive. A graph that was derived by another version still serves reads, but is derived
 * again before it takes writes.
 */
export const RULES_VERSION = '2';

/**
 * All rules. No rule reads `flagship_customer` (a label on a pair that other facts connect), export controls (policy
 * events), capacity and concentration figures (`cowos_wafers`, `share_of_ai_compute`, …) or statements of an entity about
 * itself: those are facts, not dependencies.
 */
export const RULES: readonly Rule[] = [
  ...computeRules,
  ...dealChipRules,
  ...supplyRules,
  ...chipRules,
  ...siteChipRules,
  ...componentRules,
  ...designRules,
  ...makingRules,
  ...equipmentRules,
  ...serverRules,
  ...siteRules,
  ...energyRules,
  ...ownershipRules,
  ...programmeRules,
];
