import { makeExecutableSchema } from '@graphql-tools/schema';
import { execute } from 'graphql';
import { type Logger, pino } from 'pino';
import { onTestFinished } from 'vitest';
import { badInput, notFound } from '../../src/model/errors.js';
import type { Execute } from '../../src/server/Execute.js';
import { type RunningServer, type ServeOptions, serve } from '../../src/server/serve.js';
import type { GraphHealth } from '../../src/store/GraphSource.js';

const HEALTHY: GraphHealth = { ready: true, release: '2026.09', revision: 1, staleSince: null, problems: [] };

const typeDefs = /* GraphQL */ `
  type Query {
    hello(name: String = "world", times: Int = 1): String
    deep(filter: Filter): String
    loud(name: String!): String
    shape: Shape
    unknown: String
    tooShallow: String
    broken: String
    slow: String
  }

  input Filter {
    not: Filter
  }

  interface Shape {
    name: String
    same: Query
  }

  type Circle implements Shape {
    name: String
    same: Query
  }
`;

/** What a test can steer and see of its server. */
export interface TinyServer extends RunningServer {
  /** Lets `slow` answer. */
  readonly release: () => void;
  /** Resolves when `slow` has begun. */
  readonly slowBegan: Promise<void>;
  /** Log lines, whole. */
  readonly logged: string[];
}

/** Serves a schema of a few fields, each of which shows one way to answer or fail; closed with the test. */
export async function tinyServer({
  health = async () => HEALTHY,
  ...options
}: Partial<ServeOptions> = {}): Promise<TinyServer> {
  const logged: string[] = [];
  const logger: Logger = pino({ level: 'info' }, { write: (line: string) => void logged.push(line) });
  const gate = deferred();
  const began = deferred();
  const schema = makeExecutableSchema({
    typeDefs,
    resolvers: {
      Query: {
        hello: (_parent: unknown, { name, times }: { name: string; times: number }) =>
          Array.from({ length: times }, () => `hello ${name}`).join(' '),
        unknown: () => {
          throw notFound('company', 'company:opnai', ['company:openai']);
        },
        tooShallow: () => {
          throw badInput('maxDepth in 1..10', 0);
        },
        deep: () => 'read',
        loud: (_parent: unknown, { name }: { name: string }) => name.toUpperCase(),
        shape: () => ({ name: 'without a type' }),
        broken: () => {
          throw new Error('secret of the store');
        },
        slow: async () => {
          began.resolve();
          await gate.promise;
          return 'done';
        },
      },
    },
  });
  const host = '127.0.0.1';
  const served = { schema, execute: plainly, health, requestTimeoutMs: 30_000, host, port: 0, logger };
  const server = await serve({ ...served, ...options });
  onTestFinished(async () => {
    gate.resolve();
    await server.close();
  });
  return { ...server, release: gate.resolve, slowBegan: began.promise, logged };
}

/** With graphql-js alone: no graph stands behind the schema. */
const plainly: Execute = async ({ schema, document, operationName, variableValues }) => ({
  result: await execute({ schema, document, operationName, variableValues }),
  headers: new Map(),
});

/** A POST of JSON. */
export async function post(url: string, body: unknown): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
}

function deferred(): { promise: Promise<void>; resolve: () => void } {
  let resolve: () => void = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
