import type { Change } from '../../model/change.js';
import { DatasetIndex } from '../../model/DatasetIndex.js';
import type { Dataset, DatasetMeta } from '../../model/dataset.js';
import { type EntityId, toId } from '../../model/ids.js';
import type { Instant } from '../../model/time.js';
import { inSlices } from '../inSlices.js';
import type { Query } from './cypher/Query.js';
import { lockGraph, type RevisionRow, revisionQuery, revisionsSince } from './cypher/revisions.js';
import { namesSince, recordsSince, redirectsSince, type Sort } from './cypher/writes.js';
import { ANY_READER, type Database, type Reader } from './Database.js';
import { listOf, namedIn, recordIn, revisionIn } from './followedRows.js';
import { type GraphState, readGraphState, servable, stateIn, Unservable } from './graphState.js';
import { type AnyRow, edgeIn, entityIn, eventIn, statementIn } from './recordText.js';
import { numberIn, type Row, textIn } from './rows.js';
import { SharedReading } from './SharedReading.js';
import { appliedState } from './settledRevision.js';

/** Runs one statement in a transaction. */
export type Run = (query: Query) => Promise<readonly Row[]>;

/** What `read` makes of each row of a statement. */
type ReadAll = <T>(query: Query, read: (row: Row) => T) => Promise<readonly T[]>;

export interface FollowerOptions {
  /** What of the graph is held: `all`, or only `dependencies` and what entities are called (see `namedRecord`). Default `all`. */
  readonly keeps?: 'all' | 'dependencies';
  /** Awaited before everything is read; throws where it would take too much. */
  readonly beforeReadingAll?: (reader: Reader) => Promise<void>;
}

/** A dataset and when its revision was made. */
interface Held {
  readonly dataset: DatasetIndex;
  readonly at: Instant | null;
}

/** The database is not reached where it does not say for so long which revision it holds. */
const STATE_MS = 3_000;
/** The same where it waits until it has what bookmarks stand for: longer than anybody waits for that. */
const BOOKMARKS_MS = 10_000;
/** The same between two rows of a longer reading; the first may have to wait for a plan. */
const ROW_MS = 15_000;
/** After so many tries to read between two writes, writers have to wait for the last one. */
const MAX_TRIES = 3;

/**
 * Keeps a dataset in memory as the graph has it, revision by revision. Every row carries the revision that wrote it last, so
 * what has come since is read by `rev`; that it is whole is known where the revision was the same before and after.
 */
export class Follower {
  private held: Held | null = null;
  private running: SharedReading<Held> | null = null;
  /** By the bookmarks that are waited for. */
  private readonly asking = new Map<string, SharedReading<number>>();
  /** Bookmarks that the database has, for the next reading: it may be another server that is asked. */
  private readonly known = new Set<string>();

  private readonly isAll: boolean;
  private readonly beforeReadingAll: (reader: Reader) => Promise<void>;

  constructor(
    private readonly database: Database,
    { keeps = 'all', beforeReadingAll = async () => {} }: FollowerOptions = {},
  ) {
    this.isAll = keeps === 'all';
    this.beforeReadingAll = beforeReadingAll;
  }

  /** What is held now; null before the first {@link advance}. */
  get current(): Held | null {
    return this.held;
  }

  /**
   * Reads what has come since, all of it the first time. Calls share a reading, which ends when the last has left. Throws
   * UNAVAILABLE; TIMEOUT where the reader's signal, or a silent database, ended it.
   */
  async advance(signal: AbortSignal | null = null): Promise<DatasetIndex> {
    this.running ??= this.begin();
    return (await this.running.join(signal)).dataset;
  }

  /**
   * Reads until what the bookmarks stand for is held. Each set of them is waited for by a statement of its own, so that one
   * that is wrong or late harms nobody else; what is then read is shared. Throws as {@link advance} and, for bookmarks that
   * the database does not know, BAD_USER_INPUT.
   */
  async reach(reader: Reader): Promise<void> {
    const wanted = await this.revisionAt(reader);
    const isHeld = () => (this.held?.dataset.meta.revision ?? -1) >= wanted;
    if (!isHeld()) for (const bookmark of reader.bookmarks) this.known.add(bookmark);
    // What is being read may have begun before; the next one has not.
    for (let tries = 0; tries < 2 && !isHeld(); tries++) await this.advance(reader.signal);
  }

