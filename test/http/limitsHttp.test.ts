import { Agent, type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { post, tinyServer } from './tinyServer.js';

const HELLO = JSON.stringify({ query: '{ hello }' });
const SLOW = JSON.stringify({ query: '{ slow }' });

function send(url: string, body: BodyInit, headers: Record<string, string> = {}, signal?: AbortSignal) {
  const all = { 'content-type': 'application/json', ...headers };
  return fetch(`${url}/graphql`, { method: 'POST', headers: all, body, signal: signal ?? null });
}

/** All that comes back on a connection to which only `text` is written, until the server hangs up. */
function raw(url: string, text: string): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    let got = '';
    const socket = connect(Number(port), hostname, () => socket.write(text));
    socket.setEncoding('utf8').on('data', (more: string) => {
      got += more;
    });
    socket.on('error', reject).on('close', () => resolve(got));
  });
}

describe('a body', () => {
  it.each(['utf-8', 'UTF8', '"utf-8"'])('may say that it is in %s', async (charset) => {
    const { url } = await tinyServer();
    const { status } = await send(url, HELLO, { 'content-type': `application/json; charset=${charset}` });
    expect(status).toBe(200);
  });

  it.each(['latin1', 'utf-16', 'utf-7'])('is refused in %s', async (charset) => {
    const { url } = await tinyServer();
    const response = await send(url, HELLO, { 'content-type': `application/json; charset=${charset}` });
    expect(response.status).toBe(415);
    expect(await response.json()).toEqual({
      errors: [
        { message: `Expected a body in UTF-8 but got charset: ${charset}.`, extensions: { code: 'BAD_REQUEST' } },
      ],
    });
  });

  it('is refused when it is compressed, however small', async () => {
    const { url } = await tinyServer();
    const bomb = gzipSync(Buffer.alloc(50 * 1024 * 1024, ' '));
    for (const body of [gzipSync(HELLO), bomb]) {
      const response = await send(url, new Uint8Array(body), { 'content-encoding': 'gzip' });
      expect([response.status, response.headers.get('accept-encoding')]).toEqual([415, 'identity']);
      expect(await response.text()).toContain('Expected a body without compression but got content-encoding: gzip.');
    }
    expect((await post(url, { query: '{ hello }' })).status).toBe(200);
  });

  it('has no document of more than 128 KiB', async () => {
    const { url } = await tinyServer();
    const { status, body } = await post(url, { query: `{ hello } # ${'ä'.repeat(70_000)}` });
    expect([status, body]).toEqual([
      413,
      {
        errors: [
          {
            message: 'Expected a document of at most 131072 bytes but got: 140012.',
            extensions: {
              code: 'QUERY_TOO_EXPENSIVE',
              limit: { name: 'documentBytes', max: 131_072, got: 140_012 },
            },
          },
        ],
      },
    ]);
    expect((await post(url, { query: `{ hello } # ${'a'.repeat(100_000)}` })).status).toBe(200);
  });

  it('has no document with more than 100 levels of brackets, wherever it is and whatever they enclose', async () => {
    const { url } = await tinyServer();
    const limit = { name: 'nesting', max: 100 };
    const message = 'Expected brackets nested at most 100 deep in a document but got more.';
    const refused = [400, { errors: [{ message, extensions: { code: 'QUERY_TOO_EXPENSIVE', limit } }] }];
    const nested = (depth: number) => `query ($a: ${'['.repeat(depth)}Int${']'.repeat(depth)}) { hello }`;
    const asked = await post(url, { query: nested(100) });
    expect([asked.status, asked.body]).toEqual(refused);
    // Readers of URLs differ in what a malformed escape makes of the rest.
    for (const inUrl of [encodeURIComponent(nested(100)), `${encodeURIComponent(`${nested(100)}#`)}%FF`]) {
      const headers = { 'apollo-require-preflight': 'true' };
      const response = await fetch(`${url}/graphql?query=${inUrl}`, { headers });
      expect([response.status, await response.json()]).toEqual(refused);
    }
    expect(JSON.stringify((await post(url, { query: nested(99) })).body)).toContain('"$a\\" is never used');
    const quoted = `{ hello } # ${'{'.repeat(200)}\n`;
    expect((await post(url, { query: quoted })).body).toEqual({ data: { hello: 'hello world' } });
  });
});

describe('many requests at once', () => {
  it('run as far as there is room, wait a little, and are refused', async () => {
    const server = await tinyServer({ limits: { concurrentRequests: 1, waitingRequests: 1 } });
    const running = send(server.url, SLOW);
    await server.slowBegan;
    // One of two has to be refused, whichever comes first.
    const others = [send(server.url, HELLO), send(server.url, HELLO)];
    const refused = await Promise.race(others);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '1']);
    expect(await refused.json()).toEqual({
      errors: [
        {
          message: 'The server answers 1 requests at once and others wait already. Ask again.',
          extensions: { code: 'UNAVAILABLE' },
        },
      ],
    });
    expect((await fetch(`${server.url}/health/live`)).status).toBe(200);
    expect(server.logged.join()).toContain('"code":"UNAVAILABLE"');
    server.release();
    expect((await running).status).toBe(200);
    const statuses = (await Promise.all(others)).map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, 503]);
    expect((await post(server.url, { query: '{ hello }' })).status).toBe(200);
  });

  it('give their place back when the client hangs up', async () => {
    const server = await tinyServer({ limits: { concurrentRequests: 1, waitingRequests: 1 } });
    const hangUp = new AbortController();
    const running = send(server.url, SLOW, {}, hangUp.signal);
    await server.slowBegan;
    const waiting = send(server.url, HELLO);
    hangUp.abort();
    await expect(running).rejects.toThrow();
    expect((await waiting).status).toBe(200);
  });

  it('wait two seconds at most', async () => {
    const server = await tinyServer({ limits: { concurrentRequests: 1, waitingRequests: 5 } });
    const running = send(server.url, SLOW);
    await server.slowBegan;
    expect((await send(server.url, HELLO)).status).toBe(503);
    server.release();
    expect((await running).status).toBe(200);
  });
});

