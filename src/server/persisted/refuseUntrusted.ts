import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import type { preHandlerHookHandler } from 'fastify';
import { refuse } from '../failure.js';
import { documentsIn } from '../protocol/documentsIn.js';
import type { QueryStore } from './boundedQueries.js';
import type { TrustedDocuments } from './TrustedDocuments.js';

/** Apollo's keys of persisted queries. What it was asked by becomes a key of the documents that it keeps, so nothing else will do. */
const KEY = /^apq:([0-9a-f]{64})$/;
const MESSAGE = 'This server answers its trusted documents alone: send the hash of one, or its exact text.';

/**
 * Refuses whatever is none of the trusted documents before it is parsed, so that nothing of the schema shows. Named by a hash,
 * one is looked up by Apollo, from the store that {@link trustedQueries} gives it.
 */
export function refuseUntrusted(documents: TrustedDocuments): preHandlerHookHandler {
  return (request, reply, done) => {
    const isTrusted = (text: unknown) => typeof text === 'string' && documents.has(text);
    if (documentsIn(request).every(isTrusted)) done();
    else refuse(reply, 403, MESSAGE, 'DOCUMENT_NOT_TRUSTED');
  };
}

/** Sees to it that Apollo parses nothing else, whoever it has it from: what comes so far is a defect, and answered as one. */
export function trustSources<TContext extends BaseContext>(documents: TrustedDocuments): ApolloServerPlugin<TContext> {
  return {
    requestDidStart: async () => ({
      didResolveSource: async ({ source }) => {
        if (!documents.has(source)) throw new Error('A document that is not trusted was about to be parsed.');
      },
    }),
  };
}

/** Them as the store of persisted queries: nothing can be registered. */
export function trustedQueries(documents: TrustedDocuments): QueryStore {
  return {
    get: async (key) => documents.find(KEY.exec(key)?.[1] ?? ''),
    set: async () => {},
    delete: async () => false,
  };
}
