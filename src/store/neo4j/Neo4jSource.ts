import type { DatasetIndex } from '../../model/DatasetIndex.js';
import { GraphError } from '../../model/errors.js';
import type { Instant } from '../../model/time.js';
import type { GraphHealth, GraphSource, PinnedGraph, PinRequest } from '../GraphSource.js';
import type { GraphStore } from '../GraphStore.js';
import type { Reader } from './Database.js';
import type { Follower } from './Follower.js';
import { Unservable } from './graphState.js';
import { SharedPoll } from './SharedPoll.js';
import { within } from './SharedReading.js';

/** What a source makes of each revision, and how requests read it. */
export interface Reading<T> {
  /** What serves a dataset; the one before, of which it may take over what is alike, goes on serving until it is ready. */
  build(dataset: DatasetIndex, before: Built<T> | null): Promise<T>;
  open(built: T, reader: Reader): Opened;
  /** Whether requests can be answered while the database can't be reached. */
  readonly outlivesDatabase: boolean;
}

/** A store for one reader. */
export interface Opened {
  readonly store: GraphStore;
  /** The latest revision of which anything that was read may be, where that is not the pinned one by nature. */
  lastRevision(): Promise<number> | null;
}

export interface SourceOptions {
  /** Between two looks at the graph's revision, in milliseconds. */
  readonly refreshMs: number;
  readonly now: () => Date;
  /** Told what went wrong while nobody asked. */
  readonly report: (error: unknown) => void;
  /** What else is wrong with the graph, in words. */
  readonly problems: () => readonly string[];
}

/** A revision and what was made of it. */
export interface Built<T> {
  readonly built: T;
  readonly dataset: DatasetIndex;
}

interface Served<T> extends Built<T> {
  readonly at: Instant | null;
}

/** Between two looks for who asks while what is there can't be read. */
const LOOK_AGAIN_MS = 200;

