import DataLoader from 'dataloader';
import type { DatasetMeta } from './model/dataset.js';
import { type DealTerms, dealTerms } from './model/deal.js';
import type { EntityRecord } from './model/entity.js';
import type { Filter } from './model/filter.js';
import type { EntityId, EntityKind } from './model/ids.js';
import type { StatementRecord } from './model/statement.js';
import { type Day, type Instant, lastDay, type TimeSlice } from './model/time.js';
import {
  type DayRange,
  type EventGroup,
  type GraphStore,
  type KnowledgeSpan,
  LAST_DAY,
  type ListRequest,
  type PageRequest,
  type ReadAt,
  type StatementQuery,
} from './store/GraphStore.js';
import type { Topology } from './store/Topology.js';

/** What {@link MaterialiseAt} may ask besides the entity itself; answers are as known at the time asked for. */
export interface Surroundings {
  readonly meta: DatasetMeta;
  readonly statementsOf: (id: EntityId) => Promise<readonly StatementRecord[]>;
  /** The deals that replace a deal. */
  readonly supersedersOf: (deal: EntityId) => Promise<readonly EntityId[]>;
}

/**
 * Makes an entity's plain fields for another time than the default, marked with it. `statements`: all about the entity
 * that were known then. Passed in, because the rules live in `derive/`, which answers don't import.
 */
export type MaterialiseAt = (
  record: EntityRecord,
  statements: readonly StatementRecord[],
  at: TimeSlice,
  surroundings: Surroundings,
) => Promise<EntityRecord>;

/** Which of the claims about an entity are read. Pure. */
export type ChooseClaims = (claims: readonly StatementRecord[]) => readonly StatementRecord[];

/** Runs the reading of a batch, and may look at how long it takes. `keys`: how many are asked for. */
export type ObserveBatch = <T>(loader: string, keys: number, read: () => Promise<T>) => Promise<T>;

/**
 * Every read of one request. Keyed reads are batched: in a tick at most one store call for each method with its other
 * arguments, and no key is asked for twice. Reads without keys (lists, searches) are made once for the same arguments.
 */
export class Loaders {
  readonly #store: GraphStore;
  readonly #meta: DatasetMeta;
  readonly #standard: TimeSlice;
  readonly #materialiseAt: MaterialiseAt;
  readonly #choose: ChooseClaims | null;
  readonly #observe: ObserveBatch;

  /**
   * `standard` is the time for which the store's own records are made. `choose`: reads claims about an entity otherwise than
   * they are; plain fields are then made of what it gives, whatever the time.
   */
  constructor(
    store: GraphStore,
    meta: DatasetMeta,
    standard: TimeSlice,
    materialiseAt: MaterialiseAt,
    choose: ChooseClaims | null = null,
    observe: ObserveBatch = (_loader, _keys, read) => read(),
  ) {
    this.#store = store;
    this.#meta = meta;
    this.#standard = standard;
    this.#materialiseAt = materialiseAt;
    this.#choose = choose;
    this.#observe = observe;
  }

  /** Statements by id; null for an unknown one. */
  readonly statement = this.#batched('statement', (ids: readonly string[]) => this.#store.statements(ids));

  /** Edge versions by id; null for an unknown one. */
  readonly edge = this.#batched('edge', (ids: readonly string[]) => this.#store.edges(ids));

  /** Ids of all deals to which an entity is known to have ever been a party, whenever it was said. */
  readonly dealsByParty = perArguments((knownAt: Instant) =>
    this.#batched('dealsByParty', (ids: readonly EntityId[]) => this.#store.dealsByParty(ids, wheneverSaid(knownAt))),
  );

