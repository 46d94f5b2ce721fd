import type { Change, RowChange } from '../../model/change.js';
import type { Dataset } from '../../model/dataset.js';
import { GraphError } from '../../model/errors.js';
import type { EntityId } from '../../model/ids.js';
import { claimImport, createGraph, dropImport, finishRevision, keepImport } from './cypher/revisions.js';
import { awaitIndexes, CONSTRAINTS, INDEXES, indexNames, REFRESH_STATISTICS } from './cypher/schema.js';
import { hashesQuery, redirectsSince, type Sort } from './cypher/writes.js';
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

/** How long an import that shows no sign of life keeps others out. */
const CLAIM_MS = 15_000;
const RENEW_MS = 4_000;
const RETRY_MS = 500;
/** Rows of a graph from which on an import has all plans made anew; for a smaller one that costs more than it brings. */
const WORTH_PLANNING_ANEW = 1_000;
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
   * later version.
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
    if (state && state.schemaVersion > SCHEMA_VERSION) throw otherVersion(state);
    step('Comparing with what is there');
    const { change, digest } = await this.difference(dataset);
    const total = countRows(change);
    if (total === 0 && isSameGraph(state, dataset, digest, rulesVersion)) {
      await this.database.execute(dropImport(this.token));
      await this.index();
      return { changed: false, revision: last, rows: 0 };
    }
    this.hasWritten = true;
    const surroundings = surroundingsOf(dataset);
    const revision = last + 1;
    let done = 0;
    let told = 0;
    for (const plan of writePlan(change, revision, surroundings)) {
      await this.batch(plan);
      done += plan.rows;
      if (done - told >= TOLD_EVERY) {
        told = done;
        step(`Writing: ${done} of ${total} rows`);
      }
    }
    await this.index();
    if (sizeOf(dataset) >= WORTH_PLANNING_ANEW) {
      for (const query of REFRESH_STATISTICS) await this.database.execute(query);
    }
    const at = laterThan(state?.at ?? null, now());
    const row = { number: revision, at, author, reason, key: null, touchedIds: [], summary: '', whole: true };
    const removed = { removedEntities: [], removedStatements: [], removedEdges: [], removedEvents: [] };
    const graph = {
      at,
      digest: digest.toString(),
      rulesVersion,
      schemaVersion: SCHEMA_VERSION,
      meta: JSON.stringify(dataset.meta),
    };
    await this.database.write(async (run) => {
      await this.mustHold(await run(keepImport(this.token, now().getTime() + CLAIM_MS)));
      await run(finishRevision({ ...row, ...removed }, graph));
    });
    return { changed: true, revision, rows: total };
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
    if (missing.length === 0) return;
    this.options.step('Building indexes');
    for (const { query } of missing) await this.database.execute(query);
    await this.database.execute(awaitIndexes());
  }

  /** One transaction: the rows, and that this import still holds the graph. */
  private async batch({ query }: Step): Promise<void> {
    await this.database.write(async (run) => {
      await this.mustHold(await run(keepImport(this.token, this.options.now().getTime() + CLAIM_MS)));
      await run(query);
    });
  }

  /** Takes the graph for this import; waits for one that may have died. Resolves to the last revision. */
  private async claim(): Promise<number> {
    const { now } = this.options;
    const deadline = now().getTime() + CLAIM_MS + RENEW_MS;
    for (;;) {
      const at = now().getTime();
      const { result } = await this.database.write((run) => run(claimImport(this.token, at, at + CLAIM_MS)));
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

  private async mustHold(rows: readonly unknown[]): Promise<void> {
    if (rows.length === 0) throw new GraphError('CONFLICT', 'Another import took this graph over. Run it again.');
  }

  private async difference(dataset: Dataset): Promise<{ change: Change; digest: Digest }> {
    const tally = this.options.mend ? await tallyGraph(this.database) : null;
    const { canonical } = surroundingsOf(dataset);
    const digest = new Digest();
    const compare = async <T extends AnyRow>(sort: Sort, rows: readonly T[]): Promise<RowChange<T>> => {
      const there = await this.hashes(sort, tally);
      const put: T[] = [];
      for (const row of rows) {
        const hash = rowHash(row);
        digest.add(hash);
        if (there.get(row.id) !== hash) put.push(row);
        there.delete(row.id);
      }
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
    return { change: { meta: dataset.meta, entities, statements, edges, events, redirects }, digest };
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

function sizeOf({ entities, statements, edges, events }: Dataset): number {
  return entities.length + statements.length + edges.length + events.length;
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
