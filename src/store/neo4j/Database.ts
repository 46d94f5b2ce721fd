import neo4j, {
  type Config,
  type Driver,
  type Record as Row,
  type Session,
  type SessionConfig,
  type Transaction,
} from 'neo4j-driver';
import { GraphError } from '../../model/errors.js';
import type { Query } from './cypher/Query.js';
import {
  isRetriable,
  isToldByServer,
  isUnplanned,
  PerhapsWritten,
  toGraphError,
  tookTooLong,
} from './databaseErrors.js';
import { type TakeRow, takeFast, takeGently } from './takeRows.js';

export interface DatabaseOptions {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  /** Connections at most. Default 64. */
  readonly poolSize?: number | undefined;
  /** How long a write is tried again, in milliseconds. Default 15,000. */
  readonly retryWritesMs?: number | undefined;
  /** Runs each statement, and may look at how long it takes. */
  readonly observe?: ObserveStatement | undefined;
}

/** `text`: the statement without its parameters. */
export type ObserveStatement = <T>(text: string, run: () => Promise<T>) => Promise<T>;

/** For whom a statement runs. */
export interface Reader {
  /** Ends the statement, in the database too. */
  readonly signal: AbortSignal | null;
  /** Of writes that it must see. */
  readonly bookmarks: readonly string[];
}

/** Nobody waits, everything committed may be seen. */
export const ANY_READER: Reader = { signal: null, bookmarks: [] };

/** How much of the process a long read takes. */
export type Pace = 'fast' | 'gentle';

const CONNECT_MS = 5_000;
const POOL_SIZE = 64;
const FEW_CONNECTIONS = 4;
/** Rows that a long read has on the way at most. */
const FETCH_SIZE = 2_000;
/** The driver unpacks all that has come in one turn: this many rows take a few milliseconds. */
const GENTLE_FETCH_SIZE = 200;
const RETRY_WRITES_MS = 15_000;
/** Before a write is tried again; each pause is twice as long as the one before. */
const FIRST_PAUSE_MS = 500;

const DRIVER: Config = {
  disableLosslessIntegers: true,
  connectionTimeout: CONNECT_MS,
  connectionAcquisitionTimeout: CONNECT_MS,
  fetchSize: FETCH_SIZE,
  userAgent: 'ai-infra-graph',
  notificationFilter: { minimumSeverityLevel: neo4j.notificationFilterMinimumSeverityLevel.OFF },
};

/** One Neo4j database: runs statements and says what went wrong in the model's words. */
export class Database {
  /** How many statements were sent since the start, retries included. */
  statementCount = 0;
  /** How long they took together, and how many failed. */
  statementMs = 0;
  failedCount = 0;
  /** Sessions that wait for a connection or hold one. */
  inUse = 0;
  readonly poolSize: number;
  private readonly driver: Driver;
  /** Connections of their own for what a transaction waits for: all others may be taken by those that wait for it. */
  private readonly aside: Driver;
  private readonly name: string;
  private readonly observe: ObserveStatement;
  private readonly retryWritesMs: number;

  constructor({
    uri,
    user,
    password,
    database,
    poolSize = POOL_SIZE,
    retryWritesMs = RETRY_WRITES_MS,
    observe = (_text, run) => run(),
  }: DatabaseOptions) {
    this.name = database;
    this.poolSize = poolSize;
    this.observe = observe;
    this.retryWritesMs = retryWritesMs;
    const driver = (maxConnectionPoolSize: number) =>
      neo4j.driver(uri, neo4j.auth.basic(user, password), { ...DRIVER, maxConnectionPoolSize });
    this.driver = driver(poolSize);
    this.aside = driver(FEW_CONNECTIONS);
  }

  /**
   * One statement outside of a transaction of the driver's, which spares two round trips; tried once more where that may
   * help. Throws UNAVAILABLE, TIMEOUT.
   */
  async read(query: Query, reader: Reader = ANY_READER): Promise<readonly Row[]> {
    let rows: Row[] = [];
    await this.stream(query, reader, () => {
      rows = [];
      return (row) => rows.push(row);
    });
    return rows;
  }

  /**
   * The same, row by row. `begin` is called for each try: what an earlier one took does not count. `pace`: `fast`, or `gentle`,
   * which takes longer and lets other work of the process have its turn every few milliseconds.
   */
  async stream(query: Query, reader: Reader, begin: () => TakeRow, pace: Pace = 'fast'): Promise<void> {
    const attempt = () => this.again(() => this.once(query, reader, begin(), pace), isUnplanned);
    try {
      await attempt();
    } catch (error) {
      if (!isRetriable(error) || reader.signal?.aborted) throw toGraphError(error);
      try {
        await attempt();
      } catch (again) {
        throw toGraphError(again);
      }
    }
  }

