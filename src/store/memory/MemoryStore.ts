import { DatasetIndex } from '../../model/DatasetIndex.js';
import type { Dataset, DatasetMeta } from '../../model/dataset.js';
import type { Edge } from '../../model/edge.js';
import type { EntityRecord } from '../../model/entity.js';
import type { GraphEvent } from '../../model/event.js';
import type { Filter } from '../../model/filter.js';
import type { EntityId, EntityKind } from '../../model/ids.js';
import type { StatementRecord } from '../../model/statement.js';
import type { StatementChange } from '../../model/statementChange.js';
import type { ArrayTopology } from '../ArrayTopology.js';
import { topologySteps } from '../buildTopology.js';
import { changedRecords, changedRows } from '../changedRows.js';
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
import { Made } from '../inSlices.js';
import { NodeRecords } from '../NodeRecords.js';
import { patchTopology } from '../patchTopology.js';
import type { Topology } from '../Topology.js';
import { ChangeIndex } from './ChangeIndex.js';
import { EdgeIndex } from './EdgeIndex.js';
import { EntityIndex } from './EntityIndex.js';
import { EventIndex } from './EventIndex.js';
import { KnownTests } from './KnownTests.js';
import { NameIndex } from './NameIndex.js';
import { StatementIndex } from './StatementIndex.js';
import { countItems, takePage } from './takePage.js';

interface Parts {
  readonly entities: EntityIndex;
  readonly statements: StatementIndex;
  readonly changes: ChangeIndex;
  readonly edges: EdgeIndex;
  readonly events: EventIndex;
  readonly names: Made<NameIndex>;
  readonly topology: Made<ArrayTopology>;
}

/**
 * The embedded store: an immutable projection of one dataset in memory. What every start needs is indexed at once; orders,
 * text and topology when they are first asked for, in slices between which other requests have their turn.
 */
export class MemoryStore implements GraphStore {
  private readonly index: DatasetIndex;
  private readonly known: KnownTests;
  private readonly parts: Parts;
  /** Of the topology that was first asked about: its own. */
  private nodes: NodeRecords | undefined;

  /**
   * `before`: an earlier revision. Where little differs from it, what it has made is taken over with the differences, at
   * the cost of these; it goes on answering as it was.
   */
  constructor(dataset: Dataset | DatasetIndex, before: MemoryStore | null = null) {
    this.index = dataset instanceof DatasetIndex ? dataset : DatasetIndex.of(dataset);
    this.known = before?.known ?? new KnownTests();
    this.parts = partsOf(this.index, this.known, before);
  }

  /** Makes what requests would have to wait for: the index of names, the topology and the order of events. In slices. */
  async prepare(): Promise<void> {
    const { names, topology, events } = this.parts;
    await topology.get();
    await names.get();
    await events.all.get();
  }

  /** Whether all that {@link prepare} makes is there. */
  get isPrepared(): boolean {
    const { names, topology, events } = this.parts;
    return [names, topology, events.all].every(({ atHand }) => atHand !== undefined);
  }

  async meta(): Promise<DatasetMeta> {
    return this.index.meta;
  }

  entityAtHand(id: EntityId): EntityRecord | null {
    return this.parts.entities.get(id);
  }

  namedAtHand(id: EntityId): EntityRecord | undefined {
    return this.entityAtHand(id) ?? undefined;
  }

  namedAtNode(topology: Topology, node: number): EntityRecord | undefined {
    this.nodes ??= new NodeRecords(topology, (id) => this.namedAtHand(id));
    return this.nodes.get(topology, node);
  }

  async entities(ids: readonly EntityId[]): Promise<readonly (EntityRecord | null)[]> {
    return ids.map((id) => this.parts.entities.get(id));
  }

  async list(request: ListRequest): Promise<Page<EntityRecord>> {
    return this.parts.entities.list(request);
  }

  async count(kind: EntityKind, filter: Filter | null): Promise<number> {
    return this.parts.entities.count(kind, filter);
  }

  async counts(): Promise<ReadonlyMap<EntityKind, number>> {
    return this.parts.entities.counts();
  }

  async statementsBySubject(
    ids: readonly EntityId[],
    property: string | null,
    at: ReadAt,
  ): Promise<readonly (readonly StatementRecord[])[]> {
    return ids.map((id) => this.parts.statements.bySubject(id, property, at));
  }

  async statementsByObject(
    ids: readonly EntityId[],
    property: string | null,
    at: ReadAt,
  ): Promise<readonly (readonly StatementRecord[])[]> {
    return ids.map((id) => this.parts.statements.byObject(id, property, at));
  }

