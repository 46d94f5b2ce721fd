import type { DatasetMeta } from '../../model/dataset.js';
import type { Edge } from '../../model/edge.js';
import type { EntityRecord } from '../../model/entity.js';
import { orderableFieldOf } from '../../model/fields.js';
import type { Filter } from '../../model/filter.js';
import { compareIds, ENTITY_KINDS, type EntityId, type EntityKind, toId } from '../../model/ids.js';
import type { StatementRecord } from '../../model/statement.js';
import type { StatementChange } from '../../model/statementChange.js';
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
import type { Topology } from '../Topology.js';
import type { Coalescer } from './Coalescer.js';
import { changesIn } from './changesIn.js';
import { changesQuery, countChangesQuery } from './cypher/changes.js';
import { conditionOf } from './cypher/condition.js';
import { countQuery, listQuery, pagesAtOnce, pagesQuery } from './cypher/lists.js';
import type { Query } from './cypher/Query.js';
import {
  countEventsQuery,
  countStatementsQuery,
  countsQuery,
  dealsThatNameQuery,
  edgesByIdQuery,
  edgesOfQuery,
  entitiesQuery,
  eventsQuery,
  listStatementsQuery,
  statementsByIdQuery,
  statementsOfQuery,
} from './cypher/reads.js';
import type { Database, Reader } from './Database.js';
import { type NameQuery, nameQuery, rankNames } from './names.js';
import { type Found, Reads, type TellsRevision } from './Reads.js';
import { edgeIn, entityIn, eventIn, statementIn } from './recordText.js';
import { column, numberIn, type RecordReader, type Row, recordsOf, rowsByPlace, textsIn, toPage } from './rows.js';
import type { Snapshot } from './Snapshot.js';

const ENTITIES = recordsOf(entityIn);
const STATEMENTS = recordsOf(statementIn);
const EDGES = recordsOf(edgeIn);
const EVENTS = recordsOf(eventIn);

export interface StoreParts {
  readonly database: Database;
  readonly coalescer: Coalescer;
  /** What the process keeps of the graph: its description, redirects and topology. */
  readonly snapshot: Snapshot;
  readonly reader: Reader;
}

/** Reads records straight from Neo4j, one statement a call, for one reader. */
export class Neo4jStore implements GraphStore {
  private readonly reads: Reads;

  constructor(private readonly parts: StoreParts) {
    this.reads = new Reads(parts.database, parts.coalescer, parts.reader);
  }

  /** See {@link Reads.lastRevision}. */
  get lastRevision(): TellsRevision {
    return this.reads.lastRevision;
  }

  async meta(): Promise<DatasetMeta> {
    return this.parts.snapshot.meta;
  }

  entityAtHand(id: EntityId): EntityRecord | undefined {
    const { records, canonical } = this.parts.snapshot;
    const record = records.get(canonical(id));
    if (record !== undefined) records.tally.hits++;
    return record;
  }

  namedAtHand(id: EntityId): EntityRecord | undefined {
    return this.parts.snapshot.named(id);
  }

  namedAtNode(topology: Topology, node: number): EntityRecord | undefined {
    return this.parts.snapshot.namedAtNode(topology, node);
  }

  async entities(ids: readonly EntityId[]): Promise<readonly (EntityRecord | null)[]> {
    const { records } = this.parts.snapshot;
    const wanted = this.canonical(ids);
    const missing = wanted.filter((id) => records.get(id) === undefined);
    records.tally.misses += missing.length;
    records.tally.hits += wanted.length - missing.length;
    const { found, revision } = await this.byId(entitiesQuery, missing, ENTITIES);
    const byId = new Map(missing.map((id, i) => [id, found[i] ?? null]));
    this.keep(found, revision);
    return wanted.map((id) => byId.get(id) ?? records.get(id) ?? null);
  }

  async list(request: ListRequest): Promise<Page<EntityRecord>> {
    orderableFieldOf(request.kind, request.orderBy.field);
    const { found: page, revision } = await (request.filter === null
      ? this.sharedPage(request)
      : this.ownPage(request));
    this.keep(page.items, revision);
    return page;
  }