describe('a connection', () => {
  const IMPATIENT = { headersTimeoutMs: 200, receiveTimeoutMs: 400 };
  const HEAD = 'POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\n';

  it.each([
    ['says nothing', ''],
    ['does not end its headers', `${HEAD}x-a: b\r\n`],
    ['does not end its body', `${HEAD}content-length: 100\r\n\r\n{"query"`],
  ])('that %s is told so and closed', async (_what, text) => {
    const { url } = await tinyServer({ limits: IMPATIENT });
    const [head = '', body = ''] = (await raw(url, text)).split('\r\n\r\n');
    expect(head).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\ncontent-type: application\/json/);
    expect(JSON.parse(body)).toEqual({
      errors: [{ message: 'The request did not arrive in time.', extensions: { code: 'BAD_REQUEST' } }],
    });
  });

  it('that does not speak HTTP is told so', async () => {
    const { url } = await tinyServer();
    expect(await raw(url, '\u0016\u0003\u0001 hello\r\n\r\n')).toContain('Expected a request of HTTP/1.1');
    expect(await raw(url, `${HEAD}x: ${'y'.repeat(20_000)}\r\n\r\n`)).toContain('Expected headers of at most 16 KiB');
    expect((await post(url, { query: '{ hello }' })).status).toBe(200);
  });

  it.each(['[', 'a b', ''])('with the Host "%s" is told so', async (host) => {
    const { url } = await tinyServer();
    const head = `POST /graphql HTTP/1.1\r\nhost: ${host}\r\ncontent-type: application/json\r\nconnection: close\r\n`;
    const answer = await raw(url, `${head}content-length: ${HELLO.length}\r\n\r\n${HELLO}`);
    expect(answer).toContain('400 Bad Request');
    expect(answer).toContain('Expected the header Host to be a name or an address, and');
  });

  it.each([
    ['/graphql', 'x-forwarded-proto: ht tp'],
    ['http://[/graphql', 'x-a: b'],
  ])('of which no URL can be made is told so: %s, %s', async (path, header) => {
    const server = await tinyServer({ limits: { trustProxy: ['loopback'] } });
    const asked = `?${new URLSearchParams({ query: '{ hello }', variables: '{"a":"secret"}' })}`;
    const answer = await raw(
      server.url,
      `GET ${path}${asked} HTTP/1.1\r\nhost: a\r\n${header}\r\nconnection: close\r\n\r\n`,
    );
    expect(answer).toContain('400 Bad Request');
    expect(answer).toContain('"code":"BAD_REQUEST"');
    expect(server.logged.join()).not.toContain('secret');
  });

  it('is kept for 72 s without requests, longer than load balancers keep theirs', async () => {
    const { url } = await tinyServer();
    const { hostname, port } = new URL(url);
    const agent = new Agent({ keepAlive: true });
    onTestFinished(() => agent.destroy());
    const reply = await new Promise<IncomingMessage>((resolve, reject) => {
      request({ hostname, port, path: '/health/live', agent }, resolve).once('error', reject).end();
    });
    reply.resume();
    expect(reply.headers['keep-alive']).toBe('timeout=72');
  });

  it('beyond the limit is not taken', async () => {
    const { url } = await tinyServer({
      limits: { connections: 2, headersTimeoutMs: 60_000, receiveTimeoutMs: 60_000 },
    });
    const { hostname, port } = new URL(url);
    const held = [0, 1].map(() => connect(Number(port), hostname));
    await Promise.all(held.map((socket) => new Promise((resolve) => socket.once('connect', resolve))));
    const refused = raw(url, 'GET /health/live HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n');
    // Closed or reset, as the system likes; never answered. Those that say nothing don't keep the server from closing.
    expect(await refused.catch(() => '')).toBe('');
    for (const socket of held) socket.on('error', () => {});
  });
});
