import type { ApolloServerPlugin, BaseContext } from '@apollo/server';

const HASH = /^[0-9a-f]{64}$/;

/** What is no hash is none that anybody has: Apollo would make it a part of keys, whatever it is and however long. */
export function takeHashAsText<TContext extends BaseContext>(): ApolloServerPlugin<TContext> {
  return {
    requestDidStart: async ({ request }) => {
      const persisted: unknown = request.extensions?.persistedQuery;
      if (typeof persisted !== 'object' || persisted === null || !('sha256Hash' in persisted)) return;
      const { sha256Hash: hash } = persisted;
      if (typeof hash !== 'string' || !HASH.test(hash)) persisted.sha256Hash = '';
    },
  };
}
