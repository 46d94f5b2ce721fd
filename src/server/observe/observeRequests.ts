import type { FastifyInstance, FastifyRequest } from 'fastify';
import { onOver } from '../onOver.js';
import { logRequest, tellSomeSlow } from './logRequest.js';
import type { RequestMetrics } from './RequestMetrics.js';
import { RequestNote } from './RequestNote.js';
import { REQUEST_ID_HEADER } from './readRequestId.js';

/** A client that hangs up before it has the whole reply: no code of ours has reached it. */
const HUNG_UP = 'HUNG_UP';
const HUNG_UP_STATUS = 499;

export interface Observing {
  /** Null where nobody counts. */
  readonly metrics: RequestMetrics | null;
  /** From so many milliseconds on a query is logged with its shape; 0 is never. */
  readonly slowQueryMs: number;
}

const notes = new WeakMap<FastifyRequest, RequestNote>();

/** What is noted of a request that {@link observeRequests} has seen arrive. */
export function noteOf(request: FastifyRequest): RequestNote {
  const note = notes.get(request) ?? new RequestNote(request.id);
  notes.set(request, note);
  return note;
}

/** Names each request in its reply, and counts and logs the ones at `path` when they are over. */
export function observeRequests(app: FastifyInstance, path: string, { metrics, slowQueryMs }: Observing): void {
  const tellSlow = tellSomeSlow();
  app.addHook('onRequest', (request, reply, done) => {
    reply.header(REQUEST_ID_HEADER, request.id);
    if (request.routeOptions.url === path) {
      const began = performance.now();
      metrics?.begin();
      onOver(request, reply, (isWhole) => {
        const note = noteOf(request);
        const { statusCode } = reply.raw;
        if (!isWhole) note.code = HUNG_UP;
        else note.code ??= codeOf(statusCode);
        const durationMs = performance.now() - began;
        metrics?.end(note, durationMs);
        const status = isWhole ? statusCode : HUNG_UP_STATUS;
        logRequest(app.log, note, { status, durationMs, slowQueryMs, tellSlow });
      });
    }
    done();
  });
  app.addHook('preSerialization', async (request, _reply, payload) => {
    noteOf(request).code ??= codeIn(payload);
    return payload;
  });
}

/** Of a reply that was made by `failure`, before GraphQL had a say. */
function codeIn(payload: unknown): string | null {
  if (typeof payload !== 'object' || payload === null || !('errors' in payload)) return null;
  const [error] = Array.isArray(payload.errors) ? payload.errors : [];
  const code: unknown = error?.extensions?.code;
  return typeof code === 'string' ? code : null;
}

/** Of a reply by others. */
function codeOf(status: number): string | null {
  if (status < 400) return null;
  return status < 500 ? 'BAD_REQUEST' : 'INTERNAL_SERVER_ERROR';
}
