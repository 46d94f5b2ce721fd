import { request } from 'node:http';
import { parse } from 'graphql';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { tellSomeSlow } from '../../src/server/observe/logRequest.js';
import { queryShape } from '../../src/server/observe/queryShape.js';
import { withoutInput } from '../../src/server/observe/withoutInput.js';
import { post, type TinyServer, tinyServer } from './tinyServer.js';

const OBSERVE = { metrics: null, slowQueryMs: 0 };

/** The log's line with a text, once it is there: it is written after the reply. */
async function line(server: TinyServer, text: string): Promise<Record<string, unknown>> {
  for (;;) {
    const found = server.logged.find((one) => one.includes(text));
    if (found !== undefined) return JSON.parse(found);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

function ask(url: string, id?: string): Promise<Response> {
  const headers = { 'content-type': 'application/json', ...(id === undefined ? {} : { 'x-request-id': id }) };
  return fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query: 'query Greet { hello }' }) });
}

describe('the log of requests', () => {
  it('has one line for each, with what it was and how it went', async () => {
    const server = await tinyServer({ observe: OBSERVE });
    await ask(server.url, 'shop-17');
    const found = await line(server, '"msg":"request"');
    expect(found).toMatchObject({
      level: 30,
      requestId: 'shop-17',
      operation: 'Greet',
      type: 'query',
      code: null,
      cost: 1,
      storeCalls: 0,
      status: 200,
      durationMs: expect.any(Number),
    });
    expect(server.logged.filter((one) => one.includes('"msg":"request"'))).toHaveLength(1);
  });

  it('has no more than the beginning of a long name', async () => {
    const server = await tinyServer({ observe: OBSERVE });
    await post(server.url, { query: `query ${'Long'.repeat(10_000)} { hello }` });
    expect(await line(server, '"msg":"request"')).toMatchObject({ operation: 'Long'.repeat(16) });
  });

  it('names requests as the client does, where that is a name, and tells the client', async () => {
    const { url } = await tinyServer({ observe: OBSERVE });
    expect((await ask(url, 'shop-17')).headers.get('x-request-id')).toBe('shop-17');
    for (const unfit of ['a b', '"x"', '{}', 'x'.repeat(129), '-x', undefined]) {
      expect((await ask(url, unfit)).headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    }
    expect((await fetch(`${url}/nowhere`)).headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('says in which request a resolver failed', async () => {
    const server = await tinyServer({ observe: OBSERVE });
    await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-request-id': 'shop-18' },
      body: JSON.stringify({ query: '{ broken }' }),
    });
    expect(await line(server, 'a resolver failed')).toMatchObject({ requestId: 'shop-18' });
    expect(await line(server, '"msg":"request"')).toMatchObject({ code: 'INTERNAL_SERVER_ERROR' });
  });

  it('leaves out of an error about a URL what the client asked', () => {
    const logged: string[] = [];
    const logger = pino({}, { write: (text: string) => void logged.push(text) });
    try {
      new URL('//[?secret');
    } catch (error) {
      if (error instanceof Error) logger.error({ err: withoutInput(error) });
    }
    expect(logged.join()).toContain('Invalid URL');
    expect(logged.join()).not.toContain('secret');
  });

  it('shows the shape of what was slow, and nothing that the client put in', async () => {
    const server = await tinyServer({ observe: { metrics: null, slowQueryMs: 1 } });
    const query =
      'query Q($n: String!) { a: slow loud(name: $n) secretAlias: hello(name: "secret literal", times: 77) }';
    const answer = post(server.url, { query, variables: { n: 'secret variable' } });
    await server.slowBegan;
    await new Promise((resolve) => setTimeout(resolve, 5));
    server.release();
    await answer;
    const { level, shape } = await line(server, 'slow query');
    expect([level, shape]).toEqual([40, 'query Q($n: String!) { slow loud(name: $n) hello(name: "", times: 0) }']);
    expect(server.logged.join()).not.toMatch(/secret/);
  });

  it('tells of a client that hung up', async () => {
    const server = await tinyServer({ observe: OBSERVE });
    const headers = { 'content-type': 'application/json' };
    const client = request(`${server.url}/graphql`, { method: 'POST', headers, agent: false });
    client.on('error', () => {});
    client.end('{"query": "{ slow }"}');
    await server.slowBegan;
    client.destroy();
    expect(await line(server, '"msg":"request"')).toMatchObject({ code: 'HUNG_UP', status: 499 });
  });
});

describe('slow queries', () => {
  it('are told of ten times a second at most', () => {
    let now = 0;
    const tell = tellSomeSlow(() => now);
    const told = () => Array.from({ length: 30 }, tell).filter(Boolean).length;
    expect([told(), told()]).toEqual([10, 0]);
    now = 1_000;
    expect(told()).toBe(10);
  });
});

describe('the shape of a query', () => {
  it('is the same whatever the values', () => {
    const shape = (text: string) => queryShape(parse(text));
    expect(shape('{ a: f(x: [1, 2], y: { z: "s" }, e: HIGH, b: true, d: 1.5) { ...F } } fragment F on T { g }')).toBe(
      '{ f(x: [], y: {}, e: HIGH, b: true, d: 0) { ...F } } fragment F on T { g }',
    );
  });

  it('ends somewhere', () => {
    expect(queryShape(parse(`{ ${'field '.repeat(1_000)} }`)).length).toBe(2_001);
  });
});
