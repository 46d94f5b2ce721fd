import { changeFacts } from '../derive/changeFacts.js';
import { deriveDataset } from '../derive/deriveDataset.js';
import { RULES_VERSION } from '../derive/rules.js';
import type { RevisionNote } from '../model/change.js';
import type { DatasetIndex } from '../model/DatasetIndex.js';
import type { Instant } from '../model/time.js';
import { Rows } from '../seeding/importExport.js';
import type { CommitOptions, Committed, Decision, GraphLedger, WriteOptions } from '../store/GraphLedger.js';
import { revisionByKey } from '../store/neo4j/cypher/revisions.js';
import type { Database } from '../store/neo4j/Database.js';
import { Follower } from '../store/neo4j/Follower.js';
import { revisionIn } from '../store/neo4j/followedRows.js';
import { readGraphState, refuseWrites, servable } from '../store/neo4j/graphState.js';
import { Importer, type ImportResult, Overtaken } from '../store/neo4j/Importer.js';
import type { LargeWrite } from '../store/neo4j/LargeWrite.js';
import { laterThan } from '../store/neo4j/laterThan.js';
import { asRevision } from '../store/neo4j/Neo4jLedger.js';
import { readFactRows } from '../store/neo4j/readFactRows.js';
import { againWhereOvertaken } from './againWhereOvertaken.js';

type Step = (what: string) => void;

/**
 * Makes revisions of any size: decided like any other, then all is derived again and the difference written like an import,
 * in many transactions. While it is written nobody else writes, and readers see the revision before. Killed, it is finished
 * by {@link finishWrite}. A write takes as long as an import.
 */
export class WholeLedger implements GraphLedger {
  constructor(
    private readonly database: Database,
    private readonly step: Step,
  ) {}

  commit(
    note: RevisionNote,
    decide: (current: DatasetIndex, at: Instant) => Decision,
    { signal, audit }: WriteOptions,
  ): Promise<Committed> {
    return againWhereOvertaken(async () => {
      await finishWrite(this.database, this.step);
      const earlier = note.key === null ? undefined : (await this.database.read(revisionByKey(note.key)))[0];
      if (earlier !== undefined) return { revision: asRevision(revisionIn(earlier)), repeated: true, bookmark: null };
      const { decision, at, revision: madeOf } = await this.decided(decide, signal);
      const { facts, touchedIds, summary } = decision;
      const write = { ...note, at, facts, touchedIds, summary, audit };
      const { revision: number } = await writeAll(this.database, write, madeOf, this.step);
      return { revision: { ...note, number, at, touchedIds, summary }, repeated: false, bookmark: null };
    });
  }

  async rehearse(
    decide: (current: DatasetIndex, at: Instant) => Decision,
    { signal }: CommitOptions,
  ): Promise<Decision> {
    return (await this.decided(decide, signal)).decision;
  }

  private async decided(decide: (current: DatasetIndex, at: Instant) => Decision, signal: AbortSignal | null) {
    this.step('Reading the graph from the database');
    const state = servable(await readGraphState(this.database));
    refuseWrites(state, RULES_VERSION);
    const current = await new Follower(this.database).advance(signal);
    if (current.meta.revision !== state.revision) throw new Overtaken();
    this.step('Checking the write');
    const at = laterThan(state.at, new Date());
    return { decision: decide(current, at), at, revision: state.revision };
  }
}

/**
 * Finishes a large write that was killed; waits for one that is under way. Resolves to its revision, null where there is none.
 * Throws CONFLICT, UNAVAILABLE, Overtaken.
 */
export async function finishWrite(database: Database, step: Step): Promise<number | null> {
  const state = await readGraphState(database);
  if (!state?.largeWrite) return null;
  return (await writeAll(database, state.largeWrite, state.revision, step)).revision;
}

/** Throws Overtaken where the graph is not of revision `madeOf` any more. */
async function writeAll(database: Database, write: LargeWrite, madeOf: number, step: Step): Promise<ImportResult> {
  step('Reading the facts from the database');
  const rows = new Rows('the graph');
  if ((await readFactRows(database, rows)) !== madeOf) throw new Overtaken();
  const facts = rows.facts();
  step('Deriving dependencies');
  const there = new Set(facts.statements.map(({ id }) => id));
  const added = write.facts.added.filter(({ id }) => !there.has(id));
  const dataset = deriveDataset(changeFacts(facts, { ...write.facts, added }, write.at));
  const { author, reason } = write;
  const options = { author, reason, rulesVersion: RULES_VERSION, step, now: () => new Date(), madeOf };
  return new Importer(database, { ...options, work: 'write', largeWrite: write }).run(dataset);
}
