import { HeaderMap } from '@apollo/server';
import {
  buildASTSchema,
  execute,
  type FieldNode,
  graphql,
  Kind,
  parse,
  print,
  printSchema,
  validate,
  visit,
} from 'graphql';
import { pino } from 'pino';
import { it } from 'vitest';
import { SHIPPED_SEEDS } from '../../src/config.js';
import { materialiseAt } from '../../src/derive/materialiseAt.js';
import { buildContext } from '../../src/resolvers/context.js';
import { buildSchema } from '../../src/resolvers/index.js';
import { loadDataset } from '../../src/seeding/loadDataset.js';
import { createApollo } from '../../src/server/createApollo.js';
import { createExecutor } from '../../src/server/createExecutor.js';
import { DEFAULT_LIMITS } from '../../src/server/limits/Limits.js';
import { RateLimit } from '../../src/server/limits/rate/RateLimit.js';
import { endlessScope } from '../../src/server/RequestScope.js';
import { ANYONE } from '../../src/server/WriteAccess.js';
import { FixedSource } from '../../src/store/memory/FixedSource.js';
import { MemoryWriter } from '../../src/store/memory/MemoryWriter.js';
import { ReadOnlyEditor } from '../../src/store/ReadOnlyEditor.js';
import { imagine } from '../../src/wiring/imagine.js';
import { SHAPES } from './shapes.js';

const TURNS = 15;
const RUNS = 100;
const TYPE_NAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/** Where the time of an answer goes, in process; HTTP is what `throughput` shows beyond it. */
it('where the time goes, in microseconds an answer', async () => {
  const store = await loadDataset([SHIPPED_SEEDS], new MemoryWriter());
  const options = { materialiseAt, imagine, now: () => new Date() };
  const context = () => buildContext(store, options);
  const graph = { ...options, source: new FixedSource(store), editor: new ReadOnlyEditor(), access: ANYONE };
  const schema = buildSchema();
  const bare = buildASTSchema(parse(printSchema(schema)));
  const apollo = createApollo({
    schema,
    execute: createExecutor(graph),
    logger: pino({ level: 'silent' }),
    limits: DEFAULT_LIMITS,
    rate: new RateLimit({ perMinute: 0, redis: null, secret: '', report: () => {} }),
    trusted: null,
  });
  await apollo.start();

  for (const [name, query] of Object.entries(SHAPES)) {
    const document = parse(query);
    const typed = withTypeNames(query);
    const { data: rootValue } = await graphql({ schema, source: typed, contextValue: await context() });
    const answer = await execute({ schema, document, contextValue: await context() });
    const body = { query };
    const headers = new HeaderMap([['content-type', 'application/json']]);
    const httpGraphQLRequest = { method: 'POST', headers, search: '', body };

    const [whole, executed, bareExecuted, written, parsed] = await time([
      () => apollo.executeHTTPGraphQLRequest({ httpGraphQLRequest, context: async () => ({ scope: endlessScope() }) }),
      async () => execute({ schema, document, contextValue: await context() }),
      () => execute({ schema: bare, document, rootValue }),
      () => JSON.stringify(answer),
      () => validate(schema, parse(query)),
    ]);
    process.stdout.write(
      `${name}: whole ${whole} = Apollo ${whole - executed - written} + graphql-js ${bareExecuted} + ` +
        `resolvers and store ${executed - bareExecuted} + JSON ${written}; ` +
        `parsing and validating, once a query: ${parsed}\n`,
    );
  }
});

/** The query asking for every type name, so that its answer can be executed again without resolvers. */
function withTypeNames(query: string): string {
  const document = visit(parse(query), {
    SelectionSet: (node) => ({ ...node, selections: [TYPE_NAME, ...node.selections] }),
  });
  return print(document);
}

type Five<T> = readonly [T, T, T, T, T];

/** Microseconds a run of each, taken in turns so that a busy machine slows all alike; the median turn counts. */
async function time(works: Five<() => unknown>): Promise<Five<number>> {
  const turns: Five<number[]> = [[], [], [], [], []];
  for (let turn = 0; turn < TURNS; turn++) {
    for (const [i, work] of works.entries()) {
      const started = performance.now();
      for (let run = 0; run < RUNS; run++) await work();
      turns[i]?.push(((performance.now() - started) * 1000) / RUNS);
    }
  }
  const [a, b, c, d, e] = turns;
  return [median(a), median(b), median(c), median(d), median(e)];
}

function median(values: number[]): number {
  values.sort((a, b) => a - b);
  return Math.round(values[values.length >> 1] ?? 0);
}
