import { readFileSync } from 'node:fs';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SHIPPED_SEEDS } from '../../src/config.js';
import { materialiseAt } from '../../src/derive/materialiseAt.js';
import { loadDataset } from '../../src/seeding/loadDataset.js';
import { EXAMPLE_QUERIES } from '../../src/server/exampleQueries.js';
import type { RunningServer } from '../../src/server/serve.js';
import { startServer } from '../../src/server/startServer.js';
import { ANYONE } from '../../src/server/WriteAccess.js';
import { FixedSource } from '../../src/store/memory/FixedSource.js';
import { MemoryWriter } from '../../src/store/memory/MemoryWriter.js';
import { ReadOnlyEditor } from '../../src/store/ReadOnlyEditor.js';
import { imagine } from '../../src/wiring/imagine.js';
import { post } from './tinyServer.js';

const README = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
/** A query, and the data of the answer that follows it; `npm run readme:update` writes the answers. */
const EXAMPLE = /```graphql\n([\s\S]*?)```\s+(?:[^\n`]+\s+)?```json\n([\s\S]*?)```/g;

/** Beside the data in every answer; the README shows the data alone. */
const EXTENSIONS = { revision: 1 };

let server: RunningServer;

beforeAll(async () => {
  const store = await loadDataset([SHIPPED_SEEDS], new MemoryWriter());
  const logger = pino({ level: 'silent' });
  // Later than every release, and the same on every day: what is known "now" must not change the answers.
  const now = () => new Date('2100-01-01T00:00:00Z');
  server = await startServer({
    source: new FixedSource(store),
    editor: new ReadOnlyEditor(),
    access: ANYONE,
    materialiseAt,
    imagine,
    now,
    logger,
    host: '127.0.0.1',
    port: 0,
    requestTimeoutMs: 30_000,
  });
});

afterAll(() => server?.close());

const examples = [...README.matchAll(EXAMPLE)].map(([, query = '', answer = '']) => ({
  title: query.split('\n', 1)[0],
  query,
  answer,
}));

describe('README', () => {
  it('answers every query that it shows', () => {
    expect(examples.length).toBe(README.match(/```graphql\n/g)?.length);
  });

  it.each(examples)('is answered as it says: $title', async ({ query, answer }) => {
    const { status, body } = await post(server.url, { query });
    expect(status).toBe(200);
    expect(body).toEqual({ data: JSON.parse(answer), extensions: EXTENSIONS });
  });
});

describe('GraphiQL', () => {
  it.each(EXAMPLE_QUERIES)('has its tab $title answered', async ({ query }) => {
    const { status, body } = await post(server.url, { query });
    expect({ status, body }).toEqual({ status: 200, body: { data: expect.anything(), extensions: EXTENSIONS } });
  });

  it.each(EXAMPLE_QUERIES)('names its tab $title after the operation', ({ title, query }) => {
    expect(query).toContain(`query ${title} {`);
  });
});
