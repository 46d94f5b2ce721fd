import type { Change, RowChange } from '../../model/change.js';
import type { Dataset } from '../../model/dataset.js';
import { GraphError } from '../../model/errors.js';
import type { EntityId } from '../../model/ids.js';
import { claimImport, createGraph, dropImport, finishRevision, keepImport } from './cypher/revisions.js';
import { awaitIndexes, CONSTRAINTS, INDEXES, indexNames, REFRESH_STATISTICS } from './cypher/schema.js';
import { hashesQuery, redirectsSince, SORTS, type Sort } from './cypher/writes.js';
import { ANY_READER, type Database } from './Database.js';
import { Digest } from './digest.js';
import { type Tally, tallyGraph } from './findDrift.js';
import { type GraphState, otherVersion, readGraphState } from './graphState.js';
import { laterThan } from './laterThan.js';
import { column, numberIn, textIn } from './rows.js';
import { SCHEMA_VERSION } from './schemaVersion.js';
import { type AnyRow, countRows, redirectsIn, rowHash, type Step, surroundingsOf, writePlan } from './writePlan.js';

export interface ImportOptions {
  readonly author: string;
  readonly reason: string;
  /** Of the rules by which the dataset was derived. */
  readonly rulesVersion: string;
  readonly now: () => Date;
  /** Told what begins, and how far it is. */
  readonly step: (what: string) => void;
  /** What makes the graph, for whoever finds it half done. */
  readonly work?: 'import' | 'rederive';
  /** The revision that the dataset was made of: a graph that has another one by now is left as it is. Null: none yet. */
  readonly madeOf?: number | null;
  /** Also writes what is not as this program writes it, whatever hash it bears: it was changed by others. */
  readonly mend?: boolean;
}

export interface ImportResult {
  /** False where the graph held exactly this already. */
  readonly changed: boolean;
  readonly revision: number;
  /** Rows written or removed. */
  readonly rows: number;
}

/** Somebody wrote to the graph after it was read to make what is imported. */
export class Overtaken extends GraphError {
  constructor() {
    super('CONFLICT', 'The graph was written to while the import was made ready. Run it again.');
  }
}

/** How long an import that shows no sign of life keeps others out. */
const CLAIM_MS = 15_000;
const RENEW_MS = 4_000;
const RETRY_MS = 500;
/** Rows written from which on all plans are made anew, which costs more than it brings after a smaller import. */
const WORTH_PLANNING_ANEW = 1_000;
/** Rows between two steps told. */
const TOLD_EVERY = 20_000;

interface Difference {
  readonly change: Change;
  /** Of the whole dataset. */
  readonly digest: Digest;
  /** Ids of the rows that are there but otherwise. */
  readonly replaced: ReadonlyMap<Sort, ReadonlySet<string>>;
}

/**
 * Makes the graph hold a dataset: compares the hashes of all rows with what is there and writes the difference in batches.
 * So a second run changes nothing, and a run after one that was killed goes on where that ended. Readers see the new
 * revision when all is written. Linear in the rows of both.
 */
export class Importer {
  private readonly token = crypto.randomUUID();

  constructor(
    private readonly database: Database,
    private readonly options: ImportOptions,
  ) {}

  /**
   * Throws CONFLICT where another import is under way, UNAVAILABLE where the database can't be reached or was made by a
   * later version, Overtaken.
   */
  async run(dataset: Dataset): Promise<ImportResult> {
    const { step } = this.options;
    step('Preparing the database');
    await this.constrain();
    await this.database.execute(createGraph(SCHEMA_VERSION));
    const last = await this.claim();
    const renewing = setInterval(() => void this.keep().catch(() => {}), RENEW_MS);
    try {
      return await this.write(dataset, last);
    } catch (error) {
      // Half an import stays marked as such; one that had not begun to write gives the graph back.
      if (!this.hasWritten) await this.database.execute(dropImport(this.token));
      throw error;
    } finally {
      clearInterval(renewing);
    }
  }

