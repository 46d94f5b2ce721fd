import { ENTITY_KINDS } from '../../../model/ids.js';
import type { DayRange, EdgeQuery, PageRequest, ReadAt, StatementQuery } from '../../GraphStore.js';
import { LABELS } from '../nodeProperties.js';
import { KEY_BREAK, KEY_END } from '../rowProperties.js';
import { MOST_BY_TEXT, pageParameters, turn, withText } from './lists.js';
import type { Query } from './Query.js';

export function entitiesQuery(ids: readonly string[]): Query {
  return { text: 'MATCH (n:Entity) WHERE n.id IN $ids RETURN collect(n.record) AS records', parameters: { ids } };
}

export function statementsByIdQuery(ids: readonly string[]): Query {
  return { text: 'MATCH (s:Statement) WHERE s.id IN $ids RETURN collect(s.record) AS records', parameters: { ids } };
}

export function edgesByIdQuery(ids: readonly string[]): Query {
  return {
    text: 'MATCH ()-[r:DEPENDS_ON]->() WHERE r.id IN $ids RETURN collect(r.record) AS records',
    parameters: { ids },
  };
}

/** The numbers of all kinds, which the database keeps. */
export function countsQuery(): Query {
  const counts = ENTITY_KINDS.map((kind) => `COUNT { (:${LABELS[kind]}) } AS ${kind}`);
  return { text: `RETURN ${counts.join(', ')}`, parameters: {} };
}

/** A row for each id: its statements by one end, in the order of their keys. */
export function statementsOfQuery(
  end: 'subjectId' | 'objectId',
  ids: readonly string[],
  property: string | null,
  at: ReadAt,
): Query {
  const ofProperty = property === null ? '' : 'AND s.property = $property ';
  // A subject has few statements; an object may have thousands of many properties, and there is an index of them.
  const order = property !== null && end === 'objectId' ? 's.objectId, s.property, s.key' : `s.${end}, s.key`;
  const text = `UNWIND $ids AS id
CALL (id) {
  MATCH (s:Statement) WHERE s.${end} = id ${ofProperty}AND s.key > '' AND ${READABLE}
  RETURN s.record AS record ORDER BY ${order}
}
RETURN id, collect(record) AS records`;
  return { text, parameters: { ids, property, ...readParameters(at) } };
}

/** A row for each id: the deals of which a statement of the properties names it, in any order. */
export function dealsThatNameQuery(ids: readonly string[], properties: readonly string[], at: ReadAt): Query {
  const text = `UNWIND $ids AS id
MATCH (s:Statement) WHERE s.objectId = id AND s.property IN $properties AND s.key > ''
  AND s.subjectId STARTS WITH 'deal:' AND ${READABLE}
RETURN id, collect(DISTINCT s.subjectId) AS deals`;
  return { text, parameters: { ids, properties, ...readParameters(at) } };
}

/** A page of statements, along the index of what narrows it most. */
export function listStatementsQuery(query: StatementQuery, at: ReadAt, page: PageRequest): Query {
  const order = turn(page);
  const where = `s.key > $after AND s.key < $before AND ${statementCondition(query)}`;
  const result = 'RETURN collect(s.record) AS records, collect(s.key) AS keys';
  const parameters = { ...statementParameters(query, at), ...pageParameters(page) };
  const limit = 'LIMIT toInteger($limit)';
  const ofSubject = `CALL (id) {
  MATCH (s:Statement) WHERE s.subjectId = id AND ${where}
  RETURN s ORDER BY s.subjectId ${order}, s.key ${order} ${limit}
}
WITH s ORDER BY s.key ${order} ${limit}`;
  if (query.subjects !== null) return { text: `UNWIND $subjects AS id ${ofSubject} ${result}`, parameters };
  const sorted =
    query.property === null
      ? `MATCH (s:Statement) WHERE ${where} RETURN s ORDER BY s.key ${order}`
      : `MATCH (s:Statement) WHERE s.property = $property AND ${where} RETURN s ORDER BY s.property ${order}, s.key ${order}`;
  const walk = `${sorted} ${limit}`;
  const { subjectNameContains: text } = query;
  if (text === null || text === '') return { text: `CALL () { ${walk} } ${result}`, parameters };
  // Few have the name: their statements. Many have it: a walk meets them soon.
  const few = `CALL () { ${withText(NAMED)} WITH n LIMIT toInteger($most) RETURN collect(n.id) AS ids }
CALL (ids) {
  UNWIND CASE WHEN size(ids) < $most THEN ids ELSE [] END AS id ${ofSubject} RETURN s
 UNION ALL
  UNWIND CASE WHEN size(ids) < $most THEN [] ELSE [1] END AS many CALL (many) { ${walk} } RETURN s
}`;
  return { text: `${few} ${result}`, parameters: { ...parameters, text, most: MOST_BY_TEXT } };
}

const NAMED = { property: 'nameFolded', word: 'CONTAINS' } as const;

export function countStatementsQuery(query: StatementQuery, at: ReadAt): Query {
  const start =
    query.subjects === null
      ? `MATCH (s:Statement) WHERE ${query.property === null ? '' : 's.property = $property AND '}s.key > '' AND `
      : "UNWIND $subjects AS id MATCH (s:Statement) WHERE s.subjectId = id AND s.key > '' AND ";
  return {
    text: `${start}${statementCondition(query)} RETURN count(s) AS count`,
    parameters: statementParameters(query, at),
  };
}

