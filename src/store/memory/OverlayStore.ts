import type { DatasetMeta } from '../../model/dataset.js';
import type { Edge } from '../../model/edge.js';
import { compareIncoming, compareOutgoing } from '../../model/edgeOrder.js';
import type { EntityRecord } from '../../model/entity.js';
import { GraphError } from '../../model/errors.js';
import type { GraphEvent } from '../../model/event.js';
import type { Filter } from '../../model/filter.js';
import { compareIds, type EntityId, type EntityKind, kindOf } from '../../model/ids.js';
import { compareStatementKeys } from '../../model/orderKey.js';
import type { StatementRecord } from '../../model/statement.js';
import type { StatementChange } from '../../model/statementChange.js';
import { ArrayTopology } from '../ArrayTopology.js';
import type {
  DayRange,
  EdgeQuery,
  EventGroup,
  GraphStore,
  KnowledgeSpan,
  ListRequest,
  Page,
  PageRequest,
  ReadAt,
  SearchHit,
  StatementQuery,
} from '../GraphStore.js';
import { patchTopology } from '../patchTopology.js';
import type { Topology } from '../Topology.js';
import { DEAL_RELATIONS, type MemoryStore, PARTY } from './MemoryStore.js';
import { overlaidPage, withRoomFor } from './overlaidPage.js';

/** The rows that differ, each a small store: as they are in the store below and as they are to be. */
export interface Differing {
  readonly before: MemoryStore;
  readonly after: MemoryStore;
  /** Ids of all rows in either: what the store below says of them does not count. */
  readonly hidden: ReadonlySet<string>;
  readonly edges: { readonly gone: readonly Edge[]; readonly come: readonly Edge[] };
}

/**
 * A store with some rows changed: what the store below answers, without what it says of the changed rows, and with what they
 * are to be. Counts are its counts less those of the rows before plus those of the rows after. Costs what differs, and the
 * topology's copy (see {@link patchTopology}) where dependencies do.
 */
export class OverlayStore implements GraphStore {
  readonly #base: GraphStore;
  readonly #differing: Differing;
  #topology: Promise<Topology> | undefined;

  constructor(base: GraphStore, differing: Differing) {
    this.#base = base;
    this.#differing = differing;
  }

  meta(): Promise<DatasetMeta> {
    return this.#base.meta();
  }

