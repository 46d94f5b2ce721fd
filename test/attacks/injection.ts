import { expect } from 'vitest';
import type { Attack } from './Attack.js';
import type { AttackedServer } from './AttackedServer.js';

/** Text that is something else where it is not taken as text. */
const PAYLOADS: readonly string[] = [
  "'}) DETACH DELETE n //",
  '"}) DETACH DELETE n //',
  '"}) MATCH (m) DETACH DELETE m WITH 1 AS x //',
  '`) DETACH DELETE n //',
  '``) DETACH DELETE n //',
  '\\u0060) DETACH DELETE n //',
  '\\u0027}) DETACH DELETE n //',
  "\\'}) DETACH DELETE n //",
  "x' OR 1=1 OR 'a'='",
  '$ids} RETURN $password //',
  '*/ MATCH (n) DETACH DELETE n /*',
  '{{constructor.constructor("process.exit()")()}}',
];
/** What Lucene reads as more than words. */
const LUCENE: readonly string[] = [
  '*:*',
  'name:*',
  'id:[* TO *]',
  '/.*/',
  'a~2 AND NOT b',
  '"unclosed',
  '((((((((((',
  '\\',
  '+ - && || ! ( ) { } [ ] ^ " ~ * ? : /',
  '_exists_:name^1000000',
];

