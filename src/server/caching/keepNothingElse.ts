import type { onSendHookHandler } from 'fastify';

/** Lets nobody keep a reply to a GET of which nobody has said who may: refusals, and errors before anything was executed. */
export const keepNothingElse: onSendHookHandler = ({ method }, reply, payload, done) => {
  if (method === 'GET' && !reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
  done(null, payload);
};
