import { parentPort } from 'node:worker_threads';
import { buffersOf, traverse } from '../analysis/traverse.js';
import { ArrayGraph } from '../store/ArrayTopology.js';
import type { Job, Reply } from './Job.js';

/** The program of a thread: one traversal after the other, whose answer is handed over without a copy. */
parentPort?.on('message', ({ graph, traversal, budget }: Job) => {
  try {
    const found = traverse(new ArrayGraph(graph), traversal, budget);
    parentPort?.postMessage({ found } satisfies Reply, buffersOf(found));
  } catch (error) {
    const failed = error instanceof Error ? (error.stack ?? error.message) : String(error);
    parentPort?.postMessage({ failed } satisfies Reply);
  }
});
