import type { Server, Socket } from 'node:net';
import proxyAddr from '@fastify/proxy-addr';
import type { TrustProxy } from './Limits.js';
import { clientAddress, isLoopback } from './rate/clientAddress.js';

export interface LimitConnectionsOptions {
  /** Open at once, of one client. */
  readonly perClient: number;
  /** Whose connections are not counted: others stand behind them. */
  readonly isExempt: (ip: string) => boolean;
  /** Called when a client is refused, once a minute at most for all together. */
  readonly report: (client: string) => void;
}

const TOLD_EVERY_MS = 60_000;

/**
 * Hangs up at once on a client that has so many connections open, so that one alone can't take all that the server has. A client
 * is an IPv4 address or a /64 network of IPv6.
 */
export function limitConnections(server: Server, { perClient, isExempt, report }: LimitConnectionsOptions): void {
  const clients = new Map<string, number>();
  let toldAt = Number.NEGATIVE_INFINITY;
  server.on('connection', (socket: Socket) => {
    // None of a socket file, or of who has left already.
    const ip = socket.remoteAddress;
    if (ip === undefined || isExempt(ip)) return;
    const client = clientAddress(ip);
    const held = clients.get(client) ?? 0;
    if (held >= perClient) {
      socket.destroy();
      if (performance.now() - toldAt < TOLD_EVERY_MS) return;
      toldAt = performance.now();
      report(client);
      return;
    }
    clients.set(client, held + 1);
    socket.once('close', () => {
      const left = (clients.get(client) ?? 1) - 1;
      if (left === 0) clients.delete(client);
      else clients.set(client, left);
    });
  });
}

/** This machine, and the proxies whose word for who asks is taken. */
export function exemptFrom(trustProxy: TrustProxy): (ip: string) => boolean {
  const isProxy = trustProxy === false ? () => false : proxyAddr.compile(trustProxy);
  return (ip) => isLoopback(ip) || isProxy(ip, 0);
}
