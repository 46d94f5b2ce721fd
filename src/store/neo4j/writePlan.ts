import type { Change } from '../../model/change.js';
import type { Dataset } from '../../model/dataset.js';
import type { Edge } from '../../model/edge.js';
import type { EntityRecord } from '../../model/entity.js';
import type { GraphEvent } from '../../model/event.js';
import { hash64 } from '../../model/hash.js';
import { ENTITY_KINDS, type EntityId } from '../../model/ids.js';
import type { StatementRecord } from '../../model/statement.js';
import type { Query } from './cypher/Query.js';
import {
  putEdges,
  putEntities,
  putEvents,
  putRedirects,
  putStatements,
  removeRows,
  SORTS,
  type WriteRow,
} from './cypher/writes.js';
import { entityProperties, facetsOf } from './nodeProperties.js';
import { type Canonical, edgeRow, eventRow, type PlacedRow, statementRow } from './rowProperties.js';
import { followRedirects } from './Snapshot.js';
import { SCHEMA_VERSION } from './schemaVersion.js';

/** What placing rows needs to know of the dataset that they become part of. */
export interface Surroundings {
  readonly canonical: Canonical;
  readonly isConfirmed: (statementId: string) => boolean;
}

/** The surroundings of the rows of a dataset. */
export function surroundingsOf(dataset: Pick<Dataset, 'redirects' | 'entities' | 'statements'>): Surroundings {
  const confirmed = new Set(
    dataset.statements.flatMap(({ id, confidence }) => (confidence === 'confirmed' ? [id] : [])),
  );
  return { canonical: followRedirects(redirectsIn(dataset)), isConfirmed: (id) => confirmed.has(id) };
}

/** A statement of the plan, with how many rows it writes. */
export interface Step {
  readonly query: Query;
  readonly rows: number;
}

/** Rows a statement writes at most: a transaction that holds them stays far below the memory of a small server. */
const BATCH = 2_000;

/**
 * The statements that write a change as part of revision `rev`, in an order in which each finds what it links to. A merged
 * entity is no node: it is a redirect.
 */
export function* writePlan(change: Change, rev: number, surroundings: Surroundings): Generator<Step> {
  const { canonical } = surroundings;
  for (const sort of ['edges', 'events', 'statements'] as const) {
    const gone =
      sort === 'edges' ? [...change.edges.removed, ...change.edges.put.map(({ id }) => id)] : change[sort].removed;
    for (const ids of batches(gone)) yield { query: removeRows(sort, ids), rows: ids.length };
  }
  for (const kind of ENTITY_KINDS) {
    const ofKind = change.entities.put.filter((record) => record.kind === kind && canonical(record.id) === record.id);
    for (const some of batches(ofKind)) {
      yield {
        query: putEntities(
          kind,
          some.map((record) => writtenEntity(record, rev)),
        ),
        rows: some.length,
      };
    }
  }
  const redirects = [...change.redirects].map(([id, into]) => ({ id, into, rev }));
  for (const rows of batches(redirects)) yield { query: putRedirects(rows), rows: rows.length };
  for (const some of batches(change.statements.put)) {
    yield { query: putStatements(some.map((s) => writtenStatement(s, rev, surroundings))), rows: some.length };
  }
  for (const some of batches(change.edges.put)) {
    yield { query: putEdges(some.map((edge) => writtenEdge(edge, rev, surroundings))), rows: some.length };
  }
  for (const some of batches(change.events.put)) {
    yield { query: putEvents(some.map((event) => writtenEvent(event, rev, surroundings))), rows: some.length };
  }
  for (const ids of batches(change.entities.removed)) yield { query: removeRows('entities', ids), rows: ids.length };
}

export type AnyRow = EntityRecord | StatementRecord | Edge | GraphEvent;

/** The hash of a row as this version of the adapter keeps it: another version's rows are all written anew. */
export function rowHash(row: AnyRow): string {
  return hash64(`${SCHEMA_VERSION}\n${JSON.stringify(row)}`);
}

/** How many rows the plan of a change writes or removes. */
export function countRows(change: Change): number {
  const counts = SORTS.map((sort) => change[sort].put.length + change[sort].removed.length);
  return counts.reduce((sum, count) => sum + count, change.redirects.size);
}

/** How the adapter writes an entity as part of revision `rev`. */
export function writtenEntity(record: EntityRecord, rev: number): WriteRow {
  return finish({ properties: entityProperties(record), links: { facets: facetsOf(record) } }, record, rev);
}

export function writtenStatement(s: StatementRecord, rev: number, { canonical }: Surroundings): WriteRow {
  return finish(statementRow(s, canonical), s, rev);
}

export function writtenEdge(edge: Edge, rev: number, { canonical }: Surroundings): WriteRow {
  return finish(edgeRow(edge, canonical), edge, rev);
}

export function writtenEvent(event: GraphEvent, rev: number, { canonical, isConfirmed }: Surroundings): WriteRow {
  return finish(eventRow(event, canonical, event.statementIds.some(isConfirmed)), event, rev);
}

function finish({ properties, links }: PlacedRow, row: AnyRow, rev: number): WriteRow {
  return { properties: { ...properties, rev, hash: rowHash(row) }, links };
}

function* batches<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < rows.length; start += BATCH) yield rows.slice(start, start + BATCH);
}

/** What each id stands for, by the redirects of a dataset and the entities merged in it. */
export function redirectsIn(dataset: {
  readonly redirects: ReadonlyMap<EntityId, EntityId>;
  readonly entities: readonly EntityRecord[];
}): ReadonlyMap<EntityId, EntityId> {
  const merged = dataset.entities.flatMap(({ id, mergedInto }) =>
    mergedInto === null ? [] : [[id, mergedInto] as const],
  );
  return merged.length === 0 ? dataset.redirects : new Map([...dataset.redirects, ...merged]);
}