/** A row for each id: the first edges of one direction, along the index of their keys. */
export function edgesOfQuery(ids: readonly string[], query: EdgeQuery, at: ReadAt, limit: number): Query {
  const key = query.direction === 'out' ? 'outKey' : 'inKey';
  const text = `UNWIND $ids AS id
CALL (id) {
  MATCH ()-[r:DEPENDS_ON]->() WHERE r.${key} > id + $break AND r.${key} < id + $end
    AND r.kind IN $kinds AND (NOT r.prospective OR $prospective)
    AND coalesce(r.validFrom, '') <= $asOf AND $asOf <= coalesce(r.validTo, $asOf)
    AND r.knownFromMs <= $known AND (r.knownToMs IS NULL OR $known < r.knownToMs) AND r.confidence IN $confidences
  RETURN r.record AS record ORDER BY r.${key} LIMIT toInteger($limit)
}
RETURN id, collect(record) AS records`;
  const { kinds, prospective } = query;
  return {
    text,
    parameters: { ids, kinds, prospective, limit, break: KEY_BREAK, end: KEY_END, ...readParameters(at) },
  };
}

/** A row for each place of `groups`: the first events of any of the group's entities, or of all for null. */
export function eventsQuery(
  groups: readonly (readonly string[] | null)[],
  range: DayRange,
  at: ReadAt,
  page: PageRequest,
): Query {
  const order = turn(page);
  const limit = 'LIMIT toInteger($limit)';
  const text = `UNWIND range(0, size($groups) - 1) AS place
CALL (place) {
  UNWIND $groups[place] AS id
  CALL (id) {
    MATCH (e:Event)-[i:INVOLVES]->() WHERE i.key > id + $break + $after AND i.key < id + $break + $before AND ${DATED}
    RETURN e ORDER BY i.key ${order} ${limit}
  }
  WITH DISTINCT e RETURN e ORDER BY e.key ${order} ${limit}
 UNION ALL
  UNWIND CASE WHEN $groups[place] IS NULL THEN [1] ELSE [] END AS everyone
  CALL (everyone) { MATCH (e:Event) WHERE e.key > $after AND e.key < $before AND ${DATED} RETURN e ORDER BY e.key ${order} ${limit} }
  RETURN e
}
RETURN place, collect(e.record) AS records, collect(e.key) AS keys`;
  return { text, parameters: { ...eventParameters(groups, range, at), ...pageParameters(page), break: KEY_BREAK } };
}

export function countEventsQuery(groups: readonly (readonly string[] | null)[], range: DayRange, at: ReadAt): Query {
  const text = `UNWIND range(0, size($groups) - 1) AS place
CALL (place) {
  UNWIND $groups[place] AS id
  MATCH (e:Event)-[i:INVOLVES]->() WHERE i.key > id + $break AND i.key < id + $end AND ${DATED}
  RETURN count(DISTINCT e) AS count
 UNION ALL
  UNWIND CASE WHEN $groups[place] IS NULL THEN [1] ELSE [] END AS everyone
  MATCH (e:Event) WHERE e.key > '' AND ${DATED}
  RETURN count(e) AS count
}
RETURN place, sum(count) AS count`;
  return { text, parameters: { ...eventParameters(groups, range, at), break: KEY_BREAK, end: KEY_END } };
}

/** A row for each text: nodes of which a name may answer it, the likeliest first. */
export function searchQuery(texts: readonly string[], candidates: number): Query {
  const text = `UNWIND range(0, size($texts) - 1) AS place
CALL (place) {
  CALL db.index.fulltext.queryNodes('entity_names', $texts[place], {limit: toInteger($candidates)}) YIELD node
  RETURN collect([node.id, node.kind] + node.names) AS found
}
RETURN place, found`;
  return { text, parameters: { texts, candidates } };
}

/** What a reader at a time may see of a statement `s`. */
const READABLE = `s.confidence IN $confidences AND coalesce(s.saidBy, s.saidOn) <= $asOf AND s.recordedMs <= $known
    AND (s.retractedMs IS NULL OR $known < s.retractedMs)`;

/** What a reader at a time may see of an event `e` that overlaps a range of days. */
const DATED = `e.lastDay >= $from AND e.firstDay <= $to AND coalesce(e.saidBy, e.saidOn) <= $asOf
      AND e.knownFromMs <= $known AND (e.knownToMs IS NULL OR $known < e.knownToMs) AND (e.confirmed OR NOT $onlyConfirmed)`;

function readParameters({ asOf, knownAt, minConfidence }: ReadAt) {
  const confidences = minConfidence === 'confirmed' ? ['confirmed'] : ['confirmed', 'recalled'];
  return { asOf, known: Date.parse(knownAt), confidences };
}

function statementCondition(query: StatementQuery): string {
  const parts = [READABLE];
  if (query.property !== null) parts.push('s.property = $property');
  if (query.confidence !== null) parts.push('s.confidence = $confidence');
  if (query.publishersMax !== null) parts.push('s.publishers <= $publishersMax');
  if (query.conflicting !== null) parts.push('s.conflicting = $conflicting');
  if (query.subjectNameContains !== null) {
    parts.push('EXISTS { (s)-[:SUBJECT]->(about) WHERE about.nameFolded CONTAINS $subjectNameContains }');
  }
  return parts.join(' AND ');
}

function statementParameters(query: StatementQuery, at: ReadAt) {
  return { ...query, ...readParameters(at) };
}

function eventParameters(groups: readonly (readonly string[] | null)[], range: DayRange, at: ReadAt) {
  return {
    groups,
    from: range.from ?? '',
    to: range.to ?? '9999-12-31',
    onlyConfirmed: at.minConfidence === 'confirmed',
    ...readParameters(at),
  };
}