  private async ownPage(request: ListRequest): Promise<Found<Page<EntityRecord>>> {
    const { found, revision } = await this.reads.run(listQuery(request));
    return { found: toPage(found[0], request.page, ENTITIES), revision };
  }

  /** In one statement with other pages of the same list, whatever their cursors. */
  private async sharedPage({ kind, orderBy, page }: ListRequest): Promise<Found<Page<EntityRecord>>> {
    const way = JSON.stringify(['list', kind, orderBy, page.first, page.last]);
    const pagesIn = (keys: readonly string[]): readonly PageRequest[] => keys.map((key) => JSON.parse(key));
    const query = (keys: readonly string[]) => pagesQuery(kind, orderBy, pagesIn(keys));
    const answers = (rows: readonly Row[], keys: readonly string[]) => {
      const byPlace = rowsByPlace(rows);
      return pagesIn(keys).map((one, place) => toPage(byPlace.get(place), one, ENTITIES));
    };
    const { found, revision } = await this.reads.load(way, query, [JSON.stringify(page)], answers, pagesAtOnce(page));
    return { found: found[0] ?? toPage(undefined, page, ENTITIES), revision };
  }

  async count(kind: EntityKind, filter: Filter | null): Promise<number> {
    const [row] = await this.run(countQuery(kind, conditionOf(kind, filter)));
    return numberIn(row, 'count');
  }

  async counts(): Promise<ReadonlyMap<EntityKind, number>> {
    const [row] = await this.run(countsQuery());
    return new Map(ENTITY_KINDS.map((kind) => [kind, numberIn(row, kind)]));
  }

  statementsBySubject(ids: readonly EntityId[], property: string | null, at: ReadAt) {
    const query = (some: readonly string[]) => statementsOfQuery('subjectId', some, property, at);
    return this.listsById(['statementsBySubject', property, at], query, ids, STATEMENTS);
  }

  statementsByObject(ids: readonly EntityId[], property: string | null, at: ReadAt) {
    const query = (some: readonly string[]) => statementsOfQuery('objectId', some, property, at);
    return this.listsById(['statementsByObject', property, at], query, ids, STATEMENTS);
  }

  async statements(ids: readonly string[]): Promise<readonly (StatementRecord | null)[]> {
    return (await this.byId(statementsByIdQuery, ids, STATEMENTS)).found;
  }

  async listStatements(query: StatementQuery, at: ReadAt, page: PageRequest): Promise<Page<StatementRecord>> {
    return this.page(listStatementsQuery(this.followed(query), at, page), page, STATEMENTS);
  }

  async countStatements(query: StatementQuery, at: ReadAt): Promise<number> {
    const [row] = await this.run(countStatementsQuery(this.followed(query), at));
    return numberIn(row, 'count');
  }

  async changes(span: KnowledgeSpan, page: PageRequest): Promise<Page<StatementChange>> {
    return this.page(changesQuery(span, page), page, changesIn);
  }

  async countChanges(span: KnowledgeSpan): Promise<number> {
    const [row] = await this.run(countChangesQuery(span));
    return numberIn(row, 'count');
  }

  async edges(ids: readonly string[]): Promise<readonly (Edge | null)[]> {
    return (await this.byId(edgesByIdQuery, ids, EDGES)).found;
  }

  edgesOf(ids: readonly EntityId[], query: EdgeQuery, at: ReadAt, limit: number) {
    const ask = (some: readonly string[]) => edgesOfQuery(some, query, at, limit);
    return this.listsById(['edgesOf', query, at, limit], ask, ids, EDGES);
  }

  dealsByParty(ids: readonly EntityId[], at: ReadAt): Promise<readonly (readonly EntityId[])[]> {
    return this.dealsThatName(ids, PARTY, at);
  }

  dealsPointingAt(ids: readonly EntityId[], at: ReadAt): Promise<readonly (readonly EntityId[])[]> {
    return this.dealsThatName(ids, DEAL_RELATIONS, at);
  }

