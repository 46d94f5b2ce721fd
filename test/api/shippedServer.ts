import { pino } from 'pino';
import { materialiseAt } from '../../src/derive/materialiseAt.js';
import { loadDataset } from '../../src/seeding/loadDataset.js';
import { startServer } from '../../src/server/startServer.js';
import { ANYONE } from '../../src/server/WriteAccess.js';
import { FixedSource } from '../../src/store/memory/FixedSource.js';
import { MemoryWriter } from '../../src/store/memory/MemoryWriter.js';
import { ReadOnlyEditor } from '../../src/store/ReadOnlyEditor.js';
import { imagine } from '../../src/wiring/imagine.js';
import type { Answer } from './graph.js';

const SEEDS = new URL('../../seeds/', import.meta.url).pathname;

export interface Reply {
  readonly status: number;
  readonly data: Answer;
  readonly errors: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

/** The shipped facts behind a real server on a port of its own. */
export interface ShippedServer {
  /** One question over HTTP; fails the test where there are errors. */
  ask(query: string): Promise<Answer>;
  /** The same, with whatever comes back. */
  post(query: string, variables?: Record<string, unknown>): Promise<Reply>;
  close(): Promise<void>;
}

export async function startShippedServer(): Promise<ShippedServer> {
  const store = await loadDataset([SEEDS], new MemoryWriter());
  const logger = pino({ level: 'silent' });
  const now = () => new Date('2026-12-01T00:00:00Z');
  const graph = {
    source: new FixedSource(store),
    editor: new ReadOnlyEditor(),
    access: ANYONE,
    materialiseAt,
    imagine,
    now,
  };
  const server = await startServer({ ...graph, host: '127.0.0.1', port: 0, requestTimeoutMs: 30_000, logger });
  const post = async (query: string, variables: Record<string, unknown> = {}): Promise<Reply> => {
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    const body: unknown = await response.json();
    return { status: response.status, data: {}, errors: [], ...(typeof body === 'object' ? body : {}) };
  };
  return {
    post,
    ask: async (query) => {
      const { data, errors } = await post(query);
      if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'));
      return data;
    },
    close: () => server.close(),
  };
}
