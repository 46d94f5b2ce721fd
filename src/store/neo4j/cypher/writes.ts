import type { EntityId, EntityKind } from '../../../model/ids.js';
import { LABELS, type Properties } from '../nodeProperties.js';
import type { Query } from './Query.js';

/** A row as it is written: all its properties, and what it is linked to. */
export interface WriteRow {
  readonly properties: Properties;
  readonly links: Readonly<Record<string, unknown>>;
}

/** New rows, which are made at once, or rows that replace those with the same ids. */
export type Put = 'new' | 'replaced';

/** Entities of one kind. `links.facets`: ids of their facets. */
export function putEntities(kind: EntityKind, put: Put, rows: readonly WriteRow[]): Query {
  return {
    text: `UNWIND $rows AS row
${start(`Entity:${LABELS[kind]}`, put, 'HAS_FACET')}
CALL (n, row) { UNWIND row.links.facets AS id MERGE (f:Facet {id: id}) CREATE (n)-[:HAS_FACET]->(f) }`,
    parameters: { rows },
  };
}

export function putStatements(put: Put, rows: readonly WriteRow[]): Query {
  return {
    text: `UNWIND $rows AS row
${start('Statement', put, 'SUBJECT|OBJECT|CITES')}
CALL (n, row) { MATCH (e:Entity {id: row.links.subject}) CREATE (n)-[:SUBJECT]->(e) }
CALL (n, row) { MATCH (e:Entity {id: row.links.object}) CREATE (n)-[:OBJECT]->(e) }
CALL (n, row) { UNWIND row.links.cites AS id MATCH (e:Entity {id: id}) CREATE (n)-[:CITES]->(e) }`,
    parameters: { rows },
  };
}

/** Edges that are not there: those that change are removed first. */
export function putEdges(rows: readonly WriteRow[]): Query {
  return {
    text: `UNWIND $rows AS row
MATCH (a:Entity {id: row.links.from})
MATCH (b:Entity {id: row.links.to})
CREATE (a)-[r:DEPENDS_ON]->(b)
SET r = row.properties`,
    parameters: { rows },
  };
}

export function putEvents(put: Put, rows: readonly WriteRow[]): Query {
  return {
    text: `UNWIND $rows AS row
${start('Event', put, 'INVOLVES')}
CALL (n, row) {
  UNWIND range(0, size(row.links.entities) - 1) AS i
  MATCH (e:Entity {id: row.links.entities[i]})
  CREATE (n)-[:INVOLVES {key: row.links.keys[i]}]->(e)
}`,
    parameters: { rows },
  };
}

/** Makes node `n` of a row, or finds it and takes its links away. */
function start(labels: string, put: Put, links: string): string {
  if (put === 'new') return `CREATE (n:${labels}) SET n = row.properties WITH n, row`;
  return `MATCH (n:${labels.split(':')[0]} {id: row.properties.id}) SET n = row.properties
WITH n, row
CALL (n) { MATCH (n)-[old:${links}]->() DELETE old }`;
}

export function putRedirects(
  rows: readonly { readonly id: EntityId; readonly into: EntityId; readonly rev: number }[],
): Query {
  return {
    text: 'UNWIND $rows AS row MERGE (r:Redirect {id: row.id}) SET r.into = row.into, r.rev = row.rev',
    parameters: { rows },
  };
}

/** The sorts of row that a dataset consists of. */
export const SORTS = ['entities', 'statements', 'edges', 'events'] as const;
export type Sort = (typeof SORTS)[number];

const PATTERNS: Readonly<Record<Sort, string>> = {
  entities: '(n:Entity)',
  statements: '(n:Statement)',
  edges: '()-[n:DEPENDS_ON]->()',
  events: '(n:Event)',
};

export function removeRows(sort: Sort, ids: readonly string[]): Query {
  const word = sort === 'edges' ? 'DELETE' : 'DETACH DELETE';
  return { text: `UNWIND $ids AS id MATCH ${PATTERNS[sort]} WHERE n.id = id ${word} n`, parameters: { ids } };
}

/** The id and hash of every row of a sort. */
export function hashesQuery(sort: Sort): Query {
  return { text: `MATCH ${PATTERNS[sort]} RETURN n.id AS id, n.hash AS hash`, parameters: {} };
}

/** Every row of a sort that was written after a revision, as JSON in lists of many; all rows for revision 0. */
export function recordsSince(sort: Sort, revision: number): Query {
  const since = revision > 0 ? 'WHERE n.rev > $revision ' : '';
  return {
    text: `MATCH ${PATTERNS[sort]} ${since}RETURN n.record AS record`,
    parameters: { revision },
  };
}

/** Every row of a sort with all that it holds, of edges also their ends, to find what somebody changed. */
export function wholeRows(sort: Sort): Query {
  if (sort !== 'edges') return { text: `MATCH ${PATTERNS[sort]} RETURN properties(n) AS row`, parameters: {} };
  return {
    text: 'MATCH (a)-[n:DEPENDS_ON]->(b) RETURN properties(n) AS row, a.id AS from, b.id AS to',
    parameters: {},
  };
}

export function redirectsSince(revision: number): Query {
  return {
    text: 'MATCH (r:Redirect) WHERE r.rev > $revision RETURN r.id AS id, r.into AS into',
    parameters: { revision },
  };
}