  async events(groups: readonly EventGroup[], range: DayRange, at: ReadAt, page: PageRequest) {
    if (groups.length === 0) return [];
    const byPlace = rowsByPlace(await this.run(eventsQuery(this.followedGroups(groups), range, at, page)));
    return groups.map((_, place) => toPage(byPlace.get(place), page, EVENTS));
  }

  async countEvents(groups: readonly EventGroup[], range: DayRange, at: ReadAt): Promise<readonly number[]> {
    if (groups.length === 0) return [];
    const byPlace = rowsByPlace(await this.run(countEventsQuery(this.followedGroups(groups), range, at)));
    return groups.map((_, place) => numberIn(byPlace.get(place), 'count'));
  }

  async search(query: string, kinds: readonly EntityKind[] | null, limit: number): Promise<readonly SearchHit[]> {
    const [hits = []] = await this.resolve([query], kinds, limit);
    return hits;
  }

  async resolve(
    names: readonly string[],
    kinds: readonly EntityKind[] | null,
    limit: number,
  ): Promise<readonly (readonly SearchHit[])[]> {
    const asked: NameQuery = nameQuery(names, kinds);
    const rows = asked.query === null ? [] : await this.run(asked.query);
    return rankNames(asked, rows, kinds, limit);
  }

  async topology(): Promise<Topology> {
    return this.parts.snapshot.topology;
  }

  topologyAtHand(): Topology {
    return this.parts.snapshot.topology;
  }

  /** The connection is the process's, and outlives every reader. */
  async close(): Promise<void> {}

  private async run(query: Query): Promise<readonly Row[]> {
    return (await this.reads.run(query)).found;
  }

  /** For later readers of the same revision: what may be of a later one is none of theirs. */
  private keep(found: readonly (EntityRecord | null)[], revision: TellsRevision): void {
    const { meta, records } = this.parts.snapshot;
    if (revision !== meta.revision) return;
    for (const record of found) if (record) records.set(record);
  }

  private canonical(ids: readonly EntityId[]): readonly EntityId[] {
    return ids.map((id) => this.parts.snapshot.canonical(id));
  }

  private followed(query: StatementQuery): StatementQuery {
    return query.subjects === null ? query : { ...query, subjects: [...new Set(this.canonical(query.subjects))] };
  }

  private followedGroups(groups: readonly EventGroup[]): readonly EventGroup[] {
    return groups.map((group) => group && [...new Set(this.canonical(group))]);
  }

  private async page<T>(query: Query, page: PageRequest, read: RecordReader<T>): Promise<Page<T>> {
    const [row] = await this.run(query);
    return toPage(row, page, read);
  }

  /** Records by id, null for an unknown one. */
  private async byId<T extends { readonly id: string }>(
    query: (ids: readonly string[]) => Query,
    ids: readonly string[],
    read: RecordReader<T>,
  ): Promise<Found<readonly (T | null)[]>> {
    return this.reads.load(query.name, query, ids, ([row], all) => {
      const byId = new Map(read(row, 'records').map((record) => [record.id, record]));
      return all.map((id) => byId.get(id) ?? null);
    });
  }

  /** A list for each id; empty for an unknown one. */
  private async listsById<T>(
    way: readonly unknown[],
    query: (ids: readonly string[]) => Query,
    ids: readonly EntityId[],
    read: RecordReader<T>,
  ): Promise<readonly (readonly T[])[]> {
    const { found } = await this.reads.load(JSON.stringify(way), query, this.canonical(ids), (rows, all) => {
      const byId = new Map(rows.map((row) => [String(column(row, 'id')), read(row, 'records')]));
      return all.map((id) => byId.get(id) ?? []);
    });
    return found;
  }

  private dealsThatName(ids: readonly EntityId[], properties: readonly string[], at: ReadAt) {
    const query = (some: readonly string[]) => dealsThatNameQuery(some, properties, at);
    return this.listsById(['dealsThatName', properties, at], query, ids, dealsIn);
  }
}

function dealsIn(row: Row | undefined): readonly EntityId[] {
  return textsIn(row, 'deals').map(toId).sort(compareIds);
}

const PARTY = ['party'];
/** What changes how much of the other deal counts. */
const DEAL_RELATIONS = ['supersedes', 'nested_in', 'expands'];
