import type { EntityId, EntityKind } from '../../../model/ids.js';
import { LABELS, type Properties } from '../nodeProperties.js';
import type { Query } from './Query.js';

/** A row as it is written: all its properties, and what it is linked to. */
export interface WriteRow {
  readonly properties: Properties;
  readonly links: Readonly<Record<string, unknown>>;
}

/** Entities of one kind, new or instead of what is there. `links.facets`: ids of their facets. */
export function putEntities(kind: EntityKind, rows: readonly WriteRow[]): Query {
  return {
    text: `UNWIND $rows AS row
MERGE (e:Entity {id: row.properties.id})
SET e = row.properties, e:${LABELS[kind]}
WITH e, row
CALL (e) { MATCH (e)-[old:HAS_FACET]->() DELETE old }
CALL (e, row) { UNWIND row.links.facets AS id MERGE (f:Facet {id: id}) CREATE (e)-[:HAS_FACET]->(f) }`,
    parameters: { rows },
  };
}

export function putStatements(rows: readonly WriteRow[]): Query {
  return {
    text: `UNWIND $rows AS row
MERGE (s:Statement {id: row.properties.id})
SET s = row.properties
WITH s, row
CALL (s) { MATCH (s)-[old:SUBJECT|OBJECT|CITES]->() DELETE old }
CALL (s, row) { MATCH (e:Entity {id: row.links.subject}) CREATE (s)-[:SUBJECT]->(e) }
CALL (s, row) { MATCH (e:Entity {id: row.links.object}) CREATE (s)-[:OBJECT]->(e) }
CALL (s, row) { UNWIND row.links.cites AS id MATCH (e:Entity {id: id}) CREATE (s)-[:CITES]->(e) }`,
    parameters: { rows },
  };
}

/** Edges that are not there; those that change are removed first. */
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

export function putEvents(rows: readonly WriteRow[]): Query {
  return {
    text: `UNWIND $rows AS row
MERGE (e:Event {id: row.properties.id})
SET e = row.properties
WITH e, row
CALL (e) { MATCH (e)-[old:INVOLVES]->() DELETE old }
CALL (e, row) {
  UNWIND range(0, size(row.links.entities) - 1) AS i
  MATCH (n:Entity {id: row.links.entities[i]})
  CREATE (e)-[:INVOLVES {key: row.links.keys[i]}]->(n)
}`,
    parameters: { rows },
  };
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
