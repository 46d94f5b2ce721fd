import type { DatasetMeta } from '../model/dataset.js';
import { DEPENDENCY_KINDS, type Edge } from '../model/edge.js';
import type { EntityRecord } from '../model/entity.js';
import { GraphError } from '../model/errors.js';
import type { GraphEvent } from '../model/event.js';
import { type EntityId, isId } from '../model/ids.js';
import type { Standing } from '../model/Standing.js';
import type { StatementRecord } from '../model/statement.js';
import type { TimeSlice } from '../model/time.js';
import { ANY_STATEMENT, type GraphStore, LAST_DAY, type ReadAt } from '../store/GraphStore.js';

/** Rows that are read at most; a scenario about more is no question but another dataset. */
const MOST_ROWS = 50_000;
const PAGE = 1_000;
const ALWAYS = { from: null, to: null };

/**
 * What lies around a change, read from a store as it was known at one time. Whatever is asked for and was not read yet is
 * noted and counts as absent: who decides on the change does so again after each {@link readMissing} until nothing is
 * missing, which takes as many rounds as the rules look steps around themselves, whatever the size of the graph.
 */
export class RowsAround implements Standing {
  readonly redirects = new Map<EntityId, EntityId>();
  /** Later than the place of any claim of a dataset; places have nine digits in the keys of lists. */
  readonly lastOrder = 900_000_000;
  readonly #entities = new Map<string, EntityRecord>();
  readonly #statements = new Map<string, StatementRecord>();
  readonly #edges = new Map<string, Edge>();
  readonly #events = new Map<string, GraphEvent>();
  readonly #read: { readonly [L in keyof Lists]: Map<string, readonly Lists[L][]> } = {
    entity: new Map(),
    claim: new Map(),
    about: new Map(),
    pointingAt: new Map(),
    ofProperty: new Map(),
    edgesFrom: new Map(),
    eventsOf: new Map(),
  };
  readonly #missing: { readonly [L in keyof Lists]: Set<string> } = {
    entity: new Set(),
    claim: new Set(),
    about: new Set(),
    pointingAt: new Set(),
    ofProperty: new Set(),
    edgesFrom: new Set(),
    eventsOf: new Set(),
  };
  #count = 0;

  /** `given`: what is there besides. */
  constructor(
    private readonly store: GraphStore,
    readonly meta: DatasetMeta,
    private readonly at: TimeSlice,
    given: readonly EntityRecord[],
  ) {
    for (const record of given) {
      this.#entities.set(record.id, record);
      this.#read.entity.set(record.id, [record]);
    }
  }

  readonly entities = {
    get: (id: string): EntityRecord | undefined => {
      if (isId(id)) this.#rows('entity', id);
      return this.#entities.get(id);
    },
    has: (id: string): boolean => this.entities.get(id) !== undefined,
    keys: (): Iterable<string> => this.#entities.keys(),
  };

  readonly statements = {
    get: (id: string): StatementRecord | undefined => {
      if (!this.#statements.has(id)) this.#rows('claim', id);
      return this.#statements.get(id);
    },
    has: (id: string): boolean => this.statements.get(id) !== undefined,
    keys: (): Iterable<string> => this.#statements.keys(),
  };

  /** Has an entity read, if it is one, so that it is known what its id leads to. */
  lookUp(id: string): void {
    this.entities.get(id);
  }

  isMerged(id: EntityId): boolean {
    return this.redirects.has(id);
  }

  about(id: EntityId, property: string | null = null): readonly StatementRecord[] {
    const claims = this.#rows('about', id);
    return property === null ? claims : claims.filter((s) => s.property === property);
  }

  pointingAt(id: EntityId): readonly StatementRecord[] {
    return this.#rows('pointingAt', id);
  }

  /** None: asked of sources that change, and a scenario changes none that is cited. */
  citing(): readonly StatementRecord[] {
    return [];
  }

  ofProperty(property: string): readonly StatementRecord[] {
    return this.#rows('ofProperty', property);
  }

  /** Those that hold at the time that is asked about. */
  edgesFrom(id: EntityId): readonly Edge[] {
    return this.#rows('edgesFrom', id);
  }

  /** Those that were said by the day that is asked about. */
  eventsOf(id: EntityId): readonly GraphEvent[] {
    return this.#rows('eventsOf', id);
  }

  /** A row that was read. */
  edge(id: string): Edge | undefined {
    return this.#edges.get(id);
  }

  event(id: string): GraphEvent | undefined {
    return this.#events.get(id);
  }

  /** Reads what was asked for in vain since the last time; false where nothing was. Throws QUERY_TOO_EXPENSIVE. */
  async readMissing(): Promise<boolean> {
    const missing = this.#missing;
    if (Object.values(missing).every(({ size }) => size === 0)) return false;
    const known: ReadAt = { asOf: LAST_DAY, knownAt: this.at.knownAt, minConfidence: 'recalled' };
    const now: ReadAt = { ...known, asOf: this.at.asOf };
    const { store } = this;
    const claim = (_key: string, row: StatementRecord) => this.#noteClaim(row);
    await Promise.all([
      this.#fill(
        'entity',
        async (ids) => {
          const records = await store.entities(ids.filter(isId));
          return records.map((record) => (record === null ? [] : [record]));
        },
        (key, record) => this.#noteEntity(key, record),
      ),
      this.#fill(
        'claim',
        async (ids) => {
          const claims = await store.statements(ids);
          return claims.map((s) => (s === null || !isRecorded(s, known) ? [] : [s]));
        },
        claim,
      ),
      this.#fill('about', (ids) => store.statementsBySubject(ids.filter(isId), null, known), claim),
      this.#fill('pointingAt', (ids) => store.statementsByObject(ids.filter(isId), null, known), claim),
      this.#fill('ofProperty', (names) => Promise.all(names.map((name) => this.#allOf(name, known))), claim),
      this.#fill(
        'edgesFrom',
        (ids) => {
          const query = { direction: 'out', kinds: DEPENDENCY_KINDS, prospective: true } as const;
          return store.edgesOf(ids.filter(isId), query, now, MOST_ROWS);
        },
        (_key, edge) => noted(this.#edges, stillKnown(edge)),
      ),
      this.#fill(
        'eventsOf',
        async (ids) => {
          const groups = ids.filter(isId).map((id) => [id]);
          const pages = await store.events(groups, ALWAYS, now, { first: MOST_ROWS });
          return pages.map(({ items }) => items);
        },
        (_key, event) => noted(this.#events, stillKnown(event)),
      ),
    ]);
    return true;
  }

  async #allOf(property: string, at: ReadAt): Promise<readonly StatementRecord[]> {
    const claims: StatementRecord[] = [];
    for (let after: string | undefined; ; ) {
      const page = { first: PAGE, ...(after === undefined ? {} : { after }) };
      const { items, keys, hasNextPage } = await this.store.listStatements({ ...ANY_STATEMENT, property }, at, page);
      claims.push(...items);
      after = keys.at(-1);
      if (!hasNextPage || claims.length > MOST_ROWS) return claims;
    }
  }

  #rows<L extends keyof Lists>(list: L, key: string): readonly Lists[L][] {
    const rows = this.#read[list].get(key);
    if (rows !== undefined) return rows;
    this.#missing[list].add(key);
    return [];
  }

  async #fill<L extends keyof Lists>(
    list: L,
    read: (keys: readonly string[]) => Promise<readonly (readonly Lists[L][])[]>,
    note: (key: string, row: Lists[L]) => Lists[L],
  ): Promise<void> {
    const keys = [...this.#missing[list]];
    if (keys.length === 0) return;
    this.#missing[list].clear();
    const found = await read(keys);
    for (const [i, key] of keys.entries()) {
      const rows = (found[i] ?? []).map((row) => note(key, row));
      this.#count += rows.length;
      this.#read[list].set(key, rows);
    }
    if (this.#count <= MOST_ROWS) return;
    const message = `Expected a scenario with at most ${MOST_ROWS} facts and dependencies around it but there are more. Ask about entities that fewer facts name.`;
    throw new GraphError('QUERY_TOO_EXPENSIVE', message);
  }

  #noteEntity(key: string, record: EntityRecord): EntityRecord {
    this.#entities.set(record.id, record);
    if (record.id !== key && isId(key)) this.redirects.set(key, record.id);
    return record;
  }

  /** As it was known then: what was withdrawn later stands. */
  #noteClaim(row: StatementRecord): StatementRecord {
    const there = this.#statements.get(row.id);
    if (there !== undefined) return there;
    const isOpen = row.retractedAt === null || Date.parse(row.retractedAt) <= Date.parse(this.at.knownAt);
    const claim = isOpen ? row : { ...row, retractedAt: null };
    this.#statements.set(row.id, claim);
    return claim;
  }
}

/** What is read of each, by a key. */
interface Lists {
  readonly entity: EntityRecord;
  readonly claim: StatementRecord;
  readonly about: StatementRecord;
  readonly pointingAt: StatementRecord;
  readonly ofProperty: StatementRecord;
  readonly edgesFrom: Edge;
  readonly eventsOf: GraphEvent;
}

function isRecorded({ recordedAt }: StatementRecord, { knownAt }: ReadAt): boolean {
  return Date.parse(recordedAt) <= Date.parse(knownAt);
}

/** A version that was closed later was open then. */
function stillKnown<T extends { readonly knownTo: string | null }>(row: T): T {
  return row.knownTo === null ? row : { ...row, knownTo: null };
}

function noted<T extends { readonly id: string }>(rows: Map<string, T>, row: T): T {
  rows.set(row.id, row);
  return row;
}
