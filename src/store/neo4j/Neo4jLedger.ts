import type { AuditNote } from '../../model/audit.js';
import type { Change, Revision, RevisionNote } from '../../model/change.js';
import type { DatasetIndex } from '../../model/DatasetIndex.js';
import { GraphError } from '../../model/errors.js';
import { type EntityId, toId } from '../../model/ids.js';
import type { Instant } from '../../model/time.js';
import type { CommitOptions, Committed, Decision, GraphLedger, WriteOptions } from '../GraphLedger.js';
import { auditRow } from './auditRows.js';
import { closeProposal, proposalById } from './cypher/reviews.js';
import { finishRevision, lockGraph, type RevisionRow, revisionByKey, revisionByMark } from './cypher/revisions.js';
import { SORTS, type Sort } from './cypher/writes.js';
import type { Database } from './Database.js';
import { PerhapsWritten } from './databaseErrors.js';
import { Digest } from './digest.js';
import type { Follower, Run } from './Follower.js';
import { revisionIn } from './followedRows.js';
import { metaProperties, readGraphState, refuseWrites, stateIn } from './graphState.js';
import { laterThan } from './laterThan.js';
import { decisionOf, found, openOnly } from './Neo4jReviews.js';
import { redirectDigest } from './redirectDigest.js';
import { rowHash, type Surroundings } from './rowProperties.js';
import { announce } from './settledRevision.js';
import { writePlan } from './writePlan.js';

export interface LedgerParts {
  readonly database: Database;
  /** Of all sorts of row. */
  readonly follower: Follower;
  /** Of the rules by which this program derives. */
  readonly rulesVersion: string;
  readonly now: () => Date;
  /** Awaited after a write is committed and before it is acknowledged, so that this process reads it from then on. */
  readonly committed: (revision: number) => Promise<void>;
}

/** By which a call finds the revision that it made, among those after `since`. */
interface Mark {
  readonly name: string;
  readonly since: number;
}

interface Outcome {
  readonly revision: Revision;
  readonly repeated: boolean;
  readonly after: DatasetIndex | null;
}

/** Writes revisions to Neo4j: the lock first, then what is decided, all in one transaction. */
export class Neo4jLedger implements GraphLedger {
  constructor(private readonly parts: LedgerParts) {}

  async commit(
    note: RevisionNote,
    decide: (current: DatasetIndex, at: Instant) => Decision,
    { signal, audit }: WriteOptions,
  ): Promise<Committed> {
    // Read before the lock is taken, so that others wait only for what has come since.
    const { meta } = await this.parts.follower.advance(signal);
    // Where the connection breaks while it is committed, nobody knows whether it was: the next try looks for its mark, among
    // all that came since the first, for what is held may hold the lost one by then.
    const mark = { name: crypto.randomUUID(), since: meta.revision };
    let tries = 0;
    const attempt = (run: Run) => {
      tries++;
      return this.attempt(run, note, { mark, isFirst: tries === 1, audit }, decide);
    };
    const { result, bookmark } = await this.parts.database.write(attempt, signal).catch((error: unknown) => {
      throw error instanceof PerhapsWritten ? perhapsWritten(error, note) : error;
    });
    if (result.after) this.parts.follower.take(result.after, result.revision.at);
    if (!result.repeated) await this.parts.committed(result.revision.number);
    return { revision: result.revision, repeated: result.repeated, bookmark };
  }

  async rehearse(
    decide: (current: DatasetIndex, at: Instant) => Decision,
    { signal }: CommitOptions,
  ): Promise<Decision> {
    const current = await this.parts.follower.advance(signal);
    const state = await readGraphState(this.parts.database, { signal, bookmarks: [] });
    if (state !== null) refuseWrites(state, this.parts.rulesVersion);
    return decide(current, laterThan(state?.at ?? null, this.parts.now()));
  }

