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
  return putNodes(`Entity:${LABELS[kind]}`, 'HAS_FACET', put, rows, (link) => [
    `UNWIND ${link('facets')} AS id MERGE (f:Facet {id: id}) CREATE (n)-[:HAS_FACET]->(f)`,
  ]);
}

export function putStatements(put: Put, rows: readonly WriteRow[]): Query {
  return putNodes('Statement', 'SUBJECT|OBJECT|CITES', put, rows, (link) => [
    `MATCH (e:Entity {id: ${link('subject')}}) CREATE (n)-[:SUBJECT]->(e)`,
    `MATCH (e:Entity {id: ${link('object')}}) CREATE (n)-[:OBJECT]->(e)`,
    `UNWIND ${link('cites')} AS id MATCH (e:Entity {id: id}) CREATE (n)-[:CITES]->(e)`,
  ]);
}

export function putEvents(put: Put, rows: readonly WriteRow[]): Query {
  return putNodes('Event', 'INVOLVES', put, rows, (link) => [
    `UNWIND range(0, size(${link('entities')}) - 1) AS j
  MATCH (e:Entity {id: ${link('entities')}[j]})
  CREATE (n)-[:INVOLVES {key: ${link('keys')}[j]}]->(e)`,
  ]);
}

/** Edges that are not there: those that change are removed first. */
export function putEdges(rows: readonly WriteRow[]): Query {
  const { parameters, properties, link } = columnsOf(rows);
  return {
    text: `UNWIND range(0, size(${link('from')}) - 1) AS i
MATCH (a:Entity {id: ${link('from')}[i]})
MATCH (b:Entity {id: ${link('to')}[i]})
CREATE (a)-[:DEPENDS_ON {${properties}}]->(b)`,
    parameters,
  };
}

/**
 * New nodes are sent column by column: the names of properties cross once instead of with each row, which spares both sides
 * about half of the work. `linksOf`: what links node `n`, given where a link's ends stand.
 */
function putNodes(
  labels: string,
  links: string,
  put: Put,
  rows: readonly WriteRow[],
  linksOf: (link: (name: string) => string) => readonly string[],
): Query {
  if (put === 'new') {
    const { parameters, properties, link } = columnsOf(rows);
    const parts = linksOf((name) => `${link(name)}[i]`).map((part) => `CALL (n, i) { ${part} }`);
    const text = `UNWIND range(0, size($p_id) - 1) AS i CREATE (n:${labels} {${properties}}) WITH n, i`;
    return { text: [text, ...parts].join('\n'), parameters };
  }
  const parts = linksOf((name) => `row.links.${name}`).map((part) => `CALL (n, row) { ${part} }`);
  const text = `UNWIND $rows AS row
MATCH (n:${labels.split(':')[0]} {id: row.properties.id}) SET n = row.properties
WITH n, row
CALL (n) { MATCH (n)-[old:${links}]->() DELETE old }`;
  return { text: [text, ...parts].join('\n'), parameters: { rows } };
}

/**
 * The rows turned into a list for each property and link; a property that is the same in all rows crosses once. Names are
 * those of this adapter's own rows.
 */
function columnsOf(rows: readonly WriteRow[]) {
  const parameters: Record<string, unknown> = { p_id: rows.map(({ properties }) => properties.id) };
  const names = new Set(rows.flatMap(({ properties }) => Object.keys(properties)));
  const written = [...names].sort().map((name) => {
    const column = rows.map(({ properties }) => properties[name] ?? null);
    const [first] = column;
    const isConstant = name !== 'id' && !Array.isArray(first) && column.every((value) => value === first);
    parameters[`p_${name}`] = isConstant ? first : column;
    return `${name}: $p_${name}${isConstant ? '' : '[i]'}`;
  });
  for (const name of new Set(rows.flatMap(({ links }) => Object.keys(links)))) {
    parameters[`l_${name}`] = rows.map(({ links }) => links[name]);
  }
  return { parameters, properties: written.join(', '), link: (name: string) => `$l_${name}` };
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

/** Every row of a sort that was written after a revision, as JSON in lists of many; all rows for revision 0. */
export function recordsSince(sort: Sort, revision: number): Query {
  const since = revision > 0 ? 'WHERE n.rev > $revision ' : '';
  return {
    text: `MATCH ${PATTERNS[sort]} ${since}RETURN n.record AS record`,
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
