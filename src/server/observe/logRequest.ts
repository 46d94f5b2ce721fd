import type { FastifyBaseLogger } from 'fastify';
import { queryShape } from './queryShape.js';
import type { RequestNote } from './RequestNote.js';

/** One line for a request, at `info`; one more at `warn` with the shape of what took `slowQueryMs` or longer (0: never). */
export function logRequest(
  logger: FastifyBaseLogger,
  note: RequestNote,
  { status, durationMs, slowQueryMs }: { status: number; durationMs: number; slowQueryMs: number },
): void {
  const { id: requestId, document, traceId, ...what } = note;
  const ms = Math.round(durationMs * 10) / 10;
  const line = { requestId, ...what, status, durationMs: ms, ...(traceId === null ? {} : { traceId }) };
  logger.info(line, 'request');
  if (slowQueryMs === 0 || durationMs < slowQueryMs) return;
  logger.warn({ ...line, shape: document === null ? null : queryShape(document) }, 'slow query');
}
