import { compareStatements } from './applyChange.js';
import { canonicalIn } from './canonical.js';
import type { Change, RowChange } from './change.js';
import type { Dataset, DatasetMeta } from './dataset.js';
import type { Edge } from './edge.js';
import { compareIncoming, compareOutgoing } from './edgeOrder.js';
import type { EntityRecord } from './entity.js';
import type { GraphEvent } from './event.js';
import { compareIds, type EntityId } from './ids.js';
import { compareEventKeys } from './orderKey.js';
import { type Keys, placed, RowLists } from './RowLists.js';
import { ShardedMap } from './ShardedMap.js';
import type { SortedRows } from './SortedRows.js';
import { StatementLists } from './StatementLists.js';
import type { StatementRecord } from './statement.js';
import { finish, pausing, type Steps } from './steps.js';

/** Rows by what they are about, under the ids that merged ones lead to. */
interface Lists {
  readonly statements: StatementLists;
  readonly outgoing: RowLists<EntityId, Edge>;
  readonly incoming: RowLists<EntityId, Edge>;
  readonly events: RowLists<EntityId, GraphEvent>;
}

/**
 * A dataset whose rows are found by their ids and by what they are about. It is never changed: {@link next} gives another
 * one that shares what a change leaves alone, so that a revision costs what it touches, whatever the size of the graph.
 */
export class DatasetIndex {
  /** Old ids and what they lead to, also those that entities give themselves. */
  private readonly leads: ReadonlyMap<EntityId, EntityId>;

  private constructor(
    readonly meta: DatasetMeta,
    readonly redirects: ReadonlyMap<EntityId, EntityId>,
    readonly entities: ShardedMap<string, EntityRecord>,
    readonly statements: ShardedMap<string, StatementRecord>,
    readonly edges: ShardedMap<string, Edge>,
    readonly events: ShardedMap<string, GraphEvent>,
    /** What entities themselves say that they were merged into. */
    private readonly merged: ReadonlyMap<EntityId, EntityId>,
    private readonly lists: Lists | null,
  ) {
    this.leads = leadsOf(redirects, merged);
  }

  static of(dataset: Dataset): DatasetIndex {
    return finish(DatasetIndex.build(dataset));
  }

  /** Linear in the dataset, but for sorting the statements. `idsAlone`: rows are never asked for by what they are about. */
  static *build(dataset: Dataset, { idsAlone }: { readonly idsAlone: boolean } = WHOLE): Steps<DatasetIndex> {
    const entities = yield* byId<EntityRecord>(dataset.entities);
    const statements = yield* byId<StatementRecord>(dataset.statements);
    const edges = yield* byId<Edge>(dataset.edges);
    const events = yield* byId<GraphEvent>(dataset.events);
    const { meta, redirects } = dataset;
    const merged = mergedIn(dataset.entities);
    const leads = leadsOf(redirects, merged);
    const parts = [meta, redirects, entities, statements, edges, events, merged] as const;
    if (idsAlone) return new DatasetIndex(...parts, null);
    const canonical = (id: EntityId) => canonicalIn(leads, id);
    const lists: Lists = {
      statements: yield* StatementLists.build(onlyLast(dataset.statements, statements), canonical),
      outgoing: yield* RowLists.build(edges.values(), ({ from }) => canonical(from), compareOutgoing),
      incoming: yield* RowLists.build(edges.values(), ({ to }) => canonical(to), compareIncoming),
      events: yield* RowLists.build(events.values(), involvedIn(canonical), compareEventKeys),
    };
    return new DatasetIndex(...parts, lists);
  }

  /** The id itself, or that of the entity that it was merged into. */
  canonical(id: EntityId): EntityId {
    return canonicalIn(this.leads, id);
  }

  /** Whether the id leads to another. */
  isMerged(id: EntityId): boolean {
    return this.leads.has(id);
  }

  /** The ids that lead to another now and did not then. */
  mergedSince(before: DatasetIndex): readonly EntityId[] {
    return this.leads === before.leads ? [] : [...this.leads.keys()].filter((id) => !before.leads.has(id));
  }

