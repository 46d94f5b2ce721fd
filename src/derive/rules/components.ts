import type { Rule } from '../Rule.js';
import { madeSinceRelease } from './chipVendor.js';

/** COMPONENT: a system needs the chips that it contains. */
export const componentRules: readonly Rule[] = [
  {
    id: 'component',
    kinds: ['COMPONENT'],
    inputs: ['component', 'released'],
    *derive(facts) {
      for (const relation of facts.relations('component')) {
        const tie = madeSinceRelease(facts, relation);
        yield { kind: 'COMPONENT', from: relation.subject, to: relation.object, tie };
      }
    },
  },
];
