import type { Dataset, DatasetMeta } from '../../model/dataset.js';
import type { Edge } from '../../model/edge.js';
import type { EntityRecord } from '../../model/entity.js';
import type { GraphEvent } from '../../model/event.js';
import type { Filter } from '../../model/filter.js';
import type { EntityId, EntityKind } from '../../model/ids.js';
import type { StatementRecord } from '../../model/statement.js';
import type { Day } from '../../model/time.js';
import { buildTopology } from '../buildTopology.js';
import type {
  EdgeQuery,
  GraphStore,
  ListRequest,
  Page,
  PageRequest,
  ReadAt,
  SearchHit,
  StatementQuery,
} from '../GraphStore.js';
import type { Topology } from '../Topology.js';
import { DealIndex } from './DealIndex.js';
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
  private readonly dealIndex: DealIndex;
  private names: NameIndex | null = null;
  private builtTopology: Topology | null = null;

  constructor(private readonly dataset: Dataset) {
    const { dataThrough } = dataset.meta;
    this.entityIndex = new EntityIndex(dataset);
    this.statementIndex = new StatementIndex(dataset.statements, this.entityIndex, dataThrough);
    this.edgeIndex = new EdgeIndex(dataset.edges, this.entityIndex);
    this.eventIndex = new EventIndex(dataset.events, this.entityIndex, this.statementIndex, dataThrough);
    this.dealIndex = new DealIndex(dataset, this.entityIndex);
  }

  async meta(): Promise<DatasetMeta> {
    return this.dataset.meta;
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

  async dealsByParty(ids: readonly EntityId[]): Promise<readonly (readonly EntityId[])[]> {
    return ids.map((id) => this.dealIndex.ofParty(id));
  }

  async dealsPointingAt(ids: readonly EntityId[]): Promise<readonly (readonly EntityId[])[]> {
    return ids.map((id) => this.dealIndex.pointingAt(id));
  }

  async events(
    entities: readonly EntityId[] | null,
    from: Day | null,
    to: Day | null,
    at: ReadAt,
    page: PageRequest,
  ): Promise<Page<GraphEvent>> {
    return takePage(this.eventIndex.matching(entities, from, to, at), page);
  }

  async countEvents(
    entities: readonly EntityId[] | null,
    from: Day | null,
    to: Day | null,
    at: ReadAt,
  ): Promise<number> {
    return countItems(this.eventIndex.matching(entities, from, to, at));
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

  async close(): Promise<void> {}

  private nameIndex(): NameIndex {
    this.names ??= new NameIndex([...this.entityIndex.all()]);
    return this.names;
  }
}
