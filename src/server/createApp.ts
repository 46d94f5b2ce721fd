import type { ApolloServer, BaseContext } from '@apollo/server';
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
import type { Access } from './access/Access.js';
import { type Callers, identifyCallers } from './access/identifyCallers.js';
import { registerWebRules, type WebRules } from './access/registerWebRules.js';
import { compressAnswers } from './caching/compressAnswers.js';
import { failure } from './failure.js';
import { hangUpOnClose } from './hangUpOnClose.js';
import { answerClientErrors } from './limits/answerClientErrors.js';
import { dropSlowReaders } from './limits/dropSlowReaders.js';
import { guardApi } from './limits/guardApi.js';
import type { Limits } from './limits/Limits.js';
import { exemptFrom, limitConnections } from './limits/limitConnections.js';
import type { OpenRateLimit } from './limits/rate/openRateLimit.js';
import { noteOf, type Observing, observeRequests } from './observe/observeRequests.js';
import { readRequestId } from './observe/readRequestId.js';
import { type MetricsAccess, registerMetrics } from './observe/registerMetrics.js';
import { tracedRequest } from './observe/traces.js';
import { withoutInput } from './observe/withoutInput.js';
import { onOver } from './onOver.js';
import type { TrustedDocuments } from './persisted/TrustedDocuments.js';
import { answerMalformed } from './protocol/answerMalformed.js';
import { isBrowser } from './protocol/houseRules.js';
import { RequestScope } from './RequestScope.js';
import { readDemands } from './readDemands.js';
import { registerHealth } from './registerHealth.js';

const MAX_BODY_BYTES = 1024 * 1024;
/** How often timeouts of connections are looked after, at least. */
const TIMEOUT_CHECK_MS = 2_000;
/** Longer than load balancers keep a connection, who would else send a request into one that is just being closed. */
const KEEP_ALIVE_MS = 72_000;

export interface AppParts<TContext extends BaseContext> {
  /** Started. */
  readonly apollo: ApolloServer<TContext>;
  /** What the operation of a request is executed with. */
  readonly contextOf: (scope: RequestScope) => Promise<TContext>;
  /** Added before the routes. */
  readonly rules: (app: FastifyInstance) => void;
  readonly health: () => Promise<GraphHealth>;
  readonly access: Access;
  readonly web: WebRules;
  /** From a request's arrival to its answer. */
  readonly requestTimeoutMs: number;
  readonly logger: FastifyBaseLogger;
  readonly observing: Observing;
  readonly metricsAccess: MetricsAccess;
  readonly limits: Limits;
  readonly rate: OpenRateLimit;
  readonly trusted: TrustedDocuments | null;
}

/** The HTTP side: `/graphql` by GET and POST, GraphiQL for browsers, health; every reply but the page is JSON. */
export async function createApp<TContext extends BaseContext>(parts: AppParts<TContext>): Promise<FastifyInstance> {
  const { headersTimeoutMs, receiveTimeoutMs, sendTimeoutMs, trustProxy } = parts.limits;
  const app = fastify({
    loggerInstance: parts.logger,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    bodyLimit: MAX_BODY_BYTES,
    requestTimeout: receiveTimeoutMs,
    keepAliveTimeout: KEEP_ALIVE_MS,
    http: {
      headersTimeout: headersTimeoutMs,
      connectionsCheckingInterval: Math.min(TIMEOUT_CHECK_MS, headersTimeoutMs),
    },
    trustProxy,
    clientErrorHandler: answerClientErrors,
    frameworkErrors: answerMalformed(parts.web),
    // On close: running requests are answered, idle connections dropped, new requests refused.
    forceCloseConnections: 'idle',
    genReqId: ({ headers }) => readRequestId(headers),
    routerOptions: { ignoreTrailingSlash: true },
  });
  observeRequests(app, '/graphql', parts.observing);
  app.server.maxConnections = parts.limits.connections;
  limitConnections(app.server, {
    perClient: parts.limits.connectionsPerClient,
    isExempt: exemptFrom(trustProxy),
    report: (client) => app.log.warn({ client }, 'a client has all connections that it may open'),
  });
  dropSlowReaders(app, parts.requestTimeoutMs + sendTimeoutMs);
  hangUpOnClose(app);
  registerWebRules(app, parts.web);
  await compressAnswers(app);
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status < 500) return reply.code(status).send(failure(wordingOf(error), 'BAD_REQUEST'));
    request.log.error({ err: withoutInput(error) }, 'a request failed');
    return reply.code(500).send(failure('Internal server error.', 'INTERNAL_SERVER_ERROR'));
  });
  app.setNotFoundHandler((request, reply) => {
    if (/^\/graphql\/?$/.test(pathOf(request))) {
      const message = `Expected GET or POST at "/graphql" but got: ${request.method}.`;
      return reply.code(405).header('allow', 'GET, POST').send(failure(message, 'BAD_REQUEST'));
    }
    const message = `Nothing answers ${request.method} "${pathOf(request)}". The API is at "/graphql".`;
    return reply.code(404).send(failure(message, 'NOT_FOUND'));
  });

  parts.rules(app);
  // The page shows nothing that needs a name, and has a place to give one.
  const callers = identifyCallers(parts.access, (request) => request.method === 'GET' && isBrowser(request));
  const handle = fastifyApolloHandler(parts.apollo, {
    context: async (request, reply) => parts.contextOf(openScope(request, reply, callers, parts.requestTimeoutMs)),
  });
  const answer = (request: FastifyRequest, reply: FastifyReply): Promise<unknown> =>
    tracedRequest(request.headers, noteOf(request), async () => handle.call(app, request, reply));
  const guards = guardApi({ ...parts, limit: parts.rate.limit, callers });
  app.post('/graphql', guards, answer);
  app.get('/graphql', { ...guards, exposeHeadRoute: false }, answer);
  registerHealth(app, async () => withProblems(await parts.health(), parts.rate.problems()));
  if (parts.observing.metrics) registerMetrics(app, parts.observing.metrics, parts.metricsAccess);
  return app;
}

/** What limits requests has to say something too. */
function withProblems(health: GraphHealth, more: readonly string[]): GraphHealth {
  return more.length === 0 ? health : { ...health, problems: [...health.problems, ...more] };
}

/** The scope of a request that has just arrived. Throws GraphQLError with status 400 for malformed headers. */
function openScope(request: FastifyRequest, reply: FastifyReply, callers: Callers, timeoutMs: number): RequestScope {
  const demands = readDemands(request.headers);
  const scope = new RequestScope(demands, callers.originOf(request), timeoutMs, noteOf(request));
  onOver(request, reply, (isWhole) => scope.close(isWhole));
  return scope;
}

/** Fastify blames the content type where the body is at fault. */
function wordingOf({ code, message }: FastifyError): string {
  return code === 'FST_ERR_CTP_INVALID_JSON_BODY' ? 'Invalid JSON in the body of the request.' : message;
}

function pathOf(request: FastifyRequest): string {
  return request.url.split('?', 1)[0] ?? '';
}
