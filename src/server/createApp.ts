import type { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import fastify, {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import type { GraphHealth } from '../store/GraphSource.js';
import type { ApolloContext } from './createApollo.js';
import { RequestScope } from './RequestScope.js';
import { readDemands } from './readDemands.js';
import { registerGraphiql, sendGraphiql } from './registerGraphiql.js';
import { registerHealth } from './registerHealth.js';

const MAX_BODY_BYTES = 1024 * 1024;
/** For the whole request to arrive; a client that trickles bytes holds no connection for longer. */
const RECEIVE_TIMEOUT_MS = 30_000;

export interface AppParts {
  /** Started. */
  readonly apollo: ApolloServer<ApolloContext>;
  readonly health: () => Promise<GraphHealth>;
  /** From a request's arrival to its answer. */
  readonly requestTimeoutMs: number;
  readonly logger: FastifyBaseLogger;
}

/** The HTTP side: `/graphql` by GET and POST, GraphiQL for browsers, health; every reply but the page is JSON. */
export function createApp(parts: AppParts): FastifyInstance {
  const app = fastify({
    loggerInstance: parts.logger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: MAX_BODY_BYTES,
    requestTimeout: RECEIVE_TIMEOUT_MS,
    // On close: running requests are answered, idle connections dropped, new requests refused.
    forceCloseConnections: 'idle',
  });
  hangUpOnClose(app);
  app.removeContentTypeParser('text/plain');
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status < 500) return reply.code(status).send(failure(error.message, 'BAD_REQUEST'));
    request.log.error({ err: error }, 'a request failed');
    return reply.code(500).send(failure('Internal server error.', 'INTERNAL_SERVER_ERROR'));
  });
  app.setNotFoundHandler((request, reply) => {
    if (pathOf(request) === '/graphql') {
      const message = `Expected GET or POST at "/graphql" but got: ${request.method}.`;
      return reply.code(405).header('allow', 'GET, HEAD, POST').send(failure(message, 'BAD_REQUEST'));
    }
    const message = `Nothing answers ${request.method} "${pathOf(request)}". The API is at "/graphql".`;
    return reply.code(404).send(failure(message, 'NOT_FOUND'));
  });

  const answer = fastifyApolloHandler(parts.apollo, {
    context: async (request, reply) => ({ scope: openScope(request, reply, parts.requestTimeoutMs) }),
  });
  app.post('/graphql', answer);
  app.get('/graphql', async function (request, reply) {
    return isBrowser(request) ? sendGraphiql(reply) : answer.call(this, request, reply);
  });
  app.get('/', (_request, reply) => reply.redirect('/graphql'));
  registerGraphiql(app);
  registerHealth(app, parts.health);
  return app;
}

/** The scope of a request that has just arrived. Throws GraphQLError with status 400 for malformed headers. */
function openScope({ headers }: FastifyRequest, { raw }: FastifyReply, timeoutMs: number): RequestScope {
  const scope = new RequestScope(readDemands(headers), headers.authorization ?? null, timeoutMs);
  // Closed with the connection, and after every reply; only before its last byte has the client hung up.
  raw.once('close', () => scope.close(raw.writableFinished));
  return scope;
}

/** A kept-alive connection would hold a closing server for its whole idle time: the last reply on each hangs up. */
function hangUpOnClose(app: FastifyInstance): void {
  let closing = false;
  app.addHook('preClose', async () => {
    closing = true;
  });
  app.addHook('onSend', async (_request, reply) => {
    if (closing) reply.header('connection', 'close');
  });
}

/** Only a browser that opens a page names text/html; clients of the API ask for JSON or for anything. */
function isBrowser(request: FastifyRequest): boolean {
  return request.headers.accept?.includes('text/html') ?? false;
}

function pathOf(request: FastifyRequest): string {
  return request.url.split('?', 1)[0] ?? '';
}

function failure(message: string, code: string): object {
  return { errors: [{ message, extensions: { code } }] };
}
