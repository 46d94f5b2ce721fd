import { expect } from 'vitest';
import type { Attack } from './Attack.js';
import type { AttackedServer } from './AttackedServer.js';

const BY_VARIABLE = 'query ($n: Int) { companies(first: $n) { edges { node { id } } } }';

/** Sizes that are none, however they come. */
export const NUMBERS: readonly Attack[] = [
  ...(['0', '-1', '2147483647'] as const).map((n, i) => literal(`ATT-${201 + i}`, n, 'BAD_USER_INPUT')),
  ...(['2147483648', '1e400', '"20"', '1.5'] as const).map((n, i) =>
    literal(`ATT-${204 + i}`, n, 'GRAPHQL_VALIDATION_FAILED'),
  ),
  ...(['0', '-1', '2147483648', '1e400', '"20"', '1.5', '{"toString": 1}', '[[1]]'] as const).map((n, i) =>
    variable(`ATT-${208 + i}`, n),
  ),
  {
    id: 'ATT-216',
    what: 'first: null as a literal',
    send: (server) => server.ask('{ companies(first: null) { edges { node { id } } } }'),
    ends: null,
    check: ({ data }) => expect(JSON.stringify(data).match(/company:/g)).toHaveLength(20),
  },
  {
    id: 'ATT-217',
    what: 'first: null by a variable',
    send: (server) => server.ask(BY_VARIABLE, { n: null }),
    ends: null,
    check: ({ data }) => expect(JSON.stringify(data).match(/company:/g)).toHaveLength(20),
  },
  ...(['0', '-1', '2147483647'] as const).map(
    (n, i): Attack => ({
      id: `ATT-${218 + i}`,
      what: `first: ${n} by a variable’s default`,
      send: (server) => server.ask(BY_VARIABLE.replace('Int', `Int = ${n}`)),
      ends: 'BAD_USER_INPUT',
    }),
  ),
  {
    id: 'ATT-221',
    what: 'first: 2147483648 by a variable’s default',
    send: (server) => server.ask(BY_VARIABLE.replace('Int', 'Int = 2147483648')),
    ends: 'GRAPHQL_VALIDATION_FAILED',
  },
  {
    id: 'ATT-222',
    what: 'a number of 100,000 digits',
    send: (server) => server.ask(`{ companies(first: ${'9'.repeat(100_000)}) { totalCount } }`),
    ends: 'GRAPHQL_VALIDATION_FAILED',
  },
  {
    id: 'ATT-223',
    what: '1e400 in a filter, as a literal',
    send: (server) => server.ask('{ chips(filter: { memoryGb: { gt: 1e400 } }) { totalCount } }'),
    ends: null,
    // graphql-js reads it as infinity, and nothing is larger.
    check: ({ data }) => expect(data).toEqual({ chips: { totalCount: 0 } }),
  },
  {
    id: 'ATT-224',
    what: '1e400 in a filter, by a variable',
    send: (server) =>
      server.post(
        '{"query": "query ($n: Float) { chips(filter: { memoryGb: { gt: $n } }) { totalCount } }", "variables": {"n": 1e400}}',
      ),
    ends: 'BAD_USER_INPUT',
  },
  {
    id: 'ATT-225',
    what: 'NaN in a filter, by a variable',
    send: (server) =>
      server.ask('query ($n: Float) { chips(filter: { memoryGb: { gt: $n } }) { totalCount } }', { n: 'NaN' }),
    ends: 'BAD_USER_INPUT',
  },
  {
    id: 'ATT-226',
    what: 'maxDepth and maxHops beyond their bounds',
    send: (server) =>
      server.ask(`{ dependencies(of: "company:openai", transitive: true, maxDepth: 2147483647) { totalCount }
        paths(from: "company:openai", to: "company:asml", maxHops: -1) { truncated } }`),
    ends: 'BAD_USER_INPUT',
  },
];

function literal(id: Attack['id'], n: string, ends: string): Attack {
  return {
    id,
    what: `first: ${n} as a literal`,
    send: (server: AttackedServer) => server.ask(`{ companies(first: ${n}) { edges { node { id } } } }`),
    ends,
  };
}

/** The JSON as it is: some of these numbers would not survive being written by JSON.stringify. */
function variable(id: Attack['id'], n: string): Attack {
  return {
    id,
    what: `first: ${n} by a variable`,
    send: (server: AttackedServer) => server.post(`{"query": "${BY_VARIABLE}", "variables": {"n": ${n}}}`),
    ends: 'BAD_USER_INPUT',
  };
}
