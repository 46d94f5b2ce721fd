import type { preHandlerHookHandler } from 'fastify';
import { refuse } from '../failure.js';

const MAX_BYTES = 128 * 1024;

/** Refuses a document of more bytes before it is hashed and parsed. One in a URL is bounded by the size of headers. */
export const refuseLongDocuments: preHandlerHookHandler = ({ body }, reply, done) => {
  const query = typeof body === 'object' && body !== null && 'query' in body ? body.query : undefined;
  // A character of JavaScript is at most three bytes of UTF-8, so that hardly one is ever counted.
  if (typeof query !== 'string' || query.length * 3 <= MAX_BYTES || Buffer.byteLength(query) <= MAX_BYTES) {
    done();
    return;
  }
  const limit = { name: 'documentBytes', max: MAX_BYTES, got: Buffer.byteLength(query) };
  const message = `Expected a document of at most ${MAX_BYTES} bytes but got: ${limit.got}.`;
  refuse(reply, 413, message, 'QUERY_TOO_EXPENSIVE', { limit });
};
