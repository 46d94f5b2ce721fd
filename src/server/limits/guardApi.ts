import type { RouteShorthandOptions } from 'fastify';
import type { Callers } from '../access/identifyCallers.js';
import { keepNothingElse } from '../caching/keepNothingElse.js';
import { refuseUntrusted } from '../persisted/refuseUntrusted.js';
import type { TrustedDocuments } from '../persisted/TrustedDocuments.js';
import { takeJson } from '../protocol/takeJson.js';
import type { Limits } from './Limits.js';
import { limitRate } from './rate/limitRate.js';
import type { RateLimit } from './rate/RateLimit.js';
import { refuseDeepDocuments } from './refuseDeepDocuments.js';
import { refuseEncodings } from './refuseEncodings.js';
import { refuseHost } from './refuseHost.js';
import { refuseLongDocuments } from './refuseLongDocuments.js';
import { shareLoop } from './shareLoop.js';
import { takeTurns } from './takeTurns.js';

interface Guarded {
  readonly limits: Limits;
  readonly limit: RateLimit;
  readonly callers: Callers;
  /** Nothing else is answered; null where everything is. */
  readonly trusted: TrustedDocuments | null;
}

/** What every request of the API passes before Apollo sees it, the cheapest first; health and the page pass none of it. */
export function guardApi({ limits, limit, callers, trusted }: Guarded): RouteShorthandOptions {
  const { ratePerMinute: perMinute, trustProxy } = limits;
  const { identify, refuse, clientOf } = callers;
  const rate = limitRate({ limit, perMinute, trustsProxy: trustProxy !== false, clientOf });
  // Who gives a wrong key is counted by address before the refusal, so that guesses are limited too.
  return {
    onRequest: [refuseHost, takeJson, refuseEncodings, identify, ...(perMinute === 0 ? [] : [rate]), refuse],
    preHandler: [
      refuseLongDocuments,
      refuseDeepDocuments,
      ...(trusted ? [refuseUntrusted(trusted)] : []),
      takeTurns({ running: limits.concurrentRequests, waiting: limits.waitingRequests }),
      shareLoop(),
    ],
    onSend: keepNothingElse,
  };
}