  private async attempt(
    run: Run,
    note: RevisionNote,
    { mark, isFirst, audit }: { readonly mark: Mark; readonly isFirst: boolean; readonly audit: AuditNote },
    decide: (current: DatasetIndex, at: Instant) => Decision,
  ): Promise<Outcome> {
    const [row] = await run(lockGraph());
    const state = row === undefined ? null : stateIn(row);
    const made = isFirst ? undefined : (await run(revisionByMark(mark.name, mark.since)))[0];
    if (made !== undefined) return { revision: asRevision(revisionIn(made)), repeated: false, after: null };
    const earlier = note.key === null ? undefined : (await run(revisionByKey(note.key)))[0];
    if (earlier !== undefined) return { revision: asRevision(revisionIn(earlier)), repeated: true, after: null };
    if (state === null)
      throw new GraphError('UNAVAILABLE', 'The graph database holds no graph yet. Fill it with aigraph import.');
    refuseWrites(state, this.parts.rulesVersion);
    const approved = audit.action === 'APPROVED' ? audit.proposal : null;
    if (approved !== null) openOnly(await found(run, proposalById(approved)), approved);
    const current = await this.parts.follower.within(run, state);
    const at = laterThan(state.at, this.parts.now());
    const { change, touchedIds, summary } = decide(current, at);
    const number = state.revision + 1;
    const after = current.next(change, number);
    const isThere = (sort: Sort, id: string) => current[sort].has(id);
    for (const { steps } of writePlan(change, number, surroundingsOf(after), isThere)) {
      for (const { query } of steps) await run(query);
    }
    const revision: RevisionRow = {
      number,
      at,
      ...note,
      mark: mark.name,
      touchedIds,
      summary,
      whole: false,
      removedEntities: change.entities.removed,
      removedStatements: change.statements.removed,
      removedEdges: change.edges.removed,
      removedEvents: change.events.removed,
    };
    const graph = {
      at,
      digest: digestAfter(state.digest, current, change, after),
      redirectDigest: redirectDigest(after.redirects),
      ...(change.meta && metaProperties(change.meta)),
    };
    await run(finishRevision(revision, graph, auditRow(audit, { at, touchedIds, revision: number })));
    if (approved !== null) {
      await run(closeProposal(approved, { status: 'APPROVED', revision: number, ...decisionOf(audit, at) }));
    }
    await announce(this.parts.database, number);
    return { revision: { ...note, number, at, touchedIds, summary }, repeated: false, after };
  }
}

/** With what is safe to do next. */
function perhapsWritten({ kind, message }: PerhapsWritten, { key }: RevisionNote): GraphError {
  const next =
    key === null
      ? 'look before you write it again, and give writes an idempotency key'
      : `write it again with the same idempotency key ${JSON.stringify(key)}, which never writes it twice`;
  return new GraphError(kind, `${message} It may have been written: ${next}.`);
}

function surroundingsOf(after: DatasetIndex): Surroundings {
  return {
    canonical: (id) => after.canonical(id),
    isConfirmed: (id) => after.statements.get(id)?.confidence === 'confirmed',
  };
}

function digestAfter(before: string, current: DatasetIndex, change: Change, after: DatasetIndex): string {
  const digest = new Digest(before);
  const [old, now] = [surroundingsOf(current), surroundingsOf(after)];
  for (const sort of SORTS) {
    const put = change[sort].put;
    const gone = new Set([...change[sort].removed, ...put.map(({ id }) => id)]);
    for (const id of gone) {
      const row = current[sort].get(id);
      if (row) digest.subtract(rowHash(row, old));
    }
    for (const row of put) digest.add(rowHash(row, now));
  }
  return digest.toString();
}

/** A revision as it was kept. */
export function asRevision(row: Partial<RevisionRow>): Revision {
  const touchedIds: readonly EntityId[] = (row.touchedIds ?? []).map(toId);
  const { number = 0, at = '', author = '', reason = '', key = null, summary = '' } = row;
  return { number, at, author, reason, key, touchedIds, summary };
}
