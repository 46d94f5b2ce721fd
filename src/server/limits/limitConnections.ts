import type { Server, Socket } from 'node:net';
import proxyAddr from '@fastify/proxy-addr';
import type { TrustProxy } from './Limits.js';
import { clientAddress, isLoopback } from './rate/clientAddress.js';

export interface LimitConnectionsOptions {
  /** Open at once, of one client. */
  readonly perClient: number;
  /** Whose connections are not counted: others stand behind them. */
  readonly isExempt: (ip: string) => boolean;
  /** Called when a client is refused for the first time since it had fewer. */
  readonly report: (client: string) => void;
}

interface Held {
  count: number;
  isTold: boolean;
}

/**
 * Hangs up at once on a client that has so many connections open, so that one alone can't take all that the server has. A client
 * is an IPv4 address or a /64 network of IPv6.
 */
export function limitConnections(server: Server, { perClient, isExempt, report }: LimitConnectionsOptions): void {
  const clients = new Map<string, Held>();
  server.on('connection', (socket: Socket) => {
    // None of a socket file, or of who has left already.
    const ip = socket.remoteAddress;
    if (ip === undefined || isExempt(ip)) return;
    const client = clientAddress(ip);
    const held = clients.get(client) ?? { count: 0, isTold: false };
    if (held.count >= perClient) {
      socket.destroy();
      if (!held.isTold) report(client);
      held.isTold = true;
      return;
    }
    held.count++;
    clients.set(client, held);
    socket.once('close', () => {
      held.count--;
      held.isTold = false;
      if (held.count === 0) clients.delete(client);
    });
  });
}

/** This machine, and the proxies whose word for who asks is taken. */
export function exemptFrom(trustProxy: TrustProxy): (ip: string) => boolean {
  const isProxy = trustProxy === false ? () => false : proxyAddr.compile(trustProxy);
  return (ip) => isLoopback(ip) || isProxy(ip, 0);
}
