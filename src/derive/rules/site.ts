import { type EntityId, kindOf } from '../../model/ids.js';
import { DEAL_INPUTS, dealTie } from '../dealView.js';
import type { FactIndex } from '../FactIndex.js';
import type { Rule } from '../Rule.js';
import { openingOf, SITE_INPUTS, siteTie } from '../siteTie.js';
import { both, notLaterThan, type Tie } from '../Tie.js';
import { CLOUD_INPUTS, cloudsOrSelf, customersOf, pairs, sizeOf, titled, withClouds } from './parties.js';

/** SITE: who computes where, and who runs the place. */
export const siteRules: readonly Rule[] = [
  {
    id: 'site-operator',
    kinds: ['SITE'],
    inputs: ['operated_by', ...SITE_INPUTS],
    *derive(facts) {
      for (const site of facts.ids('datacenter')) {
        for (const operator of operatorsOf(facts, site)) {
          const tie = both(operator.tie, siteTie(facts, site));
          yield { kind: 'SITE', from: site, to: operator.object, tie };
          // The cloud runs on its operator's sites; the company's own need of them is no more than that.
          for (const { id, tie: own } of cloudsOrSelf(facts, operator.object, tie)) {
            if (kindOf(id) === 'cloud') yield { kind: 'SITE', from: id, to: site, tie: own };
          }
        }
      }
    },
  },
  {
    id: 'site-tenant',
    kinds: ['SITE'],
    inputs: ['tenant', ...SITE_INPUTS, ...CLOUD_INPUTS],
    *derive(facts) {
      for (const { subject: site, object: tenant, tie } of facts.relations('tenant')) {
        for (const dependent of withClouds(facts, tenant, both(tie, siteTie(facts, site)))) {
          yield { kind: 'SITE', from: dependent.id, to: site, tie: dependent.tie };
        }
      }
    },
  },
  {
    id: 'deal-site',
    kinds: ['SITE'],
    inputs: [...DEAL_INPUTS, 'datacenter', ...SITE_INPUTS, ...CLOUD_INPUTS],
    *derive(facts) {
      for (const deal of facts.deals()) {
        if (deal.type !== 'COMPUTE') continue;
        const sites = facts.relationsOf(deal.id, 'datacenter');
        const users = deal.form === 'LEASE' ? customersOf(deal) : titled(deal, 'provider');
        for (const site of sites) {
          for (const user of users) {
            const stated = both(dealTie(deal, user.statement, site.best), siteTie(facts, site.object));
            for (const { id, tie } of withClouds(facts, user.entity, stated)) {
              yield { kind: 'SITE', from: id, to: site.object, tie, deal: deal.id, supporting: sizeOf(deal) };
            }
          }
        }
      }
    },
  },
  {
    id: 'hosting-deal',
    kinds: ['SITE'],
    inputs: [...DEAL_INPUTS, 'datacenter'],
    *derive(facts) {
      for (const deal of facts.deals()) {
        // Where the site is a record of its own, it stands between the two.
        const isHosting = deal.form === 'LEASE' || deal.type === 'PROGRAMME';
        if (!isHosting || facts.about(deal.id, 'datacenter').length > 0) continue;
        for (const [customer, host] of pairs(customersOf(deal), titled(deal, 'provider', 'lessor', 'developer'))) {
          if (kindOf(host.entity) !== 'company') continue;
          const tie = dealTie(deal, customer.statement, host.statement);
          yield { kind: 'SITE', from: customer.entity, to: host.entity, tie, deal: deal.id, supporting: sizeOf(deal) };
        }
      }
    },
  },
];

export interface Operator {
  readonly object: EntityId;
  readonly tie: Tie;
}

/** Who runs a datacenter; where no source dates it, since it opened or was first reported, whichever came first. */
export function operatorsOf(facts: FactIndex, site: EntityId): readonly Operator[] {
  return facts
    .relationsOf(site, 'operated_by')
    .map((r) => ({ object: r.object, tie: notLaterThan(r.tie, openingOf(facts, site)) }));
}
