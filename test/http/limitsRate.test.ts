import { createHmac } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { makeExecutableSchema } from '@graphql-tools/schema';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { clientAddress, isLoopback } from '../../src/server/limits/rate/clientAddress.js';
import { redisOnFreePort, type TestRedis } from '../support/redis.js';
import { type TinyServer, tinyServer } from './tinyServer.js';

const BEHIND_PROXY = { trustProxy: ['loopback'], ratePerMinute: 3 };

/** Statuses of so many requests one after the other. */
async function ask(url: string, times: number, from?: string): Promise<number[]> {
  const statuses: number[] = [];
  for (let i = 0; i < times; i++) statuses.push((await send(url, from)).status);
  return statuses;
}

function send(url: string, from?: string): Promise<Response> {
  const headers = { 'content-type': 'application/json', ...(from === undefined ? {} : { 'x-forwarded-for': from }) };
  return fetch(`${url}/graphql`, { method: 'POST', headers, body: '{"query":"{ hello }"}' });
}

async function problemsOf(url: string): Promise<unknown> {
  const body: unknown = await (await fetch(`${url}/health/ready`)).json();
  return typeof body === 'object' && body !== null && 'problems' in body ? body.problems : [];
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await pause(20);
}

describe('the rate limit', () => {
  it('refuses a client that asks too often, and nobody else', async () => {
    const { url } = await tinyServer({ limits: BEHIND_PROXY });
    expect(await ask(url, 4, '192.0.2.1')).toEqual([200, 200, 200, 429]);
    expect(await ask(url, 1, '192.0.2.2')).toEqual([200]);
    const refused = await send(url, '192.0.2.1');
    const after = Number(refused.headers.get('retry-after'));
    expect(after).toBeGreaterThan(0);
    expect(after).toBeLessThanOrEqual(60);
    expect(await refused.json()).toEqual({
      errors: [
        {
          message: expect.stringMatching(
            /^Expected at most 3 requests a minute, of which each counts once more for every 10000 units that it costs, but got more\. Ask again in \d+ s\.$/,
          ),
          extensions: { code: 'RATE_LIMITED' },
        },
      ],
    });
    expect((await fetch(`${url}/health/live`, { headers: { 'x-forwarded-for': '192.0.2.1' } })).status).toBe(200);
  });

  it('counts a request once more for what it costs before it runs, but not what is refused for its cost', async () => {
    let runs = 0;
    const schema = makeExecutableSchema({
      typeDefs: 'type Query { chokepoints: Int cheap: Int }',
      resolvers: { Query: { chokepoints: () => ++runs } },
    });
    const limits = { ...BEHIND_PROXY, ratePerMinute: 8 };
    const ask = async ({ url }: TinyServer, query: string) => {
      const headers = { 'content-type': 'application/json', 'x-forwarded-for': '192.0.2.1' };
      const reply = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
      return { status: reply.status, after: reply.headers.get('retry-after'), body: await reply.json() };
    };
    const all = await tinyServer({ schema, limits });
    // 20,001 units each: three. Of those at once the first two fit.
    const replies = await Promise.all(Array.from({ length: 5 }, () => ask(all, '{ chokepoints }')));
    expect(replies.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(2);
    expect(runs).toBe(replies.filter(({ status }) => status === 200).length);
    for (const { status, after, body } of replies) {
      if (status === 200) continue;
      expect([status, Number(after) > 0, body]).toEqual([
        429,
        true,
        { errors: [expect.objectContaining({ extensions: { code: 'RATE_LIMITED' } })] },
      ]);
    }
    const few = await tinyServer({ schema, limits: { ...limits, ratePerMinute: 4, costBudget: 100 } });
    const statuses = [];
    for (let i = 0; i < 5; i++) statuses.push((await ask(few, '{ chokepoints }')).status);
    expect(statuses).toEqual([400, 400, 400, 400, 429]);
  });

  it('takes the addresses of an IPv6 network for one client', async () => {
    const { url } = await tinyServer({ limits: BEHIND_PROXY });
    expect(await ask(url, 3, '2001:db8:1:2::1')).toEqual([200, 200, 200]);
    expect(await ask(url, 1, '2001:db8:1:2:ffff::9')).toEqual([429]);
    expect(await ask(url, 1, '2001:db8:1:3::1')).toEqual([200]);
  });

  it('believes no X-Forwarded-For without TRUST_PROXY, and never limits this machine', async () => {
    const { url } = await tinyServer({ limits: { ratePerMinute: 1 } });
    expect(await ask(url, 3, '192.0.2.1')).toEqual([200, 200, 200]);
  });

  it('is off at 0', async () => {
    const { url } = await tinyServer({ limits: { ...BEHIND_PROXY, ratePerMinute: 0 } });
    expect(await ask(url, 5, '192.0.2.1')).toEqual([200, 200, 200, 200, 200]);
  });

  it.each([
    ['192.0.2.1', '192.0.2.1', false],
    ['::ffff:192.0.2.1', '192.0.2.1', false],
    ['::1', '0:0:0:0::/64', true],
    ['::ffff:127.0.0.1', '127.0.0.1', true],
    ['127.9.9.9', '127.9.9.9', true],
    ['2001:DB8::', '2001:db8:0:0::/64', false],
    ['fe80::1%eth0', 'fe80:0:0:0::/64', false],
    ['1:2:3:4:5:6:7:8', '1:2:3:4::/64', false],
    ['unknown', 'unknown', false],
  ])('knows %s as %s', (ip, client, loopback) => {
    expect([clientAddress(ip), isLoopback(ip)]).toEqual([client, loopback]);
  });
});

describe('the rate limit in Redis', () => {
  let redis: TestRedis;

  beforeAll(async () => {
    redis = await redisOnFreePort();
    await redis.start();
  });

  afterAll(() => redis?.stop());

  it('counts for all processes together, serves on without Redis, and counts there again when it is back', async () => {
    const limits = { ...BEHIND_PROXY, redisUrl: redis.url };
    const one = await tinyServer({ limits });
    const other = await tinyServer({ limits });
    const bothReady = async () =>
      JSON.stringify([await problemsOf(one.url), await problemsOf(other.url)]) === '[[],[]]';
    await until(bothReady);
    expect(await ask(one.url, 2, '192.0.2.7')).toEqual([200, 200]);
    expect(await ask(other.url, 2, '192.0.2.7')).toEqual([200, 429]);

    await redis.stop();
    // Each counts for itself, from nought.
    expect(await ask(one.url, 4, '192.0.2.7')).toEqual([200, 200, 200, 429]);
    expect(await ask(other.url, 1, '192.0.2.7')).toEqual([200]);
    expect(await problemsOf(one.url)).toEqual([
      'Redis does not answer: each process counts the requests of a client by itself.',
    ]);
    expect((await fetch(`${one.url}/health/ready`)).status).toBe(200);
    expect(one.logged.join()).toContain('Redis does not answer');

    await redis.start();
    await until(async () => {
      await send(one.url, '192.0.2.8');
      await send(other.url, '192.0.2.8');
      return bothReady();
    });
    expect(await ask(one.url, 3, '192.0.2.9')).toEqual([200, 200, 200]);
    expect(await ask(other.url, 1, '192.0.2.9')).toEqual([429]);
    expect(one.logged.join()).toContain('Redis answers again');
  });

  it('serves on while Redis is frozen, without asking it again and again, and counts there again afterwards', async () => {
    const limits = { ...BEHIND_PROXY, redisUrl: redis.url };
    const [one, other] = [await tinyServer({ limits }), await tinyServer({ limits })];
    const isReady = async ({ url }: TinyServer) => JSON.stringify(await problemsOf(url)) === '[]';
    await until(async () => (await isReady(one)) && (await isReady(other)));
    redis.freeze();
    expect(await ask(one.url, 4, '192.0.2.17')).toEqual([200, 200, 200, 429]);
    expect(await problemsOf(one.url)).toEqual([
      'Redis does not answer: each process counts the requests of a client by itself.',
    ]);
    // Where it were asked, each request would wait 500 ms for it.
    await until(() => Promise.race([send(one.url, '192.0.2.17').then(() => true), pause(250, false)]));

    redis.thaw();
    await until(async () => {
      await Promise.all([one, other].map(({ url }) => send(url, '192.0.2.18')));
      return (await isReady(one)) && (await isReady(other));
    });
    expect(await ask(one.url, 3, '192.0.2.19')).toEqual([200, 200, 200]);
    expect(await ask(other.url, 1, '192.0.2.19')).toEqual([429]);
  });

  it('knows a client there by a hash that only the password makes', async () => {
    const { url } = await tinyServer({ limits: { ...BEHIND_PROXY, redisUrl: redis.url } });
    await until(async () => JSON.stringify(await problemsOf(url)) === '[]');
    await send(url, '192.0.2.10');
    const reader = new Redis(redis.url);
    onTestFinished(() => reader.disconnect());
    const named = createHmac('sha256', 'between-us').update('address 192.0.2.10').digest('hex').slice(0, 32);
    expect(await reader.keys('*')).toContain(`ai-infra-graph:rate:${named}`);
  });

  it('starts without Redis', async () => {
    const nobody = await redisOnFreePort();
    const { url } = await tinyServer({ limits: { ...BEHIND_PROXY, redisUrl: nobody.url } });
    expect(await ask(url, 4, '192.0.2.1')).toEqual([200, 200, 200, 429]);
  });
});
