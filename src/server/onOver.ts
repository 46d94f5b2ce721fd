import type { Socket } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** What is to be called when a connection is gone, of all requests on it that have no whole reply. */
const open = new WeakMap<Socket, Set<() => void>>();

/**
 * Calls `end` once: with true when the last byte of the reply was handed to the system, with false when the connection is gone
 * before; at once where either has been already. The reply's own `close` is no help: it never comes for a reply that waits behind
 * another on its connection when the client hangs up, and it comes too early for whoever begins to listen after an await.
 */
export function onOver(request: FastifyRequest, { raw }: FastifyReply, end: (isWhole: boolean) => void): void {
  const { socket } = request.raw;
  if (socket.destroyed || raw.writableFinished) {
    end(!socket.destroyed);
    return;
  }
  const gone = goneOf(socket);
  const over = (isWhole: boolean) => {
    gone.delete(hungUp);
    raw.off('finish', finished);
    end(isWhole);
  };
  const hungUp = () => over(false);
  // A connection that is destroyed gives up what it has not sent, and calls that finished too.
  const finished = () => over(!socket.destroyed);
  gone.add(hungUp);
  raw.once('finish', finished);
}

/** Whether nobody waits for the reply any more. */
export function hasHungUp({ raw }: FastifyRequest): boolean {
  return raw.socket.destroyed;
}

/** One listener a connection: clients may send any number of requests ahead. */
function goneOf(socket: Socket): Set<() => void> {
  const known = open.get(socket);
  if (known) return known;
  const gone = new Set<() => void>();
  open.set(socket, gone);
  socket.once('close', () => {
    for (const hungUp of gone) hungUp();
  });
  return gone;
}
