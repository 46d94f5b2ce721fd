import { makeCursor } from '../../../src/model/cursor.js';
import { PLAIN_COUNTRIES } from './generate.js';
import { PAGE, type Starts, shuffled } from './pickStarts.js';
import { Random } from './Random.js';

/** The body of a request. */
export type Body = Readonly<Record<string, unknown>>;

/** One question in the words of each contestant; body i of each asks the same. */
export interface Question {
  readonly name: string;
  readonly ours: readonly Body[];
  readonly peer: readonly Body[];
  /** Null where it is asked only to compare a contestant with itself. */
  readonly raw: readonly Body[] | null;
}

/** The five questions, each about as many things as there are, then those that show what paging and rare filters cost. */
export function makeQuestions(starts: Starts): readonly Question[] {
  return [
    ask(
      'one entity',
      starts.companies.map((id) => ({ id })),
      ONE,
    ),
    ask(
      'two levels of neighbours',
      starts.withNeighbours.map((id) => ({ id })),
      TWO_LEVELS,
    ),
    ask(FILTERED_PAGE, pageFilters(), PAGE_TWO_LEVELS),
    ask(
      'hub with 50 dependents',
      starts.hubs.map((id) => ({ id })),
      HUB,
    ),
    farPage(starts),
    ask(NEAR, [{}], PAGE_ONE),
    rareFilter(),
  ];
}

export const FILTERED_PAGE = 'filtered, sorted page of 20 with two levels';
export const FAR = 'far page of a sorted list';
export const NEAR = 'page 1';
export const RARE = 'rare filter on a sorted list';

interface Texts {
  readonly ours: string;
  readonly peer: string;
  readonly raw: string | null;
}

function ask(name: string, variables: readonly Body[], texts: Texts): Question {
  return {
    name,
    ours: variables.map((one) => ({ query: texts.ours, variables: one })),
    peer: variables.map((one) => ({ query: texts.peer, variables: one })),
    raw: texts.raw === null ? null : variables.map((one) => ({ statement: texts.raw, parameters: one })),
  };
}

const ONE: Texts = {
  ours: 'query ($id: ID!) { company(id: $id) { id name country { id } roles founded } }',
  peer: 'query ($id: ID!) { companies(where: { id: { eq: $id } }) { id name country roles founded } }',
  raw: `MATCH (c:Entity {id: $id})
RETURN c.id AS id, c.name AS name, c.country AS country, c.roles AS roles, c.founded AS founded`,
};

function twoLevels(count: number, [ours, peer]: readonly [string, string]) {
  const inner = 'id name';
  const oursOf = (of: string) => `${ours}(first: ${count}) { edges { node { ${of} } } }`;
  const peerOf = (of: string) => `${peer}(limit: ${count}, sort: [{ id: ASC }]) { ${of} }`;
  return { ours: oursOf(`${inner} ${oursOf(inner)}`), peer: peerOf(`${inner} ${peerOf(inner)}`) };
}

/** The providers of `c` and theirs, so many each, in the order of their ids. */
function rawTwoLevels(count: number): string {
  return `CALL (c) {
  MATCH (c)-[:DEPENDS_ON]->(n)
  WITH DISTINCT n ORDER BY n.id LIMIT ${count}
  CALL (n) {
    MATCH (n)-[:DEPENDS_ON]->(m)
    WITH DISTINCT m ORDER BY m.id LIMIT ${count}
    RETURN collect([m.id, m.name]) AS inner
  }
  RETURN collect([n.id, n.name, inner]) AS outer
}`;
}

const TWENTY = twoLevels(20, ['dependencies', 'dependsOn']);
const FIVE = twoLevels(5, ['dependencies', 'dependsOn']);

const TWO_LEVELS: Texts = {
  ours: `query ($id: ID!) { company(id: $id) { id name ${TWENTY.ours} } }`,
  peer: `query ($id: ID!) { companies(where: { id: { eq: $id } }) { id name ${TWENTY.peer} } }`,
  raw: `MATCH (c:Entity {id: $id})
${rawTwoLevels(20)}
RETURN c.id AS id, c.name AS name, outer`,
};

