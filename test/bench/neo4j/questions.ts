import { PLAIN_COUNTRIES } from './generate.js';
import { PAGE, type Starts } from './pickStarts.js';

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

/** The five questions, then those that show what paging and rare filters cost. `keyBefore` of ours is a cursor. */
export function makeQuestions(starts: Starts, cursor: string): readonly Question[] {
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
    ask(
      'filtered, sorted page of 20 with two levels',
      PLAIN_COUNTRIES.map((country) => ({ country })),
      PAGE_TWO_LEVELS,
    ),
    ask(
      'hub with 50 dependents',
      starts.hubs.map((id) => ({ id })),
      HUB,
    ),
    farPage(starts, cursor),
    ask(NEAR, [{}], PAGE_ONE),
    rareFilter(),
  ];
}

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
  ours: `query ($country: ID!) {
    companies(filter: { country: { eq: $country } }, first: ${PAGE}) { edges { node { id name ${FIVE.ours} } } }
  }`,
  peer: `query ($country: String!) {
    companies(where: { country: { eq: $country } }, sort: [{ name: ASC }], limit: ${PAGE}) { id name ${FIVE.peer} }
  }`,
  raw: `MATCH (c:Company) WHERE c.country = $country AND c.name > ''
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

function farPage({ before, keyBefore }: Starts, cursor: string): Question {
  return {
    name: FAR,
    ours: [
      {
        query: `query ($after: String) { companies(first: ${PAGE}, after: $after) { edges { node { id name } } } }`,
        variables: { after: cursor },
      },
    ],
    // Its connection, whose cursor is an offset too, collects all companies and runs out of the database's memory.
    peer: [
      {
        query: `query ($offset: Int) { companies(limit: ${PAGE}, offset: $offset, sort: [{ name: ASC }]) { id name } }`,
        variables: { offset: before },
      },
    ],
    raw: [
      {
        statement: `MATCH (c:Company) WHERE c.orderNameAsc > $after
WITH c ORDER BY c.orderNameAsc LIMIT ${PAGE} RETURN c.id AS id, c.name AS name`,
        parameters: { after: keyBefore },
      },
    ],
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
