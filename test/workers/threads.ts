import { onTestFinished } from 'vitest';
import { DEPENDENCY_KINDS } from '../../src/model/edge.js';
import type { ViewRequest } from '../../src/store/Topology.js';
import { type PoolOptions, ThreadPool } from '../../src/workers/ThreadPool.js';

/** Compiled before the tests, because threads run what is compiled. */
const PROGRAM = new URL('../../dist/workers/thread.js', import.meta.url);

/** Ends when it is asked for paths, answers nothing else. */
export const MORTAL = program(`
  import { parentPort } from 'node:worker_threads';
  parentPort.on('message', ({ traversal }) => {
    if (traversal.what === 'PATHS') process.exit(7);
    const chokepoints = { ranked: [], truncated: false, tried: 0, candidates: 0 };
    parentPort.postMessage({ found: { what: 'CHOKEPOINTS', truncated: false, chokepoints } });
  });
`);

/** Never comes to an end with paths, nor listens while it works on them; answers all else. */
export const STUBBORN = program(`
  import { parentPort } from 'node:worker_threads';
  parentPort.on('message', ({ traversal }) => {
    while (traversal.what === 'PATHS');
    const chokepoints = { ranked: [], truncated: false, tried: 0, candidates: 0 };
    parentPort.postMessage({ found: { what: 'CHOKEPOINTS', truncated: false, chokepoints } });
  });
`);

/** Answers never. */
export const SILENT = program(`
  import { parentPort } from 'node:worker_threads';
  parentPort.on('message', () => {});
`);

export const VIEW: ViewRequest = {
  kinds: DEPENDENCY_KINDS,
  asOf: '2026-09-30',
  knownAt: '2026-10-01T00:00:00Z',
  minConfidence: 'recalled',
  prospective: false,
  cloudOperators: true,
};

/** A pool that is closed with the test, and what it reported. */
export function poolOf(options: Partial<PoolOptions> = {}): {
  readonly pool: ThreadPool;
  readonly reported: unknown[];
} {
  const reported: unknown[] = [];
  const report = (error: unknown) => void reported.push(error);
  const pool = new ThreadPool({ threads: 1, queue: 1, report, program: PROGRAM, ...options });
  onTestFinished(() => pool.close());
  return { pool, reported };
}

function program(source: string): URL {
  return new URL(`data:text/javascript,${encodeURIComponent(source)}`);
}
