import type { Dataset } from '../../model/dataset.js';
import { GraphError } from '../../model/errors.js';
import { removeUnusedFacets } from './cypher/drift.js';
import {
  beginLargeWrite,
  claimImport,
  createGraph,
  dropImport,
  finishRevision,
  keepImport,
  leaveImport,
  type RevisionRow,
} from './cypher/revisions.js';
import { awaitIndexes, CONSTRAINTS, INDEXES, indexNames, REFRESH_STATISTICS } from './cypher/schema.js';
import { removeRedirects, type Sort } from './cypher/writes.js';
import type { Database } from './Database.js';
import type { Run } from './Follower.js';
import { type Difference, findDifference, findsRows } from './findDifference.js';
import { type GraphState, metaProperties, otherVersion, readGraphState } from './graphState.js';
import { type LargeWrite, largeWriteText } from './LargeWrite.js';
import { laterThan } from './laterThan.js';
import { numberIn, textIn } from './rows.js';
import { SCHEMA_VERSION } from './schemaVersion.js';
import { countRows, type Step, surroundingsOf, writePlan } from './writePlan.js';

export interface ImportOptions {
  readonly author: string;
  readonly reason: string;
  /** Of the rules by which the dataset was derived. */
  readonly rulesVersion: string;
  readonly now: () => Date;
  /** Told what begins, and how far it is. */
  readonly step: (what: string) => void;
  /** What makes the graph, for whoever finds it half done. */
  readonly work?: 'import' | 'rederive' | 'write';
  /** The write that the dataset is made of: the revision is this one's. */
  readonly largeWrite?: LargeWrite;
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
/** Rows of a graph from which on an import has all plans made anew; for a smaller one that costs more than it brings. */
const WORTH_PLANNING_ANEW = 1_000;
/** Batches that a transaction writes at most. */
const BATCHES = 4;
/** Rows between two steps told. */
const TOLD_EVERY = 20_000;

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
    const { last, unfinished } = await this.claim();
    const renewing = setInterval(() => void this.keep().catch(() => {}), RENEW_MS);
    try {
      return await this.write(dataset, last);
    } catch (error) {
      // Half an import stays marked as such, whoever left it; one that had not begun to write gives the graph back.
      if (!this.hasWritten) {
        const { token } = this;
        await this.database.execute(unfinished === null ? dropImport(token) : leaveImport(token, unfinished));
      }
      throw error;
    } finally {
      clearInterval(renewing);
    }
  }

  private hasWritten = false;

  private async write(dataset: Dataset, last: number): Promise<ImportResult> {
    const { step, now, author, reason, rulesVersion } = this.options;
    const state = await readGraphState(this.database);
    const { madeOf, largeWrite } = this.options;
    if (madeOf !== undefined && last !== (madeOf ?? 0)) throw new Overtaken();
    // Half a write is part of the facts only for who finishes it.
    if (state?.largeWrite && !isSame(state.largeWrite, largeWrite)) throw new Overtaken();
    if (state && state.schemaVersion > SCHEMA_VERSION) throw otherVersion(state);
    step('Comparing with what is there');
    const difference = await findDifference(this.database, dataset, this.options.mend ?? false);
    const { change, digest, redirects, replaced } = difference;
    const total = countRows(change) + redirects.removed.length;
    if (total === 0 && !largeWrite && isSameGraph(state, dataset, difference, rulesVersion)) {
      await this.database.execute(dropImport(this.token));
      await this.index();
      return { changed: false, revision: last, rows: 0 };
    }
    if (largeWrite) await this.begin(largeWrite);
    this.hasWritten = true;
    const surroundings = surroundingsOf(dataset);
    const revision = last + 1;
    // Rows are made fastest without indexes, but found only by them.
    if (last > 0 || findsRows(difference)) await this.index();
    const isThere = (sort: Sort, id: string) => replaced.get(sort)?.has(id) ?? false;
    await this.writeAll(writePlan(change, revision, surroundings, isThere), total);
    await this.transaction(async (run) => {
      await run(removeRedirects(redirects.removed));
      await run(removeUnusedFacets());
    });
    await this.index();
    if (sizeOf(dataset) >= WORTH_PLANNING_ANEW) {
      for (const query of REFRESH_STATISTICS) await this.database.execute(query);
    }
    const at = largeWrite?.at ?? laterThan(state?.at ?? null, now());
    const { facts: _, ...told } = largeWrite ?? { author, reason, key: null, touchedIds: [], summary: '', facts: null };
    const row: RevisionRow = { ...told, ...WHOLE, number: revision, at, mark: this.token };
    const graph = {
      at,
      digest: digest.toString(),
      redirectDigest: redirects.digest,
      rulesVersion,
      schemaVersion: SCHEMA_VERSION,
      ...metaProperties(dataset.meta),
    };
    await this.database.write(async (run) => {
      this.mustHold(await run(keepImport(this.token, now().getTime() + CLAIM_MS)));
      await run(finishRevision(row, graph));
    });
    return { changed: true, revision, rows: total };
  }

  /**
   * In transactions of a few batches: while the database writes one, the next is made ready. A transaction that is tried
   * again sends the batches that it has taken.
   */
  private async writeAll(steps: Iterator<Step>, total: number): Promise<void> {
    let done = 0;
    let told = 0;
    for (let next = steps.next(); !next.done; ) {
      const taken = [next.value];
      next = steps.next();
      await this.transaction(async (run) => {
        const sent: Promise<unknown>[] = [];
        const send = ({ query }: Step) => {
          const answered = run(query);
          sent.push(answered);
          // It is waited for below; until then a failure is no unhandled one.
          answered.catch(() => {});
        };
        for (const step of taken) send(step);
        while (taken.length < BATCHES && !next.done) {
          taken.push(next.value);
          send(next.value);
          // Sent before the next one is made.
          await immediate();
          next = steps.next();
        }
        await Promise.all(sent);
      });
      done += taken.reduce((sum, { rows }) => sum + rows, 0);
      if (done - told < TOLD_EVERY) continue;
      told = done;
      this.options.step(`Writing: ${Math.min(done, total)} of ${total} rows`);
    }
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

  /** One transaction: the work, and that this import still holds the graph. */
  private async transaction(work: (run: Run) => Promise<void>): Promise<void> {
    await this.database.write(async (run) => {
      const [held] = await Promise.all([
        run(keepImport(this.token, this.options.now().getTime() + CLAIM_MS)),
        work(run),
      ]);
      this.mustHold(held);
    });
  }

  private async begin(largeWrite: LargeWrite): Promise<void> {
    const { token } = this;
    await this.database.write(async (run) =>
      this.mustHold(await run(beginLargeWrite(token, largeWriteText(largeWrite)))),
    );
  }

  /** Takes the graph for this import; waits for one that may have died. */
  private async claim(): Promise<{ readonly last: number; readonly unfinished: string | null }> {
    const { now } = this.options;
    const deadline = now().getTime() + CLAIM_MS + RENEW_MS;
    for (;;) {
      const at = now().getTime();
      const { result } = await this.database.write((run) =>
        run(claimImport({ token: this.token, work: this.options.work ?? 'import' }, at, at + CLAIM_MS)),
      );
      const [row] = result;
      if (row !== undefined) return { last: numberIn(row, 'revision'), unfinished: textIn(row, 'unfinished') };
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
}

/** Who follows reads all anew: of a run that was killed nobody knows any more what it removed. */
const WHOLE = { whole: true, removedEntities: [], removedStatements: [], removedEdges: [], removedEvents: [] } as const;

function isSame(a: LargeWrite, b: LargeWrite | undefined): boolean {
  return b !== undefined && largeWriteText(a) === largeWriteText(b);
}

function sizeOf({ entities, statements, edges, events }: Dataset): number {
  return entities.length + statements.length + edges.length + events.length;
}

function isSameGraph(
  state: GraphState | null,
  { meta }: Dataset,
  { digest, redirects }: Difference,
  rulesVersion: string,
): boolean {
  if (state === null || state.revision === 0) return false;
  const { revision: _, ...described } = meta;
  const { revision: __, ...there } = state.meta ?? { revision: 0 };
  return (
    JSON.stringify(described) === JSON.stringify(there) &&
    !state.isMetaOther &&
    state.digest === digest.toString() &&
    (state.redirectDigest ?? redirects.digest) === redirects.digest &&
    state.rulesVersion === rulesVersion &&
    state.schemaVersion === SCHEMA_VERSION
  );
}

/** Lets what was started be sent. */
function immediate(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
