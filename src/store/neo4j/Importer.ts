import type { AuditNote } from '../../model/audit.js';
import { THIS_PROCESS } from '../../model/caller.js';
import type { Dataset } from '../../model/dataset.js';
import { GraphError } from '../../model/errors.js';
import { auditRow } from './auditRows.js';
import { removeUnusedFacets } from './cypher/drift.js';
import {
  createGraph,
  finishRevision,
  LANES,
  type Lane,
  markHalfWritten,
  type RevisionRow,
} from './cypher/revisions.js';
import { INDEXES_OF, REFRESH_STATISTICS } from './cypher/schema.js';
import { nodesQuery, removeRedirects, type Sort } from './cypher/writes.js';
import { ANY_READER, type Database } from './Database.js';
import type { Digest } from './digest.js';
import { type Difference, findDifference, findsRows } from './findDifference.js';
import { type GraphState, metaProperties, otherVersion, readGraphState } from './graphState.js';
import { ImportClaim } from './ImportClaim.js';
import { beginIndexes, fillIndexes, makeConstraints } from './indexes.js';
import { type LargeWrite, largeWriteText } from './LargeWrite.js';
import { laterThan } from './laterThan.js';
import { textIn } from './rows.js';
import { SCHEMA_VERSION } from './schemaVersion.js';
import { announce } from './settledRevision.js';
import { countRows, type Stage, type Step, surroundingsOf, writePlan } from './writePlan.js';

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

/** Rows of a graph from which on an import has all plans made anew; for a smaller one that costs more than it brings. */
const WORTH_PLANNING_ANEW = 1_000;
/** Rows from which on indexes are filled beside what is written next; those of fewer are filled in a moment. */
const WORTH_FILLING_BESIDE = 100_000;
/** Batches that a transaction writes at most. */
const BATCHES = 2;
/** Rows between two steps told. */
const TOLD_EVERY = 20_000;

/**
 * Makes the graph hold a dataset: compares the hashes of all rows with what is there and writes the difference in batches.
 * So a second run changes nothing, and a run after one that was killed goes on where that ended. Readers see the new
 * revision when all is written. Linear in the rows of both.
 */
export class Importer {
  private readonly claim: ImportClaim;

  constructor(
    private readonly database: Database,
    private readonly options: ImportOptions,
  ) {
    this.claim = new ImportClaim(database);
  }

  /**
   * Throws CONFLICT where another import is under way, UNAVAILABLE where the database can't be reached or was made by a
   * later version, Overtaken.
   */
  async run(dataset: Dataset): Promise<ImportResult> {
    const { step } = this.options;
    step('Preparing the database');
    await makeConstraints(this.database);
    await this.database.execute(createGraph(SCHEMA_VERSION));
    const last = await this.claim.take();
    const stopRenewing = this.claim.renewed();
    try {
      return await this.write(dataset, last);
    } catch (error) {
      // Half an import stays marked as such, whoever left it; one that had not begun to write gives the graph back.
      if (!this.hasWritten) await this.claim.drop(false);
      throw error;
    } finally {
      stopRenewing();
    }
  }

