import type { Attack } from './Attack.js';

const DEEP = 5000;
const FILTERED = 'query ($filter: CompanyFilter) { companies(filter: $filter) { totalCount } }';

/** Depth: in the document, in its values, in variables, in the body, in the graph. */
export const NESTING: readonly Attack[] = [
  {
    id: 'ATT-101',
    what: 'selections 5,000 deep',
    send: (server) => server.ask(`${'{a'.repeat(DEEP)}${'}'.repeat(DEEP)}`),
    ends: 'QUERY_TOO_EXPENSIVE',
  },
  {
    id: 'ATT-102',
    what: 'inline fragments 5,000 deep',
    send: (server) => server.ask(`${'{...'.repeat(DEEP)}{__typename}${'}'.repeat(DEEP)}`),
    ends: 'QUERY_TOO_EXPENSIVE',
  },
  {
    id: 'ATT-103',
    what: 'lists 5,000 deep in an argument',
    send: (server) => server.ask(`{ nodes(ids: ${'['.repeat(DEEP)}${']'.repeat(DEEP)}) { id } }`),
    ends: 'QUERY_TOO_EXPENSIVE',
  },
  {
    id: 'ATT-104',
    what: 'conditions 2,400 deep in a filter',
    send: (server) => server.ask(`{ companies(filter: ${'{not:'.repeat(2400)}{}${'}'.repeat(2400)}) { totalCount } }`),
    ends: 'QUERY_TOO_EXPENSIVE',
  },
  {
    id: 'ATT-105',
    what: 'a list type 5,000 deep',
    send: (server) => server.ask(`query ($a: ${'['.repeat(DEEP)}Int${']'.repeat(DEEP)}) { __typename }`),
    ends: 'QUERY_TOO_EXPENSIVE',
  },
  {
    id: 'ATT-106',
    what: 'a list 5,000 deep for federation’s scalar of whatever form',
    send: (server) =>
      server.ask(`{ _entities(representations: {a: ${'['.repeat(DEEP)}${']'.repeat(DEEP)}}) { __typename } }`),
    ends: 'QUERY_TOO_EXPENSIVE',
  },
  {
    id: 'ATT-107',
    what: 'variables 5,000 deep',
    send: (server) =>
      server.post(`{"query": "${FILTERED}", "variables": {"filter": ${'{"not":'.repeat(DEEP)}{}${'}'.repeat(DEEP)}}}`),
    ends: 'BAD_USER_INPUT',
  },
  {
    id: 'ATT-108',
    what: 'a filter 99 deep in variables',
    send: (server) =>
      server.post(`{"query": "${FILTERED}", "variables": {"filter": ${'{"not":'.repeat(98)}{}${'}'.repeat(98)}}}`),
    ends: 'BAD_USER_INPUT',
  },
  {
    id: 'ATT-109',
    what: 'JSON 200,000 deep',
    send: (server) =>
      server.post(`{"query": "{ __typename }", "extensions": {"a": ${'['.repeat(200_000)}${']'.repeat(200_000)}}}`),
    ends: null,
  },
  {
    id: 'ATT-110',
    what: 'JSON 500,000 deep that never closes',
    send: (server) => server.post('['.repeat(500_000)),
    ends: 'BAD_REQUEST',
  },
  {
    id: 'ATT-111',
    what: 'a walk of 40 steps from dependency to dependency',
    send: (server) => server.ask(`{ company(id: "company:openai") { ${walk(40, '')} } }`),
    ends: 'QUERY_TOO_EXPENSIVE',
  },
  {
    id: 'ATT-112',
    what: 'a walk of 6 steps of 100 each',
    send: (server) => server.ask(`{ company(id: "company:openai") { ${walk(6, '(first: 100)')} } }`),
    ends: 'QUERY_TOO_EXPENSIVE',
  },
  {
    id: 'ATT-113',
    what: 'a walk of 6 steps of which the size is a variable',
    send: (server) =>
      server.ask(`query ($n: Int) { company(id: "company:openai") { ${walk(6, '(first: $n)')} } }`, { n: 100 }),
    ends: 'QUERY_TOO_EXPENSIVE',
  },
  {
    id: 'ATT-114',
    what: 'a walk of 6 steps of which the size is a variable’s default',
    send: (server) =>
      server.ask(`query ($n: Int = 100) { company(id: "company:openai") { ${walk(6, '(first: $n)')} } }`),
    ends: 'QUERY_TOO_EXPENSIVE',
  },
  {
    id: 'ATT-115',
    what: 'lists of 100 within lists of 100 within lists of 100',
    send: (server) =>
      server.ask(`{ companies(first: 100) { edges { node { dependencies(first: 100) { edges { node {
        dependents(first: 100) { edges { node { id facts(first: 200) { id } } } } } } } } } } }`),
    ends: 'QUERY_TOO_EXPENSIVE',
  },
];

function walk(steps: number, args: string): string {
  const begin = `dependencies${args} { edges { node { id aliases `;
  return `${begin.repeat(steps)}${'} } } '.repeat(steps)}`;
}
