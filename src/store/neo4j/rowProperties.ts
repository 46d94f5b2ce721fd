import type { Edge } from '../../model/edge.js';
import type { GraphEvent } from '../../model/event.js';
import { hash64 } from '../../model/hash.js';
import type { EntityId } from '../../model/ids.js';
import { changeKey, eventKey, statementKey } from '../../model/orderKey.js';
import type { StatementRecord } from '../../model/statement.js';
import { mergedIdentity } from '../../model/statementChange.js';
import { firstDay, lastDay } from '../../model/time.js';
import type { RawProperties } from './nodeProperties.js';
import { type AnyRow, recordHash, recordText } from './recordText.js';

/** The entity that an id stands for now. */
export type Canonical = (id: EntityId) => EntityId;

/** Between the parts of a key: below every character of an id. */
export const KEY_BREAK = '\t';
/** Just above {@link KEY_BREAK}: ends the range of the keys that begin with a part. */
export const KEY_END = '\n';

/** What placing rows needs to know of the dataset that they become part of. */
export interface Surroundings {
  readonly canonical: Canonical;
  readonly isConfirmed: (statementId: string) => boolean;
}

/** A row with the entities between which it stands. */
export interface PlacedRow {
  readonly properties: RawProperties;
  readonly links: Readonly<Record<string, string | readonly string[]>>;
}

/** The node of a statement, with each of its fields; `subjectId` and `objectId` follow merges. */
export function statementRow(s: StatementRecord, rev: number, surroundings: Surroundings): PlacedRow {
  const { canonical } = surroundings;
  const record = recordText(s);
  const subjectId = canonical(s.subject);
  const objectId = s.object === null ? null : canonical(s.object);
  return {
    properties: {
      id: s.id,
      key: statementKey(s),
      addedKey: changeKey(s.recordedAt, s, true),
      withdrawnKey: s.retractedAt === null ? null : changeKey(s.retractedAt, s, false),
      claim: hash64(mergedIdentity(s, canonical)),
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
      saidBy: unlessSame(lastDay(s.saidOn), s.saidOn),
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
      record,
      rev,
      hash: placedHash(s, record, surroundings),
    },
    links: { subject: subjectId, object: objectId ?? [], cites: s.sources.map(canonical) },
  };
}

/** The relationship of an edge version. Its keys begin with an end's id and put that end's edges in the order of reads. */
export function edgeRow(edge: Edge, rev: number, surroundings: Surroundings): PlacedRow {
  const { canonical } = surroundings;
  const record = recordText(edge);
  const from = canonical(edge.from);
  const to = canonical(edge.to);
  const rest = [edge.kind, edge.confidence === 'confirmed' ? '0' : '1', edge.id];
  return {
    properties: {
      id: edge.id,
      kind: edge.kind,
      rule: edge.rule,
      outKey: [from, edge.to, ...rest].join(KEY_BREAK),
      inKey: [to, edge.from, ...rest].join(KEY_BREAK),
      validFrom: edge.validFrom,
      validTo: edge.validTo,
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
      record,
      rev,
      hash: placedHash(edge, record, surroundings),
    },
    links: { from, to },
  };
}

/** The node of an event. `confirmed`: whether a statement behind it is. `keys` hold its place in each entity's timeline. */
export function eventRow(event: GraphEvent, rev: number, surroundings: Surroundings): PlacedRow {
  const { canonical, isConfirmed } = surroundings;
  const record = recordText(event);
  const key = eventKey(event);
  const entities = [...new Set(event.entities.map(canonical))];
  return {
    properties: {
      id: event.id,
      key,
      kind: event.kind,
      title: event.title,
      date: event.date,
      firstDay: firstDay(event.date),
      lastDay: lastDay(event.date),
      saidOn: event.saidOn,
      saidBy: unlessSame(lastDay(event.saidOn), event.saidOn),
      knownFrom: event.knownFrom,
      knownTo: event.knownTo,
      knownFromMs: Date.parse(event.knownFrom),
      knownToMs: msOf(event.knownTo),
      confirmed: event.statementIds.some(isConfirmed),
      sources: event.sources,
      statementIds: event.statementIds,
      record,
      rev,
      hash: placedHash(event, record, surroundings),
    },
    links: { entities, keys: entities.map((id) => id + KEY_BREAK + key) },
  };
}

/** The hash that a row bears in its surroundings. */
export function rowHash(row: AnyRow, surroundings: Surroundings): string {
  return placedHash(row, recordText(row), surroundings);
}

function placedHash(row: AnyRow, record: string, surroundings: Surroundings): string {
  const standing = standingOf(row, surroundings);
  return recordHash(standing === '' ? record : `${record}\n${standing}`);
}

/** What its surroundings make of a row beside its record; an import that changes it has to write the row again. */
function standingOf(row: AnyRow, { canonical, isConfirmed }: Surroundings): string {
  const moved = (id: EntityId | null) => (id === null || canonical(id) === id ? '' : `${id} ${canonical(id)}\n`);
  if ('subject' in row) return moved(row.subject) + moved(row.object) + row.sources.map(moved).join('');
  if ('rule' in row) return moved(row.from) + moved(row.to);
  if (!('entities' in row)) return '';
  return row.entities.map(moved).join('') + (row.statementIds.some(isConfirmed) ? 'confirmed' : '');
}

function msOf(instant: string | null): number | null {
  return instant === null ? null : Date.parse(instant);
}

/** Most dates are days: a copy of each would be a tenth of what is stored. */
function unlessSame(day: string, date: string): string | null {
  return day === date ? null : day;
}
