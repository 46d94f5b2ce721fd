import type { FastifyRequest, onRequestAsyncHookHandler } from 'fastify';
import { failure } from '../../failure.js';
import { clientAddress, isLoopback } from './clientAddress.js';
import type { RateLimit } from './RateLimit.js';

export interface LimitRateOptions {
  readonly limit: RateLimit;
  readonly perMinute: number;
  /** Whether the address may come from a proxy's header; else this machine itself is never limited. */
  readonly trustsProxy: boolean;
  /** Whom a verified key names; null where there is none, and the address counts. An unverified one must not: it is free. */
  readonly clientOf?: ((request: FastifyRequest) => string | null) | undefined;
}

/** Answers 429 with Retry-After to a client that asks more often, by its key or else by its address. */
export function limitRate({ limit, perMinute, trustsProxy, clientOf }: LimitRateOptions): onRequestAsyncHookHandler {
  return async (request, reply) => {
    const key = clientOf?.(request) ?? null;
    if (key === null && !trustsProxy && isLoopback(request.ip)) return undefined;
    const verdict = await limit.take(key === null ? `address ${clientAddress(request.ip)}` : `key ${key}`);
    if (verdict === null) return undefined;
    const message = `Expected at most ${perMinute} requests a minute but got more. Ask again in ${verdict.retryAfterS} s.`;
    return reply.code(429).header('retry-after', verdict.retryAfterS).send(failure(message, 'RATE_LIMITED'));
  };
}
