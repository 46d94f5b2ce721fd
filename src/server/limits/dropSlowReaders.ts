import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { onOver } from '../onOver.js';

/**
 * Whoever has not taken a reply `withinMs` after all of the request had arrived, or after it was refused before, loses the
 * connection: a client that stops reading would else hold it, and its turn, for ever. Holds for every route and for what no
 * route answers.
 */
export function dropSlowReaders(app: FastifyInstance, withinMs: number): void {
  const told = new WeakSet<FastifyRequest>();
  const limit = (request: FastifyRequest, reply: FastifyReply) => {
    if (told.has(request)) return;
    told.add(request);
    const deadline = setTimeout(() => request.raw.socket.destroy(), withinMs);
    onOver(request, reply, () => clearTimeout(deadline));
  };
  // Not from the first byte on: how long a body may take to arrive is a limit of its own.
  app.addHook('preHandler', (request, reply, done) => {
    limit(request, reply);
    done();
  });
  // What is refused sooner has no handler.
  app.addHook('onSend', (request, reply, _payload, done) => {
    limit(request, reply);
    done();
  });
}
