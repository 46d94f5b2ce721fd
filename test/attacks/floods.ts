import type { Attack } from './Attack.js';

const OPENAI = 'company(id: "company:openai")';

/** Many of the same: aliases, fields, directives, fragments, operations. */
export const FLOODS: readonly Attack[] = [
  {
    id: 'ATT-001',
    what: '101 aliases of a question that costs',
    send: (server) => server.ask(`{ ${times(101, (i) => `a${i}: chokepoints { node { id } }`)} }`),
    ends: 'QUERY_TOO_EXPENSIVE',
  },
  {
    id: 'ATT-002',
    what: '10,000 aliases of a cheap question',
    send: (server) => server.ask(`{ ${times(10_000, (i) => `a${i}: ${OPENAI} { id }`)} }`),
    ends: 'QUERY_TOO_EXPENSIVE',
  },
  {
    id: 'ATT-003',
    what: '10,000 times the same field',
    send: (server) => server.ask(`{ ${OPENAI} { ${'name '.repeat(10_000)} } }`),
    ends: 'QUERY_TOO_EXPENSIVE',
  },
  {
    id: 'ATT-004',
    what: '2,000 equal fields with selections, of which each is compared with each',
    send: (server) => server.ask(`{ ${times(2000, () => `${OPENAI} { id }`)} }`),
    ends: 'QUERY_TOO_EXPENSIVE',
  },
  {
    id: 'ATT-005',
    what: '1,500 inline fragments with the same field, of which each is compared with each',
    send: (server) => server.ask(`{ ${OPENAI} { ${'... { country { id } } '.repeat(1400)} } }`),
    ends: 'QUERY_TOO_EXPENSIVE',
  },
  {
    id: 'ATT-006',
    what: '101 directives on a field',
    send: (server) => server.ask(`{ __typename ${'@include(if: true) '.repeat(101)} }`),
    ends: 'QUERY_TOO_EXPENSIVE',
  },
  {
    id: 'ATT-007',
    what: '10,000 directives on a field',
    send: (server) => server.ask(`{ __typename ${'@a '.repeat(10_000)} }`),
    ends: 'QUERY_TOO_EXPENSIVE',
  },
  {
    id: 'ATT-008',
    what: '101 directives on each of 101 fields',
    send: (server) => server.ask(`{ ${times(40, (i) => `a${i}: __typename ${'@a '.repeat(101)}`)} }`),
    ends: 'QUERY_TOO_EXPENSIVE',
  },
  {
    id: 'ATT-009',
    what: '2^24 fields by 24 fragments of which each spreads the next twice',
    send: (server) =>
      server.ask(
        `{ ...f0 } ${times(24, (i) => `fragment f${i} on Query { ...f${i + 1} ...f${i + 1} }`)} fragment f24 on Query { __typename }`,
      ),
    ends: 'QUERY_TOO_EXPENSIVE',
  },
  {
    id: 'ATT-010',
    what: '2^24 fields by fragments with two aliases of the next',
    send: (server) =>
      server.ask(
        `{ ${OPENAI} { ...f0 } } ${times(24, (i) => `fragment f${i} on Entity { a: country { ...f${i + 1} } b: country { ...f${i + 1} } }`)} fragment f24 on Entity { id }`,
      ),
    ends: 'QUERY_TOO_EXPENSIVE',
  },
  {
    id: 'ATT-011',
    what: 'fragments in a cycle',
    send: (server) => server.ask('{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }'),
    ends: 'GRAPHQL_VALIDATION_FAILED',
  },
  {
    id: 'ATT-012',
    what: 'a cycle of 1,000 fragments',
    send: (server) =>
      server.ask(`{ ...f0 } ${times(1000, (i) => `fragment f${i} on Query { ...f${(i + 1) % 1000} }`)}`),
    ends: 'QUERY_TOO_EXPENSIVE',
  },
  {
    id: 'ATT-013',
    what: 'the same fragment at two depths, dear where it is deep',
    send: (server) =>
      server.ask(`
        fragment wide on Entity { dependents(first: 100) { edges { node { id aliases dependencies(first: 100) { edges { node { name facts { value } } } } } } } }
        { ${OPENAI} { ...wide dependents(first: 100) { edges { node { ...wide dependencies(first: 100) { edges { node { ...wide } } } } } } } }`),
    ends: 'QUERY_TOO_EXPENSIVE',
  },
  {
    id: 'ATT-014',
    what: '1,000 operations in a document',
    send: (server) => server.post({ query: times(1000, (i) => `query q${i} { __typename }`), operationName: 'q7' }),
    ends: null,
  },
  {
    id: 'ATT-015',
    what: '2,000 unknown fields, each an error with suggestions',
    send: (server) => server.ask(`{ ${times(2000, (i) => `compan${i}`)} }`),
    ends: 'QUERY_TOO_EXPENSIVE',
    check: ({ codes }) => {
      if (codes.length > 11) throw new Error(`${codes.length} errors`);
    },
  },
  {
    id: 'ATT-016',
    what: 'types within types of the introspection',
    send: (server) => server.ask(`{ __schema { types { ${'fields { type { '.repeat(8)} name ${'} } '.repeat(8)} } } }`),
    ends: 'GRAPHQL_VALIDATION_FAILED',
  },
  {
    id: 'ATT-017',
    what: '101 aliases of the whole introspection',
    send: (server) =>
      server.ask(
        `{ ${times(101, (i) => `a${i}: __schema { types { name description fields { name description args { name description } } } }`)} }`,
      ),
    ends: 'QUERY_TOO_EXPENSIVE',
  },
  {
    id: 'ATT-018',
    what: '10,000 spreads of a fragment',
    send: (server) => server.ask(`{ ${'...f '.repeat(10_000)} } fragment f on Query { __typename }`),
    ends: 'QUERY_TOO_EXPENSIVE',
  },
  {
    id: 'ATT-019',
    what: '101 fragments of which each spreads all after it',
    send: (server) =>
      server.ask(
        `{ ...f0 } ${times(101, (i) => `fragment f${i} on Query { __typename ${times(Math.min(40, 100 - i), (j) => `...f${i + j + 1}`)} }`)}`,
      ),
    ends: 'QUERY_TOO_EXPENSIVE',
  },
  {
    id: 'ATT-020',
    what: 'the fields of the types of the fields of all types, as deep as validation lets',
    send: (server) =>
      server.ask(
        '{ __schema { types { fields { name type { name fields { name description type { name kind ofType { name kind } } } } } } } }',
      ),
    ends: 'QUERY_TOO_EXPENSIVE',
  },
  {
    id: 'ATT-021',
    what: '20 aliases of a type with many fields, with all arguments and what these may be',
    send: (server) =>
      server.ask(
        `{ ${times(20, (i) => `a${i}: __type(name: "Query") { fields { args { name description type { name inputFields { name } enumValues { name } } } } }`)} }`,
      ),
    ends: 'QUERY_TOO_EXPENSIVE',
  },
];

function times(count: number, make: (index: number) => string): string {
  return Array.from({ length: count }, (_, i) => make(i)).join(' ');
}