const PAGE_TWO_LEVELS: Texts = {
  ours: `query ($country: ID!, $since: Date!) {
    companies(filter: { country: { eq: $country }, founded: { gte: $since } }, first: ${PAGE}) { edges { node { id name ${FIVE.ours} } } }
  }`,
  peer: `query ($country: String!, $since: String!) {
    companies(where: { country: { eq: $country }, founded: { gte: $since } }, sort: [{ name: ASC }], limit: ${PAGE}) { id name ${FIVE.peer} }
  }`,
  raw: `MATCH (c:Company) WHERE c.country = $country AND c.name > '' AND c.founded >= $since
WITH c ORDER BY c.country, c.name LIMIT ${PAGE}
${rawTwoLevels(5)}
RETURN c.id AS id, c.name AS name, outer`,
};

const HUB: Texts = {
  ours: 'query ($id: ID!) { company(id: $id) { id name dependents(first: 50) { edges { node { id name } } } } }',
  peer: `query ($id: ID!) {
    companies(where: { id: { eq: $id } }) { id name dependents(limit: 50, sort: [{ id: ASC }]) { id name } }
  }`,
  // The index of the relationships has them in this order: without it all dependents are fetched and sorted.
  raw: `MATCH (c:Entity {id: $id})
CALL (c) {
  MATCH (n)-[r:DEPENDS_ON]->() WHERE r.inKey > c.id + '\\t' AND r.inKey < c.id + '\\n'
  WITH n, r ORDER BY r.inKey LIMIT 50
  RETURN collect([n.id, n.name]) AS outer
}
RETURN c.id AS id, c.name AS name, outer`,
};

/** Countries and first months of which companies of every one fill a page. */
function pageFilters(): readonly Body[] {
  const years = [...Array(FILTER_YEARS).keys()].map((year) => FIRST_YEAR + year);
  const months = years.flatMap((year) => [...Array(12).keys()].map((month) => `${year}-${twoDigits(month + 1)}-01`));
  const filters = months.flatMap((since) => PLAIN_COUNTRIES.map((country) => ({ country, since })));
  return shuffled(filters, new Random(filters.length));
}

const FIRST_YEAR = 1970;
const FILTER_YEARS = 30;

function farPage({ farPages }: Starts): Question {
  const list = { kind: 'company', filter: null, order: { field: 'name', direction: 'ASC' } } as const;
  const ours = `query ($after: String) { companies(first: ${PAGE}, after: $after) { edges { node { id name } } } }`;
  // Its connection, whose cursor is an offset too, collects all companies and runs out of the database's memory.
  const peer = `query ($offset: Int) { companies(limit: ${PAGE}, offset: $offset, sort: [{ name: ASC }]) { id name } }`;
  const raw = `MATCH (c:Company) WHERE c.orderNameAsc > $after
WITH c ORDER BY c.orderNameAsc LIMIT ${PAGE} RETURN c.id AS id, c.name AS name`;
  return {
    name: FAR,
    ours: farPages.map(({ keyBefore }) => ({ query: ours, variables: { after: makeCursor(list, keyBefore) } })),
    peer: farPages.map(({ before }) => ({ query: peer, variables: { offset: before } })),
    raw: farPages.map(({ keyBefore }) => ({ statement: raw, parameters: { after: keyBefore } })),
  };
}

const PAGE_ONE: Texts = {
  ours: `{ companies(first: ${PAGE}) { edges { node { id name } } } }`,
  peer: `{ companies(limit: ${PAGE}, sort: [{ name: ASC }]) { id name } }`,
  raw: null,
};

/** A name that nobody has in it: every other condition has an index. */
function rareFilter(): Question {
  return ask(RARE, [{ part: 'nobody is called so' }], {
    ours: `query ($part: String!) {
      companies(filter: { name: { contains: $part } }, first: ${PAGE}) { edges { node { id name } } }
    }`,
    peer: `query ($part: String!) {
      companies(where: { name: { contains: $part } }, limit: ${PAGE}, sort: [{ name: ASC }]) { id name }
    }`,
    raw: null,
  });
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
