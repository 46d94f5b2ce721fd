import type { EntityKind } from '../../../model/ids.js';
import type { ListRequest, OrderBy, PageRequest } from '../../GraphStore.js';
import { LABELS, orderProperty } from '../nodeProperties.js';
import { type Condition, conditionOf, type TextMatch } from './condition.js';
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
 * A row for each page of a whole kind, all of one order, length and direction: its place among the pages, records and keys.
 * Each is a walk along the index of its order, as long as the page: nobody waits long for another's. See {@link pagesAtOnce}.
 */
export function pagesQuery(kind: EntityKind, { field, direction }: OrderBy, pages: readonly PageRequest[]): Query {
  const [first = { first: 0 }] = pages;
  const key = `n.${orderProperty(field, direction)}`;
  const text = `UNWIND range(0, size($after) - 1) AS place
OPTIONAL CALL (place) {
  MATCH (n:${LABELS[kind]}) WHERE ${key} > $after[place] AND ${key} < $before[place]
  RETURN n ORDER BY ${key} ${turn(first)} LIMIT toInteger($limit)
}
RETURN place, collect(n.record) AS records, collect(${key}) AS keys`;
  const spans = pages.map(pageParameters);
  const after = spans.map((span) => span.after);
  const before = spans.map((span) => span.before);
  return { text, parameters: { after, before, limit: pageParameters(first).limit } };
}

/** How many pages of that length one statement reads: about as many records as are decoded in one go. */
export function pagesAtOnce(page: PageRequest): number {
  return Math.max(1, Math.floor(RECORDS_AT_ONCE / pageParameters(page).limit));
}

const RECORDS_AT_ONCE = 2_000;

/** Nodes with a text that are counted at most, to know whether they are few. */
export const MOST_BY_TEXT = 2_000;

/** Stands for more than are counted. */
const MANY = 2 ** 31;

/** A way to find the nodes of a condition without a walk along its order. */
interface Way {
  /** The part of a statement that says how many it finds. */
  readonly count: string;
  /** Whether it is cheap enough, and the cheapest, given what all counts said. */
  readonly isBest: string;
  /** Finds the nodes `n`; a condition on them may follow. */
  readonly match: string;
}

/**
 * A page of entities: one walk along the index of its order. Where the filter demands facets or a text that few nodes have,
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
  const ways = waysOf(condition);
  if (ways.length === 0) return { text: `CALL () { ${walk} } ${result}`, parameters };
  const some = ways.map(({ match }) => `${match} WHERE n:${label} AND ${where} WITH DISTINCT n RETURN n ${order}`);
  const room = `COUNT { (:${label}) } * toInteger($limit)`;
  const text = `${choose(ways, room, [...some, walk])} ${result}`;
  return {
    text,
    parameters: { ...parameters, facets: condition.facets, text: condition.text?.text ?? null, most: MOST_BY_TEXT },
  };
}

/** How many entities of a kind meet a filter. Reads the kind's index where neither a facet nor a text narrows it. */
export function countQuery(kind: EntityKind, condition: Condition): Query {
  const label = LABELS[kind];
  const { cypher, ids, facets, text: wanted } = condition;
  const parameters = { ...condition.parameters, ids, facets, text: wanted?.text ?? null };
  if (cypher === 'true') return { text: `RETURN COUNT { (:${label}) } AS count`, parameters };
  if (ids !== null) {
    return { text: `MATCH (n:Entity) WHERE n.id IN $ids AND ${cypher} RETURN count(n) AS count`, parameters };
  }
  if (facets.length > 0) {
    return { text: `${fewest()} ${WITH_FACET} WHERE ${cypher} RETURN count(DISTINCT n) AS count`, parameters };
  }
  const all = wanted ? `${withText(wanted)} WITH n WHERE n:${label}` : `MATCH (n:${label}) WHERE n.orderIdAsc > ''`;
  return { text: `${all} AND ${cypher} RETURN count(n) AS count`, parameters };
}

/** The ways that narrow a condition: by its facets, by its text. */
function waysOf({ facets, text }: Condition): readonly Way[] {
  const ways: Way[] = [];
  if (facets.length > 0) {
    const isBest = text ? 'found * found <= room AND found <= named' : 'found * found <= room';
    ways.push({ count: fewest(), isBest, match: WITH_FACET });
  }
  if (text) {
    const match = `${withText(text)} WITH n LIMIT toInteger($most)`;
    const named = `CASE WHEN count(n) < $most THEN count(n) ELSE ${MANY} END`;
    const after = facets.length > 0 ? 'found' : '';
    ways.push({
      count: `CALL (${after}) { ${match} RETURN ${named} AS named }`,
      isBest: 'named * named <= room',
      match,
    });
  }
  return ways;
}

/** The nodes that have a facet of the group. */
const WITH_FACET = 'MATCH (f:Facet)<-[:HAS_FACET]-(n) WHERE f.id IN $facets[group] WITH n';

/** The nodes `n` that have the text `$text`. */
export function withText({ property, word }: Omit<TextMatch, 'text'>): string {
  return `MATCH (n:Entity) USING TEXT INDEX n:Entity(${property}) WHERE n.${property} ${word} $text`;
}

/** A statement that counts what each way finds, and then runs one of `finds`: that of the first way that is best, or the last. */
function choose(ways: readonly Way[], room: string, finds: readonly string[]): string {
  const cases = ways.map(({ isBest }, place) => `WHEN ${isBest} THEN ${place}`).join(' ');
  const branches = finds.map(
    (find, place) => `UNWIND CASE WHEN way = ${place} THEN [way] ELSE [] END AS chosen CALL (*) { ${find} } RETURN n`,
  );
  return `${ways.map(({ count }) => count).join('\n')}
WITH *, ${room} AS room
WITH *, CASE ${cases} ELSE ${ways.length} END AS way
CALL (*) {
  ${branches.join('\n UNION ALL\n  ')}
}`;
}

/** Of the lists of facets the one that the fewest nodes have, by the degree of its nodes. */
function fewest(): string {
  return `UNWIND range(0, size($facets) - 1) AS group
OPTIONAL MATCH (f:Facet) WHERE f.id IN $facets[group]
WITH group, sum(COUNT { (f)<-[:HAS_FACET]-() }) AS found ORDER BY found, group LIMIT 1`;
}
