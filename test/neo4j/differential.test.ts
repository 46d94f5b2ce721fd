import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { GraphError } from '../../src/model/errors.js';
import type { GraphStore } from '../../src/store/GraphStore.js';
import { MemoryStore } from '../../src/store/memory/MemoryStore.js';
import { Importer } from '../../src/store/neo4j/Importer.js';
import { IMPORT, openDatabase, openReads, wipe } from './database.js';
import { randomCalls } from './randomCalls.js';
import { randomGraph } from './randomGraph.js';

const GRAPHS = 25;
const CALLS = 40;

/** `SEED=… npm test -- differential` makes the same cases again; with `SHRINK=1` also looks for the smallest that fails, for long. */
const { SEED, SHRINK } = process.env;
const seed = SEED === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(SEED);
const shrinks = SHRINK === '1';

const { database } = openDatabase();
afterAll(() => database.close());

const cases = randomGraph.chain((graph) =>
  fc.record({
    graph: fc.constant(graph),
    calls: fc.array(randomCalls(graph), { minLength: CALLS, maxLength: CALLS }),
  }),
);

it(`answers ${GRAPHS * CALLS} random calls as the embedded store does, by records and by projection`, {
  timeout: shrinks ? 3_600_000 : 180_000,
}, async () => {
  console.log(`Differential test: SEED=${seed}`);
  let answered = 0;
  let found = 0;
  const property = fc.asyncProperty(cases, async ({ graph, calls }) => {
    await wipe(database);
    const { revision } = await new Importer(database, IMPORT).run(graph);
    const expected = new MemoryStore({ ...graph, meta: { ...graph.meta, revision } });
    const records = await open('database');
    const projection = await open('projection');
    for (const { text, ask } of calls) {
      const answer = await outcome(expected, ask);
      expect(await outcome(records, ask), `records: ${text}`).toEqual(answer);
      expect(await outcome(projection, ask), `projection: ${text}`).toEqual(answer);
      answered++;
      if (saysSomething(answer)) found++;
    }
  });
  await fc.assert(property, { seed, numRuns: GRAPHS, endOnFailure: !shrinks });
  console.log(`${answered} calls, of which ${found} found something`);
  expect(answered).toBeGreaterThanOrEqual(500);
  expect(found).toBeGreaterThan(answered / 3);
});

/** What the call answers, or what it says is wrong with its arguments. */
async function outcome(store: GraphStore, ask: (store: GraphStore) => Promise<unknown>): Promise<unknown> {
  try {
    return { answer: await ask(store) };
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    return { kind: error.kind, message: error.message };
  }
}

/** Whether there is more in an answer than nulls, empty lists and zeros. */
function saysSomething(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(saysSomething);
  if (typeof value !== 'object' || value === null) return typeof value === 'number' && value > 0;
  if ('answer' in value) return saysSomething(value.answer);
  return 'items' in value ? saysSomething(value.items) : true;
}

/** The graph as it is now, read in one way. */
async function open(reads: 'database' | 'projection'): Promise<GraphStore> {
  const { source } = await openReads(database, reads);
  const { store } = await source.pin({ signal: null, bookmarks: [], revisionAtLeast: null, waitMs: 1_000 });
  await source.close();
  return store;
}
