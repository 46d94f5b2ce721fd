import { readFileSync } from 'node:fs';
import type { Logger } from 'pino';
import { buildSchema } from '../resolvers/index.js';
import type { GraphFigures } from '../store/GraphFigures.js';
import type { WebRules } from './access/registerWebRules.js';
import { Caching } from './caching/Caching.js';
import { createExecutor } from './createExecutor.js';
import { DEFAULT_LIMITS, type Limits } from './limits/Limits.js';
import { tracedBatch } from './observe/traces.js';
import type { ServedGraph } from './ServedGraph.js';
import { type ObserveOptions, type RunningServer, serve } from './serve.js';

export interface StartOptions extends ServedGraph {
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  /** From a request's arrival to its answer. */
  readonly requestTimeoutMs: number;
  readonly logger: Logger;
  readonly observe?: ObserveOptions | undefined;
  readonly figures?: (() => GraphFigures) | undefined;
  readonly limits?: Partial<Limits> | undefined;
  readonly web?: WebRules;
}

/** Serves the graph's schema from a source; the source stays the caller's to close. */
export async function startServer(options: StartOptions): Promise<RunningServer> {
  const { responseCacheMb } = { ...DEFAULT_LIMITS, ...options.limits };
  const caching = new Caching({ bytes: responseCacheMb * 1024 * 1024, version: ownVersion(), now: options.now });
  return serve({
    ...options,
    schema: buildSchema(),
    execute: createExecutor({ ...options, caching, observeBatch: tracedBatch }),
    health: () => options.source.health(),
    kept: () => caching.kept,
    write: (result) => caching.write(result),
  });
}

function ownVersion(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return String(JSON.parse(text).version);
}
