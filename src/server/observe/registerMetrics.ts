import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { RequestMetrics } from './RequestMetrics.js';

const BEARER = /^Bearer +(\S+) *$/i;
/** A proxy on this machine writes one of these, and then whoever asks is not on this machine. */
const FORWARDED = ['forwarded', 'via', 'x-forwarded-for', 'x-real-ip'] as const;
const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;

/** Who may read metrics: who gives the token; without one everyone, or only who asks from this machine. */
export interface MetricsAccess {
  readonly token: string | null;
  readonly isLocal: boolean;
}

/** `/metrics`; whoever may not read it is answered as if it were not there, so that nothing tells whether it is. */
export function registerMetrics(app: FastifyInstance, metrics: RequestMetrics, access: MetricsAccess): void {
  app.get('/metrics', async (request, reply) => {
    if (!mayRead(request, access)) return reply.callNotFound();
    return reply
      .type(metrics.contentType)
      .header('cache-control', 'no-store')
      .send(await metrics.text());
  });
}

function mayRead({ headers, socket }: FastifyRequest, { token, isLocal }: MetricsAccess): boolean {
  if (token !== null) {
    const [, given = ''] = BEARER.exec(headers.authorization ?? '') ?? [];
    return timingSafeEqual(digest(given), digest(token));
  }
  if (!isLocal) return true;
  const isDirect = FORWARDED.every((name) => headers[name] === undefined);
  return isDirect && LOOPBACK.test(socket.remoteAddress ?? '');
}

function digest(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
