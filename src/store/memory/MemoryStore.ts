import type { Dataset, DatasetMeta } from '../../model/dataset.js';
import type { Edge } from '../../model/edge.js';
import type { EntityRecord } from '../../model/entity.js';
import type { GraphEvent } from '../../model/event.js';
import type { Filter } from '../../model/filter.js';
import type { EntityId, EntityKind } from '../../model/ids.js';
import type { StatementRecord } from '../../model/statement.js';
import { buildTopology } from '../buildTopology.js';
import type {
  DayRange,
  EdgeQuery,
  EventGroup,
  GraphStore,
  ListRequest,
  Page,
  PageRequest,
  ReadAt,
  SearchHit,
  StatementQuery,
} from '../GraphStore.js';
import type { Topology } from '../Topology.js';
import { EdgeIndex } from './EdgeIndex.js';
import { EntityIndex } from './EntityIndex.js';
import { EventIndex } from './EventIndex.js';
import { NameIndex } from './NameIndex.js';
import { StatementIndex } from './StatementIndex.js';
import { countItems, takePage } from './takePage.js';

/**
 * The embedded store: an immutable projection of one dataset in memory. What every start needs is indexed at once; orders,
 * text and topology when they are first asked for.
 */
export class MemoryStore implements GraphStore {
  private readonly entityIndex: EntityIndex;
  private readonly statementIndex: StatementIndex;
  private readonly edgeIndex: EdgeIndex;
  private readonly eventIndex: EventIndex;
  private names: NameIndex | null = null;
  private builtTopology: Topology | null = null;

  constructor(private readonly dataset: Dataset) {
    this.entityIndex = new EntityIndex(dataset);
    this.statementIndex = new StatementIndex(dataset.statements, this.entityIndex);
    this.edgeIndex = new EdgeIndex(dataset.edges, this.entityIndex);
    this.eventIndex = new EventIndex(dataset.events, this.entityIndex, this.statementIndex);
  }

  async meta(): Promise<DatasetMeta> {
    return this.dataset.meta;
  }

  entityAtHand(id: EntityId): EntityRecord | null {
    return this.entityIndex.get(id);
  }

  async entities(ids: readonly EntityId[]): Promise<readonly (EntityRecord | null)[]> {
    return ids.map((id) => this.entityIndex.get(id));
  }

  async list(request: ListRequest): Promise<Page<EntityRecord>> {
    return this.entityIndex.list(request);
  }

  async count(kind: EntityKind, filter: Filter | null): Promise<number> {
    return this.entityIndex.count(kind, filter);
  }

  async counts(): Promise<ReadonlyMap<EntityKind, number>> {
    return this.entityIndex.counts();
  }

  async statementsBySubject(
    ids: readonly EntityId[],
    property: string | null,
    at: ReadAt,
  ): Promise<readonly (readonly StatementRecord[])[]> {
    return ids.map((id) => this.statementIndex.bySubject(id, property, at));
  }

  async statementsByObject(
    ids: readonly EntityId[],
    property: string | null,
    at: ReadAt,
  ): Promise<readonly (readonly StatementRecord[])[]> {
    return ids.map((id) => this.statementIndex.byObject(id, property, at));
  }

  async statements(ids: readonly string[]): Promise<readonly (StatementRecord | null)[]> {
    return ids.map((id) => this.statementIndex.get(id));
  }

  async listStatements(query: StatementQuery, at: ReadAt, page: PageRequest): Promise<Page<StatementRecord>> {
    return this.statementIndex.list(query, at, page);
  }

  async countStatements(query: StatementQuery, at: ReadAt): Promise<number> {
    return this.statementIndex.count(query, at);
  }

  async edges(ids: readonly string[]): Promise<readonly (Edge | null)[]> {
    return ids.map((id) => this.edgeIndex.get(id));
  }

  async edgesOf(
    ids: readonly EntityId[],
    query: EdgeQuery,
    at: ReadAt,
    limit: number,
  ): Promise<readonly (readonly Edge[])[]> {
    return ids.map((id) => this.edgeIndex.edgesOf(id, query, at, limit));
  }

  async dealsByParty(ids: readonly EntityId[], at: ReadAt): Promise<readonly (readonly EntityId[])[]> {
    return ids.map((id) => this.statementIndex.dealsThatName(id, PARTY, at));
  }

  async dealsPointingAt(ids: readonly EntityId[], at: ReadAt): Promise<readonly (readonly EntityId[])[]> {
    return ids.map((id) => this.statementIndex.dealsThatName(id, DEAL_RELATIONS, at));
  }

  async events(
    groups: readonly EventGroup[],
    range: DayRange,
    at: ReadAt,
    page: PageRequest,
  ): Promise<readonly Page<GraphEvent>[]> {
    return groups.map((group) => takePage(this.eventIndex.matching(group, range, at), page));
  }

  async countEvents(groups: readonly EventGroup[], range: DayRange, at: ReadAt): Promise<readonly number[]> {
    return groups.map((group) => countItems(this.eventIndex.matching(group, range, at)));
  }

  async search(query: string, kinds: readonly EntityKind[] | null, limit: number): Promise<readonly SearchHit[]> {
    return this.nameIndex().search(query, kinds, limit);
  }

  async resolve(
    names: readonly string[],
    kinds: readonly EntityKind[] | null,
    limit: number,
  ): Promise<readonly (readonly SearchHit[])[]> {
    return names.map((name) => this.nameIndex().search(name, kinds, limit));
  }

  async topology(): Promise<Topology> {
    this.builtTopology ??= buildTopology(this.dataset.edges);
    return this.builtTopology;
  }

  topologyAtHand(): Topology | undefined {
    return this.builtTopology ?? undefined;
  }

  async close(): Promise<void> {}

  private nameIndex(): NameIndex {
    this.names ??= new NameIndex([...this.entityIndex.all()]);
    return this.names;
  }
}

const PARTY: ReadonlySet<string> = new Set(['party']);
/** What changes how much of the other deal counts. */
const DEAL_RELATIONS: ReadonlySet<string> = new Set(['supersedes', 'nested_in', 'expands']);