  private hasWritten = false;

  private async write(dataset: Dataset, last: number): Promise<ImportResult> {
    const { step, now, author, reason, rulesVersion } = this.options;
    const state = await readGraphState(this.database);
    const { madeOf } = this.options;
    if (madeOf !== undefined && last !== (madeOf ?? 0)) throw new Overtaken();
    if (state && state.schemaVersion > SCHEMA_VERSION) throw otherVersion(state);
    step('Comparing with what is there');
    const { change, digest, replaced } = await this.difference(dataset);
    const total = countRows(change);
    if (total === 0 && isSameGraph(state, dataset, digest, rulesVersion)) {
      await this.database.execute(dropImport(this.token));
      await this.index();
      return { changed: false, revision: last, rows: 0 };
    }
    this.hasWritten = true;
    const surroundings = surroundingsOf(dataset);
    const revision = last + 1;
    // Rows are made fastest without indexes, but found only by them.
    if (last > 0 || findsRows(change, replaced)) await this.index();
    const isThere = (sort: Sort, id: string) => replaced.get(sort)?.has(id) ?? false;
    await this.writeAll(writePlan(change, revision, surroundings, isThere), total);
    await this.index();
    if (total >= WORTH_PLANNING_ANEW) for (const query of REFRESH_STATISTICS) await this.database.execute(query);
    const at = laterThan(state?.at ?? null, now());
    const row = {
      number: revision,
      at,
      author,
      reason,
      key: null,
      mark: this.token,
      touchedIds: [],
      summary: '',
      whole: true,
    };
    const removed = { removedEntities: [], removedStatements: [], removedEdges: [], removedEvents: [] };
    const graph = {
      at,
      digest: digest.toString(),
      rulesVersion,
      schemaVersion: SCHEMA_VERSION,
      meta: JSON.stringify(dataset.meta),
    };
    await this.database.write(async (run) => {
      this.mustHold(await run(keepImport(this.token, now().getTime() + CLAIM_MS)));
      await run(finishRevision({ ...row, ...removed }, graph));
    });
    return { changed: true, revision, rows: total };
  }

  /** One batch after the other; the next is made ready while the database writes the one before. */
  private async writeAll(steps: Iterator<Step>, total: number): Promise<void> {
    let done = 0;
    let told = 0;
    let running: Promise<void> = Promise.resolve();
    for (let next = steps.next(); !next.done; next = steps.next()) {
      await running;
      running = this.batch(next.value);
      // Waited for above and below; until then a failure is no unhandled one.
      running.catch(() => {});
      await immediate();
      done += next.value.rows;
      if (done - told < TOLD_EVERY) continue;
      told = done;
      this.options.step(`Writing: ${Math.min(done, total)} of ${total} rows`);
    }
    await running;
  }

  private async constrain(): Promise<void> {
    const rows = await this.database.read(indexNames());
    const there = new Set(rows.map((row) => textIn(row, 'name')));
    for (const { name, query } of CONSTRAINTS) if (!there.has(name)) await this.database.execute(query);
  }

  /** Makes the indexes that are not there yet, and waits until they are filled. */
  private async index(): Promise<void> {
    const rows = await this.database.read(indexNames());
    const there = new Set(rows.map((row) => textIn(row, 'name')));
    const missing = INDEXES.filter(({ name }) => !there.has(name));
    if (missing.length > 0) this.options.step('Building indexes');
    for (const { query } of missing) await this.database.execute(query);
    // Also where all are there: a run that was killed may have left them half filled.
    await this.database.execute(awaitIndexes());
  }

  /** One transaction: the rows, and that this import still holds the graph. */
  private async batch({ query }: Step): Promise<void> {
    await this.database.write(async (run) => {
      const [held] = await Promise.all([
        run(keepImport(this.token, this.options.now().getTime() + CLAIM_MS)),
        run(query),
      ]);
      this.mustHold(held);
    });
  }

