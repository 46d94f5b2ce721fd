import type { FastifyRequest, onRequestHookHandler } from 'fastify';
import { refuse } from '../../failure.js';
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
export function limitRate({ limit, perMinute, trustsProxy, clientOf }: LimitRateOptions): onRequestHookHandler {
  return (request, reply, done) => {
    const key = clientOf?.(request) ?? null;
    if (key === null && !trustsProxy && isLoopback(request.ip)) {
      done();
      return;
    }
    const client = key === null ? `address ${clientAddress(request.ip)}` : `key ${key}`;
    limit.take(client).then((verdict) => {
      if (verdict === null) {
        done();
        return;
      }
      const message = `Expected at most ${perMinute} requests a minute but got more. Ask again in ${verdict.retryAfterS} s.`;
      reply.header('retry-after', verdict.retryAfterS);
      refuse(reply, 429, message, 'RATE_LIMITED');
    }, done);
  };
}
