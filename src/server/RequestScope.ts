import type { FastifyReply, FastifyRequest } from 'fastify';
import { GraphError } from '../model/errors.js';
import { readDemands } from './readDemands.js';

/** What one request demands besides its question, and when it is over. */
export interface RequestScope {
  /** Aborted at the deadline and when the client has hung up; the reason is a GraphError of kind TIMEOUT. */
  readonly signal: AbortSignal;
  readonly bookmarks: readonly string[];
  readonly revisionAtLeast: number | null;
  /** The header of that name. */
  readonly authorization: string | null;
  /** Throws the signal's reason when the request is over. */
  check(): void;
}

/** The scope of a request that has just arrived. Throws GraphQLError with status 400 for malformed headers. */
export function openScope(request: FastifyRequest, reply: FastifyReply, timeoutMs: number): RequestScope {
  const demands = readDemands(request.headers);
  const over = new AbortController();
  const endsAt = performance.now() + timeoutMs;
  const end = () => over.abort(timedOut(timeoutMs));
  const deadline = setTimeout(end, timeoutMs);
  // Closed with the connection, and after every reply; only before its last byte has the client hung up.
  reply.raw.once('close', () => {
    clearTimeout(deadline);
    if (!reply.raw.writableFinished) over.abort(new GraphError('TIMEOUT', 'The client hung up.'));
  });
  return {
    signal: over.signal,
    ...demands,
    authorization: request.headers.authorization ?? null,
    check: () => {
      // Reads from memory never let a timer run.
      if (performance.now() > endsAt) end();
      over.signal.throwIfAborted();
    },
  };
}

/** The scope of a question asked in process: it takes as long as it takes. `authorization` as in HTTP's header. */
export function endlessScope(authorization: string | null = null): RequestScope {
  const { signal } = new AbortController();
  return { signal, bookmarks: [], revisionAtLeast: null, authorization, check: () => {} };
}

function timedOut(ms: number): GraphError {
  return new GraphError(
    'TIMEOUT',
    `The answer did not come within ${ms / 1000} s. Ask for less, or in several requests.`,
  );
}

/** The work's result, or a rejection with the signal's reason as soon as it is aborted; the result is then dropped. */
export function whileOpen<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const end = () => reject(signal.reason);
    if (signal.aborted) end();
    signal.addEventListener('abort', end, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', end));
  });
}
