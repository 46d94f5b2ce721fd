import type { Rule } from '../Rule.js';
import { CLOUD_INPUTS, withClouds } from './parties.js';

/** SERVERS as stated; suppliers of servers to a deal are found by `supply.ts`. */
export const serverRules: readonly Rule[] = [
  {
    id: 'server-supply',
    kinds: ['SERVERS'],
    inputs: ['supplies_servers_to', ...CLOUD_INPUTS],
    *derive(facts) {
      for (const { subject: maker, object: buyer, tie } of facts.relations('supplies_servers_to')) {
        for (const dependent of withClouds(facts, buyer, tie)) {
          yield { kind: 'SERVERS', from: dependent.id, to: maker, tie: dependent.tie };
        }
      }
    },
  },
];
