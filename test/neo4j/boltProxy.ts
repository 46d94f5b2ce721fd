import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import type { Login } from '../support/neo4j/waitForBolt.js';

/** Passes bytes on between clients and a Neo4j, as long as it is not told otherwise. */
export interface BoltProxy {
  readonly login: Login;
  /** Told of what clients send; where it returns true, the connection breaks instead of passing the reply on. */
  sent: (bytes: Buffer) => boolean;
  /** Told when a reply was thrown away. */
  lost: () => void;
  /** Takes no new connections. */
  isDown: boolean;
  close(): void;
}

export async function openProxy(login: Login): Promise<BoltProxy> {
  const { hostname, port } = new URL(login.uri);
  const server = createServer((client) => {
    if (proxy.isDown) client.destroy();
    else relay(client, connect(Number(port), hostname), proxy);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const own = typeof address === 'object' && address !== null ? address.port : 0;
  const proxy: BoltProxy = {
    login: { ...login, uri: `bolt://127.0.0.1:${own}` },
    sent: () => false,
    lost: () => {},
    isDown: false,
    close: () => server.close(),
  };
  return proxy;
}

function relay(client: Socket, server: Socket, proxy: BoltProxy): void {
  let isLosing = false;
  client.on('data', (bytes) => {
    isLosing = proxy.sent(bytes);
    server.write(bytes);
  });
  server.on('data', (bytes) => {
    if (!isLosing) client.write(bytes);
    else {
      client.destroy();
      server.destroy();
      proxy.lost();
    }
  });
  for (const [one, other] of [
    [client, server],
    [server, client],
  ] as const) {
    one.on('error', () => other.destroy());
    one.on('close', () => other.destroy());
  }
}
