import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { TrustProxy } from '../../src/server/limits/Limits.js';
import { exemptFrom, limitConnections } from '../../src/server/limits/limitConnections.js';
import { until } from '../neo4j/programs.js';

const WITHIN_MS = 20_000;

/** A server that greets back whoever it takes; `told`: the clients that it has reported. */
async function greeting(isExempt: (ip: string) => boolean): Promise<{ server: Server; told: string[] }> {
  const told: string[] = [];
  const server = createServer((socket) => socket.on('error', () => {}).on('data', (text) => socket.write(text)));
  limitConnections(server, { perClient: 2, isExempt, report: (client) => told.push(client) });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return { server, told };
}

/** A connection that was greeted; null for one that was hung up on. */
async function greeted(server: Server): Promise<Socket | null> {
  const { port } = server.address() as AddressInfo;
  const socket = connect(port, '127.0.0.1', () => socket.write('hello'));
  onTestFinished(() => void socket.destroy());
  const said = new Promise<Socket | null>((resolve) => {
    socket.on('data', () => resolve(socket));
    socket.on('error', () => resolve(null)).on('close', () => resolve(null));
  });
  return said;
}

describe('connections of one client', () => {
  it('are taken up to the limit, and again when one is closed', async () => {
    const { server, told } = await greeting(() => false);
    const held = [await greeted(server), await greeted(server)];
    expect(held).not.toContain(null);
    expect([await greeted(server), await greeted(server)]).toEqual([null, null]);
    // Once, not for each.
    expect(told).toEqual(['127.0.0.1']);
    held[0]?.destroy();
    await until(() => greeted(server), Boolean, WITHIN_MS);
  });

  it('are not counted of who is exempt', async () => {
    const { server, told } = await greeting(exemptFrom(false));
    const all = await Promise.all(Array.from({ length: 5 }, () => greeted(server)));
    expect(all).not.toContain(null);
    expect(told).toEqual([]);
  });
});

describe('exempt are', () => {
  it.each<[TrustProxy, string, boolean]>([
    [false, '127.0.0.1', true],
    [false, '::1', true],
    [false, '::ffff:127.0.0.1', true],
    [false, '10.0.0.7', false],
    [['10.0.0.0/8'], '10.0.0.7', true],
    [['10.0.0.0/8'], '::ffff:10.0.0.7', true],
    [['10.0.0.0/8'], '11.0.0.7', false],
    [['uniquelocal'], 'fd00::1', true],
    [['loopback'], '192.0.2.1', false],
  ])('with TRUST_PROXY %j %s: %s', (trustProxy, ip, isExempt) => {
    expect(exemptFrom(trustProxy)(ip)).toBe(isExempt);
  });
});
