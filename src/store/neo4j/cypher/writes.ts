import type { EntityId, EntityKind } from '../../../model/ids.js';
import { LABELS } from '../nodeProperties.js';
import { columnsOf, type WriteRow } from './columns.js';
import type { Query } from './Query.js';

export type { WriteRow };

/** New rows, which are made at once, or rows that replace those with the same ids. */
export type Put = 'new' | 'replaced';

/** Entities of one kind. `links.facets`: ids of their facets. */
export function putEntities(kind: EntityKind, put: Put, rows: readonly WriteRow[]): Query {
  return putNodes(`Entity:${LABELS[kind]}`, 'HAS_FACET', put, rows, ['facets'], (link) => [
    `UNWIND ${link('facets')} AS id MERGE (f:Facet {id: id}) CREATE (n)-[:HAS_FACET]->(f)`,
  ]);
}

/** How the links of rows name their ends: by id, or by the number under which the database keeps the node. */
export type Ends = 'id' | 'node';

export function putStatements(put: Put, rows: readonly WriteRow[], ends: Ends = 'id'): Query {
  return putNodes('Statement', 'SUBJECT|OBJECT|CITES', put, rows, ['subject', 'object', 'cites'], (link) => [
    `${matchEnd('e', link('subject'), ends)} CREATE (n)-[:SUBJECT]->(e)`,
    `${matchEnd('e', link('object'), ends)} CREATE (n)-[:OBJECT]->(e)`,
    `UNWIND ${link('cites')} AS end ${matchEnd('e', 'end', ends)} CREATE (n)-[:CITES]->(e)`,
  ]);
}

/** By number spares a look-up in an index, and the lock that a write takes on its entry. */
function matchEnd(name: string, value: string, ends: Ends): string {
  if (ends === 'id') return `MATCH (${name}:Entity {id: ${value}})`;
  return `MATCH (${name}:Entity) WHERE id(${name}) = toInteger(${value})`;
}

/** The id of every entity and the number under which the database keeps it, as text. */
export function nodesQuery(): Query {
  return { text: 'MATCH (e:Entity) RETURN e.id AS id, toString(id(e)) AS node', parameters: {} };
}

export function putEvents(put: Put, rows: readonly WriteRow[]): Query {
  return putNodes('Event', 'INVOLVES', put, rows, ['entities', 'keys'], (link) => [
    `UNWIND range(0, coalesce(size(${link('entities')}), 0) - 1) AS j
  MATCH (e:Entity {id: ${link('entities')}[j]})
  CREATE (n)-[:INVOLVES {key: ${link('keys')}[j]}]->(e)`,
  ]);
}

/** Edges that are not there: those that change are removed first. */
export function putEdges(rows: readonly WriteRow[], ends: Ends = 'id'): Query {
  const { parameters, begin, properties, cell } = columnsOf(rows, ['from', 'to']);
  return {
    text: `${begin}
${matchEnd('a', cell('from'), ends)}
${matchEnd('b', cell('to'), ends)}
CREATE (a)-[:DEPENDS_ON {${properties}}]->(b)`,
    parameters,
  };
}

/** `linksOf`: what links node `n`, given where the ends of its links stand. */
function putNodes(
  labels: string,
  types: string,
  put: Put,
  rows: readonly WriteRow[],
  links: readonly string[],
  linksOf: (link: (name: string) => string) => readonly string[],
): Query {
  if (put === 'new') {
    const { parameters, begin, properties, cell } = columnsOf(rows, links);
    const parts = linksOf(cell).map((part) => `CALL (n, i, c) { ${part} }`);
    return { text: [`${begin} CREATE (n:${labels} {${properties}}) WITH n, i, c`, ...parts].join('\n'), parameters };
  }
  const parts = linksOf((name) => `row.links.${name}`).map((part) => `CALL (n, row) { ${part} }`);
  const text = `UNWIND $rows AS row
MATCH (n:${labels.split(':')[0]} {id: row.properties.id}) SET n = row.properties
WITH n, row
CALL (n) { MATCH (n)-[old:${types}]->() DELETE old }`;
  return { text: [text, ...parts].join('\n'), parameters: { rows } };
}

export function putRedirects(
  rows: readonly { readonly id: EntityId; readonly into: EntityId; readonly rev: number }[],
): Query {
  return {
    text: 'UNWIND $rows AS row MERGE (r:Redirect {id: row.id}) SET r.into = row.into, r.rev = row.rev',
    parameters: { rows },
  };
}

export function removeRedirects(ids: readonly string[]): Query {
  return { text: 'UNWIND $ids AS id MATCH (r:Redirect {id: id}) DELETE r', parameters: { ids } };
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

/** Every row of a sort that was written after a revision, as its text; all rows for revision 0. */
export function recordsSince(sort: Sort, revision: number): Query {
  const since = revision > 0 ? 'WHERE n.rev > $revision ' : '';
  return {
    text: `MATCH ${PATTERNS[sort]} ${since}RETURN n.record AS record`,
    parameters: { revision },
  };
}

/** What every entity is called that was written after a revision; all for revision 0. */
export function namesSince(revision: number): Query {
  const since = revision > 0 ? 'WHERE n.rev > $revision ' : '';
  return {
    text: `MATCH ${PATTERNS.entities} ${since}RETURN n.id AS id, n.name AS name`,
    parameters: { revision },
  };
}

/** Every row of a sort with all that it holds. */
export function wholeRows(sort: Sort): Query {
  return { text: `MATCH ${PATTERNS[sort]} RETURN properties(n) AS row`, parameters: {} };
}

export function redirectsSince(revision: number): Query {
  return {
    text: 'MATCH (r:Redirect) WHERE r.rev > $revision RETURN r.id AS id, r.into AS into',
    parameters: { revision },
  };
}
