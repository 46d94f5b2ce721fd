import fc from 'fast-check';
import { expect, it } from 'vitest';
import { GraphError } from '../../src/model/errors.js';
import type { GraphStore } from '../../src/store/GraphStore.js';
import { MemoryStore } from '../../src/store/memory/MemoryStore.js';
import { packDataset } from '../../src/store/memory/packed/GraphPacker.js';
import { PackedStore } from '../../src/store/memory/packed/PackedStore.js';
import { randomCalls } from '../neo4j/randomCalls.js';
import { randomGraph } from '../neo4j/randomGraph.js';

const GRAPHS = 60;
const CALLS = 60;

const cases = randomGraph.chain((graph) =>
  fc.record({
    graph: fc.constant(graph),
    calls: fc.array(randomCalls(graph), { minLength: CALLS, maxLength: CALLS }),
  }),
);

it(`answers ${GRAPHS * CALLS} random calls as the store of objects does`, async () => {
  const property = fc.asyncProperty(cases, async ({ graph, calls }) => {
    const expected = new MemoryStore(graph);
    const packed = new PackedStore(packDataset(graph));
    for (const { text, ask } of calls) expect(await outcome(packed, ask), text).toEqual(await outcome(expected, ask));
  });
  await fc.assert(property, { numRuns: GRAPHS });
});

/** What the call answers, or what it says is wrong with its arguments. The topology is compared by its data. */
async function outcome(store: GraphStore, ask: (store: GraphStore) => Promise<unknown>): Promise<unknown> {
  try {
    return { answer: await ask(store) };
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    return { kind: error.kind, message: error.message };
  }
}