  /**
   * Work in a transaction that is tried again where that may help, for as long as the options say. Resolves to its result and bookmark.
   * Throws PerhapsWritten where a try went as far as its commit, and nobody knows what became of it.
   */
  async write<T>(
    work: (run: (query: Query) => Promise<readonly Row[]>) => Promise<T>,
    signal: AbortSignal | null = null,
  ): Promise<{ readonly result: T; readonly bookmark: string | null }> {
    const session = this.session({ defaultAccessMode: neo4j.session.WRITE });
    let isPerhapsWritten = false;
    try {
      const result = await untilAborted(signal, session, () =>
        this.again(async () => {
          signal?.throwIfAborted();
          const transaction = await session.beginTransaction();
          let isCommitting = false;
          try {
            const done = await work((query) => this.runIn(transaction, query));
            isCommitting = true;
            await transaction.commit();
            return done;
          } catch (error) {
            isPerhapsWritten ||= isCommitting && !isToldByServer(error);
            throw error;
          } finally {
            await transaction.close();
          }
        }),
      );
      return { result, bookmark: session.lastBookmarks()[0] ?? null };
    } catch (error) {
      const told = toGraphError(error);
      const isUnknown = isPerhapsWritten && told instanceof GraphError && told.kind === 'UNAVAILABLE';
      throw isUnknown ? new PerhapsWritten(told.message) : told;
    } finally {
      await this.end(session);
    }
  }

  /** A statement that brings its own transactions or changes the schema. */
  async execute(query: Query): Promise<readonly Row[]> {
    const session = this.session({ defaultAccessMode: neo4j.session.WRITE });
    try {
      const run = () => this.counted(query.text, async () => session.run(query.text, query.parameters));
      return (await this.again(run, isUnplanned)).records;
    } catch (error) {
      throw toGraphError(error);
    } finally {
      await this.end(session);
    }
  }

  /**
   * A statement that is committed while the work of a {@link write} waits for it. Throws the driver's errors, so that the work
   * is tried again where that may help.
   */
  async beside(query: Query): Promise<void> {
    const session = this.aside.session({ database: this.name, defaultAccessMode: neo4j.session.WRITE });
    try {
      await this.counted(query.text, async () => session.run(query.text, query.parameters));
    } finally {
      await session.close();
    }
  }

  async close(): Promise<void> {
    await Promise.all([this.driver.close(), this.aside.close()]);
  }

  private async once(query: Query, { signal, bookmarks }: Reader, take: TakeRow, pace: Pace): Promise<void> {
    if (signal?.aborted) throw tookTooLong();
    const session = this.session({
      defaultAccessMode: neo4j.session.READ,
      bookmarks: [...bookmarks],
      ...(pace === 'gentle' && { fetchSize: GENTLE_FETCH_SIZE }),
    });
    try {
      const run = pace === 'gentle' ? takeGently : takeFast;
      await this.counted(query.text, () =>
        untilAborted(signal, session, () => run(session.run(query.text, query.parameters), take)),
      );
    } finally {
      await this.end(session);
    }
  }

  private session(config: SessionConfig): Session {
    this.inUse++;
    return this.driver.session({ database: this.name, ...config });
  }

  private async end(session: Session): Promise<void> {
    this.inUse--;
    await session.close();
  }

  private async counted<T>(text: string, run: () => Promise<T>): Promise<T> {
    this.statementCount++;
    const began = performance.now();
    try {
      return await this.observe(text, run);
    } catch (error) {
      this.failedCount++;
      throw error;
    } finally {
      this.statementMs += performance.now() - began;
    }
  }

  private async runIn(transaction: Transaction, { text, parameters }: Query): Promise<readonly Row[]> {
    return (await this.counted(text, async () => transaction.run(text, parameters))).records;
  }

  /** The driver's own way of trying again knows no error but by its code, and tries also where memory ran out. */
  private async again<T>(attempt: () => Promise<T>, isWorthIt = isRetriable): Promise<T> {
    const until = performance.now() + this.retryWritesMs;
    for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs *= 2) {
      try {
        return await attempt();
      } catch (error) {
        // Others that met the same fault try at other moments.
        const waitMs = pauseMs * (0.5 + Math.random());
        if (!isWorthIt(error) || performance.now() + waitMs > until) throw error;
        await new Promise((resolve) => setTimeout(resolve, waitMs));
      }
    }
  }
}

/** Waits for the work or for the signal, whichever comes first; closing the session ends what runs in the database. */
async function untilAborted<T>(signal: AbortSignal | null, session: Session, work: () => Promise<T>): Promise<T> {
  if (signal === null) return work();
  let abort: () => void = () => {};
  const aborted = new Promise<never>((_, reject) => {
    abort = () => {
      // It fails only where the connection is gone, and then nothing runs any more.
      session.close().catch(() => {});
      reject(tookTooLong());
    };
  });
  signal.addEventListener('abort', abort, { once: true });
  try {
    if (signal.aborted) throw tookTooLong();
    const running = work();
    running.catch(() => {});
    return await Promise.race([running, aborted]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}
