import type { RouteShorthandOptions } from 'fastify';
import { refuseUntrusted } from '../persisted/refuseUntrusted.js';
import type { TrustedDocuments } from '../persisted/TrustedDocuments.js';
import type { Limits } from './Limits.js';
import { limitRate } from './rate/limitRate.js';
import type { RateLimit } from './rate/RateLimit.js';
import { refuseEncodings } from './refuseEncodings.js';
import { refuseLongDocuments } from './refuseLongDocuments.js';
import { takeTurns } from './takeTurns.js';

/** What every request of the API passes before Apollo sees it, the cheapest first; health and the page pass none of it. */
export function guardApi(limits: Limits, limit: RateLimit, trusted: TrustedDocuments | null): RouteShorthandOptions {
  const { ratePerMinute: perMinute, trustProxy } = limits;
  const rate = limitRate({ limit, perMinute, trustsProxy: trustProxy !== false });
  return {
    onRequest: perMinute === 0 ? [refuseEncodings] : [refuseEncodings, rate],
    preHandler: [
      refuseLongDocuments,
      ...(trusted ? [refuseUntrusted(trusted)] : []),
      takeTurns(limits.concurrentRequests, limits.waitingRequests),
    ],
  };
}