  /** All statements in the order of their keys. */
  get statementsInOrder(): SortedRows<StatementRecord> {
    return this.found.statements.all;
  }

  /** The last place among the facts that a statement has or had; -1 for none. */
  get lastOrder(): number {
    return this.found.statements.lastOrder;
  }

  /** The last time at which a statement was recorded or withdrawn, in milliseconds since 1970. */
  get lastTime(): number {
    return this.found.statements.lastTime;
  }

  /** In the order of their keys, here and in all lists of statements. The id is canonical, here and below. */
  about(id: EntityId, property: string | null = null): readonly StatementRecord[] {
    return this.found.statements.about(id, property);
  }

  pointingAt(id: EntityId): readonly StatementRecord[] {
    return this.found.statements.pointingAt(id);
  }

  ofProperty(property: string): SortedRows<StatementRecord> {
    return this.found.statements.ofProperty(property);
  }

  /** In any order. */
  citing(source: EntityId): readonly StatementRecord[] {
    return this.found.statements.citing(source);
  }

  /** By provider, kind, confidence descending, id. */
  edgesFrom(id: EntityId): readonly Edge[] {
    return this.found.outgoing.get(id);
  }

  /** By dependent, kind, confidence descending, id. */
  edgesTo(id: EntityId): readonly Edge[] {
    return this.found.incoming.get(id);
  }

  /** Of which it is part, in the order of their keys. */
  eventsOf(id: EntityId): readonly GraphEvent[] {
    return this.found.events.get(id);
  }

  private get found(): Lists {
    if (this.lists === null) throw new Error('Rows of this dataset are found by their ids alone.');
    return this.lists;
  }

  /** The rows as `applyChange` would give them. Costs sorting them all. */
  rows(): Dataset {
    return {
      meta: this.meta,
      redirects: this.redirects,
      entities: [...this.entities.values()].sort(byIds),
      statements: [...this.statements.values()].sort(compareStatements),
      edges: [...this.edges.values()].sort(byIds),
      events: [...this.events.values()].sort(byIds),
    };
  }

  /** The dataset after a change, as that revision: the same as `applyChange`, found by what it is about. */
  next(change: Change, revision: number): DatasetIndex {
    const meta = { ...(change.meta ?? this.meta), revision };
    const redirects = redirectsAfter(this.redirects, change);
    const entities = this.entities.with(changesOf(change.entities));
    const statements = this.statements.with(changesOf(change.statements));
    const edges = this.edges.with(changesOf(change.edges));
    const events = this.events.with(changesOf(change.events));
    const merged = mergedAfter(this.merged, change.entities);
    const leads = leadsOf(redirects, merged);
    const parts = [meta, redirects, entities, statements, edges, events, merged] as const;
    if (this.lists === null) return new DatasetIndex(...parts, null);
    const moves = movesOf(this.leads, leads);
    if (moves === null) return DatasetIndex.of(new DatasetIndex(...parts, this.lists).rows());
    const canonical = (id: EntityId) => canonicalIn(leads, id);
    const lists = moves.reduce(movedLists, this.lists);
    const from = ({ from: id }: Edge) => canonical(id);
    const to = ({ to: id }: Edge) => canonical(id);
    return new DatasetIndex(...parts, {
      statements: lists.statements.next(goneOf(this.statements, change.statements), change.statements.put, canonical),
      outgoing: nextLists(lists.outgoing, this.edges, change.edges, from),
      incoming: nextLists(lists.incoming, this.edges, change.edges, to),
      events: nextLists(lists.events, this.events, change.events, involvedIn(canonical)),
    });
  }
}

const WHOLE = { idsAlone: false };

function* byId<T extends { readonly id: string }>(rows: readonly T[]): Steps<ShardedMap<string, T>> {
  const draft = ShardedMap.draft<string, T>(rows.length);
  yield* pausing(rows, (row) => draft.set(row.id, row));
  return draft.done();
}

