import type { FastifyBaseLogger } from 'fastify';
import { queryShape } from './queryShape.js';
import type { RequestNote } from './RequestNote.js';

/** In an overload everything is slow: to say so of each request would be more work for nothing. */
const SLOW_LINES_A_SECOND = 10;

/** Whether one more slow query may be told. */
export function tellSomeSlow(now: () => number = () => performance.now()): () => boolean {
  let second = Number.NEGATIVE_INFINITY;
  let told = 0;
  return () => {
    if (now() - second >= 1_000) [second, told] = [now(), 0];
    return ++told <= SLOW_LINES_A_SECOND;
  };
}

/** One line for a request, at `info`; one more at `warn` with the shape of what took `slowQueryMs` or longer (0: never). `tellSlow`: see {@link tellSomeSlow}. */
export function logRequest(
  logger: FastifyBaseLogger,
  note: RequestNote,
  how: { status: number; durationMs: number; slowQueryMs: number; tellSlow: () => boolean },
): void {
  const { status, durationMs, slowQueryMs, tellSlow } = how;
  const { id: requestId, document, traceId, ...what } = note;
  const ms = Math.round(durationMs * 10) / 10;
  const line = { requestId, ...what, status, durationMs: ms, ...(traceId === null ? {} : { traceId }) };
  logger.info(line, 'request');
  if (slowQueryMs === 0 || durationMs < slowQueryMs || !tellSlow()) return;
  logger.warn({ ...line, shape: document === null ? null : queryShape(document) }, 'slow query');
}
