import type { Edge } from '../../model/edge.js';
import type { GraphEvent } from '../../model/event.js';
import type { EntityId } from '../../model/ids.js';
import { eventKey, statementKey } from '../../model/orderKey.js';
import type { StatementRecord } from '../../model/statement.js';
import { firstDay, lastDay } from '../../model/time.js';
import type { Properties, Property } from './nodeProperties.js';

/** The entity that an id stands for now. */
export type Canonical = (id: EntityId) => EntityId;

/** Between the parts of a key: below every character of an id. */
export const KEY_BREAK = '\t';
/** Just above {@link KEY_BREAK}: ends the range of the keys that begin with a part. */
export const KEY_END = '\n';

/** Of what is not over: later than every instant. */
export const NEVER_MS = Number.MAX_SAFE_INTEGER;

/** A row with the entities between which it stands. */
export interface PlacedRow {
  readonly properties: Properties;
  readonly links: Readonly<Record<string, string | readonly string[]>>;
}

/** The node of a statement, with each of its fields; `subjectId` and `objectId` follow merges. */
export function statementRow(s: StatementRecord, canonical: Canonical): PlacedRow {
  const subjectId = canonical(s.subject);
  const objectId = s.object === null ? null : canonical(s.object);
  return {
    properties: known({
      id: s.id,
      key: statementKey(s),
      subjectId,
      objectId,
      property: s.property,
      scope: s.scope,
      value: s.value,
      unit: s.unit,
      qualifier: s.qualifier,
      validFrom: s.validFrom,
      validTo: s.validTo,
      saidOn: s.saidOn,
      saidNotBefore: s.saidNotBefore ?? null,
      saidBy: lastDay(s.saidOn),
      refersTo: s.refersTo,
      recordedAt: s.recordedAt,
      retractedAt: s.retractedAt,
      recordedMs: Date.parse(s.recordedAt),
      retractedMs: msOf(s.retractedAt),
      confidence: s.confidence,
      sources: s.sources,
      note: s.note,
      order: s.order,
      best: s.best,
      conflicting: s.conflicting,
      publishers: s.publishers,
      record: JSON.stringify(s),
    }),
    links: { subject: subjectId, object: objectId ?? [], cites: s.sources.map(canonical) },
  };
}

/** The relationship of an edge version. Its keys begin with an end's id and put that end's edges in the order of reads. */
export function edgeRow(edge: Edge, canonical: Canonical): PlacedRow {
  const from = canonical(edge.from);
  const to = canonical(edge.to);
  const rest = [edge.kind, edge.confidence === 'confirmed' ? '0' : '1', edge.id];
  return {
    properties: known({
      id: edge.id,
      kind: edge.kind,
      rule: edge.rule,
      outKey: [from, edge.to, ...rest].join(KEY_BREAK),
      inKey: [to, edge.from, ...rest].join(KEY_BREAK),
      validFrom: edge.validFrom,
      validTo: edge.validTo,
      holdsFrom: edge.validFrom ?? '',
      holdsTo: edge.validTo ?? '9999-12-31',
      startUnknown: edge.startUnknown,
      knownFrom: edge.knownFrom,
      knownTo: edge.knownTo,
      knownFromMs: Date.parse(edge.knownFrom),
      knownToMs: msOf(edge.knownTo),
      prospective: edge.prospective,
      confidence: edge.confidence,
      sharePercent: edge.sharePercent,
      deal: edge.deal,
      statementIds: edge.statementIds,
      record: JSON.stringify(edge),
    }),
    links: { from, to },
  };
}

/** The node of an event. `confirmed`: whether a statement behind it is. `parts` hold its place in each entity's timeline. */
export function eventRow(event: GraphEvent, canonical: Canonical, isConfirmed: boolean): PlacedRow {
  const key = eventKey(event);
  const entities = [...new Set(event.entities.map(canonical))];
  return {
    properties: known({
      id: event.id,
      key,
      kind: event.kind,
      title: event.title,
      date: event.date,
      firstDay: firstDay(event.date),
      lastDay: lastDay(event.date),
      saidOn: event.saidOn,
      saidBy: lastDay(event.saidOn),
      knownFrom: event.knownFrom,
      knownTo: event.knownTo,
      knownFromMs: Date.parse(event.knownFrom),
      knownToMs: msOf(event.knownTo),
      confirmed: isConfirmed,
      sources: event.sources,
      statementIds: event.statementIds,
      record: JSON.stringify(event),
    }),
    links: { entities, keys: entities.map((id) => id + KEY_BREAK + key) },
  };
}

function msOf(instant: string | null): number {
  return instant === null ? NEVER_MS : Date.parse(instant);
}

function known(values: Readonly<Record<string, Property | null>>): Properties {
  const properties: Record<string, Property> = {};
  for (const [name, value] of Object.entries(values)) if (value !== null) properties[name] = value;
  return properties;
}
