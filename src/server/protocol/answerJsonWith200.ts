import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import { ELSE_ANYTHING } from './takeJson.js';

const JSON_TYPE = 'application/json';

/**
 * Status 200 for GraphQL errors where the client accepts `application/json` alone: GraphQL over HTTP lets such a client take
 * other statuses as no answer of the GraphQL server. What is no GraphQL request at all stays 400.
 */
export function answerJsonWith200<TContext extends BaseContext>(): ApolloServerPlugin<TContext> {
  return {
    requestDidStart: async () => ({
      willSendResponse: async ({ request, response }) => {
        if (response.http.status !== 400 || !isJsonAlone(request.http?.headers.get('accept'))) return;
        const { body } = response;
        const errors = body.kind === 'single' ? (body.singleResult.errors ?? []) : [];
        if (errors.every(({ extensions }) => extensions?.code !== 'BAD_REQUEST')) response.http.status = 200;
      },
    }),
  };
}

function isJsonAlone(accept: string | undefined): boolean {
  const types =
    accept
      ?.replace(ELSE_ANYTHING, '')
      .split(',')
      .map((type) => type.split(';', 1)[0]?.trim().toLowerCase()) ?? [];
  return types.length > 0 && types.every((type) => type === JSON_TYPE);
}
