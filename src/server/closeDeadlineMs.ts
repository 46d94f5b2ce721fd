import { DEFAULT_LIMITS } from './limits/Limits.js';

/** For requests that wait for their turn, and to close threads and database when the last one has its answer. */
const REST_MS = 5_000;

/**
 * How long a server that was told to end may take, in milliseconds: every request that has wholly arrived gets its answer, or its
 * TIMEOUT, and the time to take it. What still runs then is given up. Whoever ends the process by force must wait as long.
 */
export function closeDeadlineMs(requestTimeoutMs: number, sendTimeoutMs = DEFAULT_LIMITS.sendTimeoutMs): number {
  return requestTimeoutMs + sendTimeoutMs + REST_MS;
}
