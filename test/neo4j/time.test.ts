import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { deriveDataset } from '../../src/derive/deriveDataset.js';
import { factsOf } from '../../src/derive/factsOf.js';
import type { Dataset, Facts } from '../../src/model/dataset.js';
import { DEPENDENCY_KINDS } from '../../src/model/edge.js';
import { GraphError } from '../../src/model/errors.js';
import { type EntityId, kindOf } from '../../src/model/ids.js';
import { ShardedMap } from '../../src/model/ShardedMap.js';
import { Editor } from '../../src/seeding/Editor.js';
import { buildTopology } from '../../src/store/buildTopology.js';
import type { Edit, GraphEditor } from '../../src/store/GraphEditor.js';
import { type GraphStore, LAST_DAY } from '../../src/store/GraphStore.js';
import { MemoryLedger } from '../../src/store/memory/MemoryLedger.js';
import { MemoryStore } from '../../src/store/memory/MemoryStore.js';
import { Coalescer } from '../../src/store/neo4j/Coalescer.js';
import { ANY_READER } from '../../src/store/neo4j/Database.js';
import { Follower } from '../../src/store/neo4j/Follower.js';
import { Neo4jLedger } from '../../src/store/neo4j/Neo4jLedger.js';
import { Neo4jStore } from '../../src/store/neo4j/Neo4jStore.js';
import { RecordCache } from '../../src/store/neo4j/RecordCache.js';
import { followRedirects, Snapshot } from '../../src/store/neo4j/Snapshot.js';
import { inOneOrder } from '../support/randomDataset.js';
import { firstFacts, randomWrites, type Write } from '../support/randomWrites.js';
import { openDatabase, RULES_VERSION } from './database.js';

const SEED = Number(process.env.SEED ?? Date.now() % 1_000_000);
const RUNS = 12;
const STARTED = Date.parse('2026-11-01T00:00:00Z');
const OPTIONS = { author: 'ada', reason: 'random', key: null, dryRun: false, signal: null };

const { database, write } = openDatabase();
afterAll(() => database.close());

describe(`random writes (SEED=${SEED})`, () => {
  it('leave the same graph as in memory, and every earlier time answers what was known then', async () => {
    let written = 0;
    const ran = fc.asyncProperty(randomWrites, async ({ first, writes }) => {
      const dataset = deriveDataset(wholeFacts(firstFacts(first)));
      await write(dataset);
      let time = STARTED;
      const memory = new MemoryLedger(dataset, () => time);
      const follower = new Follower(database);
      const other = new Follower(database);
      const ledger = new Neo4jLedger({
        database,
        follower,
        rulesVersion: RULES_VERSION,
        now: () => new Date(time),
        committed: async () => {},
      });
      const known = new Map<number, Dataset>();
      await other.advance();
      // One by one: of several claims in one write, a single bad one has all refused.
      for (const step of writes.flatMap((one) => stepsOf(one, dataset))) {
        // The import was made by this machine's clock.
        time = Math.max(time, Date.now()) + 1_000;
        const inMemory = await outcome(() => step(new Editor(memory)));
        const inNeo4j = await outcome(() => step(new Editor(ledger)));
        expect(inNeo4j).toEqual(inMemory);
        if (typeof inMemory !== 'string') written++;
        const held = (await follower.advance()).rows();
        expect(inOneOrder(held)).toEqual(inOneOrder(memory.current));
        expect(inOneOrder((await other.advance()).rows())).toEqual(inOneOrder(held));
        known.set(time, held);
      }
      const { meta, edges, redirects } = (await other.advance()).rows();
      const store = new Neo4jStore({
        database,
        coalescer: new Coalescer(),
        reader: ANY_READER,
        snapshot: new Snapshot({
          meta,
          topology: buildTopology(edges),
          names: ShardedMap.from([]),
          records: new RecordCache(),
          canonical: followRedirects(redirects),
        }),
      });
      for (const [at] of known) {
        const knownAt = new Date(at).toISOString();
        const then = new MemoryStore(deriveDataset(knownThen(memory.current, at)));
        expect(await answers(store, memory.current, knownAt)).toEqual(await answers(then, memory.current, knownAt));
      }
    });
    await fc.assert(ran, { seed: SEED, numRuns: RUNS, endOnFailure: true });
    console.log(`SEED=${SEED}: ${written} writes in ${RUNS} graphs`);
    expect(written).toBeGreaterThan(RUNS);
  });
});

