import { once } from 'node:events';
import type { Socket } from 'node:net';
import { type AttackedServer, type Reply, replyOf } from './AttackedServer.js';

/** What a client of ill will does on a connection of its own. */
export interface Exchange {
  /** The request's first line and headers. */
  readonly head: readonly string[];
  /** Parts of the body, sent as they are and only as long as nothing came back. */
  readonly body?: Iterable<string | Buffer>;
  /** Sends no body before it has heard from the server, as clients do who ask whether they may. */
  readonly waits?: true;
  /** Ends the sending side after the body. */
  readonly halfClose?: true;
}

/** Writes a request byte by byte as it is told, and gives what comes back until the reply is whole or the connection ends. */
export async function exchange(
  server: AttackedServer,
  { head, body = [], waits, halfClose }: Exchange,
): Promise<Reply> {
  const socket = await server.connect();
  let received = Buffer.alloc(0);
  const ended = new Promise<void>((resolve) => {
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk]);
      if (isWhole(received)) resolve();
    });
    // A server that cuts off who goes on sending has said what it had to say.
    socket.once('error', () => resolve());
    socket.once('close', () => resolve());
    socket.once('end', () => resolve());
  });
  socket.write(`${head.join('\r\n')}\r\n\r\n`);
  if (waits) await once(socket, 'data');
  for (const part of body) {
    // Whoever reads headers alone has answered by now.
    await new Promise((resolve) => setImmediate(resolve));
    if (received.length > 0 || socket.destroyed) break;
    await written(socket, part);
  }
  if (halfClose && !socket.destroyed) socket.end();
  await ended;
  socket.destroy();
  return parse(received.toString('utf8'));
}

/** Resolves when the system has taken it, or the connection is gone. */
function written(socket: Socket, part: string | Buffer): Promise<void> {
  return new Promise((resolve) => {
    socket.once('close', resolve);
    socket.write(part, () => {
      socket.off('close', resolve);
      resolve();
    });
  });
}

function isWhole(received: Buffer): boolean {
  const text = received.toString('latin1');
  const end = text.indexOf('\r\n\r\n');
  if (end < 0) return false;
  const [, length] = /\r\ncontent-length: (\d+)/i.exec(text.slice(0, end)) ?? [];
  return length !== undefined && received.length >= end + 4 + Number(length);
}

function parse(text: string): Reply {
  const [head = '', body = ''] = text.split('\r\n\r\n', 2);
  const [, status] = /^HTTP\/1\.1 (\d+)/.exec(head) ?? [];
  return replyOf(Number(status ?? 0), new Headers(), body);
}
