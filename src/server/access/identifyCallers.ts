import type { FastifyRequest, onRequestAsyncHookHandler } from 'fastify';
import { ANONYMOUS, type Caller, type Origin } from '../../model/caller.js';
import { type ErrorKind, GraphError } from '../../model/errors.js';
import { failure } from '../failure.js';
import { noteOf } from '../observe/observeRequests.js';
import type { Access } from './Access.js';

/** Who makes each request, told once and remembered as long as the request lasts. */
export interface Callers {
  /** A hook that finds out, and answers nobody. */
  readonly identify: onRequestAsyncHookHandler;
  /** A later hook: before the body is read, whoever may not ask has their answer. */
  readonly refuse: onRequestAsyncHookHandler;
  originOf(request: FastifyRequest): Origin;
  /** The name of a caller who was told by what they gave; null for everybody else. */
  clientOf(request: FastifyRequest): string | null;
}

const STATUS: ReadonlyMap<ErrorKind, number> = new Map([
  ['UNAUTHENTICATED', 401],
  ['FORBIDDEN', 403],
  ['UNAVAILABLE', 503],
]);
const RETRY_AFTER_S = '5';

/** `isOpen`: whether a request is answered whoever makes it. */
export function identifyCallers(access: Access, isOpen: (request: FastifyRequest) => boolean): Callers {
  const callers = new WeakMap<FastifyRequest, Caller>();
  const refusals = new WeakMap<FastifyRequest, GraphError>();
  return {
    identify: async (request) => {
      if (isOpen(request)) return;
      try {
        callers.set(request, await access.identify(request.headers.authorization ?? null));
      } catch (error) {
        if (!(error instanceof GraphError) || !STATUS.has(error.kind)) throw error;
        refusals.set(request, error);
      }
    },
    refuse: async (request, reply) => {
      const refusal = refusals.get(request);
      if (refusal === undefined) return undefined;
      const { kind, message } = refusal;
      noteOf(request).code = kind;
      if (kind === 'UNAUTHENTICATED') reply.header('www-authenticate', 'Bearer');
      if (kind === 'UNAVAILABLE') reply.header('retry-after', RETRY_AFTER_S);
      return reply.code(STATUS.get(kind) ?? 500).send(failure(message, kind));
    },
    originOf: (request) => ({ caller: callers.get(request) ?? ANONYMOUS, requestId: request.id }),
    clientOf: (request) => {
      const { role, how, name } = callers.get(request) ?? ANONYMOUS;
      return role === 'anonymous' ? null : `${how} ${name}`;
    },
  };
}
