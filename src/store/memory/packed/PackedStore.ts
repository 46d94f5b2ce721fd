import type { DatasetMeta } from '../../../model/dataset.js';
import type { Edge } from '../../../model/edge.js';
import type { EntityRecord } from '../../../model/entity.js';
import type { GraphEvent } from '../../../model/event.js';
import type { Filter } from '../../../model/filter.js';
import type { EntityId, EntityKind } from '../../../model/ids.js';
import type { StatementRecord } from '../../../model/statement.js';
import type { StatementChange } from '../../../model/statementChange.js';
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
} from '../../GraphStore.js';
import { inSlices } from '../../inSlices.js';
import type { Topology } from '../../Topology.js';
import { KnownTests } from '../KnownTests.js';
import { DEAL_RELATIONS, PARTY } from '../MemoryStore.js';
import { EntityLists } from './EntityLists.js';
import { IdPool } from './IdPool.js';
import { Merges } from './Merges.js';
import { PackedChanges } from './PackedChanges.js';
import { PackedEdges } from './PackedEdges.js';
import { PackedEntities } from './PackedEntities.js';
import { PackedEvents } from './PackedEvents.js';
import { PackedNames } from './PackedNames.js';
import { PackedStatements } from './PackedStatements.js';
import type { Sections } from './Sections.js';

/**
 * The embedded store of a graph that is too large for objects: rows as bytes, found by columns of numbers, and made into
 * records when they are read. It answers as `MemoryStore` does, and never changes.
 */
export class PackedStore implements GraphStore {
  private readonly description: DatasetMeta;
  private readonly records: PackedEntities;
  private readonly lists: EntityLists;
  private readonly claims: PackedStatements;
  private readonly moments: PackedChanges;
  private readonly dependencies: PackedEdges;
  private readonly happenings: PackedEvents;
  private readonly names: PackedNames;

  constructor(sections: Sections) {
    this.description = JSON.parse(sections.text('meta'));
    const ids = new IdPool(sections);
    const merges = Merges.in(sections);
    const known = new KnownTests();
    this.records = new PackedEntities(sections, ids, merges);
    this.lists = new EntityLists(this.records);
    this.claims = new PackedStatements(sections, ids, merges, known);
    this.moments = new PackedChanges(sections, this.claims, merges);
    this.dependencies = new PackedEdges(sections, ids, merges);
    this.happenings = new PackedEvents(sections, ids, merges, this.claims, known);
    this.names = new PackedNames(sections, this.records);
  }

  async meta(): Promise<DatasetMeta> {
    return this.description;
  }

  entityAtHand(id: EntityId): EntityRecord | null {
    return this.records.get(id);
  }

  namedAtHand(id: EntityId): EntityRecord | undefined {
    return this.entityAtHand(id) ?? undefined;
  }

  namedAtNode(topology: Topology, node: number): EntityRecord | undefined {
    return this.namedAtHand(topology.nodeId(node));
  }

  async entities(ids: readonly EntityId[]): Promise<readonly (EntityRecord | null)[]> {
    return ids.map((id) => this.records.get(id));
  }

  async list(request: ListRequest): Promise<Page<EntityRecord>> {
    return this.lists.list(request);
  }

  async count(kind: EntityKind, filter: Filter | null): Promise<number> {
    return this.lists.count(kind, filter);
  }

  async counts(): Promise<ReadonlyMap<EntityKind, number>> {
    return this.records.counts();
  }

  async statementsBySubject(
    ids: readonly EntityId[],
    property: string | null,
    at: ReadAt,
  ): Promise<readonly (readonly StatementRecord[])[]> {
    return ids.map((id) => this.claims.bySubject(id, property, at));
  }

  async statementsByObject(
    ids: readonly EntityId[],
    property: string | null,
    at: ReadAt,
  ): Promise<readonly (readonly StatementRecord[])[]> {
    return ids.map((id) => this.claims.byObject(id, property, at));
  }

  async statements(ids: readonly string[]): Promise<readonly (StatementRecord | null)[]> {
    return ids.map((id) => this.claims.get(id));
  }

  async listStatements(query: StatementQuery, at: ReadAt, page: PageRequest): Promise<Page<StatementRecord>> {
    return this.claims.list(query, at, page, await this.namedIn(query));
  }

  async countStatements(query: StatementQuery, at: ReadAt): Promise<number> {
    return this.claims.count(query, at, await this.namedIn(query));
  }

  async changes(span: KnowledgeSpan, page: PageRequest): Promise<Page<StatementChange>> {
    return this.moments.page(span, page);
  }

  async countChanges(span: KnowledgeSpan): Promise<number> {
    return this.moments.count(span);
  }

  async edges(ids: readonly string[]): Promise<readonly (Edge | null)[]> {
    return ids.map((id) => this.dependencies.get(id));
  }

  async edgesOf(
    ids: readonly EntityId[],
    query: EdgeQuery,
    at: ReadAt,
    limit: number,
  ): Promise<readonly (readonly Edge[])[]> {
    return ids.map((id) => this.dependencies.edgesOf(id, query, at, limit));
  }

  async dealsByParty(ids: readonly EntityId[], at: ReadAt): Promise<readonly (readonly EntityId[])[]> {
    return ids.map((id) => this.claims.dealsThatName(id, PARTY, at));
  }

  async dealsPointingAt(ids: readonly EntityId[], at: ReadAt): Promise<readonly (readonly EntityId[])[]> {
    return ids.map((id) => this.claims.dealsThatName(id, DEAL_RELATIONS, at));
  }

  async events(
    groups: readonly EventGroup[],
    range: DayRange,
    at: ReadAt,
    page: PageRequest,
  ): Promise<readonly Page<GraphEvent>[]> {
    return Promise.all(groups.map((group) => this.happenings.page(group, range, at, page)));
  }

  async countEvents(groups: readonly EventGroup[], range: DayRange, at: ReadAt): Promise<readonly number[]> {
    return Promise.all(groups.map((group) => this.happenings.count(group, range, at)));
  }

  async search(query: string, kinds: readonly EntityKind[] | null, limit: number): Promise<readonly SearchHit[]> {
    return this.names.search(query, kinds, limit);
  }

  async resolve(
    names: readonly string[],
    kinds: readonly EntityKind[] | null,
    limit: number,
  ): Promise<readonly (readonly SearchHit[])[]> {
    return inSlices(this.names.searchAll(names, kinds, limit));
  }

  async topology(): Promise<Topology> {
    return this.dependencies.topology;
  }

  topologyAtHand(): Topology {
    return this.dependencies.topology;
  }

  async close(): Promise<void> {}

  /** Every name contains the empty text, also that of an entity which is not there. */
  private async namedIn({ subjectNameContains: text }: StatementQuery) {
    return text === null || text === '' ? null : this.lists.named(text);
  }
}
