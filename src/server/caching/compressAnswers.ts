import compress from '@fastify/compress';
import type { FastifyInstance } from 'fastify';

/** Below that a packet or two are sent whatever is done. */
const THRESHOLD_BYTES = 4_096;

/**
 * Compresses larger replies for who takes brotli or gzip, as they are sent. To be awaited before routes are added. A reply that
 * says that nothing has changed has no body.
 */
export async function compressAnswers(app: FastifyInstance): Promise<void> {
  await app.register(compress, { encodings: ['br', 'gzip'], threshold: THRESHOLD_BYTES, globalDecompression: false });
  app.addHook('onSend', (_request, reply, payload, done) => {
    if (reply.statusCode !== 304) {
      done(null, payload);
      return;
    }
    reply.removeHeader('content-type').removeHeader('content-length');
    done(null, null);
  });
}
