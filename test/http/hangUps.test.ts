import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ANONYMOUS } from '../../src/model/caller.js';
import { ANYONE } from '../../src/server/WriteAccess.js';
import { until } from '../neo4j/programs.js';
import { post, type TinyServer, tinyServer } from './tinyServer.js';

const WITHIN_MS = 60_000;
const OBSERVE = { metrics: { token: null, isLocal: true }, slowQueryMs: 0 };
/** More than the ten listeners of a kind at which Node warns. */
const AHEAD = 15;

function get(query: string, headers = ''): string {
  return `GET /graphql?query=${encodeURIComponent(query)} HTTP/1.1\r\nhost: a\r\n${headers}\r\n`;
}

/** A connection on which `text` is sent and, until the caller listens, nothing is read. */
function sends(url: string, text: string): Socket {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname, () => socket.write(text));
  socket.on('error', () => {});
  onTestFinished(() => void socket.destroy());
  return socket;
}

async function read(socket: Socket): Promise<string> {
  let got = '';
  socket.setEncoding('utf8').on('data', (text: string) => {
    got += text;
  });
  await once(socket, 'close');
  return got;
}

async function running(url: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Number(/^aigraph_requests_running (\d+)$/m.exec(text)?.[1]);
}

function runs(url: string, many: number): Promise<unknown> {
  return until(
    () => running(url),
    (now) => now === many,
    WITHIN_MS,
  );
}

/** Code and status of the requests that are over. */
function ends(server: TinyServer): unknown[] {
  const lines = server.logged.filter((line) => line.includes('"msg":"request"'));
  return lines.map((line) => JSON.parse(line)).map(({ code, status }) => [code, status]);
}

/** Each hung up, and the next has the only turn. */
async function expectFree(server: TinyServer, hungUp: number): Promise<void> {
  await runs(server.url, 0);
  expect(ends(server)).toEqual(Array.from({ length: hungUp }, () => ['HUNG_UP', 499]));
  expect((await post(server.url, { query: '{ hello }' })).status).toBe(200);
}

describe('requests sent ahead on a connection', () => {
  it('are over when it is reset', async () => {
    const warnings: unknown[] = [];
    const warn = (warning: Error) => void warnings.push(warning.message);
    process.on('warning', warn);
    onTestFinished(() => void process.off('warning', warn));
    const server = await tinyServer({ observe: OBSERVE, limits: { concurrentRequests: AHEAD, waitingRequests: 1 } });
    const ahead = AHEAD - 1;
    // Held by the first, whose reply has to be sent before.
    const socket = sends(server.url, get('{ slow }') + get('{ hello }').repeat(ahead + 1));
    await server.slowBegan;
    await runs(server.url, AHEAD + 1);
    socket.resetAndDestroy();
    await expectFree(server, AHEAD + 1);
    // All turns are there again, not one alone.
    const again = sends(server.url, get('{ hello }').repeat(ahead) + get('{ hello }', 'connection: close\r\n'));
    expect((await read(again)).match(/HTTP\/1.1 200 OK/g)).toHaveLength(AHEAD);
    expect(warnings).toEqual([]);
  });

  it('are answered in their order for who stays', async () => {
    const server = await tinyServer({ observe: OBSERVE });
    const queries = Array.from({ length: AHEAD }, (_one, i) => get(`{ hello(name: "${i}") }`)).join('');
    const socket = sends(server.url, get('{ slow }') + queries + get('{ loud(name: "x") }', 'connection: close\r\n'));
    await server.slowBegan;
    await runs(server.url, AHEAD + 2);
    server.release();
    const answers = [...(await read(socket)).matchAll(/"data":\{"\w+":"([\w ]+)"/g)].map(([, value]) => value);
    expect(answers).toEqual(['done', ...Array.from({ length: AHEAD }, (_one, i) => `hello ${i}`), 'X']);
    await runs(server.url, 0);
    expect(ends(server)).toEqual(Array.from({ length: AHEAD + 2 }, () => [null, 200]));
  });
});

describe('a client', () => {
  it('that hangs up while it is being told who asks takes no turn', async () => {
    let tell = () => {};
    const told = new Promise<void>((resolve) => {
      tell = resolve;
    });
    const access = { ...ANYONE, identify: () => told.then(() => ANONYMOUS) };
    const limits = { concurrentRequests: 1, waitingRequests: 0 };
    const server = await tinyServer({ observe: OBSERVE, access, limits });
    const sockets = [get('{ hello }'), get('{ hello }').repeat(2)].map((text) => sends(server.url, text));
    await runs(server.url, 3);
    for (const socket of sockets) socket.destroy();
    await runs(server.url, 0);
    tell();
    await expectFree(server, 3);
  });

  it('that does not read its answer loses the connection after a while', async () => {
    const limits = { concurrentRequests: 1, waitingRequests: 0, sendTimeoutMs: 1_400 };
    const server = await tinyServer({ observe: OBSERVE, requestTimeoutMs: 100, limits });
    // More than the system takes of what nobody reads.
    const [times, name] = [1_000, 'x'.repeat(50_000)];
    const body = JSON.stringify({ query: `{ hello(name: "${name}", times: ${times}) }` });
    const head = 'POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\n';
    const socket = sends(server.url, `${head}content-length: ${body.length}\r\n\r\n${body}`);
    await until(
      async () => ends(server),
      ([first]) => first !== undefined,
      WITHIN_MS,
    );
    await expectFree(server, 1);
    expect((await read(socket)).length).toBeLessThan(times * name.length);
  });

  it.each([
    ['files of the page', '/graphiql/graphiql.min.js', 40],
    ['what nothing answers', `/${'x'.repeat(15_000)}`, 5_000],
    // More replies than both ends have room for: the system gives a connection several megabytes where it can.
    ['a refusal', '/graphql?query=%20', 60_000],
  ])('that asks for %s and does not read loses the connection too', async (_what, path, many) => {
    const patient = { headersTimeoutMs: 120_000, receiveTimeoutMs: 120_000 };
    const { url } = await tinyServer({ requestTimeoutMs: 100, limits: { ...patient, sendTimeoutMs: 400 } });
    const socket = sends(url, `GET ${path} HTTP/1.1\r\nhost: a\r\n\r\n`.repeat(many));
    const isClosed = async () => {
      // Who does not read learns of it by writing.
      if (!socket.destroyed) socket.write('\r\n');
      return socket.closed;
    };
    await until(isClosed, Boolean, WITHIN_MS);
  });

  it('whose URL is malformed is answered, and hung up on', async () => {
    const { url } = await tinyServer();
    const socket = sends(url, 'GET http://[/graphql HTTP/1.1\r\nhost: a\r\n\r\n'.repeat(2));
    expect((await read(socket)).match(/HTTP\/1.1 400/g)).toHaveLength(1);
  });
});
