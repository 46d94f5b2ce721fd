import type { FastifyInstance } from 'fastify';
import type { GraphHealth } from '../store/GraphSource.js';

/**
 * `/health/live`: the process runs. `/health/ready`: it can answer, if need be from what it read before the database went
 * away (`stale`); else 503, so that a load balancer asks elsewhere.
 */
export function registerHealth(app: FastifyInstance, health: () => Promise<GraphHealth>): void {
  app.get('/health/live', async () => ({ status: 'live' }));
  app.get('/health/ready', async (request, reply) => {
    try {
      const { ready, release, revision, staleSince, problems } = await health();
      if (!ready) return reply.code(503).send({ status: 'unavailable', problems });
      if (staleSince !== null) return { status: 'stale', release, revision, since: staleSince, problems };
      return { status: 'ready', release, revision, ...(problems.length > 0 ? { problems } : {}) };
    } catch (error) {
      request.log.error({ err: error }, 'the store does not answer');
      return reply.code(503).send({ status: 'unavailable', problems: ['The store does not answer; see the log.'] });
    }
  });
}
