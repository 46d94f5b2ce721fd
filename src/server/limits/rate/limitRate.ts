import type { FastifyRequest, onRequestHookHandler } from 'fastify';
import { refuse } from '../../failure.js';
import { noteOf } from '../../observe/observeRequests.js';
import { clientAddress, isLoopback } from './clientAddress.js';
import type { RateLimit, Verdict } from './RateLimit.js';

export interface LimitRateOptions {
  readonly limit: RateLimit;
  readonly perMinute: number;
  /** Whether the address may come from a proxy's header; else this machine itself is never limited. */
  readonly trustsProxy: boolean;
  /** Whom a verified key names; null where there is none, and the address counts. An unverified one must not: it is free. */
  readonly clientOf?: ((request: FastifyRequest) => string | null) | undefined;
}

/** For each whole one of these units of cost a request counts once more: 10 to 20 ms of CPU. */
export const UNITS_A_COUNT = 10_000;

/**
 * Answers 429 with Retry-After to a client that asks more often, by its key or else by its address. A request counts when it
 * comes, and for its cost once that is reckoned; see `limitCost`.
 */
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
        noteOf(request).client = client;
        done();
        return;
      }
      reply.header('retry-after', verdict.retryAfterS);
      refuse(reply, 429, tooOften(perMinute, verdict), 'RATE_LIMITED');
    }, done);
  };
}

/** What a client is told who asks more often than `perMinute`. */
export function tooOften(perMinute: number, { retryAfterS }: NonNullable<Verdict>): string {
  return `Expected at most ${perMinute} requests a minute, of which each counts once more for every ${UNITS_A_COUNT} units that it costs, but got more. Ask again in ${retryAfterS} s.`;
}