  /** Resolves when what is being read now is done; never rejects but with the signal. */
  async settled(signal: AbortSignal | null = null): Promise<void> {
    await this.running?.settled(signal);
  }

  /** The dataset as of the state, in a transaction that holds the lock: nothing else can be written meanwhile. */
  async within(run: Run, state: GraphState): Promise<DatasetIndex> {
    if (this.held && (state.revision < this.held.dataset.meta.revision || isOther(this.held, state)))
      throw otherGraph();
    return this.from(this.held?.dataset ?? null, run, state);
  }

  /** Takes what a write of this process made of what was held. */
  take(dataset: DatasetIndex, at: Instant | null): Held {
    if (this.held === null || this.held.dataset.meta.revision < dataset.meta.revision) this.held = { dataset, at };
    return this.held;
  }

  private begin(): SharedReading<Held> {
    const bookmarks = [...this.known];
    this.known.clear();
    const reading: SharedReading<Held> = new SharedReading(
      (signal, live) => this.catchUp({ signal, bookmarks }, live),
      () => {
        if (this.running === reading) this.running = null;
      },
    );
    return reading;
  }

  /** The revision that a server has which has seen the bookmarks. */
  private async revisionAt({ signal, bookmarks }: Reader): Promise<number> {
    const way = bookmarks.join('\n');
    const there = this.asking.get(way);
    if (there !== undefined) return there.join(signal);
    const asking: SharedReading<number> = new SharedReading(
      async (shared, live) => {
        live(bookmarks.length > 0 ? BOOKMARKS_MS : STATE_MS);
        const [row] = await this.database.read(revisionQuery(), { signal: shared, bookmarks });
        return numberIn(row, 'revision');
      },
      () => {
        if (this.asking.get(way) === asking) this.asking.delete(way);
      },
    );
    this.asking.set(way, asking);
    return asking.join(signal);
  }

  /** `live`: to be called at each sign of life, with how long the next one may take. */
  private async catchUp(reader: Reader, live: (forMs: number) => void): Promise<Held> {
    const all: ReadAll = async <T>(query: Query, read: (row: Row) => T) => {
      let found: T[] = [];
      await this.database.stream(query, reader, () => {
        found = [];
        live(ROW_MS);
        return (row) => {
          live(ROW_MS);
          found.push(read(row));
        };
      });
      return found;
    };
    const readState = async () => {
      live(STATE_MS);
      return servable(await readGraphState(this.database, reader));
    };
    let held = this.held?.dataset ?? null;
    let before = await readState();
    // A commit shows bit by bit, also that of the graph's state: what looks like another graph is looked at where nothing is half visible.
    if (this.held && isOther(this.held, before) && isOther(this.held, await this.applied(reader))) throw otherGraph();
    if (held && held.meta.revision > before.revision) await this.refuseOlder(held.meta.revision, reader, live);
    for (let tries = 0; tries < MAX_TRIES; tries++) {
      if (held && held.meta.revision >= before.revision) return this.take(held, before.at);
      live(STATE_MS);
      const applied = await this.applied(reader);
      const { change, whole } = await this.readChange(all, held, reader);
      const after = await readState();
      const { meta, revision, at } = applied.revision === before.revision ? applied : before;
      const next = await this.apply(held, whole, { ...change, meta }, revision, () => live(ROW_MS));
      if (after.revision === before.revision) return this.take(next, at);
      // Some rows are later than that already, but all that were written since then are read again.
      held = next;
      before = after;
    }
    live(ROW_MS);
    return this.lastChange(reader, held);
  }

  /**
   * A revision's number may show before the last of its rows do: rows that are missed now would be looked for among later ones
   * for ever.
   */
  private applied({ signal }: Reader): ReturnType<typeof appliedState> {
    return appliedState(this.database, signal);
  }

  /**
   * A server that answers with an earlier revision may be one of a cluster that is behind. The one that takes the writes is
   * not: where that has no later one either, somebody put an older backup back. Throws UNAVAILABLE then.
   */
  private async refuseOlder(revision: number, reader: Reader, live: (forMs: number) => void): Promise<void> {
    live(ROW_MS);
    if ((await this.applied(reader)).revision < revision) throw otherGraph();
  }