/** Every input of text, with text that a careless query would run. Each reply must be what it is for a word that nothing has. */
export const INJECTION: readonly Attack[] = [
  everyPayload('ATT-701', 'an id', 'query ($t: ID!) { node(id: $t) { id } }', 'BAD_USER_INPUT', idOf),
  everyPayload(
    'ATT-702',
    'ids',
    'query ($t: ID!) { nodes(ids: ["company:openai", $t]) { id } }',
    'BAD_USER_INPUT',
    idOf,
  ),
  everyPayload(
    'ATT-703',
    'the id of a statement',
    'query ($t: ID!) { node(id: $t) { id } }',
    null,
    (text) => `statement:${text}`,
  ),
  everyPayload(
    'ATT-704',
    'the subject of a question',
    'query ($t: ID!) { dependencies(of: $t) { totalCount } }',
    'BAD_USER_INPUT',
    idOf,
  ),
  everyPayload(
    'ATT-705',
    'the ids of a timeline',
    'query ($t: ID!) { timeline(of: [$t]) { totalCount } }',
    'BAD_USER_INPUT',
    idOf,
  ),
  everyPayload(
    'ATT-706',
    'an id in a filter',
    'query ($t: ID!) { companies(filter: { country: { eq: $t } }) { edges { node { id } } } }',
    'BAD_USER_INPUT',
    idOf,
  ),
  everyPayload(
    'ATT-707',
    'a name in a filter',
    'query ($t: String!) { companies(filter: { name: { eq: $t } }) { edges { node { id } } } }',
    null,
  ),
  everyPayload(
    'ATT-708',
    'a part of a name in a filter',
    'query ($t: String!) { companies(filter: { or: [{ name: { contains: $t } }, { name: { startsWith: $t } }, { name: { in: [$t] } }] }) { edges { node { id } } } }',
    null,
  ),
  everyPayload(
    'ATT-709',
    'a word in a filter',
    'query ($t: String!) { companies(filter: { roles: { hasAny: [$t] } }) { edges { node { id } } } }',
    null,
  ),
  everyPayload(
    'ATT-710',
    'the property of facts',
    'query ($t: String!) { company(id: "company:openai") { facts(property: $t) { id } } }',
    null,
  ),
  everyPayload(
    'ATT-711',
    'the property and the subject’s name of statements',
    'query ($t: String!) { a: statements(filter: { property: $t }) { edges { node { id } } } b: statements(filter: { subjectNameContains: $t }) { edges { node { id } } } }',
    null,
  ),
  everyPayload(
    'ATT-712',
    'an order',
    'query ($t: CompanyOrderField!) { companies(orderBy: { field: $t, direction: ASC }) { totalCount } }',
    'BAD_USER_INPUT',
  ),
  everyPayload(
    'ATT-713',
    'a kind',
    'query ($t: EntityKind!) { search(query: "a", kinds: [$t]) { totalCount } }',
    'BAD_USER_INPUT',
  ),
  everyPayload('ATT-714', 'a cursor', 'query ($t: String!) { companies(after: $t) { totalCount } }', 'BAD_USER_INPUT'),
  everyPayload(
    'ATT-715',
    'a date',
    'query ($t: Date!) { dependencies(of: "company:openai", asOf: $t) { totalCount } }',
    'BAD_USER_INPUT',
  ),
  everyPayload('ATT-716', 'a time', 'query ($t: DateTime!) { changes(since: $t) { totalCount } }', 'BAD_USER_INPUT'),
  everyPayload(
    'ATT-717',
    'the id in a representation of federation',
    'query ($t: ID!) { _entities(representations: [{ __typename: "Company", id: $t }]) { __typename } }',
    'BAD_USER_INPUT',
    idOf,
  ),
  everyPayload(
    'ATT-718',
    'the type of a representation of federation',
    'query ($t: ID!) { _entities(representations: [{ __typename: $t, id: "company:openai" }]) { __typename } }',
    'BAD_USER_INPUT',
  ),
  everyPayload(
    'ATT-719',
    'what is supposed in a scenario',
    'query ($t: String!, $v: FactValue) { commitments(of: "company:openai", scenario: { add: [{ id: "deal:x", name: $t, statements: [{ property: $t, value: $v, note: $t }] }] }) { totalUsd } }',
    'BAD_USER_INPUT',
  ),
  everyPayload(
    'ATT-720',
    'what is searched for',
    'query ($t: String!) { search(query: $t, first: 5) { edges { node { id } } } }',
    null,
  ),
  everyPayload(
    'ATT-721',
    'names to resolve',
    'query ($t: String!) { resolve(names: [$t]) { name match: candidates { match } } }',
    null,
  ),
  {
    ...everyPayload(
      'ATT-722',
      'what is searched for, with Lucene’s operators',
      'query ($t: String!) { search(query: $t, first: 100) { totalCount } }',
      null,
    ),
    send: (server) =>
      sendAll(server, 'query ($t: String!) { search(query: $t, first: 100) { totalCount } }', LUCENE, null),
  },
  {
    id: 'ATT-723',
    what: 'Cypher in place of an alias, a field and an argument',
    send: (server) => server.ask('{ a: `company`) DETACH DELETE n // (id: "company:openai") { id } }'),
    ends: 'GRAPHQL_PARSE_FAILED',
  },
  {
    id: 'ATT-724',
    what: 'Cypher in headers that name what was written',
    send: (server) => server.post({ query: '{ __typename }' }, { 'graph-bookmark': "'})RETURN/1//" }),
    ends: null,
  },
];

function idOf(text: string): string {
  return `company:${text}`;
}

function everyPayload(
  id: Attack['id'],
  what: string,
  query: string,
  ends: Attack['ends'],
  make: (text: string) => string = (text) => text,
): Attack {
  return {
    id,
    what: `Cypher in ${what}`,
    send: (server) => sendAll(server, query, PAYLOADS.map(make), ends),
    ends,
    // A dozen requests, of which each answers like any other.
    isBounded: true,
  };
}

/** The last reply; each must end alike, and hold nothing. */
async function sendAll(server: AttackedServer, query: string, texts: readonly string[], ends: string | null) {
  let last = await server.ask('{ __typename }');
  for (const t of texts) {
    last = await server.ask(query, { t, v: t });
    expect(last.codes[0] ?? null, `${t}: ${last.text.slice(0, 300)}`).toBe(ends);
    expect(last.text, t).not.toMatch(/DETACH.*Neo\.|SyntaxError|Invalid input/);
  }
  return last;
}
