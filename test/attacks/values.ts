import { expect } from 'vitest';
import type { Attack } from './Attack.js';
import { exchange } from './exchange.js';

const SEARCH = 'query ($q: String!) { search(query: $q) { edges { node { id } } } }';
const NODES = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';
const FILTERED = 'query ($filter: CompanyFilter) { companies(filter: $filter) { totalCount } }';
/** Of a million bytes: as much as a body may have. */
const LONG = 'a'.repeat(1_000_000);

/** Values that are long, many, or named like what every object has. */
export const VALUES: readonly Attack[] = [
  {
    id: 'ATT-301',
    what: 'a string of 5 MB in variables',
    send: (server) => {
      const body = JSON.stringify({ query: SEARCH, variables: { q: 'a'.repeat(5_000_000) } });
      const head = ['POST /graphql HTTP/1.1', 'host: api', 'content-type: application/json'];
      return exchange(server, { head: [...head, `content-length: ${body.length}`], body: [body], waits: true });
    },
    ends: 'BAD_REQUEST',
    check: ({ status }) => expect(status).toBe(413),
  },
  {
    id: 'ATT-302',
    what: 'a string of 1 MB to search for',
    send: (server) => server.ask(SEARCH, { q: LONG }),
    ends: 'BAD_USER_INPUT',
  },
  {
    id: 'ATT-303',
    what: 'a string of 1 MB in the document',
    send: (server) => server.ask(`{ search(query: "${LONG}") { totalCount } }`),
    ends: 'QUERY_TOO_EXPENSIVE',
  },
  {
    id: 'ATT-304',
    what: 'an id of 1 MB',
    send: (server) => server.ask(NODES, { ids: [`company:${LONG}`] }),
    ends: 'BAD_USER_INPUT',
  },
  {
    id: 'ATT-305',
    what: 'a cursor of 1 MB',
    send: (server) => server.ask('query ($c: String) { companies(after: $c) { totalCount } }', { c: LONG }),
    ends: 'BAD_USER_INPUT',
  },
  {
    id: 'ATT-306',
    what: 'a date of 1 MB',
    send: (server) =>
      server.ask('query ($d: Date) { dependencies(of: "company:openai", asOf: $d) { totalCount } }', { d: LONG }),
    ends: 'BAD_USER_INPUT',
  },
  {
    id: 'ATT-307',
    what: 'a text of 1 MB in a filter',
    send: (server) => server.ask(FILTERED, { filter: { name: { contains: LONG } } }),
    ends: 'BAD_USER_INPUT',
  },
  {
    id: 'ATT-308',
    what: 'a field’s name of 1 MB',
    send: (server) => server.ask(`{ ${LONG} }`),
    ends: 'QUERY_TOO_EXPENSIVE',
  },
  {
    id: 'ATT-309',
    what: 'a comment of 1 MB',
    send: (server) => server.ask(`# ${LONG}\n{ __typename }`),
    ends: 'QUERY_TOO_EXPENSIVE',
  },
  {
    id: 'ATT-310',
    what: '20,000 variables that nobody declared',
    send: (server) =>
      server.ask('{ __typename }', Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`v${i}`, i]))),
    ends: 'BAD_USER_INPUT',
  },
  {
    id: 'ATT-311',
    what: '20,000 variables that are declared',
    send: (server) =>
      server.ask(`query (${Array.from({ length: 20_000 }, (_, i) => `$v${i}: Int`).join(' ')}) { __typename }`),
    ends: 'QUERY_TOO_EXPENSIVE',
  },
  {
    id: 'ATT-312',
    what: 'a list of 100,000 ids',
    send: (server) => server.ask(NODES, { ids: Array.from({ length: 100_000 }, () => 'a') }),
    ends: 'BAD_USER_INPUT',
  },
  {
    id: 'ATT-313',
    what: 'a list of 100,000 values of a wrong type, each an error',
    send: (server) => server.ask(NODES, { ids: Array.from({ length: 100_000 }, () => true) }),
    ends: 'BAD_USER_INPUT',
    check: ({ codes }) => expect(codes.length).toBeLessThanOrEqual(11),
  },
  {
    id: 'ATT-314',
    what: 'a filter with a list of 100,000 names',
    send: (server) => server.ask(FILTERED, { filter: { name: { in: Array.from({ length: 100_000 }, () => 'a') } } }),
    ends: 'BAD_USER_INPUT',
  },
  {
    id: 'ATT-315',
    what: 'a filter of 20,000 conditions',
    send: (server) =>
      server.ask(FILTERED, { filter: { or: Array.from({ length: 20_000 }, () => ({ name: { eq: 'a' } })) } }),
    ends: 'BAD_USER_INPUT',
  },
  {
    id: 'ATT-316',
    what: '100,000 names to resolve',
    send: (server) =>
      server.ask('query ($n: [String!]!) { resolve(names: $n) { name } }', {
        n: Array.from({ length: 100_000 }, (_, i) => `n${i}`),
      }),
    ends: 'BAD_USER_INPUT',
  },
  {
    id: 'ATT-317',
    what: '100,000 representations of federation',
    send: (server) =>
      server.ask('query ($r: [_Any!]!) { _entities(representations: $r) { __typename } }', {
        r: Array.from({ length: 100_000 }, () => ({})),
      }),
    ends: 'BAD_USER_INPUT',
  },
  {
    id: 'ATT-318',
    what: '__proto__ as a variable’s name',
    send: (server) => server.post('{"query": "{ __typename }", "variables": {"__proto__": {"admin": true}}}'),
    ends: 'BAD_REQUEST',
  },
  {
    id: 'ATT-319',
    what: 'constructor.prototype in variables',
    send: (server) =>
      server.post('{"query": "{ __typename }", "variables": {"constructor": {"prototype": {"admin": true}}}}'),
    ends: 'BAD_REQUEST',
  },
  {
    id: 'ATT-320',
    what: '__proto__ and constructor as aliases',
    send: (server) =>
      server.ask('{ __proto__: company(id: "company:openai") { constructor: name } toString: __typename }'),
    ends: null,
    check: ({ text }) => expect(text).toContain('{"__proto__":{"constructor":"OpenAI"},"toString":"Query"}'),
  },
  {
    id: 'ATT-321',
    what: '__proto__ and constructor as ids',
    send: (server) => server.ask(NODES, { ids: ['company:__proto__', 'company:constructor', 'topic:toString'] }),
    ends: null,
    check: ({ data }) => expect(data).toEqual({ nodes: [null, null, null] }),
  },
  {
    id: 'ATT-322',
    what: '__proto__ as a fragment, an operation and a declared variable',
    send: (server) =>
      server.post({
        query:
          'query constructor ($__proto__: Int) { ...__proto__ } fragment __proto__ on Query { companies(first: $__proto__) { totalCount } }',
        operationName: 'constructor',
      }),
    ends: null,
  },
  {
    id: 'ATT-323',
    what: 'operationName: __proto__',
    send: (server) =>
      server.post({ query: 'query a { __typename } query b { __typename }', operationName: '__proto__' }),
    ends: 'OPERATION_RESOLUTION_FAILURE',
  },
  {
    id: 'ATT-324',
    what: 'an object without toString where a date belongs',
    send: (server) =>
      server.post(
        '{"query": "query ($d: Date) { dependencies(of: \\"company:openai\\", asOf: $d) { totalCount } }", "variables": {"d": {"toString": 1, "valueOf": 1}}}',
      ),
    ends: 'BAD_USER_INPUT',
  },
  {
    id: 'ATT-325',
    what: 'a list of 100,000 where a date belongs',
    send: (server) =>
      server.ask('query ($d: Date) { dependencies(of: "company:openai", asOf: $d) { totalCount } }', {
        d: Array.from({ length: 100_000 }, () => 1),
      }),
    ends: 'BAD_USER_INPUT',
    check: ({ text }) => expect(text.length).toBeLessThan(10_000),
  },
  {
    id: 'ATT-326',
    what: 'lone surrogates to search for and as an id',
    send: (server) =>
      server.post(
        '{"query": "query ($q: String!, $ids: [ID!]!) { search(query: $q) { totalCount } nodes(ids: $ids) { id } }", "variables": {"q": "\\ud800 \\udc00", "ids": ["company:\\ud800"]}}',
      ),
    ends: 'BAD_USER_INPUT',
  },
  {
    id: 'ATT-327',
    what: 'lone surrogates in the document',
    send: (server) => server.post('{"query": "{ search(query: \\"\\\\uD800\\") { totalCount } }"}'),
    ends: 'GRAPHQL_PARSE_FAILED',
  },
  {
    id: 'ATT-328',
    what: 'NUL to search for and in a filter',
    send: (server) =>
      server.post(
        '{"query": "query ($q: String!) { search(query: $q) { totalCount } companies(filter: { name: { contains: $q } }) { totalCount } }", "variables": {"q": "a\\u0000b"}}',
      ),
    ends: null,
  },
  {
    id: 'ATT-329',
    what: 'NUL in an id',
    send: (server) => server.post('{"query": "{ node(id: \\"company:a\\\\u0000b\\") { id } }"}'),
    ends: 'BAD_USER_INPUT',
  },
  {
    id: 'ATT-330',
    what: 'combining marks, directions and 200 characters that fold to many more',
    send: (server) => server.ask(SEARCH, { q: '\ufdfa\u202e\u0301'.repeat(66) }),
    ends: null,
  },
  {
    id: 'ATT-331',
    what: '200 names of 200 characters that look like one another',
    send: (server) =>
      server.ask('query ($n: [String!]!) { resolve(names: $n) { name } }', {
        n: Array.from({ length: 200 }, (_, i) => `${'openai nvidia microsoft '.repeat(8)}${i}`.slice(0, 200)),
      }),
    ends: 'BAD_USER_INPUT',
  },
];