  /** What is still missing, while nobody can write: others write faster than it can be read, but little of it is left. */
  private async lastChange({ signal }: Reader, held: DatasetIndex | null): Promise<Held> {
    const { result } = await this.database.write(async (run) => {
      const [row] = await run(lockGraph());
      const state = servable(row === undefined ? null : stateIn(row));
      return { dataset: await this.from(held, run, state), at: state.at };
    }, signal);
    return this.take(result.dataset, result.at);
  }

  private async from(held: DatasetIndex | null, run: Run, state: GraphState): Promise<DatasetIndex> {
    const { meta, revision } = servable({ ...state, halfWrittenBy: null });
    if (held?.meta.revision === revision) return held;
    const { change, whole } = await this.readChange(
      async (query, read) => (await run(query)).map(read),
      held,
      ANY_READER,
    );
    return this.apply(held, whole, { ...change, meta }, revision, () => {});
  }

  /** `live`: called now and then while all is arranged anew. */
  private async apply(
    held: DatasetIndex | null,
    whole: boolean,
    change: Change & { readonly meta: DatasetMeta },
    revision: number,
    live: () => void,
  ): Promise<DatasetIndex> {
    if (held && !whole) return held.next(change, revision);
    const { entities, statements, edges, events, redirects } = change;
    const rows: Dataset = {
      meta: { ...change.meta, revision },
      redirects,
      entities: entities.put,
      statements: statements.put,
      edges: edges.put,
      events: events.put,
    };
    return inSlices(DatasetIndex.build(rows, { idsAlone: !this.isAll }), live);
  }

  private async readChange(
    all: ReadAll,
    held: DatasetIndex | null,
    reader: Reader,
  ): Promise<{ change: Change; whole: boolean }> {
    const last = held?.meta.revision ?? 0;
    const from = last === 0 ? [] : await all(revisionsSince(last - 1), revisionIn);
    const revisions = from.filter(({ number }) => number !== last);
    const there = from.find(({ number }) => number === last);
    if (last === this.held?.dataset.meta.revision && there?.at !== undefined && there.at !== this.held.at)
      throw otherGraph();
    const whole = last === 0 || revisions.some((revision) => revision.whole);
    if (whole) await this.beforeReadingAll(reader);
    const since = whole ? 0 : last;
    const rows = async <T extends AnyRow>(sort: Sort, read: (text: string) => T): Promise<readonly T[]> =>
      all(recordsSince(sort, since), (row) => recordIn(row, sort, read));
    const names = async () => (await all(namesSince(since), namedIn)).filter((named) => named !== null);
    const redirects = await all(redirectsSince(since), (row): readonly [EntityId, EntityId] => [
      toId(textIn(row, 'id') ?? ''),
      toId(textIn(row, 'into') ?? ''),
    ]);
    const removed = (name: keyof RevisionRow) => (whole ? [] : revisions.flatMap((revision) => listOf(revision[name])));
    // A row that a later revision wrote again is there, whatever an earlier one removed.
    const changeOf = <T extends AnyRow>(put: readonly T[], name: keyof RevisionRow) => {
      const there = new Set(put.map(({ id }) => id));
      return { put, removed: removed(name).filter((id) => !there.has(id)) };
    };
    return {
      whole,
      change: {
        meta: null,
        entities: changeOf(this.isAll ? await rows('entities', entityIn) : await names(), 'removedEntities'),
        statements: changeOf(this.isAll ? await rows('statements', statementIn) : [], 'removedStatements'),
        edges: changeOf(await rows('edges', edgeIn), 'removedEdges'),
        events: changeOf(this.isAll ? await rows('events', eventIn) : [], 'removedEvents'),
        redirects: new Map(redirects),
      },
    };
  }
}

/**
 * Whether the state is that of another graph than the one that is held: somebody restored a backup or imported into an
 * emptied database. An earlier revision alone is no sign of it, because a server of a cluster may be behind.
 */
function isOther({ dataset, at }: Held, state: GraphState): boolean {
  if (at === null || state.at === null || state.revision > dataset.meta.revision) return false;
  return state.revision === dataset.meta.revision ? state.at !== at : Date.parse(state.at) > Date.parse(at);
}

function otherGraph(): Unservable {
  const message =
    'The graph database holds another graph than the one that was read: it was restored, or imported anew. Start this program again.';
  return new Unservable(message);
}