  entityAtHand(id: EntityId): EntityRecord | null | undefined {
    const changed = this.#differing.after.entityAtHand(id);
    if (changed !== null || this.#isHidden(id)) return changed;
    return this.#base.entityAtHand(id);
  }

  namedAtHand(id: EntityId): EntityRecord | undefined {
    const changed = this.#differing.after.namedAtHand(id);
    return changed !== undefined || this.#isHidden(id) ? changed : this.#base.namedAtHand(id);
  }

  namedAtNode(topology: Topology, node: number): EntityRecord | undefined {
    return this.namedAtHand(topology.nodeId(node));
  }

  async entities(ids: readonly EntityId[]): Promise<readonly (EntityRecord | null)[]> {
    const below = await this.#base.entities(ids);
    return ids.map((id, i) => {
      const changed = this.#differing.after.entityAtHand(id);
      const record = below[i] ?? null;
      return changed !== null || record === null || this.#isHidden(record.id) ? changed : record;
    });
  }

  async list(request: ListRequest): Promise<Page<EntityRecord>> {
    return this.#page(request.page, (store, page) => store.list({ ...request, page }));
  }

  count(kind: EntityKind, filter: Filter | null): Promise<number> {
    return this.#counted((store) => store.count(kind, filter));
  }

  async counts(): Promise<ReadonlyMap<EntityKind, number>> {
    const { before, after } = this.#differing;
    const [below, less, more] = await Promise.all([this.#base.counts(), before.counts(), after.counts()]);
    return new Map([...below].map(([kind, n]) => [kind, n - (less.get(kind) ?? 0) + (more.get(kind) ?? 0)]));
  }

  statementsBySubject(
    ids: readonly EntityId[],
    property: string | null,
    at: ReadAt,
  ): Promise<readonly (readonly StatementRecord[])[]> {
    return this.#lists(compareStatementKeys, (store) => store.statementsBySubject(ids, property, at));
  }

  statementsByObject(
    ids: readonly EntityId[],
    property: string | null,
    at: ReadAt,
  ): Promise<readonly (readonly StatementRecord[])[]> {
    return this.#lists(compareStatementKeys, (store) => store.statementsByObject(ids, property, at));
  }

  statements(ids: readonly string[]): Promise<readonly (StatementRecord | null)[]> {
    return this.#rows(ids, (store) => store.statements(ids));
  }

  listStatements(query: StatementQuery, at: ReadAt, page: PageRequest): Promise<Page<StatementRecord>> {
    return this.#page(page, (store, asked) => store.listStatements(query, at, asked));
  }

  countStatements(query: StatementQuery, at: ReadAt): Promise<number> {
    return this.#counted((store) => store.countStatements(query, at));
  }

  /** What the dataset learned, which a supposition is not. */
  changes(span: KnowledgeSpan, page: PageRequest): Promise<Page<StatementChange>> {
    return this.#base.changes(span, page);
  }

  countChanges(span: KnowledgeSpan): Promise<number> {
    return this.#base.countChanges(span);
  }

  edges(ids: readonly string[]): Promise<readonly (Edge | null)[]> {
    return this.#rows(ids, (store) => store.edges(ids));
  }

  async edgesOf(
    ids: readonly EntityId[],
    query: EdgeQuery,
    at: ReadAt,
    limit: number,
  ): Promise<readonly (readonly Edge[])[]> {
    const compare = query.direction === 'out' ? compareOutgoing : compareIncoming;
    const room = limit + this.#differing.hidden.size;
    const lists = await this.#lists(compare, (store) => store.edgesOf(ids, query, at, room));
    return lists.map((edges) => edges.slice(0, limit));
  }

  dealsByParty(ids: readonly EntityId[], at: ReadAt): Promise<readonly (readonly EntityId[])[]> {
    return this.#dealsThatName(ids, PARTY, at);
  }

  dealsPointingAt(ids: readonly EntityId[], at: ReadAt): Promise<readonly (readonly EntityId[])[]> {
    return this.#dealsThatName(ids, DEAL_RELATIONS, at);
  }

  async events(
    groups: readonly EventGroup[],
    range: DayRange,
    at: ReadAt,
    page: PageRequest,
  ): Promise<readonly Page<GraphEvent>[]> {
    const { after, hidden } = this.#differing;
    const [below, above] = await Promise.all([
      this.#base.events(groups, range, at, withRoomFor(page, hidden.size)),
      after.events(groups, range, at, withRoomFor(page, 0)),
    ]);
    return groups.map((_, i) => overlaidPage(page, below[i], above[i], (event) => hidden.has(event.id)));
  }

  async countEvents(groups: readonly EventGroup[], range: DayRange, at: ReadAt): Promise<readonly number[]> {
    const { before, after } = this.#differing;
    const [below, less, more] = await Promise.all(
      [this.#base, before, after].map((store) => store.countEvents(groups, range, at)),
    );
    return groups.map((_, i) => (below?.[i] ?? 0) - (less?.[i] ?? 0) + (more?.[i] ?? 0));
  }

  async search(query: string, kinds: readonly EntityKind[] | null, limit: number): Promise<readonly SearchHit[]> {
    const room = limit + this.#differing.hidden.size;
    const [below, above] = await Promise.all(
      [this.#base, this.#differing.after].map((store) => store.search(query, kinds, room)),
    );
    return this.#hits(below, above, limit);
  }

  async resolve(
    names: readonly string[],
    kinds: readonly EntityKind[] | null,
    limit: number,
  ): Promise<readonly (readonly SearchHit[])[]> {
    const room = limit + this.#differing.hidden.size;
    const [below, above] = await Promise.all(
      [this.#base, this.#differing.after].map((store) => store.resolve(names, kinds, room)),
    );
    return names.map((_, i) => this.#hits(below?.[i], above?.[i], limit));
  }

  topology(): Promise<Topology> {
    this.#topology ??= this.#patched();
    return this.#topology;
  }

  topologyAtHand(): Topology | undefined {
    return this.#isSameTopology() ? this.#base.topologyAtHand() : undefined;
  }

  /** The store below is not its own. */
  async close(): Promise<void> {}

  #isSameTopology(): boolean {
    const { gone, come } = this.#differing.edges;
    return gone.length === 0 && come.length === 0;
  }

  async #patched(): Promise<Topology> {
    const topology = await this.#base.topology();
    if (this.#isSameTopology()) return topology;
    const patched = topology instanceof ArrayTopology ? patchTopology(topology, this.#differing.edges) : null;
    if (patched) return patched;
    throw new GraphError('UNAVAILABLE', 'The graph changed while the scenario was made of it. Ask again.');
  }

  #isHidden(id: string): boolean {
    return this.#differing.hidden.has(id);
  }

  async #rows<T>(
    ids: readonly string[],
    ask: (store: GraphStore) => Promise<readonly (T | null)[]>,
  ): Promise<readonly (T | null)[]> {
    const [below, above] = await Promise.all([ask(this.#base), ask(this.#differing.after)]);
    return ids.map((id, i) => above[i] ?? (this.#isHidden(id) ? null : (below[i] ?? null)));
  }

  async #lists<T extends { readonly id: string }>(
    compare: (a: T, b: T) => number,
    ask: (store: GraphStore) => Promise<readonly (readonly T[])[]>,
  ): Promise<readonly (readonly T[])[]> {
    const [below, above] = await Promise.all([ask(this.#base), ask(this.#differing.after)]);
    return below.map((rows, i) => {
      const more = above[i] ?? [];
      const kept = rows.filter(({ id }) => !this.#isHidden(id));
      return more.length === 0 ? kept : [...kept, ...more].sort(compare);
    });
  }

  async #page<T extends { readonly id: string }>(
    page: PageRequest,
    ask: (store: GraphStore, page: PageRequest) => Promise<Page<T>>,
  ): Promise<Page<T>> {
    const { after, hidden } = this.#differing;
    const [below, above] = await Promise.all([
      ask(this.#base, withRoomFor(page, hidden.size)),
      ask(after, withRoomFor(page, 0)),
    ]);
    return overlaidPage(page, below, above, ({ id }) => hidden.has(id));
  }

  async #counted(ask: (store: GraphStore) => Promise<number>): Promise<number> {
    const { before, after } = this.#differing;
    const [below = 0, less = 0, more = 0] = await Promise.all([ask(this.#base), ask(before), ask(after)]);
    return below - less + more;
  }

  /** By the claims themselves: a deal may name an entity in several of which some differ. */
  async #dealsThatName(
    ids: readonly EntityId[],
    properties: ReadonlySet<string>,
    at: ReadAt,
  ): Promise<readonly (readonly EntityId[])[]> {
    const claims = await Promise.all([...properties].map((property) => this.statementsByObject(ids, property, at)));
    const subjects = [...new Set(claims.flat(2).map(({ subject }) => subject))].filter((id) => kindOf(id) === 'deal');
    const records = await this.entities(subjects);
    const canonical = new Map(subjects.map((id, i) => [id, records[i]?.id ?? id]));
    return ids.map((_, i) => {
      const deals = claims.flatMap((lists) => lists[i] ?? []).flatMap(({ subject }) => canonical.get(subject) ?? []);
      return [...new Set(deals)].sort(compareIds);
    });
  }

  #hits(below: readonly SearchHit[] = [], above: readonly SearchHit[] = [], limit: number): readonly SearchHit[] {
    const hits = [...below.filter(({ id }) => !this.#isHidden(id)), ...above];
    return hits.sort((a, b) => b.score - a.score || compareIds(a.id, b.id)).slice(0, limit);
  }
}
