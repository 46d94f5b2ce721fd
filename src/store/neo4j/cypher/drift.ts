import { ENTITY_KINDS } from '../../../model/ids.js';
import { LABELS } from '../nodeProperties.js';
import type { Query } from './Query.js';
import { IS_IMPORTING } from './revisions.js';
import type { Sort } from './writes.js';

/** The labels of rows by what their ids begin with. */
const LABELS_OF: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ...ENTITY_KINDS.map((kind): [string, readonly string[]] => [kind, ['Entity', LABELS[kind]]]),
  ['statement', ['Statement']],
  ['event', ['Event']],
]);
const OWN_LABELS: readonly string[] = [...new Set([...LABELS_OF.values()].flat())];

/** What was written by this program, whatever labels it has left. */
const IS_ROW = 'n:Entity OR n:Statement OR n:Event OR (n.record IS NOT NULL AND n.hash IS NOT NULL)';

/** Rows with others of our labels than they were written with. Labels of others are left alone. Looks at every node. */
export function mislabelledRows(): Query {
  return {
    text: `MATCH (n) WHERE ${IS_ROW}
WITH n, [l IN labels(n) WHERE l IN $own] AS own, $labels[split(toStringOrNull(n.id), ':')[0]] AS due
WHERE size(own) <> size(due) OR any(l IN due WHERE NOT l IN own)
RETURN elementId(n) AS node, n.id AS id`,
    parameters: { own: OWN_LABELS, labels: Object.fromEntries(LABELS_OF) },
  };
}

/**
 * Gives rows their labels back. They bear no hash from then on, so that they are written again; one that was made anew
 * meanwhile is removed. `n`: how many.
 */
export function relabel(kind: string, nodes: readonly string[]): readonly Query[] {
  const labels = LABELS_OF.get(kind) ?? [];
  if (labels.length === 0) return [];
  const others = OWN_LABELS.filter((label) => !labels.includes(label));
  const find = 'UNWIND $nodes AS node MATCH (n) WHERE elementId(n) = node';
  return [
    `${find} AND EXISTS { MATCH (o:${labels[0]} {id: n.id}) WHERE o <> n } DETACH DELETE n RETURN count(*) AS n`,
    `${find} REMOVE n:${others.join(':')}, n.hash SET n:${labels.join(':')} RETURN count(*) AS n`,
  ].map((text) => ({ text, parameters: { nodes } }));
}

/** The links of a row and, where it has one, their key: `CITES source:press`, `INVOLVES company:openai …`. */
const LINKS: Readonly<Record<Exclude<Sort, 'edges'>, string>> = {
  entities: "[(n)-[r:HAS_FACET]->(e) | type(r) + ' ' + CASE WHEN e:Facet THEN e.id ELSE '' END]",
  statements: "[(n)-[r:SUBJECT|OBJECT|CITES]->(e) | type(r) + ' ' + CASE WHEN e:Entity THEN e.id ELSE '' END]",
  events:
    "[(n)-[r:INVOLVES]->(e) | type(r) + ' ' + CASE WHEN e:Entity THEN e.id ELSE '' END + ' ' + coalesce(r.key, '')]",
};

/** Every row of a sort with all that it holds and what it is linked to, an edge with its ends. */
export function linkedRows(sort: Sort): Query {
  if (sort === 'edges') {
    const text = 'MATCH (a)-[n:DEPENDS_ON]->(b) RETURN properties(n) AS row, a.id AS from, b.id AS to';
    return { text, parameters: {} };
  }
  const label = { entities: 'Entity', statements: 'Statement', events: 'Event' }[sort];
  return { text: `MATCH (n:${label}) RETURN properties(n) AS row, ${LINKS[sort]} AS links`, parameters: {} };
}

/** The relationships of our types that begin at no row of ours. */
const STRAYS: readonly (readonly [string, string])[] = [
  ['HAS_FACET', 'Entity'],
  ['SUBJECT|OBJECT|CITES', 'Statement'],
  ['INVOLVES', 'Event'],
];

/** How many there are; looks at every relationship. */
export function countStrays(): Query {
  const counts = STRAYS.map(([types, label]) => `COUNT { MATCH (a)-[:${types}]->() WHERE NOT a:${label} }`);
  return { text: `RETURN ${counts.join(' + ')} AS strays`, parameters: {} };
}

/** Removes them, and rows that bear no id, by which no write finds them; statements and entities are left to be named. `n`: how many. */
export function removeStrays(): readonly Query[] {
  const strays = STRAYS.map(
    ([types, label]) => `MATCH (a)-[r:${types}]->() WHERE NOT a:${label} DELETE r RETURN count(*) AS n`,
  );
  return [
    ...strays,
    'MATCH ()-[r:DEPENDS_ON]->() WHERE r.id IS NULL DELETE r RETURN count(*) AS n',
    'MATCH (n:Event) WHERE n.id IS NULL DETACH DELETE n RETURN count(*) AS n',
  ].map((text) => ({ text, parameters: {} }));
}

/** The log: of each revision its number, its time, and whether all that an import or write keeps is there. */
export function revisionLog(): Query {
  return {
    text: `MATCH (r:Revision)
RETURN r.number AS number, r.at AS at,
  r.author IS NOT NULL AND r.reason IS NOT NULL AND r.mark IS NOT NULL AND r.summary IS NOT NULL
    AND r.whole IS NOT NULL AND r.touchedIds IS NOT NULL AS isWhole
ORDER BY number`,
    parameters: {},
  };
}

/** Sets the graph's revision to the last of the log, where it is another and nothing is being written. `n`: whether it was. */
export function recountRevisions(): Query {
  return {
    text: `MATCH (g:Graph {id: 'graph'}) SET g.lock = true
WITH g MATCH (r:Revision) WITH g, max(r.number) AS last WHERE last <> g.revision AND NOT (${IS_IMPORTING})
SET g.revision = last RETURN count(*) AS n`,
    parameters: {},
  };
}

/** Facets that no entity has any more. Only for who holds the import: a write might be about to use one. */
export function removeUnusedFacets(): Query {
  return { text: 'MATCH (f:Facet) WHERE NOT (f)--() DELETE f', parameters: {} };
}
