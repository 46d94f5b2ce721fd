import { connect, type Socket } from 'node:net';
import fastify, { type preHandlerHookHandler } from 'fastify';
import { describe, expect, it, onTestFinished } from 'vitest';
import { shareLoop } from '../../src/server/limits/shareLoop.js';

const REQUESTS = 40;
const EACH_MS = 6;

/** How many requests were answered in each turn of the event loop, all of them sent at once. */
async function answersATurn(...preHandler: preHandlerHookHandler[]): Promise<readonly number[]> {
  const app = fastify();
  onTestFinished(() => app.close());
  const turns = new Map<number, number>();
  let turn = 0;
  app.get('/', { preHandler }, async () => {
    const until = performance.now() + EACH_MS;
    while (performance.now() < until);
    turns.set(turn, (turns.get(turn) ?? 0) + 1);
    return 'done';
  });
  const { port } = new URL(await app.listen({ host: '127.0.0.1', port: 0 }));
  // Connected and accepted before, so that all requests arrive together.
  let accepted = 0;
  const ready = new Promise<void>((resolve) => {
    app.server.on('connection', () => ++accepted === REQUESTS && resolve());
  });
  const sockets = await Promise.all(Array.from({ length: REQUESTS }, () => connected(Number(port))));
  let isOver = false;
  const count = () => {
    turn++;
    if (!isOver) setImmediate(count);
  };
  count();
  await ready;
  const request = 'GET / HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n';
  const replies = await Promise.all(sockets.map((socket) => sent(socket, request)));
  isOver = true;
  for (const reply of replies) expect(reply).toMatch(/^HTTP\/1\.1 200 OK/);
  return [...turns.values()];
}

function connected(port: number): Promise<Socket> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket));
  });
}

function sent(socket: Socket, request: string): Promise<string> {
  return new Promise((resolve) => {
    let reply = '';
    socket.setEncoding('utf8').on('data', (text: string) => {
      reply += text;
    });
    socket.once('close', () => resolve(reply));
    socket.write(request);
  });
}

describe('many requests at once', () => {
  it('take no more than a slice of one turn of the event loop, and all are answered', async () => {
    const answers = await answersATurn(shareLoop());
    expect(answers.reduce((sum, n) => sum + n, 0)).toBe(REQUESTS);
    expect(Math.max(...answers)).toBeLessThanOrEqual(3);
  });

  it('take all of it where nobody shares', async () => {
    expect(Math.max(...(await answersATurn()))).toBeGreaterThan(3);
  });
});
