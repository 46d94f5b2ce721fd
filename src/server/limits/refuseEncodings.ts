import type { onRequestHookHandler } from 'fastify';
import { failure } from '../failure.js';

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
    reply.code(415).header('accept-encoding', 'identity').send(failure(message, 'BAD_REQUEST'));
    return;
  }
  const charset = CHARSET.exec(type ?? '')?.[1];
  if (charset !== undefined && !/^utf-?8$/i.test(charset)) {
    const message = `Expected a body in UTF-8 but got charset: ${charset.slice(0, 40)}.`;
    reply.code(415).send(failure(message, 'BAD_REQUEST'));
    return;
  }
  done();
};
