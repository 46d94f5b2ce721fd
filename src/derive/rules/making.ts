import { bestClaim } from '../../model/claims.js';
import type { EntityId } from '../../model/ids.js';
import { lastDay } from '../../model/time.js';
import type { FactIndex } from '../FactIndex.js';
import { groupBy } from '../groupBy.js';
import type { Finding, Rule } from '../Rule.js';
import { EVER, prospectiveUntil, tieOver } from '../Tie.js';
import { productChain } from './productChain.js';
import { statedRelation } from './statedRelation.js';

const RUBIN: EntityId = 'chip:rubin';

/** FABRICATION, MEMORY, PACKAGING, TOOLS: what making a chip takes. */
export const makingRules: readonly Rule[] = [
  ...productChain('FABRICATION', 'fabricated_by'),
  statedRelation('fabrication', 'FABRICATION', 'subject', ['fabricates_at', 'base_die_from']),
  ...productChain('MEMORY', 'memory_from'),
  statedRelation('memory-supply', 'MEMORY', 'object', ['supplies_hbm_to']),
  {
    id: 'memory-share',
    kinds: ['MEMORY'],
    inputs: ['hbm4_share_of_rubin'],
    heads: [RUBIN],
    derive: rubinShares,
  },
  {
    id: 'memory-letter-of-intent',
    kinds: ['MEMORY'],
    inputs: ['dram_loi_with'],
    *derive(facts) {
      for (const { subject, object, tie } of facts.relations('dram_loi_with')) {
        yield { kind: 'MEMORY', from: object, to: subject, tie: prospectiveUntil(tie, null) };
      }
    },
  },
  statedRelation('packaging', 'PACKAGING', 'subject', ['packages_at', 'outsources_packaging_to']),
  statedRelation('design-tools', 'TOOLS', 'object', ['supplies_eda_to', 'licenses_ip_to']),
];

/**
 * Each maker's share of the memory of one product, so the product depends, not all that its designer sells. Estimates of
 * different dates are of one share: the best claim is used, and a share of nothing is no dependency.
 */
function* rubinShares(facts: FactIndex): Generator<Finding> {
  const claims = facts.withProperty('hbm4_share_of_rubin');
  for (const group of groupBy(claims, (s) => `${s.subject}|${s.object}`).values()) {
    const best = bestClaim(group);
    if (!best?.object || typeof best.value !== 'number' || best.value === 0) continue;
    const from = facts.heads.has(RUBIN) ? RUBIN : best.object;
    const since = best.validFrom === null ? facts.saidDay(best) : lastDay(best.validFrom);
    const tie = tieOver(since ?? EVER, null, best.validFrom === null, [best]);
    yield { kind: 'MEMORY', from, to: best.subject, tie, sharePercent: best.value };
  }
}
