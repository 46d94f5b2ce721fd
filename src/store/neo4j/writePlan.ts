import type { Change } from '../../model/change.js';
import type { Dataset } from '../../model/dataset.js';
import type { EntityRecord } from '../../model/entity.js';
import { ENTITY_KINDS, type EntityId } from '../../model/ids.js';
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
import { edgeRow, eventRow, type Surroundings, statementRow } from './rowProperties.js';
import { followRedirects } from './Snapshot.js';

/** The surroundings of the rows of a dataset. */
export function surroundingsOf(dataset: Pick<Dataset, 'redirects' | 'entities' | 'statements'>): Surroundings {
  const confirmed = new Set(
    dataset.statements.flatMap(({ id, confidence }) => (confidence === 'confirmed' ? [id] : [])),
  );
  return { canonical: followRedirects(redirectsIn(dataset)), isConfirmed: (id) => confirmed.has(id) };
}

/** A statement of the plan. */
export interface Step {
  readonly query: Query;
  /** How many rows it writes or removes. */
  readonly rows: number;
  /** Of the rows that it writes. */
  readonly hashes: readonly string[];
}

/** A part of the plan, which comes after all parts before it. */
export interface Stage {
  /** Made one by one as they are taken. */
  readonly steps: Iterable<Step>;
  /** Whether its steps may be in several transactions at once. */
  readonly isParallel: boolean;
  /** Of which after it all rows are there that are to be written. */
  readonly written: readonly Sort[];
}

/** Rows a statement writes at most: a transaction that holds them stays far below the memory of a small server. */
const BATCH = 2_000;

/**
 * The statements that write a change as part of revision `rev`, in an order in which each finds what it links to. A merged
 * entity is no node: it is a redirect. `isThere`: whether a row with the id is in the graph already. `nodes`: filled before
 * the second stage begins where links are to find their ends by the numbers of nodes.
 */
export function writePlan(
  change: Change,
  rev: number,
  surroundings: Surroundings,
  isThere: (sort: Sort, id: string) => boolean,
  nodes: ReadonlyMap<string, string> = new Map(),
): readonly Stage[] {
  const { entities, statements, edges, events } = change;
  const { canonical } = surroundings;
  function* first() {
    const replaced = edges.put.flatMap(({ id }) => (isThere('edges', id) ? [id] : []));
    yield* removals('edges', [...edges.removed, ...replaced]);
    yield* removals('events', events.removed);
    yield* removals('statements', statements.removed);
    for (const kind of ENTITY_KINDS) {
      const ofKind = entities.put.filter((record) => record.kind === kind && canonical(record.id) === record.id);
      const written = (record: EntityRecord) => writtenEntity(record, rev);
      yield* puts('entities', ofKind, isThere, written, (put, rows) => putEntities(kind, put, rows));
    }
    const redirects = [...change.redirects].map(([id, into]) => ({ id, into, rev }));
    for (const rows of batches(redirects)) yield { query: putRedirects(rows), rows: rows.length, hashes: [] };
  }
  // These share no node but the entities to which they are linked, and those are there.
  function* said() {
    const ends = nodes.size > 0 ? 'node' : 'id';
    yield* puts(
      'statements',
      statements.put,
      isThere,
      (s) => linkedByNode(statementRow(s, rev, surroundings), nodes),
      (put, rows) => putStatements(put, rows, ends),
    );
  }
  function* derived() {
    const ends = nodes.size > 0 ? 'node' : 'id';
    yield* puts(
      'edges',
      edges.put,
      () => false,
      (edge) => linkedByNode(edgeRow(edge, rev, surroundings), nodes),
      (_, rows) => putEdges(rows, ends),
    );
    yield* puts('events', events.put, isThere, (event) => eventRow(event, rev, surroundings), putEvents);
  }
  return [
    { steps: first(), isParallel: false, written: ['entities'] },
    { steps: said(), isParallel: true, written: ['statements'] },
    { steps: derived(), isParallel: true, written: ['edges', 'events'] },
    { steps: removals('entities', entities.removed), isParallel: false, written: [] },
  ];
}

/** An end that is not there stays without a link, as it would by id. No object is an empty list, of which no number can be made. */
function linkedByNode({ properties, links }: WriteRow, nodes: ReadonlyMap<string, string>): WriteRow {
  if (nodes.size === 0) return { properties, links };
  const byNode: Record<string, unknown> = {};
  for (const name of Object.keys(links)) byNode[name] = nodesOf(links[name], nodes);
  return { properties, links: byNode };
}

function nodesOf(ends: unknown, nodes: ReadonlyMap<string, string>): string | readonly string[] | null {
  if (!Array.isArray(ends)) return nodes.get(String(ends)) ?? null;
  const numbers: string[] = [];
  for (const end of ends) {
    const number = nodes.get(String(end));
    if (number !== undefined) numbers.push(number);
  }
  return numbers.length === 0 ? null : numbers;
}

function* removals(sort: Sort, ids: readonly string[]): Generator<Step> {
  for (const some of batches(ids)) yield { query: removeRows(sort, some), rows: some.length, hashes: [] };
}

function* puts<T extends { readonly id: string }>(
  sort: Sort,
  rows: readonly T[],
  isThere: (sort: Sort, id: string) => boolean,
  written: (row: T) => WriteRow,
  query: (put: Put, rows: readonly WriteRow[]) => Query,
): Generator<Step> {
  for (const put of ['replaced', 'new'] as const) {
    const some = rows.filter(({ id }) => isThere(sort, id) === (put === 'replaced'));
    for (const batch of batches(some)) {
      const made = batch.map(written);
      const hashes = made.map(({ properties }) => String(properties.hash));
      yield { query: query(put, made), rows: made.length, hashes };
    }
  }
}

/** How many rows the plan of a change writes or removes. */
export function countRows(change: Change): number {
  const counts = SORTS.map((sort) => change[sort].put.length + change[sort].removed.length);
  return counts.reduce((sum, count) => sum + count, change.redirects.size);
}

/** How the adapter writes an entity as part of revision `rev`. */
export function writtenEntity(record: EntityRecord, rev: number): WriteRow {
  return { properties: entityProperties(record, rev), links: { facets: facetsOf(record) } };
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
