import { expect } from 'vitest';
import type { Attack } from './Attack.js';

/** Questions that walk far. Their budgets count edges, so that the answer is the same every time, whatever it takes. */
export const ANALYSES: readonly Attack[] = [
  {
    id: 'ATT-601',
    what: '100 paths of up to 10 steps, either way, of all kinds, through the densest part of the graph',
    send: (server) =>
      server.ask(`{ paths(from: "company:openai", to: "company:nvidia", direction: ANY, maxHops: 10, first: 100, prospective: true,
        kinds: [COMPUTE, CHIPS, CAPITAL, OWNERSHIP, PROGRAMME, ENERGY]) { truncated edges { node { length } } } }`),
    ends: null,
    isBounded: true,
    check: ({ data }) => expect(JSON.stringify(data)).toContain('"truncated":true'),
  },
  {
    id: 'ATT-602',
    what: 'everything within 10 steps, of all kinds',
    send: (server) =>
      server.ask(`{ dependents(of: "company:asml", transitive: true, maxDepth: 10, prospective: true, first: 100) {
        totalCount truncated edges { node { id } path { nodes { id } } } } }`),
    ends: null,
    isBounded: true,
  },
  {
    id: 'ATT-603',
    what: 'what breaks without 100 entities at once',
    send: (server) =>
      server.ask('query ($all: [ID!]!) { impact(remove: $all) { breaks { node { id } } stresses { node { id } } } }', {
        all: Array.from({ length: 101 }, () => 'company:tsmc'),
      }),
    ends: 'BAD_USER_INPUT',
  },
  {
    id: 'ATT-604',
    what: 'the same dear question twenty times at once',
    send: async (server) => {
      const ask = () =>
        server.ask(
          '{ paths(from: "company:openai", to: "company:nvidia", direction: ANY, maxHops: 10, first: 100) { truncated } }',
        );
      const [first, ...others] = await Promise.all(Array.from({ length: 20 }, ask));
      for (const { status } of others) expect([200, 429, 503]).toContain(status);
      if (!first) throw new Error('no reply');
      return first;
    },
    ends: null,
    isBounded: true,
  },
  {
    id: 'ATT-605',
    what: 'a path from an entity to itself',
    send: (server) => server.ask('{ paths(from: "company:openai", to: "company:openai", maxHops: 10) { truncated } }'),
    ends: 'BAD_USER_INPUT',
  },
  {
    id: 'ATT-606',
    what: 'a hundred unknown ids, each of which would get suggestions',
    send: (server) =>
      server.ask('query ($of: [ID!]!) { timeline(of: $of) { totalCount } }', {
        of: Array.from({ length: 100 }, (_, i) => `company:opn${i}`),
      }),
    ends: 'NOT_FOUND',
  },
];
