import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { afterAll } from 'vitest';
import { Database } from '../../src/store/neo4j/Database.js';
import { neo4jForTests } from '../support/neo4j/inject.js';
import type { Login } from '../support/neo4j/waitForBolt.js';

/** Bolt's message that commits a transaction, in a chunk of its own. */
export const COMMIT = Buffer.from([0x00, 0x02, 0xb0, 0x12, 0x00, 0x00]);

/** Bolt's message that the database does not do what came after what failed. */
export const IGNORED = Buffer.from([0x00, 0x02, 0xb0, 0x7e, 0x00, 0x00]);

/** Bolt's message that the database failed, in a chunk of its own: with the code under the names of all versions of Bolt. */
export function failureOf(code: string, told = 'refused'): Buffer {
  const fields = { code, neo4j_code: code, message: told, gql_status: '50N42', description: 'refused' };
  const text = (value: string) => [Buffer.from([0xd0, value.length]), Buffer.from(value, 'ascii')];
  const parts = Object.entries(fields).flatMap(([name, value]) => [...text(name), ...text(value)]);
  const message = Buffer.concat([Buffer.from([0xb1, 0x7f, 0xa0 + Object.keys(fields).length]), ...parts]);
  return Buffer.concat([Buffer.from([message.length >> 8, message.length & 0xff]), message, Buffer.from([0, 0])]);
}

/** Passes bytes on between clients and a Neo4j, as long as it is not told otherwise. */
export interface BoltProxy {
  readonly login: Login;
  /** Told of what clients send; where it returns true, the connection breaks instead of passing the reply on. */
  sent: (bytes: Buffer) => boolean;
  /** Asked what to answer in place of the database, which then does not get what the client sent; null passes it on. */
  answer: (bytes: Buffer) => Buffer | null;
  /** Told when a reply was thrown away. */
  lost: () => void;
  /** Takes no new connections, and passes nothing on over those that there are: clients keep some for later. */
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
    answer: () => null,
    lost: () => {},
    isDown: false,
    close: () => server.close(),
  };
  return proxy;
}

/** A database behind a proxy of its own, until the end of the test file. */
export async function throughProxy(): Promise<{ readonly proxy: BoltProxy; readonly database: Database }> {
  const proxy = await openProxy(neo4jForTests());
  const database = new Database({ ...proxy.login, database: 'neo4j' });
  afterAll(async () => {
    await database.close();
    proxy.close();
  });
  return { proxy, database };
}

function relay(client: Socket, server: Socket, proxy: BoltProxy): void {
  let isLosing = false;
  client.on('data', (bytes) => {
    if (proxy.isDown) {
      client.destroy();
      return;
    }
    const answer = proxy.answer(bytes);
    if (answer !== null) {
      client.write(answer);
      return;
    }
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