/** Serves the newest whole revision of a graph in Neo4j, and follows it. */
export class Neo4jSource<T> implements GraphSource {
  private served: Served<T> | null = null;
  private stale: Instant | null = null;
  /** Why what the database holds now can't be read, though it answers. */
  private unservable: string | null = null;
  private timer: NodeJS.Timeout | null = null;
  private building: Promise<void> = Promise.resolve();
  /** For those who wait for a revision that is not there yet. */
  private readonly poll = new SharedPoll(async () => {
    await this.follower.advance();
    await this.serve();
  });
  private closed = false;
  private newestAt = performance.now();
  private lookedAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly follower: Follower,
    private readonly reading: Reading<T>,
    private readonly options: SourceOptions,
  ) {}

  /** Reads the graph for the first time, then follows it until {@link close}. Throws UNAVAILABLE. */
  async start(): Promise<void> {
    await this.follower.advance();
    await this.serve();
    this.newestAt = performance.now();
    this.plan();
  }

  async pin(reader: PinRequest): Promise<PinnedGraph> {
    // Its signal is left alone: it is made for who looks at it, and a projection reads nothing that it could end.
    const { bookmarks, revisionAtLeast, waitMs } = reader;
    // Its records are read from what can't be read now, or is another graph.
    if (this.unservable !== null && !this.reading.outlivesDatabase) await this.lookAgain();
    if (bookmarks.length > 0 || revisionAtLeast !== null) await this.reach(reader, revisionAtLeast ?? 0, waitMs);
    const { built, dataset, at } = this.current();
    const { revision } = dataset.meta;
    const opened = this.reading.open(built, reader);
    return {
      store: opened.store,
      revision,
      at,
      staleSince: this.stale,
      lastRevision: async () => (await opened.lastRevision()) ?? revision,
    };
  }

  async health(): Promise<GraphHealth> {
    const meta = this.served?.dataset.meta ?? null;
    const problems = this.stale === null ? [] : [`The graph database has not been reached since ${this.stale}.`];
    if (this.unservable !== null) problems.push(this.unservable);
    return {
      ready: meta !== null && (problems.length === 0 || this.reading.outlivesDatabase),
      release: meta?.release ?? null,
      revision: meta?.revision ?? null,
      staleSince: this.stale,
      problems: [...problems, ...this.options.problems()],
    };
  }

  /** Since the database last said that what is served is its newest revision, in milliseconds. */
  get lagMs(): number {
    return performance.now() - this.newestAt;
  }

  /** Serves what a write of this process made, before the write is acknowledged. Whatever happens, it stands. */
  async committed(revision: number): Promise<void> {
    try {
      // What is already being read may have begun before it.
      await this.follower.settled();
      if ((this.follower.current?.dataset.meta.revision ?? -1) < revision) await this.follower.advance();
      await this.serve();
    } catch (error) {
      this.options.report(error);
    }
  }

  async close(): Promise<void> {
    this.closed = true;
    if (this.timer) clearTimeout(this.timer);
    await this.building;
  }

  /** Throws UNAVAILABLE where what the database holds still can't be read. */
  private async lookAgain(): Promise<void> {
    // A look may take the lock of whoever writes, and who asks meanwhile asks as often as they like.
    if (performance.now() - this.lookedAt >= LOOK_AGAIN_MS) await this.look();
    if (this.unservable !== null) throw new Unservable(this.unservable);
  }

  private current(): Served<T> {
    if (this.served === null) throw new GraphError('UNAVAILABLE', 'The graph has not been read yet.');
    return this.served;
  }

  private plan(): void {
    if (this.closed) return;
    this.timer = setTimeout(() => void this.look().finally(() => this.plan()), this.options.refreshMs).unref();
  }

  private async look(): Promise<void> {
    this.lookedAt = performance.now();
    try {
      await this.follower.advance();
      await this.serve();
      this.stale = null;
      this.unservable = null;
      this.newestAt = performance.now();
    } catch (error) {
      // Who closes it closes the database too, under a look that may be on its way.
      if (this.closed) return;
      if (error instanceof Unservable) {
        this.unservable = error.message;
        this.stale = null;
        return;
      }
      // While it can't be reached, that is said once in health and in answers, not at every look in the log.
      if (this.stale === null) this.options.report(error);
      this.stale ??= this.options.now().toISOString();
    }
  }

  /** Builds what serves the newest dataset that is held. One at a time; the last one wins. */
  private serve(): Promise<void> {
    this.building = this.building.then(async () => {
      const { dataset = null, at = null } = this.follower.current ?? {};
      if (dataset === null || dataset.meta.revision <= (this.served?.dataset.meta.revision ?? -1)) return;
      this.served = { built: await this.reading.build(dataset, this.served), dataset, at };
    });
    const done = this.building;
    // A failed build must not keep later ones from being tried; whoever asked for this one is told.
    this.building = done.catch(() => {});
    return done;
  }

  /** Waits until the bookmarks and the revision are served, `waitMs` at most. Throws UNAVAILABLE after that. */
  private async reach(reader: Reader, revision: number, waitMs: number): Promise<void> {
    const late = new AbortController();
    const timer = waitMs < Number.POSITIVE_INFINITY ? setTimeout(() => late.abort(), waitMs) : undefined;
    const signal = reader.signal === null ? late.signal : AbortSignal.any([reader.signal, late.signal]);
    try {
      await this.reachBefore({ ...reader, signal }, revision);
    } catch (error) {
      if (!late.signal.aborted || reader.signal?.aborted) throw error;
      throw tooLate(revision, this.current().dataset.meta.revision);
    } finally {
      clearTimeout(timer);
    }
  }

  private async reachBefore(reader: Reader, revision: number): Promise<void> {
    const isThere = () => (this.served?.dataset.meta.revision ?? -1) >= revision;
    if (reader.bookmarks.length > 0) await this.follower.reach(reader);
    else if (!isThere()) await this.follower.advance(reader.signal);
    await within(reader.signal, this.serve());
    while (!isThere()) await this.poll.next(reader.signal);
  }
}

/** `wanted`: 0 where only bookmarks are. */
function tooLate(wanted: number, there: number): GraphError {
  const what = wanted > 0 ? `revision ${wanted} or later` : 'what the bookmarks stand for';
  const message = `Expected ${what} but there is only revision ${there} yet. Ask again later, or for less.`;
  return new GraphError('UNAVAILABLE', message);
}
