import type { Edge } from '../../model/edge.js';
import type { EntityRecord } from '../../model/entity.js';
import type { GraphEvent } from '../../model/event.js';
import { hash64 } from '../../model/hash.js';
import type { StatementRecord } from '../../model/statement.js';
import { SCHEMA_VERSION } from './schemaVersion.js';

export type AnyRow = EntityRecord | StatementRecord | Edge | GraphEvent;

/**
 * The whole record of a row as the property `record` keeps it: of entities, whose fields differ by kind, an object as JSON;
 * of the others the JSON array of their values in the order below. Names would be more than half of the text, and text is
 * most of what a database of a million rows stores and logs. Equal records give equal texts.
 */
export function recordText(row: AnyRow): string {
  if ('subject' in row) return JSON.stringify(ofStatement(row));
  if ('rule' in row) return JSON.stringify(ofEdge(row));
  if ('entities' in row) return JSON.stringify(ofEvent(row));
  return JSON.stringify(row);
}

/** The hash of a record's text as this version of the adapter keeps it: another version's rows are all written anew. */
export function recordHash(text: string): string {
  return hash64(`${SCHEMA_VERSION}\n${text}`);
}

// Only this adapter writes these texts, so their form is not checked again.

export function entityIn(text: string): EntityRecord {
  return JSON.parse(text);
}

export function statementIn(text: string): StatementRecord {
  const [
    id,
    subject,
    property,
    scope,
    value,
    object,
    unit,
    qualifier,
    validFrom,
    validTo,
    saidOn,
    refersTo,
    recordedAt,
    retractedAt,
    confidence,
    sources,
    note,
    order,
    best,
    conflicting,
    publishers,
    saidNotBefore,
  ]: StatementValues = JSON.parse(text);
  const record = {
    id,
    subject,
    property,
    scope,
    value,
    object,
    unit,
    qualifier,
    validFrom,
    validTo,
    saidOn,
    refersTo,
    recordedAt,
    retractedAt,
    confidence,
    sources,
    note,
    order,
    best,
    conflicting,
    publishers,
  };
  return saidNotBefore === undefined ? record : { ...record, saidNotBefore };
}

export function edgeIn(text: string): Edge {
  const [
    id,
    kind,
    rule,
    from,
    to,
    validFrom,
    validTo,
    startUnknown,
    knownFrom,
    knownTo,
    prospective,
    confidence,
    sharePercent,
    deal,
    statementIds,
  ]: EdgeValues = JSON.parse(text);
  return {
    id,
    kind,
    rule,
    from,
    to,
    validFrom,
    validTo,
    startUnknown,
    prospective,
    confidence,
    sharePercent,
    deal,
    statementIds,
    knownFrom,
    knownTo,
  };
}

export function eventIn(text: string): GraphEvent {
  const [id, kind, date, saidOn, title, entities, sources, statementIds, knownFrom, knownTo]: EventValues =
    JSON.parse(text);
  return { id, kind, date, saidOn, title, entities, sources, statementIds, knownFrom, knownTo };
}

type S = StatementRecord;
type StatementValues = readonly [
  ...[S['id'], S['subject'], S['property'], S['scope'], S['value'], S['object'], S['unit'], S['qualifier']],
  ...[S['validFrom'], S['validTo'], S['saidOn'], S['refersTo'], S['recordedAt'], S['retractedAt'], S['confidence']],
  ...[S['sources'], S['note'], S['order'], S['best'], S['conflicting'], S['publishers'], S['saidNotBefore']?],
];

function ofStatement(s: StatementRecord): StatementValues {
  const { id, subject, property, scope, value, object, unit, qualifier, validFrom, validTo, saidOn, refersTo } = s;
  const { recordedAt, retractedAt, confidence, sources, note, order, best, conflicting, publishers, saidNotBefore } = s;
  const first = [id, subject, property, scope, value, object, unit, qualifier, validFrom, validTo, saidOn] as const;
  const rest = [refersTo, recordedAt, retractedAt, confidence, sources, note, order, best, conflicting] as const;
  if (saidNotBefore === undefined) return [...first, ...rest, publishers];
  return [...first, ...rest, publishers, saidNotBefore];
}

type EdgeValues = readonly [
  ...[Edge['id'], Edge['kind'], Edge['rule'], Edge['from'], Edge['to'], Edge['validFrom'], Edge['validTo']],
  ...[Edge['startUnknown'], Edge['knownFrom'], Edge['knownTo'], Edge['prospective'], Edge['confidence']],
  ...[Edge['sharePercent'], Edge['deal'], Edge['statementIds']],
];

function ofEdge(edge: Edge): EdgeValues {
  const { id, kind, rule, from, to, validFrom, validTo, startUnknown, knownFrom, knownTo } = edge;
  const { prospective, confidence, sharePercent, deal, statementIds } = edge;
  return [
    ...([id, kind, rule, from, to, validFrom, validTo, startUnknown] as const),
    ...([knownFrom, knownTo, prospective, confidence, sharePercent, deal, statementIds] as const),
  ];
}

type E = GraphEvent;
type EventValues = readonly [
  ...[E['id'], E['kind'], E['date'], E['saidOn'], E['title'], E['entities'], E['sources'], E['statementIds']],
  ...[E['knownFrom'], E['knownTo']],
];

function ofEvent(event: GraphEvent): EventValues {
  const { id, kind, date, saidOn, title, entities, sources, statementIds, knownFrom, knownTo } = event;
  return [id, kind, date, saidOn, title, entities, sources, statementIds, knownFrom, knownTo];
}
