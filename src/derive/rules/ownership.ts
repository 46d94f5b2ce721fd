import type { DependencyKind } from '../../model/edge.js';
import { kindOf } from '../../model/ids.js';
import { DEAL_INPUTS, dealTie } from '../dealView.js';
import type { Rule } from '../Rule.js';
import type { Relation } from '../relation.js';
import { pairs, sinceEver, sizeOf, titled } from './parties.js';

/** A stake above this share, in percent, controls. */
const CONTROL = 50;

/** CAPITAL and OWNERSHIP: who paid for a company, and whom it belongs to. */
export const ownershipRules: readonly Rule[] = [
  {
    id: 'funding-deal',
    kinds: ['CAPITAL'],
    inputs: DEAL_INPUTS,
    *derive(facts) {
      for (const deal of facts.deals()) {
        for (const [funded, funder] of pairs(
          titled(deal, 'investee', 'borrower'),
          titled(deal, 'investor', 'lender'),
        )) {
          const tie = dealTie(deal, funded.statement, funder.statement);
          const supporting = sizeOf(deal);
          yield { kind: 'CAPITAL', from: funded.entity, to: funder.entity, tie, deal: deal.id, supporting };
        }
      }
    },
  },
  {
    id: 'acquisition',
    kinds: ['OWNERSHIP'],
    inputs: DEAL_INPUTS,
    *derive(facts) {
      for (const deal of facts.deals()) {
        if (deal.form !== 'ACQUISITION') continue;
        // An acquisition changes hands when it is completed, however binding its announcement was.
        const phases = deal.phases.map((p) => ({ ...p, prospective: p.status !== 'COMPLETED' }));
        for (const [target, owner] of pairs(titled(deal, 'target'), titled(deal, 'acquirer'))) {
          const tie = { phases, needed: dealTie(deal, target.statement, owner.statement).needed };
          const supporting = sizeOf(deal);
          yield { kind: 'OWNERSHIP', from: target.entity, to: owner.entity, tie, deal: deal.id, supporting };
        }
      }
    },
  },
  {
    id: 'stake',
    kinds: ['CAPITAL', 'OWNERSHIP'],
    inputs: ['owns', 'owns_stake_in', 'owned_by'],
    *derive(facts) {
      for (const { subject: owner, object: owned, tie } of facts.relations('owns')) {
        yield { kind: 'OWNERSHIP', from: owned, to: owner, tie };
      }
      for (const relation of facts.relations('owns_stake_in')) {
        yield { kind: kindOfStake(relation, false), from: relation.object, to: relation.subject, tie: relation.tie };
      }
      for (const relation of facts.relations('owned_by')) {
        // Who owns a site is told by its record: it depends on its operator.
        if (kindOf(relation.subject) !== 'company') continue;
        const isOnly = facts.relationsOf(relation.subject, 'owned_by').length === 1;
        yield { kind: kindOfStake(relation, isOnly), from: relation.subject, to: relation.object, tie: relation.tie };
      }
    },
  },
  {
    id: 'parent',
    kinds: ['OWNERSHIP'],
    inputs: ['parent'],
    *derive(facts) {
      for (const { subject, object, tie } of facts.relations('parent')) {
        yield { kind: 'OWNERSHIP', from: subject, to: object, tie };
      }
    },
  },
  {
    id: 'cloud-operator',
    kinds: ['OWNERSHIP'],
    inputs: ['operated_by'],
    *derive(facts) {
      for (const { subject, object, tie } of facts.relations('operated_by')) {
        if (kindOf(subject) === 'cloud') yield { kind: 'OWNERSHIP', from: subject, to: object, tie: sinceEver(tie) };
      }
    },
  },
];

/** A stake of unknown size controls only where its holder is the only owner known. */
function kindOfStake({ best }: Relation, isOnlyOwner: boolean): DependencyKind {
  const controls = typeof best.value === 'number' ? best.value > CONTROL : isOnlyOwner;
  return controls ? 'OWNERSHIP' : 'CAPITAL';
}
