import type { onRequestHookHandler } from 'fastify';
import { refuse } from '../failure.js';

const CHARSET = /;\s*charset\s*=\s*"?([^";\s]*)/i;

/**
 * Refuses with 415 what would be read wrongly or blow up: a body in another encoding than UTF-8, and one that is compressed,
 * whose real size nobody knows before it is unpacked.
 */
export const refuseEncodings: onRequestHookHandler = (request, reply, done) => {
  const { 'content-encoding': encoding, 'content-type': type } = request.headers;
  if (encoding !== undefined && encoding.toLowerCase() !== 'identity') {
    const message = `Expected a body without compression but got content-encoding: ${encoding.slice(0, 40)}.`;
    // By RFC 9110, 15.5.16: which encodings would do.
    reply.header('accept-encoding', 'identity');
    refuse(reply, 415, message, 'BAD_REQUEST');
    return;
  }
  const charset = CHARSET.exec(type ?? '')?.[1];
  if (charset !== undefined && !/^utf-?8$/i.test(charset)) {
    const message = `Expected a body in UTF-8 but got charset: ${charset.slice(0, 40)}.`;
    refuse(reply, 415, message, 'BAD_REQUEST');
    return;
  }
  done();
};
