import { describe, expect, it } from 'vitest';
import { closeDeadlineMs } from '../../src/server/closeDeadlineMs.js';
import { post, tinyServer } from './tinyServer.js';

describe('close', () => {
  it.each([
    // 30 s to answer, 10 s to send, 5 s for the rest.
    [30_000, 45_000],
    [100, 15_100],
    [600_000, 615_000],
  ])('may take longer than a request of %i ms with its answer: %i ms', (requestTimeoutMs, expected) => {
    expect(closeDeadlineMs(requestTimeoutMs)).toBe(expected);
  });

  it('answers what runs and refuses what comes', async () => {
    const server = await tinyServer();
    const running = post(server.url, { query: '{ slow }' });
    await server.slowBegan;
    const closed = server.close();
    await expect(post(server.url, { query: '{ hello }' })).rejects.toThrow();
    server.release();
    expect(await running).toEqual({ status: 200, body: { data: { slow: 'done' } } });
    await closed;
  });
});
