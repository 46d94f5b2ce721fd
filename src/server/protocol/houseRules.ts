import type { FastifyInstance, FastifyRequest } from 'fastify';
import { skipPreflight } from '../access/skipPreflight.js';
import { registerGraphiql, sendGraphiql } from '../registerGraphiql.js';

/**
 * What this server does otherwise than Apollo's own over HTTP: GraphiQL for browsers, GETs without a preflight where they speak
 * for nobody, no plain text. Must come before the routes.
 */
export function houseRules(app: FastifyInstance): void {
  // A browser sends it across sites without asking.
  app.removeContentTypeParser('text/plain');
  app.addHook('onRequest', async (request, reply) => {
    if (request.method !== 'GET' || request.routeOptions.url !== '/graphql') return undefined;
    if (isBrowser(request)) return sendGraphiql(reply);
    skipPreflight(request.raw.headers);
    return undefined;
  });
  app.get('/', (_request, reply) => reply.redirect('/graphql'));
  registerGraphiql(app);
}

/** Only a browser that opens a page names text/html; clients of the API ask for JSON or for anything. */
export function isBrowser(request: FastifyRequest): boolean {
  return request.headers.accept?.includes('text/html') ?? false;
}
