import type { preHandlerHookHandler } from 'fastify';
import { refuse } from '../failure.js';
import { documentsIn } from '../protocol/documentsIn.js';

const MAX_BYTES = 128 * 1024;

/** Refuses a document of more bytes before it is hashed and parsed. */
export const refuseLongDocuments: preHandlerHookHandler = (request, reply, done) => {
  const got = Math.max(0, ...documentsIn(request).map(bytesOf));
  if (got <= MAX_BYTES) {
    done();
    return;
  }
  const message = `Expected a document of at most ${MAX_BYTES} bytes but got: ${got}.`;
  refuse(reply, 413, message, 'QUERY_TOO_EXPENSIVE', { limit: { name: 'documentBytes', max: MAX_BYTES, got } });
};

/** Those of a short one are not counted: a character of JavaScript is at most three bytes of UTF-8. */
function bytesOf(document: unknown): number {
  if (typeof document !== 'string' || document.length * 3 <= MAX_BYTES) return 0;
  return Buffer.byteLength(document);
}
