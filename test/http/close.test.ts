import { describe, expect, it } from 'vitest';
import { post, tinyServer } from './tinyServer.js';

describe('close', () => {
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
