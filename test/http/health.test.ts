import { describe, expect, it } from 'vitest';
import { tinyServer } from './tinyServer.js';

describe('health', () => {
  it('is live while the process runs', async () => {
    const { url } = await tinyServer();
    const response = await fetch(`${url}/health/live`);
    expect([response.status, await response.json()]).toEqual([200, { status: 'live' }]);
  });

  it('is ready with the release that it answers from', async () => {
    const { url } = await tinyServer();
    const response = await fetch(`${url}/health/ready`);
    expect([response.status, await response.json()]).toEqual([
      200,
      { status: 'ready', release: '2026.09', revision: 1 },
    ]);
  });

  it('is live but not ready while the store is away', async () => {
    const { url } = await tinyServer({ meta: () => Promise.reject(new Error('store away')) });
    expect((await fetch(`${url}/health/live`)).status).toBe(200);
    const response = await fetch(`${url}/health/ready`);
    expect([response.status, await response.json()]).toEqual([503, { status: 'unavailable' }]);
  });
});
