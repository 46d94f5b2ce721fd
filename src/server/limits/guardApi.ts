import type { RouteShorthandOptions } from 'fastify';
import type { Callers } from '../access/identifyCallers.js';
import type { Limits } from './Limits.js';
import { limitRate } from './rate/limitRate.js';
import type { RateLimit } from './rate/RateLimit.js';
import { refuseEncodings } from './refuseEncodings.js';
import { refuseLongDocuments } from './refuseLongDocuments.js';
import { shareLoop } from './shareLoop.js';
import { takeTurns } from './takeTurns.js';

/** What every request of the API passes before Apollo sees it, the cheapest first; health and the page pass none of it. */
export function guardApi(limits: Limits, limit: RateLimit, callers: Callers): RouteShorthandOptions {
  const { ratePerMinute: perMinute, trustProxy } = limits;
  const { identify, refuse, clientOf } = callers;
  const rate = limitRate({ limit, perMinute, trustsProxy: trustProxy !== false, clientOf });
  // Who gives a wrong key is counted by address before the refusal, so that guesses are limited too.
  return {
    onRequest: [refuseEncodings, identify, ...(perMinute === 0 ? [] : [rate]), refuse],
    preHandler: [refuseLongDocuments, takeTurns(limits.concurrentRequests, limits.waitingRequests), shareLoop()],
  };
}
