import { kindOf } from '../../model/ids.js';
import type { FactIndex } from '../FactIndex.js';
import type { Rule } from '../Rule.js';
import type { Relation } from '../relation.js';
import { SITE_INPUTS, siteTie } from '../siteTie.js';
import { both, type Tie } from '../Tie.js';
import { CHIP_INPUTS, vendorsOf } from './chipVendor.js';
import { CLOUD_INPUTS, cloudsOrSelf, type Dependent } from './parties.js';
import { operatorsOf } from './site.js';

const INPUTS = ['chip_count', ...SITE_INPUTS, ...CLOUD_INPUTS];

/** CHIPS and USES from the chips counted at a datacenter. */
export const siteChipRules: readonly Rule[] = [
  {
    id: 'site-chip-vendor',
    kinds: ['CHIPS'],
    inputs: [...INPUTS, ...CHIP_INPUTS],
    *derive(facts) {
      for (const { count, installed } of installedChips(facts)) {
        for (const vendor of vendorsOf(facts, count.object)) {
          for (const { id, tie } of runnersOf(facts, count, both(installed, vendor.tie))) {
            yield { kind: 'CHIPS', from: id, to: vendor.company, tie };
          }
        }
      }
    },
  },
  {
    id: 'site-chip-use',
    kinds: ['USES'],
    inputs: [...INPUTS, 'tenant'],
    *derive(facts) {
      for (const { count, installed } of installedChips(facts)) {
        yield { kind: 'USES', from: count.subject, to: count.object, tie: installed };
        for (const { id, tie } of runnersOf(facts, count, installed)) {
          yield { kind: 'USES', from: id, to: count.object, tie };
        }
        // With several tenants no source says whose the chips are.
        const [tenant, ...others] = facts.relationsOf(count.subject, 'tenant');
        if (tenant && others.length === 0) {
          yield { kind: 'USES', from: tenant.object, to: count.object, tie: both(installed, tenant.tie) };
        }
      }
    },
  },
];

function* installedChips(facts: FactIndex): Generator<{ readonly count: Relation; readonly installed: Tie }> {
  for (const count of facts.relations('chip_count')) {
    // Deals count chips too; their chips are found by `dealChips.ts`.
    if (kindOf(count.subject) === 'datacenter' && count.best.value !== 0)
      yield { count, installed: both(count.tie, siteTie(facts, count.subject)) };
  }
}

/** The operator's clouds, or the operator where it runs none. */
function* runnersOf(facts: FactIndex, count: Relation, installed: Tie): Generator<Dependent> {
  for (const operator of operatorsOf(facts, count.subject)) {
    yield* cloudsOrSelf(facts, operator.object, both(installed, operator.tie));
  }
}
