import { makeExecutableSchema } from '@graphql-tools/schema';
import { type Logger, pino } from 'pino';
import { onTestFinished } from 'vitest';
import type { DatasetMeta } from '../../src/model/dataset.js';
import { badInput, notFound } from '../../src/model/errors.js';
import { type RunningServer, serve } from '../../src/server/serve.js';

const META: DatasetMeta = {
  title: 'Tiny',
  release: '2026.09',
  revision: 1,
  firstRecordedAt: '2026-10-01T00:00:00Z',
  releasedAt: '2026-10-01T00:00:00Z',
  dataThrough: '2026-09-30',
  licences: [],
  citation: { text: '', bibtex: '' },
  rates: [],
  packs: [],
};

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
  }

  type Circle implements Shape {
    name: String
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
  meta = async () => META,
}: {
  meta?: () => Promise<DatasetMeta>;
} = {}): Promise<TinyServer> {
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
  const server = await serve({ schema, context: async () => ({}), meta, host: '127.0.0.1', port: 0, logger });
  onTestFinished(async () => {
    gate.resolve();
    await server.close();
  });
  return { ...server, release: gate.resolve, slowBegan: began.promise, logged };
}

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
