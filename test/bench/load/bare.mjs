// The same graph and the same execution behind HTTP and Apollo alone: nothing is limited, counted, logged or checked.
import { ApolloServer } from '@apollo/server';
import * as off from '@apollo/server/plugin/disabled';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import fastify from 'fastify';
import '../../../dist/config.js';
import { materialiseAt } from '../../../dist/derive/materialiseAt.js';
import { buildSchema } from '../../../dist/resolvers/index.js';
import { createExecutor } from '../../../dist/server/createExecutor.js';
import { forgetAnswers } from '../../../dist/server/forgetAnswers.js';
import { endlessScope } from '../../../dist/server/RequestScope.js';
import { ANYONE } from '../../../dist/server/WriteAccess.js';
import { imagine } from '../../../dist/wiring/imagine.js';
import { openEmbedded } from '../../../dist/wiring/openEmbedded.js';

const graph = await openEmbedded([], () => {});
const schema = buildSchema();
const execute = createExecutor({ ...graph, access: ANYONE, materialiseAt, imagine, now: () => new Date() });
const apollo = new ApolloServer({
  gateway: {
    onSchemaLoadOrUpdate: (loaded) => {
      loaded({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => {};
    },
    load: async () => ({
      executor: async ({ document, operation, request, context }) => {
        const { operationName, variables: variableValues } = request;
        const asked = { schema, document, operation, operationName, variableValues };
        return (await execute(asked, context.scope)).result;
      },
    }),
    stop: async () => {},
  },
  nodeEnv: 'production',
  plugins: [
    forgetAnswers(),
    off.ApolloServerPluginCacheControlDisabled(),
    off.ApolloServerPluginInlineTraceDisabled(),
    off.ApolloServerPluginLandingPageDisabled(),
    off.ApolloServerPluginSchemaReportingDisabled(),
    off.ApolloServerPluginUsageReportingDisabled(),
  ],
});
await apollo.start();
const app = fastify();
app.post('/graphql', fastifyApolloHandler(apollo, { context: async (_request, { raw }) => ({ scope: scopeOf(raw) }) }));

function scopeOf(reply) {
  const scope = endlessScope();
  reply.once('finish', () => scope.close(true));
  return scope;
}

console.log(`GraphQL API: ${await app.listen({ host: '127.0.0.1', port: Number(process.env.PORT) })}/graphql`);
