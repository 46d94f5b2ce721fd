import type { EntityKind } from '../../../model/ids.js';
import type { ListRequest, PageRequest } from '../../GraphStore.js';
import { LABELS, orderProperty } from '../nodeProperties.js';
import { type Condition, conditionOf } from './condition.js';
import type { Query } from './Query.js';

/** Below and above every key: all keys are ASCII and none begins with the last of its characters. */
const FIRST_KEY = '';
const LAST_KEY = '\x7f';

/** Between which keys a page lies, how many rows to read (one more than it shows), and from which end. */
export function pageParameters(page: PageRequest) {
  return {
    after: page.after ?? FIRST_KEY,
    before: page.before ?? LAST_KEY,
    limit: (page.last ?? page.first ?? 0) + 1,
  };
}

/** `DESC` for a page that is read from the back. */
export function turn(page: PageRequest): 'ASC' | 'DESC' {
  return page.last === undefined ? 'ASC' : 'DESC';
}

/**
 * A page of entities: one walk along the index of its order. Where the filter demands facets of which few nodes have one,
 * those are sorted instead; the two ways cost the same where found² = total · limit, so no page costs more than about
 * √(total · limit) steps if values are spread evenly.
 */
export function listQuery({ kind, filter, orderBy, page }: ListRequest): Query {
  const label = LABELS[kind];
  const key = `n.${orderProperty(orderBy.field, orderBy.direction)}`;
  const condition = conditionOf(kind, filter);
  const order = `ORDER BY ${key} ${turn(page)} LIMIT toInteger($limit)`;
  const where = `${key} > $after AND ${key} < $before AND ${condition.cypher}`;
  const walk = `MATCH (n:${label}) WHERE ${where} RETURN n ${order}`;
  const result = `RETURN collect(n.record) AS records, collect(${key}) AS keys`;
  const parameters = { ...condition.parameters, ...pageParameters(page) };
  if (condition.ids !== null) {
    const text = `MATCH (n:Entity) WHERE n.id IN $ids AND ${where} WITH n ${order} ${result}`;
    return { text, parameters: { ...parameters, ids: condition.ids } };
  }
  if (condition.facets.length === 0) {
    return { text: `CALL () { ${walk} } ${result}`, parameters };
  }
  const text = `${fewest()}
CALL (group, found) {
  UNWIND CASE WHEN found * found <= COUNT { (:${label}) } * toInteger($limit) THEN [group] ELSE [] END AS few
  CALL (few) {
    MATCH (f:Facet)<-[:HAS_FACET]-(n) WHERE f.id IN $facets[few] AND ${where}
    WITH DISTINCT n RETURN n ${order}
  }
  RETURN n
 UNION ALL
  UNWIND CASE WHEN found * found > COUNT { (:${label}) } * toInteger($limit) THEN [group] ELSE [] END AS many
  CALL (many) { ${walk} }
  RETURN n
}
${result}`;
  return { text, parameters: { ...parameters, facets: condition.facets } };
}

/** How many entities of a kind meet a filter. Reads the kind's index where no facet narrows it. */
export function countQuery(kind: EntityKind, condition: Condition): Query {
  const label = LABELS[kind];
  const { cypher, parameters, facets, ids } = condition;
  if (cypher === 'true') return { text: `RETURN COUNT { (:${label}) } AS count`, parameters };
  if (ids !== null) {
    const text = `MATCH (n:Entity) WHERE n.id IN $ids AND ${cypher} RETURN count(n) AS count`;
    return { text, parameters: { ...parameters, ids } };
  }
  if (facets.length === 0) {
    return { text: `MATCH (n:${label}) WHERE n.orderIdAsc > '' AND ${cypher} RETURN count(n) AS count`, parameters };
  }
  const text = `${fewest()}
MATCH (f:Facet)<-[:HAS_FACET]-(n) WHERE f.id IN $facets[group] AND ${cypher}
RETURN count(DISTINCT n) AS count`;
  return { text, parameters: { ...parameters, facets } };
}

/** Of the lists of facets the one that the fewest nodes have, by the degree of its nodes. */
function fewest(): string {
  return `UNWIND range(0, size($facets) - 1) AS group
OPTIONAL MATCH (f:Facet) WHERE f.id IN $facets[group]
WITH group, sum(COUNT { (f)<-[:HAS_FACET]-() }) AS found ORDER BY found, group LIMIT 1`;
}
