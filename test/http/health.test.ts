import { describe, expect, it } from 'vitest';
import type { GraphHealth } from '../../src/store/GraphSource.js';
import { tinyServer } from './tinyServer.js';

const READY: GraphHealth = { ready: true, release: '2026.09', revision: 4, staleSince: null, problems: [] };

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

  it('names what is wrong while it is ready', async () => {
    const problems = ['The graph was changed behind the API.'];
    const { url } = await tinyServer({ health: async () => ({ ...READY, problems }) });
    const response = await fetch(`${url}/health/ready`);
    expect([response.status, await response.json()]).toEqual([
      200,
      { status: 'ready', release: '2026.09', revision: 4, problems },
    ]);
  });

  it('is stale but ready while it answers without its database', async () => {
    const staleSince = '2026-12-01T00:00:00Z';
    const problems = ['Neo4j is not reached.'];
    const { url } = await tinyServer({ health: async () => ({ ...READY, staleSince, problems }) });
    const response = await fetch(`${url}/health/ready`);
    expect([response.status, await response.json()]).toEqual([
      200,
      { status: 'stale', release: '2026.09', revision: 4, since: staleSince, problems },
    ]);
  });

  it('is live but not ready while nothing can be read, and says why', async () => {
    const problems = ['Neo4j is not reached.'];
    const { url } = await tinyServer({
      health: async () => ({ ready: false, release: null, revision: null, staleSince: null, problems }),
    });
    expect((await fetch(`${url}/health/live`)).status).toBe(200);
    const response = await fetch(`${url}/health/ready`);
    expect([response.status, await response.json()]).toEqual([503, { status: 'unavailable', problems }]);
  });

  it('is not ready while its own check fails, and keeps the reason in the log', async () => {
    const { url, logged } = await tinyServer({ health: () => Promise.reject(new Error('secret of the store')) });
    const response = await fetch(`${url}/health/ready`);
    expect([response.status, await response.json()]).toEqual([
      503,
      { status: 'unavailable', problems: ['The store does not answer; see the log.'] },
    ]);
    expect(logged.join()).toContain('secret of the store');
  });
});
