import { availableParallelism } from 'node:os';
import { ThreadPool } from './ThreadPool.js';

const MOST_THREADS = 4;
/** At two seconds each, who comes last waits as long as a request may take. */
const WAITING_EACH = 16;

/** The server's threads: one fewer than the machine can run at once, 1 to 4. They are started when they are needed. */
export function openThreads(report: (error: unknown) => void): ThreadPool {
  const threads = Math.min(MOST_THREADS, Math.max(1, availableParallelism() - 1));
  return new ThreadPool({ threads, queue: WAITING_EACH * threads, report });
}
