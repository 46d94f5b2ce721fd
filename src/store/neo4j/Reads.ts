import type { Coalescer } from './Coalescer.js';
import type { Query } from './cypher/Query.js';
import { withRevision } from './cypher/revisions.js';
import type { Database, Reader } from './Database.js';
import { column, type Row } from './rows.js';

/** What was read, and the latest revision of which it may be; null where that is not known. */
export interface Found<T> {
  readonly found: T;
  readonly revision: number | null;
}

/** The statements of one reader, each of which tells the revision too. */
export class Reads {
  private readonly revisions = new Set<number | null>();

  constructor(
    private readonly database: Database,
    private readonly coalescer: Coalescer,
    private readonly reader: Reader,
  ) {}

  /**
   * The latest revision of which anything that was read may be; null where that is not known, as where nothing was read or a
   * statement gave no row.
   */
  get lastRevision(): number | null {
    return latest([...this.revisions]);
  }

  async run(query: Query): Promise<Found<readonly Row[]>> {
    const found = await this.database.read(withRevision(query), this.reader);
    const revision = revisionOf(found);
    this.revisions.add(revision);
    return { found, revision };
  }

  /** Shares a statement with others that ask the same `way` now. `finder`: finds what rows hold for an id. */
  async load<T>(
    way: string,
    query: (ids: readonly string[]) => Query,
    ids: readonly string[],
    finder: (rows: readonly Row[]) => (id: string) => T,
  ): Promise<Found<readonly T[]>> {
    if (ids.length === 0) return { found: [], revision: null };
    const each = await this.coalescer.load(
      way,
      ids,
      this.reader,
      async (keys, shared): Promise<readonly Found<T>[]> => {
        const rows = await this.database.read(withRevision(query(keys)), shared);
        const revision = revisionOf(rows);
        const find = finder(rows);
        return keys.map((key) => ({ found: find(key), revision }));
      },
    );
    const revision = each[0]?.revision ?? null;
    this.revisions.add(revision);
    return { found: each.map(({ found }) => found), revision };
  }
}

/** After the last of the rows. */
function revisionOf(rows: readonly Row[]): number | null {
  return latest(rows.map((row) => column(row, 'revision')));
}

/** Null where there is none, or where one is not known. */
function latest(revisions: readonly unknown[]): number | null {
  const known = revisions.filter((revision) => typeof revision === 'number');
  return known.length === 0 || known.length < revisions.length ? null : Math.max(...known);
}
