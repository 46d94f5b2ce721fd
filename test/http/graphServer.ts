import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import { materialiseAt } from '../../src/derive/materialiseAt.js';
import type { TraversalsOf } from '../../src/resolvers/context.js';
import type { Access } from '../../src/server/access/Access.js';
import type { WebRules } from '../../src/server/access/registerWebRules.js';
import type { Limits } from '../../src/server/limits/Limits.js';
import type { ObserveOptions } from '../../src/server/serve.js';
import { startServer } from '../../src/server/startServer.js';
import { ANYONE } from '../../src/server/WriteAccess.js';
import type { GraphEditor } from '../../src/store/GraphEditor.js';
import type { GraphSource } from '../../src/store/GraphSource.js';
import { ReadOnlyEditor } from '../../src/store/ReadOnlyEditor.js';
import { imagine } from '../../src/wiring/imagine.js';

interface Served {
  readonly source: GraphSource;
  readonly editor?: GraphEditor;
  readonly access?: Access;
  readonly web?: WebRules;
  readonly requestTimeoutMs?: number;
  readonly traversalsOf?: TraversalsOf;
  readonly observe?: ObserveOptions;
  readonly limits?: Partial<Limits>;
}

export interface GraphReply {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Headers;
}

export interface GraphServer {
  readonly url: string;
  /** One POST; headers may repeat. */
  ask(query: string, headers?: readonly (readonly [string, string])[], signal?: AbortSignal): Promise<GraphReply>;
}

/** The whole schema over any source, closed with the test. */
export async function graphServer(served: Served): Promise<GraphServer> {
  const server = await startServer({
    editor: new ReadOnlyEditor(),
    access: ANYONE,
    requestTimeoutMs: 30_000,
    ...served,
    materialiseAt,
    imagine,
    now: () => new Date('2026-12-01T00:00:00Z'),
    host: '127.0.0.1',
    port: 0,
    logger: pino({ level: 'silent' }),
  });
  onTestFinished(() => server.close());
  return {
    url: server.url,
    ask: async (query, extra = [], signal) => {
      const headers = new Headers({ 'content-type': 'application/json' });
      for (const [name, value] of extra) headers.append(name, value);
      const response = await fetch(`${server.url}/graphql`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ query }),
        signal: signal ?? null,
      });
      return { status: response.status, body: await response.json(), headers: response.headers };
    },
  };
}
