import { applyChange } from '../../model/applyChange.js';
import type { Change } from '../../model/change.js';
import type { Dataset } from '../../model/dataset.js';
import { GraphError } from '../../model/errors.js';
import { type EntityId, toId } from '../../model/ids.js';
import type { Query } from './cypher/Query.js';
import { type RevisionRow, revisionsSince } from './cypher/revisions.js';
import { recordsSince, redirectsSince, type Sort } from './cypher/writes.js';
import { ANY_READER, type Database, type Reader } from './Database.js';
import { type GraphState, readGraphState, servable } from './graphState.js';
import { column, type Row, textIn } from './rows.js';

/** Runs one statement in a transaction. */
export type Run = (query: Query) => Promise<readonly Row[]>;

/** What `read` makes of each row of a statement. */
type ReadAll = <T>(query: Query, read: (row: Row) => T) => Promise<readonly T[]>;

/** After so many tries to read between two writes, it is given up for this time. */
const MAX_TRIES = 5;

/**
 * Keeps a dataset in memory as the graph has it, revision by revision. Every row carries the revision that wrote it last, so
 * what has come since is read by `rev`; that it is whole is known where the revision was the same before and after.
 */
export class Follower {
  private held: Dataset | null = null;
  private running: Promise<Dataset> | null = null;

  /** `sorts`: the rows that it keeps; the others stay empty. */
  constructor(
    private readonly database: Database,
    private readonly sorts: readonly Sort[],
  ) {}

  /** What is held now; null before the first {@link advance}. */
  get dataset(): Dataset | null {
    return this.held;
  }

  /** Reads what has come since, all of it the first time. Calls at one time share the reading. Throws UNAVAILABLE. */
  advance(reader: Reader = ANY_READER): Promise<Dataset> {
    this.running ??= this.catchUp(reader).finally(() => {
      this.running = null;
    });
    return this.running;
  }

  /** Resolves when nothing is being read; never rejects. */
  async settled(): Promise<void> {
    await this.running?.catch(() => {});
  }

  /** The dataset as of the state, in a transaction that holds the lock: nothing else can be written meanwhile. */
  async within(run: Run, state: GraphState): Promise<Dataset> {
    const { meta, revision } = servable({ ...state, importToken: null });
    const held = this.held;
    if (held?.meta.revision === revision) return held;
    const { change, whole } = await this.readChange(async (query, read) => (await run(query)).map(read), held);
    return applyChange(base(held, whole, meta), { ...change, meta }, revision);
  }

  /** Takes what a write of this process made of what was held. */
  take(dataset: Dataset): void {
    if (this.held === null || this.held.meta.revision < dataset.meta.revision) this.held = dataset;
  }

  private async catchUp(reader: Reader): Promise<Dataset> {
    const all: ReadAll = async <T>(query: Query, read: (row: Row) => T) => {
      let found: T[] = [];
      await this.database.stream(query, reader, () => {
        found = [];
        return (row) => found.push(read(row));
      });
      return found;
    };
    let before = servable(await readGraphState(this.database, reader));
    for (let tries = 0; tries < MAX_TRIES; tries++) {
      const held = this.held;
      if (held && held.meta.revision >= before.revision) return held;
      const { change, whole } = await this.readChange(all, held);
      const after = servable(await readGraphState(this.database, reader));
      if (after.revision === before.revision) {
        const next = applyChange(base(held, whole, after.meta), { ...change, meta: after.meta }, after.revision);
        this.take(next);
        return this.held ?? next;
      }
      before = after;
    }
    throw new GraphError('UNAVAILABLE', 'The graph is written to faster than it can be read. Try again.');
  }

  private async readChange(all: ReadAll, held: Dataset | null): Promise<{ change: Change; whole: boolean }> {
    const last = held?.meta.revision ?? 0;
    const revisions = last === 0 ? [] : await all(revisionsSince(last), revisionIn);
    const whole = last === 0 || revisions.some((revision) => revision.whole);
    const since = whole ? 0 : last;
    const rows = async <T extends { readonly id: string }>(sort: Sort): Promise<readonly T[]> =>
      this.sorts.includes(sort) ? all(recordsSince(sort, since), (row): T => recordIn(row)) : [];
    const redirects = await all(redirectsSince(since), (row): readonly [EntityId, EntityId] => [
      toId(textIn(row, 'id') ?? ''),
      toId(textIn(row, 'into') ?? ''),
    ]);
    const removed = (name: keyof RevisionRow) => (whole ? [] : revisions.flatMap((revision) => listOf(revision[name])));
    // A row that a later revision wrote again is there, whatever an earlier one removed.
    const changeOf = async <T extends { readonly id: string }>(sort: Sort, name: keyof RevisionRow) => {
      const put = await rows<T>(sort);
      const there = new Set(put.map(({ id }) => id));
      return { put, removed: removed(name).filter((id) => !there.has(id)) };
    };
    return {
      whole,
      change: {
        meta: null,
        entities: await changeOf('entities', 'removedEntities'),
        statements: await changeOf('statements', 'removedStatements'),
        edges: await changeOf('edges', 'removedEdges'),
        events: await changeOf('events', 'removedEvents'),
        redirects: new Map(redirects),
      },
    };
  }
}

/** What a change is applied to: nothing, where all was read anew. */
function base(held: Dataset | null, whole: boolean, meta: Dataset['meta']): Dataset {
  if (held && !whole) return held;
  return { meta, entities: [], redirects: new Map(), statements: [], edges: [], events: [] };
}

function recordIn<T>(row: Row): T {
  return JSON.parse(textIn(row, 'record') ?? 'null');
}

/** The revision of a row, as `finishRevision` wrote it. */
export function revisionIn(row: Row): Partial<RevisionRow> {
  const revision = column(row, 'revision');
  return typeof revision === 'object' && revision !== null ? revision : {};
}

function listOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