/** Without claims on what is not there, which an import refuses. */
function wholeFacts(facts: Facts): Facts {
  const ids = new Set<EntityId | null>([null, ...facts.entities.map(({ id }) => id)]);
  const statements = facts.statements.filter((s) => [s.subject, s.object, ...s.sources].every((id) => ids.has(id)));
  return { ...facts, statements };
}

/** The facts of a graph that were recorded by a time, those that were retracted later as they stood then. */
function knownThen(dataset: Dataset, atMs: number): Facts {
  const facts = factsOf(dataset);
  const isBy = (instant: string | null) => instant !== null && Date.parse(instant) <= atMs;
  return {
    ...facts,
    statements: facts.statements
      .filter(({ recordedAt }) => isBy(recordedAt))
      .map((s) => ({ ...s, retractedAt: isBy(s.retractedAt) ? s.retractedAt : null })),
  };
}

async function answers(store: GraphStore, { entities }: Dataset, knownAt: string): Promise<unknown> {
  const ids = entities.map(({ id }) => id).filter((id) => kindOf(id) !== 'source');
  const at = { asOf: LAST_DAY, knownAt, minConfidence: 'recalled' } as const;
  const query = { kinds: DEPENDENCY_KINDS, prospective: true };
  const [out, into, statements, events] = await Promise.all([
    store.edgesOf(ids, { ...query, direction: 'out' }, at, 100),
    store.edgesOf(ids, { ...query, direction: 'in' }, at, 100),
    store.statementsBySubject(ids, null, at),
    store.events(
      ids.map((id) => [id]),
      { from: null, to: null },
      at,
      { first: 100 },
    ),
  ]);
  const edges = (lists: typeof out) => lists.map((list) => list.map(({ id: _, knownTo: __, ...edge }) => edge));
  return {
    out: edges(out),
    into: edges(into),
    // What is best and disputed is said for now, and so is the end of what was retracted later.
    statements: statements.map((list) => list.map(({ id }) => id)),
    events: events.map(({ items }) => items.map(({ id: _, knownTo: __, ...event }) => event)),
  };
}

/** What a write answered, or why it was refused; the time of a revision is compared, too. */
async function outcome(run: () => Promise<Edit>): Promise<unknown> {
  try {
    return { ...(await run()), bookmark: null };
  } catch (error) {
    if (error instanceof GraphError) return `${error.kind}: ${error.message}`;
    throw error;
  }
}

type Step = (editor: GraphEditor) => Promise<Edit>;

/** A random write as people would make it; numbers choose among what was there first. */
function stepsOf(write: Write, { statements, entities }: Dataset): readonly Step[] {
  switch (write.kind) {
    case 'record': {
      const ids = write.withdrawn.flatMap((n) => statements[n % Math.max(1, statements.length)]?.id ?? []);
      return [
        ...write.claims.map(
          ({ content, ...claim }): Step =>
            (editor) =>
              editor.recordStatements([{ ...content, ...claim }], null, OPTIONS),
        ),
        ...ids.map(
          (id): Step =>
            (editor) =>
              editor.retractStatements([id], OPTIONS),
        ),
      ];
    }
    case 'upsert': {
      const sources: EntityId[] = ['source:s1'];
      const publication = kindOf(write.id) === 'source' ? { publisher: 'Press', published: write.published } : null;
      const draft = { id: write.id, name: write.name ?? 'Named', aliases: ['Other'], sources, publication };
      return [(editor) => editor.upsertEntities([draft], OPTIONS)];
    }
    case 'merge': {
      const from = entities[write.from % entities.length];
      const into = entities.filter(({ id, kind }) => kind === from?.kind && id !== from.id)[write.into % 2];
      return from && into ? [(editor) => editor.mergeEntities(from.id, into.id, OPTIONS)] : [];
    }
    case 'move':
      return [(editor) => editor.recordStatements([], write.dataThrough, OPTIONS)];
  }
}