function leadsOf(
  redirects: ReadonlyMap<EntityId, EntityId>,
  merged: ReadonlyMap<EntityId, EntityId>,
): ReadonlyMap<EntityId, EntityId> {
  return merged.size === 0 ? redirects : new Map([...redirects, ...merged]);
}

/** In the order given, which is near that of their keys; of two rows with one id the last. */
function onlyLast<T extends { readonly id: string }>(rows: readonly T[], last: ShardedMap<string, T>): readonly T[] {
  return rows.length === last.size ? rows : [...last.values()];
}

function byIds(a: { readonly id: string }, b: { readonly id: string }): number {
  return compareIds(a.id, b.id);
}

function involvedIn(canonical: (id: EntityId) => EntityId): (event: GraphEvent) => ReadonlySet<EntityId> {
  return ({ entities }) => new Set(entities.map(canonical));
}

function mergedIn(entities: readonly EntityRecord[]): ReadonlyMap<EntityId, EntityId> {
  const merged = new Map<EntityId, EntityId>();
  for (const { id, mergedInto } of entities) if (mergedInto !== null) merged.set(id, mergedInto);
  return merged;
}

function mergedAfter(
  merged: ReadonlyMap<EntityId, EntityId>,
  { put, removed }: RowChange<EntityRecord>,
): ReadonlyMap<EntityId, EntityId> {
  const isTouched = merged.size > 0 || put.some(({ mergedInto }) => mergedInto !== null);
  if (!isTouched) return merged;
  const gone = new Set<string>([...removed, ...put.map(({ id }) => id)]);
  return new Map([...[...merged].filter(([id]) => !gone.has(id)), ...mergedIn(put)]);
}

function redirectsAfter(redirects: ReadonlyMap<EntityId, EntityId>, change: Change): ReadonlyMap<EntityId, EntityId> {
  if (change.redirects.size === 0) return redirects;
  return new Map([...redirects, ...change.redirects].sort(([a], [b]) => compareIds(a, b)));
}

interface Move {
  readonly from: EntityId;
  readonly into: EntityId;
}

/** Which ids newly lead elsewhere, so that all under them moves as a whole; null where what one led to must be taken apart. */
function movesOf(before: ReadonlyMap<EntityId, EntityId>, after: ReadonlyMap<EntityId, EntityId>): Move[] | null {
  if (before === after) return [];
  const moves: Move[] = [];
  for (const id of before.keys()) {
    if (!after.has(id)) return null;
    if (canonicalIn(after, canonicalIn(before, id)) !== canonicalIn(after, id)) return null;
  }
  for (const id of after.keys()) {
    const into = canonicalIn(after, id);
    if (!before.has(id) && into !== id) moves.push({ from: id, into });
  }
  return moves;
}

function movedLists(lists: Lists, { from, into }: Move): Lists {
  return {
    statements: lists.statements.moved(from, into),
    outgoing: lists.outgoing.moved(from, into),
    incoming: lists.incoming.moved(from, into),
    events: lists.events.moved(from, into),
  };
}

function changesOf<T extends { readonly id: string }>({ put, removed }: RowChange<T>): ReadonlyMap<string, T | null> {
  const changes = new Map<string, T | null>();
  for (const id of removed) changes.set(id, null);
  for (const row of put) changes.set(row.id, row);
  return changes;
}

/** The rows that a change takes away or replaces, as they are now. */
function goneOf<T extends { readonly id: string }>(
  rows: ShardedMap<string, T>,
  { put, removed }: RowChange<T>,
): readonly T[] {
  const ids = new Set([...removed, ...put.map(({ id }) => id)]);
  return [...ids].flatMap((id) => rows.get(id) ?? []);
}

function nextLists<T extends { readonly id: string }>(
  lists: RowLists<EntityId, T>,
  rows: ShardedMap<string, T>,
  change: RowChange<T>,
  keysOf: (row: T) => Keys<EntityId>,
): RowLists<EntityId, T> {
  return lists.next(placed(goneOf(rows, change), keysOf), placed(change.put, keysOf));
}