  async statements(ids: readonly string[]): Promise<readonly (StatementRecord | null)[]> {
    return ids.map((id) => this.parts.statements.get(id));
  }

  async listStatements(query: StatementQuery, at: ReadAt, page: PageRequest): Promise<Page<StatementRecord>> {
    return this.parts.statements.list(query, at, page);
  }

  async countStatements(query: StatementQuery, at: ReadAt): Promise<number> {
    return this.parts.statements.count(query, at);
  }

  async changes(span: KnowledgeSpan, page: PageRequest): Promise<Page<StatementChange>> {
    return this.parts.changes.page(span, page);
  }

  async countChanges(span: KnowledgeSpan): Promise<number> {
    return this.parts.changes.count(span);
  }

  async edges(ids: readonly string[]): Promise<readonly (Edge | null)[]> {
    return ids.map((id) => this.parts.edges.get(id));
  }

  async edgesOf(
    ids: readonly EntityId[],
    query: EdgeQuery,
    at: ReadAt,
    limit: number,
  ): Promise<readonly (readonly Edge[])[]> {
    return ids.map((id) => this.parts.edges.edgesOf(id, query, at, limit));
  }

  async dealsByParty(ids: readonly EntityId[], at: ReadAt): Promise<readonly (readonly EntityId[])[]> {
    return ids.map((id) => this.parts.statements.dealsThatName(id, PARTY, at));
  }

  async dealsPointingAt(ids: readonly EntityId[], at: ReadAt): Promise<readonly (readonly EntityId[])[]> {
    return ids.map((id) => this.parts.statements.dealsThatName(id, DEAL_RELATIONS, at));
  }

  async events(
    groups: readonly EventGroup[],
    range: DayRange,
    at: ReadAt,
    page: PageRequest,
  ): Promise<readonly Page<GraphEvent>[]> {
    return Promise.all(groups.map(async (group) => takePage(await this.parts.events.matching(group, range, at), page)));
  }

  async countEvents(groups: readonly EventGroup[], range: DayRange, at: ReadAt): Promise<readonly number[]> {
    return Promise.all(groups.map(async (group) => countItems(await this.parts.events.matching(group, range, at))));
  }

  async search(query: string, kinds: readonly EntityKind[] | null, limit: number): Promise<readonly SearchHit[]> {
    return (await this.parts.names.get()).search(query, kinds, limit);
  }

  async resolve(
    names: readonly string[],
    kinds: readonly EntityKind[] | null,
    limit: number,
  ): Promise<readonly (readonly SearchHit[])[]> {
    const index = await this.parts.names.get();
    return names.map((name) => index.search(name, kinds, limit));
  }

  topology(): Promise<Topology> {
    return this.parts.topology.get();
  }

  topologyAtHand(): Topology | undefined {
    return this.parts.topology.atHand;
  }

  async close(): Promise<void> {}

  /** What the parts of another revision are taken over from. */
  static partsOf(store: MemoryStore) {
    return { index: store.index, parts: store.parts };
  }
}

function partsOf(index: DatasetIndex, known: KnownTests, store: MemoryStore | null): Parts {
  const before = store && MemoryStore.partsOf(store);
  const records = before && changedRecords(before.index, index);
  const claimed = before && changedRows(before.index.statements, index.statements);
  const happened = before && changedRows(before.index.events, index.events);
  const edges = before && changedRows(before.index.edges, index.edges);
  const entities = new EntityIndex(index, before?.parts.entities, records);
  const names = () => NameIndex.build([...entities.all()]);
  const there = records && before?.parts.names.atHand?.next(records, entities);
  const topology = () => topologySteps([...index.edges.values()]);
  const patched = edges && before?.parts.topology.atHand && patchTopology(before.parts.topology.atHand, edges);
  return {
    entities,
    statements: new StatementIndex(index, entities, known),
    changes: new ChangeIndex(index, before?.parts.changes, claimed),
    edges: new EdgeIndex(index, known),
    events: new EventIndex(index, known, before?.parts.events, happened),
    names: there ? Made.of(there, names) : new Made(names),
    topology: patched ? Made.of(patched, topology) : new Made(topology),
  };
}

export const PARTY: ReadonlySet<string> = new Set(['party']);
/** What changes how much of the other deal counts. */
export const DEAL_RELATIONS: ReadonlySet<string> = new Set(['supersedes', 'nested_in', 'expands']);
