import cors from '@fastify/cors';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { COST_HEADER } from '../limits/limitCost.js';
import { BOOKMARK_HEADER, REVISION_AT_LEAST_HEADER, REVISION_HEADER } from '../readDemands.js';

/** What browsers are told. */
export interface WebRules {
  /** Origins whose pages may read answers; `*` for all. */
  readonly corsOrigins: readonly string[];
  /** For how long browsers shall ask by HTTPS alone; 0 says nothing of it. */
  readonly hstsSeconds: number;
}

export const NO_WEB_RULES: WebRules = { corsOrigins: [], hstsSeconds: 0 };

/** Of every reply; a page has a policy of its own. */
const HEADERS: ReadonlyMap<string, string> = new Map([
  ['content-security-policy', "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"],
  ['cross-origin-opener-policy', 'same-origin'],
  ['cross-origin-resource-policy', 'same-origin'],
  ['permissions-policy', 'camera=(), geolocation=(), microphone=()'],
  ['referrer-policy', 'no-referrer'],
  ['x-content-type-options', 'nosniff'],
  ['x-frame-options', 'DENY'],
]);

const ASKED_IN_ADVANCE_S = 600;

/** Security headers for all replies, and CORS for the origins of the settings. */
export function registerWebRules(app: FastifyInstance, web: WebRules): void {
  const { corsOrigins } = web;
  app.addHook('onRequest', async (_request, reply) => sayWebRules(reply, web));
  if (corsOrigins.length === 0) return;
  if (!corsOrigins.includes('*')) varyByOrigin(app);
  app.register(cors, {
    origin: corsOrigins.includes('*') ? '*' : [...corsOrigins],
    // Nothing here is told by a cookie.
    credentials: false,
    methods: ['GET', 'POST'],
    allowedHeaders: [
      'content-type',
      'authorization',
      'apollo-require-preflight',
      'if-none-match',
      COST_HEADER,
      BOOKMARK_HEADER,
      REVISION_AT_LEAST_HEADER,
    ],
    exposedHeaders: ['etag', BOOKMARK_HEADER, REVISION_HEADER, 'retry-after', 'www-authenticate'],
    maxAge: ASKED_IN_ADVANCE_S,
    strictPreflight: false,
  });
}

/** The security headers, in a reply that no hook will see. */
export function sayWebRules(reply: FastifyReply, { hstsSeconds }: WebRules): void {
  for (const [name, value] of HEADERS) reply.header(name, value);
  if (hstsSeconds > 0) reply.header('strict-transport-security', `max-age=${hstsSeconds}`);
}

/** What keeps an answer for one origin must not give it to another; whoever answers may have said by what else it differs. */
function varyByOrigin(app: FastifyInstance): void {
  app.addHook('onSend', async (_request, reply) => {
    const said = [reply.getHeader('vary') ?? []].flat().join(', ');
    if (!/\borigin\b/i.test(said)) reply.header('vary', said === '' ? 'Origin' : `${said}, Origin`);
  });
}
