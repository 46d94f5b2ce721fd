import type { FastifyInstance } from 'fastify';
import type { DatasetMeta } from '../model/dataset.js';

/**
 * `/health/live`: the process runs. `/health/ready`: it can answer from its dataset, else 503, so that a load balancer
 * asks elsewhere.
 */
export function registerHealth(app: FastifyInstance, meta: () => Promise<DatasetMeta>): void {
  app.get('/health/live', async () => ({ status: 'live' }));
  app.get('/health/ready', async (request, reply) => {
    try {
      const { release, revision } = await meta();
      return { status: 'ready', release, revision };
    } catch (error) {
      request.log.error({ err: error }, 'the store does not answer');
      return reply.code(503).send({ status: 'unavailable' });
    }
  });
}
