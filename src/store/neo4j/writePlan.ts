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
  type Put,
  putEdges,
  putEntities,
  putEvents,
  putRedirects,
  putStatements,
  removeRows,
  SORTS,
  type Sort,
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
 * entity is no node: it is a redirect. `isThere`: whether a row with the id is in the graph already.
 */
export function* writePlan(
  change: Change,
  rev: number,
  surroundings: Surroundings,
  isThere: (sort: Sort, id: string) => boolean,
): Generator<Step> {
  const { canonical } = surroundings;
  const replaced = change.edges.put.flatMap(({ id }) => (isThere('edges', id) ? [id] : []));
  yield* removals('edges', [...change.edges.removed, ...replaced]);
  yield* removals('events', change.events.removed);
  yield* removals('statements', change.statements.removed);
  for (const kind of ENTITY_KINDS) {
    const ofKind = change.entities.put.filter((record) => record.kind === kind && canonical(record.id) === record.id);
    yield* puts('entities', ofKind, isThere, (put, some) => {
      return putEntities(
        kind,
        put,
        some.map((record) => writtenEntity(record, rev)),
      );
    });
  }
  const redirects = [...change.redirects].map(([id, into]) => ({ id, into, rev }));
  for (const rows of batches(redirects)) yield { query: putRedirects(rows), rows: rows.length };
  yield* puts('statements', change.statements.put, isThere, (put, some) => {
    return putStatements(
      put,
      some.map((s) => writtenStatement(s, rev, surroundings)),
    );
  });
  for (const some of batches(change.edges.put)) {
    yield { query: putEdges(some.map((edge) => writtenEdge(edge, rev, surroundings))), rows: some.length };
  }
  yield* puts('events', change.events.put, isThere, (put, some) => {
    return putEvents(
      put,
      some.map((event) => writtenEvent(event, rev, surroundings)),
    );
  });
  yield* removals('entities', change.entities.removed);
}

function* removals(sort: Sort, ids: readonly string[]): Generator<Step> {
  for (const some of batches(ids)) yield { query: removeRows(sort, some), rows: some.length };
}

function* puts<T extends { readonly id: string }>(
  sort: Sort,
  rows: readonly T[],
  isThere: (sort: Sort, id: string) => boolean,
  query: (put: Put, rows: readonly T[]) => Query,
): Generator<Step> {
  for (const put of ['replaced', 'new'] as const) {
    const some = rows.filter(({ id }) => isThere(sort, id) === (put === 'replaced'));
    for (const batch of batches(some)) yield { query: query(put, batch), rows: batch.length };
  }
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
