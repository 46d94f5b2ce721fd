import type { Coalescer } from './Coalescer.js';
import type { Query } from './cypher/Query.js';
import { withRevision } from './cypher/revisions.js';
import type { Database, Reader } from './Database.js';
import { column, type Row } from './rows.js';

/**
 * The latest revision of which what was read may be. `untold`: nothing was read, or no row said so; `unsettled`: a later one was
 * being committed or written.
 */
export type TellsRevision = number | 'untold' | 'unsettled';

/** What was read, and of which revision. */
export interface Found<T> {
  readonly found: T;
  readonly revision: TellsRevision;
}

/** The statements of one reader, each of which tells the revision too. */
export class Reads {
  private readonly revisions = new Set<TellsRevision>();

  constructor(
    private readonly database: Database,
    private readonly coalescer: Coalescer,
    private readonly reader: Reader,
  ) {}

  /** Of all that was read. */
  get lastRevision(): TellsRevision {
    return latest([...this.revisions]);
  }

  async run(query: Query): Promise<Found<readonly Row[]>> {
    const found = await this.database.read(withRevision(query), this.reader);
    const revision = revisionOf(found);
    this.revisions.add(revision);
    return { found, revision };
  }

  /**
   * Shares a statement with others that ask the same `way` now, of `mostKeys` keys at most. `answers`: what the rows hold for
   * each key, in their order.
   */
  async load<T>(
    way: string,
    query: (keys: readonly string[]) => Query,
    keys: readonly string[],
    answers: (rows: readonly Row[], keys: readonly string[]) => readonly T[],
    mostKeys?: number,
  ): Promise<Found<readonly T[]>> {
    if (keys.length === 0) return { found: [], revision: 'untold' };
    const each = await this.coalescer.load(
      way,
      keys,
      this.reader,
      async (all, shared): Promise<readonly Found<T>[]> => {
        const rows = await this.database.read(withRevision(query(all)), shared);
        const revision = revisionOf(rows);
        return answers(rows, all).map((found) => ({ found, revision }));
      },
      mostKeys,
    );
    const revision = each[0]?.revision ?? 'untold';
    this.revisions.add(revision);
    return { found: each.map(({ found }) => found), revision };
  }
}

function revisionOf(rows: readonly Row[]): TellsRevision {
  return latest(rows.map((row) => toldBy(column(row, 'revision'))));
}

function toldBy(revision: unknown): TellsRevision {
  return typeof revision === 'number' ? revision : 'unsettled';
}

function latest(revisions: readonly TellsRevision[]): TellsRevision {
  if (revisions.includes('unsettled')) return 'unsettled';
  const known = revisions.filter((revision) => typeof revision === 'number');
  return known.length === 0 || known.length < revisions.length ? 'untold' : Math.max(...known);
}
