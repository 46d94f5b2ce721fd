import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/**
 * Two kinds of connections would hold a closing server for as long as their timeouts: those kept alive, whose last reply
 * hangs up, and those on which no whole request head has ever arrived, which are dropped.
 */
export function hangUpOnClose(app: FastifyInstance): void {
  const silent = new Set<Socket>();
  let closing = false;
  app.server.on('connection', (socket: Socket) => {
    silent.add(socket);
    socket.once('close', () => silent.delete(socket));
  });
  app.server.on('request', ({ socket }) => silent.delete(socket));
  app.addHook('preClose', async () => {
    closing = true;
    for (const socket of silent) socket.destroy();
  });
  app.addHook('onSend', async (_request, reply) => {
    if (closing) reply.header('connection', 'close');
  });
}