  /** Ids of the deals that are known to be nested in, supersede or expand a deal, whenever it was said. */
  readonly dealsPointingAt = perArguments((knownAt: Instant) =>
    this.#batched('dealsPointingAt', (ids: readonly EntityId[]) =>
      this.#store.dealsPointingAt(ids, wheneverSaid(knownAt)),
    ),
  );

  /** Statements about an entity; `property` null for all. */
  readonly statementsBySubject = perArguments((property: string | null, at: ReadAt) =>
    this.#batched('statementsBySubject', (ids: readonly EntityId[]) => this.#claimsAbout(ids, property, at)),
  );

  /** Relations that point at an entity; `property` null for all. */
  readonly statementsByObject = perArguments((property: string | null, at: ReadAt) =>
    this.#batched('statementsByObject', (ids: readonly EntityId[]) =>
      this.#store.statementsByObject(ids, property, at),
    ),
  );

  readonly list = perArguments(async (request: ListRequest) => {
    const page = await this.#store.list(request);
    const [first] = page.items;
    // A store that has one of them at hand has them all, and they need no promise each.
    if (first === undefined || this.#store.entityAtHand(first.id) !== undefined) return page;
    for (const record of page.items) this.#record.prime(record.id, record);
    return page;
  });
  readonly count = perArguments((kind: EntityKind, filter: Filter | null) => this.#store.count(kind, filter));
  readonly counts = perArguments(() => this.#store.counts());

  readonly listStatements = perArguments((query: StatementQuery, at: ReadAt, page: PageRequest) =>
    this.#store.listStatements(query, at, page),
  );
  readonly countStatements = perArguments((query: StatementQuery, at: ReadAt) =>
    this.#store.countStatements(query, at),
  );

  readonly changes = perArguments((span: KnowledgeSpan, page: PageRequest) => this.#store.changes(span, page));
  readonly countChanges = perArguments((span: KnowledgeSpan) => this.#store.countChanges(span));

  readonly events = perArguments((range: DayRange, at: ReadAt, page: PageRequest) =>
    this.#byGroup('events', (groups) => this.#store.events(groups, range, at, page)),
  );
  readonly countEvents = perArguments((range: DayRange, at: ReadAt) =>
    this.#byGroup('countEvents', (groups) => this.#store.countEvents(groups, range, at)),
  );

  readonly search = perArguments((query: string, kinds: readonly EntityKind[] | null, limit: number) =>
    this.#store.search(query, kinds, limit),
  );
  readonly resolve = perArguments((names: readonly string[], kinds: readonly EntityKind[] | null, limit: number) =>
    this.#store.resolve(names, kinds, limit),
  );

  readonly topology = perArguments(() => this.#store.topology());

  /** An entity with its plain fields at a time, null for an unknown id: at once where the store has it at hand. */
  entityOf(at: TimeSlice, id: EntityId): Promise<EntityRecord | null> | EntityRecord | null {
    if (at === this.#standard && this.#choose === null) {
      const record = this.#store.entityAtHand(id);
      if (record !== undefined) return record;
    }
    return this.entity(at).load(id);
  }

  /** The same for whoever needs nothing of it but id, kind, name and time. */
  namedOf(at: TimeSlice, id: EntityId): Promise<EntityRecord | null> | EntityRecord | null {
    const named = this.#store.namedAtHand(id);
    if (at === this.#standard) return named ?? this.entityOf(at, id);
    // What sort of deal it is may have been another at that time; sources have none.
    if (named === undefined || named.kind === 'deal' || named.kind === 'source') return this.entityOf(at, id);
    return { ...named, at };
  }

  /** The same for a node, where the store has it at hand. */
  namedAtNode(at: TimeSlice, topology: Topology, node: number): EntityRecord | undefined {
    return at === this.#standard ? this.#store.namedAtNode(topology, node) : undefined;
  }

  /** The topology, at once where it is made already. */
  topologyOf(): Promise<Topology> | Topology {
    return this.#store.topologyAtHand() ?? this.topology();
  }

  /** Entities with their plain fields at a time; null for an unknown id. */
  entity(at: TimeSlice): DataLoader<EntityId, EntityRecord | null> {
    // By identity first: this is asked for every node of every answer.
    if (at === this.#standard && this.#choose === null) return this.#record;
    const { asOf, knownAt } = at;
    if (this.#choose === null && asOf === this.#standard.asOf && knownAt === this.#standard.knownAt)
      return this.#record;
    return this.#recordAt(asOf, knownAt);
  }

  /** All that was known about an entity at a time, whenever it was said. */
  known(id: EntityId, knownAt: Instant): Promise<readonly StatementRecord[]> {
    return this.statementsBySubject(null, wheneverSaid(knownAt)).load(id);
  }

  /** What a deal says on a day, by what was known at a time. */
  readonly dealTerms = perArguments((asOf: Day, knownAt: Instant, strictAsOf: boolean) =>
    this.#batched('dealTerms', (ids: readonly EntityId[]) =>
      Promise.all(ids.map((id) => this.#readTerms(id, { asOf, knownAt }, strictAsOf))),
    ),
  );

  readonly #record = this.#batched('entity', (ids: readonly EntityId[]) => this.#store.entities(ids));

  readonly #recordAt = perArguments((asOf: Day, knownAt: Instant) =>
    this.#batched('entityAt', (ids: readonly EntityId[]) =>
      Promise.all(ids.map((id) => this.#makeAt(id, { asOf, knownAt }))),
    ),
  );

  #batched<K extends string, V>(
    name: string,
    read: (keys: readonly K[]) => Promise<readonly (V | Error)[]>,
  ): DataLoader<K, V> {
    return new DataLoader<K, V>((keys) => this.#observe(name, keys.length, () => read(keys)));
  }

  /** Events are asked for by a group of entities. The group is wrapped, because a key can't be null, which stands for all. */
  #byGroup<V>(
    name: string,
    read: (groups: readonly EventGroup[]) => Promise<readonly V[]>,
  ): DataLoader<{ readonly group: EventGroup }, V, string> {
    return new DataLoader<{ readonly group: EventGroup }, V, string>(
      (keys) => this.#observe(name, keys.length, () => read(keys.map(({ group }) => group))),
      { cacheKeyFn: ({ group }) => JSON.stringify(group) },
    );
  }

  async #claimsAbout(ids: readonly EntityId[], property: string | null, at: ReadAt) {
    const lists = await this.#store.statementsBySubject(ids, property, at);
    return this.#choose === null ? lists : lists.map(this.#choose);
  }

  async #makeAt(id: EntityId, at: TimeSlice): Promise<EntityRecord | null> {
    const record = await this.#record.load(id);
    if (!record) return null;
    const { asOf, knownAt } = this.#standard;
    const slice = at.asOf === asOf && at.knownAt === knownAt ? this.#standard : at;
    return this.#materialiseAt(record, await this.known(record.id, at.knownAt), slice, {
      meta: this.#meta,
      statementsOf: (other) => this.known(other, at.knownAt),
      supersedersOf: (deal) => this.#supersedersOf(deal, at.knownAt),
    });
  }

  async #readTerms(id: EntityId, { asOf, knownAt }: TimeSlice, strictAsOf: boolean): Promise<DealTerms> {
    const superseders = await this.#supersedersOf(id, knownAt);
    const terms = await Promise.all(
      superseders.map(async (other) => dealTerms(await this.known(other, knownAt), asOf)),
    );
    const announced = terms.flatMap((other) => (other.announced === null ? [] : [lastDay(other.announced)]));
    const supersededOn = announced.sort()[0] ?? null;
    return dealTerms(await this.known(id, knownAt), asOf, { strictAsOf, supersededOn });
  }

  async #supersedersOf(deal: EntityId, knownAt: Instant): Promise<readonly EntityId[]> {
    const pointing = await this.dealsPointingAt(knownAt).load(deal);
    const claims = await Promise.all(pointing.map((other) => this.known(other, knownAt)));
    return pointing.filter((_, i) => claims[i]?.some((s) => s.property === 'supersedes' && s.object === deal));
  }
}

/** Reads all that was known at a time: structure speaks for the days that it is about, whenever it was said. */
export function wheneverSaid(knownAt: Instant): ReadAt {
  return { asOf: LAST_DAY, knownAt, minConfidence: 'recalled' };
}

/** What `make` gives, made once for the same arguments (compared as JSON). */
function perArguments<A extends readonly unknown[], T>(make: (...args: A) => T): (...args: A) => T {
  const made = new Map<string, { readonly value: T }>();
  return (...args) => {
    const key = JSON.stringify(args);
    let entry = made.get(key);
    if (!entry) {
      entry = { value: make(...args) };
      made.set(key, entry);
    }
    return entry.value;
  };
}