  /** Takes the graph for this import; waits for one that may have died. Resolves to the last revision. */
  private async claim(): Promise<number> {
    const { now } = this.options;
    const deadline = now().getTime() + CLAIM_MS + RENEW_MS;
    for (;;) {
      const at = now().getTime();
      const { result } = await this.database.write((run) =>
        run(claimImport({ token: this.token, work: this.options.work ?? 'import' }, at, at + CLAIM_MS)),
      );
      const [row] = result;
      if (row !== undefined) return numberIn(row, 'revision');
      if (at > deadline) {
        throw new GraphError('CONFLICT', 'Another import of this graph is under way. Wait until it is done.');
      }
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }

  private async keep(): Promise<void> {
    await this.database.write((run) => run(keepImport(this.token, this.options.now().getTime() + CLAIM_MS)));
  }

  private mustHold(rows: readonly unknown[]): void {
    if (rows.length === 0) throw new GraphError('CONFLICT', 'Another import took this graph over. Run it again.');
  }

  private async difference(dataset: Dataset): Promise<Difference> {
    const tally = this.options.mend ? await tallyGraph(this.database) : null;
    const { canonical } = surroundingsOf(dataset);
    const digest = new Digest();
    const replaced = new Map<Sort, ReadonlySet<string>>();
    const compare = async <T extends AnyRow>(sort: Sort, rows: readonly T[]): Promise<RowChange<T>> => {
      const there = await this.hashes(sort, tally);
      const put: T[] = [];
      const others = new Set<string>();
      for (const row of rows) {
        const hash = rowHash(row);
        digest.add(hash);
        const old = there.get(row.id);
        if (old !== hash) put.push(row);
        if (old !== undefined && old !== hash) others.add(row.id);
        there.delete(row.id);
      }
      replaced.set(sort, others);
      return { put, removed: [...there.keys()] };
    };
    const entities = await compare(
      'entities',
      dataset.entities.filter(({ id }) => canonical(id) === id),
    );
    const statements = await compare('statements', dataset.statements);
    const edges = await compare('edges', dataset.edges);
    const events = await compare('events', dataset.events);
    const redirects = await this.newRedirects(redirectsIn(dataset));
    return { change: { meta: dataset.meta, entities, statements, edges, events, redirects }, digest, replaced };
  }

  /** The hash of each row that is there; an empty one for a row that has to be written again. */
  private async hashes(sort: Sort, tally: Tally | null): Promise<Map<string, string>> {
    const toMend = tally?.toMend(sort);
    const there = new Map<string, string>();
    await this.database.stream(hashesQuery(sort), ANY_READER, () => (row) => {
      const id = String(column(row, 'id'));
      const mustMend = toMend === null || toMend?.has(id) === true;
      there.set(id, mustMend ? '' : String(column(row, 'hash')));
    });
    return there;
  }

  private async newRedirects(wanted: ReadonlyMap<EntityId, EntityId>): Promise<ReadonlyMap<EntityId, EntityId>> {
    const rows = await this.database.read(redirectsSince(0));
    const there = new Map(rows.map((row) => [textIn(row, 'id'), textIn(row, 'into')]));
    return new Map([...wanted].filter(([id, into]) => there.get(id) !== into));
  }
}

function isSameGraph(state: GraphState | null, { meta }: Dataset, digest: Digest, rulesVersion: string): boolean {
  if (state === null || state.revision === 0) return false;
  const { revision: _, ...described } = meta;
  const { revision: __, ...there } = state.meta ?? { revision: 0 };
  return (
    JSON.stringify(described) === JSON.stringify(there) &&
    state.digest === digest.toString() &&
    state.rulesVersion === rulesVersion &&
    state.schemaVersion === SCHEMA_VERSION
  );
}

/** Whether rows have to be found, to be replaced or removed. */
function findsRows(change: Change, replaced: Difference['replaced']): boolean {
  return SORTS.some((sort) => change[sort].removed.length > 0 || (replaced.get(sort)?.size ?? 0) > 0);
}

/** Lets what was started be sent. */
function immediate(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
