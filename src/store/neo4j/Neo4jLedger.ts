import { applyChange } from '../../model/applyChange.js';
import type { Change, Revision, RevisionNote } from '../../model/change.js';
import type { Dataset } from '../../model/dataset.js';
import { GraphError } from '../../model/errors.js';
import { type EntityId, toId } from '../../model/ids.js';
import type { Instant } from '../../model/time.js';
import type { CommitOptions, Committed, Decision, GraphLedger } from '../GraphLedger.js';
import { finishRevision, lockGraph, type RevisionRow, revisionByKey, revisionByMark } from './cypher/revisions.js';
import { SORTS, type Sort } from './cypher/writes.js';
import type { Database } from './Database.js';
import { Digest } from './digest.js';
import { type Follower, type Run, revisionIn } from './Follower.js';
import { type GraphState, readGraphState, stateIn } from './graphState.js';
import { laterThan } from './laterThan.js';
import { rowHash, surroundingsOf, writePlan } from './writePlan.js';

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
  readonly after: Dataset | null;
}

/** Writes revisions to Neo4j: the lock first, then what is decided, all in one transaction. */
export class Neo4jLedger implements GraphLedger {
  constructor(private readonly parts: LedgerParts) {}

  async commit(
    note: RevisionNote,
    decide: (current: Dataset, at: Instant) => Decision,
    { signal }: CommitOptions,
  ): Promise<Committed> {
    // Read before the lock is taken, so that others wait only for what has come since.
    const { meta } = await this.parts.follower.advance({ signal, bookmarks: [] });
    // Where the connection breaks while it is committed, nobody knows whether it was: the next try looks for its mark, among
    // all that came since the first, for what is held may hold the lost one by then.
    const mark = { name: crypto.randomUUID(), since: meta.revision };
    let tries = 0;
    const { result, bookmark } = await this.parts.database.write((run) => {
      tries++;
      return this.attempt(run, note, { mark, isFirst: tries === 1 }, decide);
    }, signal);
    if (result.after) this.parts.follower.take(result.after, result.revision.at);
    if (!result.repeated) await this.parts.committed(result.revision.number);
    return { revision: result.revision, repeated: result.repeated, bookmark };
  }

  async rehearse(decide: (current: Dataset, at: Instant) => Decision, { signal }: CommitOptions): Promise<Decision> {
    const reader = { signal, bookmarks: [] };
    const state = await readGraphState(this.parts.database, reader);
    if (state !== null) this.refuse(state);
    return decide(await this.parts.follower.advance(reader), laterThan(state?.at ?? null, this.parts.now()));
  }

  private async attempt(
    run: Run,
    note: RevisionNote,
    { mark, isFirst }: { readonly mark: Mark; readonly isFirst: boolean },
    decide: (current: Dataset, at: Instant) => Decision,
  ): Promise<Outcome> {
    const [row] = await run(lockGraph());
    const state = row === undefined ? null : stateIn(row);
    const made = isFirst ? undefined : (await run(revisionByMark(mark.name, mark.since)))[0];
    if (made !== undefined) return { revision: asRevision(revisionIn(made)), repeated: false, after: null };
    const earlier = note.key === null ? undefined : (await run(revisionByKey(note.key)))[0];
    if (earlier !== undefined) return { revision: asRevision(revisionIn(earlier)), repeated: true, after: null };
    if (state === null)
      throw new GraphError('UNAVAILABLE', 'The graph database holds no graph yet. Fill it with aigraph import.');
    this.refuse(state);
    const current = await this.parts.follower.within(run, state);
    const at = laterThan(state.at, this.parts.now());
    const { change, touchedIds, summary } = decide(current, at);
    const number = state.revision + 1;
    const after = applyChange(current, change, number);
    const there = new Map(SORTS.map((sort) => [sort, idsThere(current[sort], change[sort].put)]));
    const isThere = (sort: Sort, id: string) => there.get(sort)?.has(id) ?? false;
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
    const digest = digestAfter(state.digest, current, change);
    await run(finishRevision(revision, { at, digest, ...(change.meta && { meta: JSON.stringify(change.meta) }) }));
    return { revision: { ...note, number, at, touchedIds, summary }, repeated: false, after };
  }

  private refuse({ importToken, halfWrittenBy, rulesVersion }: GraphState): void {
    if (importToken !== null || halfWrittenBy !== null)
      throw new GraphError('CONFLICT', 'The graph is being imported. Write again when that is done.');
    if (rulesVersion === this.parts.rulesVersion) return;
    const message = `The graph was derived by version ${rulesVersion} of the rules, and this program has version ${this.parts.rulesVersion}. Run aigraph rederive, then write again.`;
    throw new GraphError('CONFLICT', message);
  }
}

/** Which of the rows that are put are there already. */
function idsThere(
  rows: readonly { readonly id: string }[],
  put: readonly { readonly id: string }[],
): ReadonlySet<string> {
  const wanted = new Set(put.map(({ id }) => id));
  return new Set(rows.flatMap(({ id }) => (wanted.has(id) ? [id] : [])));
}

function digestAfter(before: string, current: Dataset, change: Change): string {
  const digest = new Digest(before);
  for (const sort of SORTS) {
    const put = change[sort].put;
    const gone = new Set([...change[sort].removed, ...put.map(({ id }) => id)]);
    for (const row of current[sort]) if (gone.has(row.id)) digest.subtract(rowHash(row));
    for (const row of put) digest.add(rowHash(row));
  }
  return digest.toString();
}

/** A revision as it was kept. */
export function asRevision(row: Partial<RevisionRow>): Revision {
  const touchedIds: readonly EntityId[] = (row.touchedIds ?? []).map(toId);
  const { number = 0, at = '', author = '', reason = '', key = null, summary = '' } = row;
  return { number, at, author, reason, key, touchedIds, summary };
}