  private hasWritten = false;
  private isIndexed = false;

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
    const { change, kept, redirects, replaced } = difference;
    const total = countRows(change) + redirects.removed.length;
    if (total === 0 && !largeWrite && isSameGraph(state, dataset, difference, rulesVersion)) {
      await this.claim.drop(true);
      await this.index();
      return { changed: false, revision: last, rows: 0 };
    }
    const surroundings = surroundingsOf(dataset);
    const revision = last + 1;
    // Rows are made fastest without indexes, but found only by them.
    if (last > 0 || findsRows(difference)) await this.index();
    const isThere = (sort: Sort, id: string) => replaced.get(sort)?.has(id) ?? false;
    const written = largeWrite ? largeWriteText(largeWrite) : null;
    await this.claim.alone((run) => run(markHalfWritten(this.options.work ?? 'import', written)));
    this.hasWritten = true;
    const nodes = new Map<string, string>();
    const plan = writePlan(change, revision, surroundings, isThere, nodes);
    // Reading all numbers pays where most entities are linked to.
    const findNodes = total < dataset.entities.length ? null : nodes;
    const digest = await this.writeAll(plan, total, kept, findNodes);
    await this.claim.alone(async (run) => {
      await run(removeRedirects(redirects.removed));
      await run(removeUnusedFacets());
    });
    await this.index();
    if (sizeOf(dataset) >= WORTH_PLANNING_ANEW) {
      for (const query of REFRESH_STATISTICS) await this.database.execute(query);
    }
    const at = largeWrite?.at ?? laterThan(state?.at ?? null, now());
    const made = { author, reason, key: null, touchedIds: [], summary: '', facts: null, audit: this.audit() };
    const { facts: _, audit, ...told } = largeWrite ?? made;
    const row: RevisionRow = { ...told, ...WHOLE, number: revision, at, mark: this.claim.token };
    const entry = auditRow(audit, { at, revision, touchedIds: told.touchedIds });
    const graph = {
      at,
      digest: digest.toString(),
      redirectDigest: redirects.digest,
      rulesVersion,
      schemaVersion: SCHEMA_VERSION,
      ...metaProperties(dataset.meta),
    };
    await this.claim.alone(async (run) => {
      await run(finishRevision(row, graph, entry));
      await announce(this.database, revision);
    });
    return { changed: true, revision, rows: total };
  }

  /** Of whoever may log in to the database, which every import needs. */
  private audit(): AuditNote {
    const { author, reason, work } = this.options;
    const edit = work === 'rederive' ? 'REDERIVE' : 'IMPORT';
    const origin = { caller: THIS_PROCESS, requestId: null };
    return { action: 'APPLIED', edit, origin, author, reason, proposal: null, proposedBy: null };
  }

  /**
   * In transactions of a few batches: while the database writes one, the next is made ready. A transaction that is tried
   * again sends the batches that it has taken. Resolves to the digest of what was kept and what was written.
   */
  private async writeAll(
    plan: readonly Stage[],
    total: number,
    kept: Digest,
    nodes: Map<string, string> | null,
  ): Promise<Digest> {
    let done = 0;
    let told = 0;
    let failed = false;
    const work = async (steps: Iterator<Step>, lane: Lane) => {
      for (let next = steps.next(); !next.done && !failed; next = steps.next()) {
        const taken = [next.value];
        await this.claim.beside(lane, async (run) => {
          const sent: Promise<unknown>[] = [];
          const send = ({ query }: Step) => {
            const answered = run(query);
            sent.push(answered);
            // It is waited for below; until then a failure is no unhandled one.
            answered.catch(() => {});
          };
          for (const step of taken) send(step);
          while (taken.length < BATCHES) {
            // Sent before the next one is made.
            await immediate();
            next = steps.next();
            if (next.done) break;
            taken.push(next.value);
            send(next.value);
          }
          await Promise.all(sent);
        });
        for (const { rows, hashes } of taken) {
          done += rows;
          for (const hash of hashes) kept.add(hash);
        }
        if (done - told < TOLD_EVERY) continue;
        told = done;
        this.options.step(`Writing: ${Math.min(done, total)} of ${total} rows`);
      }
    };
    let there: readonly Sort[] = [];
    for (const { steps, isParallel, written } of plan) {
      if (isParallel && nodes?.size === 0) await this.readNodes(nodes);
      // They are filled beside what is written next.
      if (!this.isIndexed && total >= WORTH_FILLING_BESIDE) {
        const items = there.flatMap((sort) => INDEXES_OF[sort]);
        await beginIndexes(this.database, items);
      }
      const iterator = steps[Symbol.iterator]();
      const lanes = isParallel ? LANES : LANES.slice(0, 1);
      const ended = await Promise.allSettled(
        lanes.map(async (lane) => {
          try {
            await work(iterator, lane);
          } catch (error) {
            // The others end after what they are writing.
            failed = true;
            throw error;
          }
        }),
      );
      for (const end of ended) if (end.status === 'rejected') throw end.reason;
      there = written;
    }
    return kept;
  }

  private async readNodes(nodes: Map<string, string>): Promise<void> {
    await this.database.stream(nodesQuery(), ANY_READER, () => (row) => {
      nodes.set(textIn(row, 'id') ?? '', textIn(row, 'node') ?? '');
    });
  }

  /** Makes the indexes that are not there yet, and waits until they are filled. */
  private async index(): Promise<void> {
    await fillIndexes(this.database, () => this.options.step('Building indexes'));
    this.isIndexed = true;
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

/** `difference` finds all rows as they should be. */
function isSameGraph(
  state: GraphState | null,
  { meta }: Dataset,
  { kept, redirects }: Difference,
  rulesVersion: string,
): boolean {
  if (state === null || state.revision === 0) return false;
  const { revision: _, ...described } = meta;
  const { revision: __, ...there } = state.meta ?? { revision: 0 };
  return (
    JSON.stringify(described) === JSON.stringify(there) &&
    !state.isMetaOther &&
    state.digest === kept.toString() &&
    (state.redirectDigest ?? redirects.digest) === redirects.digest &&
    state.rulesVersion === rulesVersion &&
    state.schemaVersion === SCHEMA_VERSION
  );
}

/** Lets what was started be sent. */
function immediate(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
