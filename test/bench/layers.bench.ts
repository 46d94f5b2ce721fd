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
import { MemoryWriter } from '../../src/store/memory/MemoryWriter.js';
import { SHAPES } from './shapes.js';

const WARM_UP = 300;
const RUNS = 1000;
const TYPE_NAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/** Where the time of an answer goes, in process; HTTP is what `throughput` shows beyond it. */
it('where the time goes, in microseconds an answer', async () => {
  const store = await loadDataset([SHIPPED_SEEDS], new MemoryWriter());
  const context = () => buildContext(store, { materialiseAt, now: () => new Date() });
  const schema = buildSchema();
  const bare = buildASTSchema(parse(printSchema(schema)));
  const apollo = createApollo<Awaited<ReturnType<typeof context>>>(schema, pino({ level: 'silent' }));
  await apollo.start();

  for (const [name, query] of Object.entries(SHAPES)) {
    const document = parse(query);
    const typed = withTypeNames(query);
    const { data: rootValue } = await graphql({ schema, source: typed, contextValue: await context() });
    const answer = await execute({ schema, document, contextValue: await context() });
    const body = { query };
    const headers = new HeaderMap([['content-type', 'application/json']]);
    const httpGraphQLRequest = { method: 'POST', headers, search: '', body };

    const whole = await time(() => apollo.executeHTTPGraphQLRequest({ httpGraphQLRequest, context }));
    const executed = await time(async () => execute({ schema, document, contextValue: await context() }));
    const bareExecuted = await time(() => execute({ schema: bare, document, rootValue }));
    const written = await time(() => JSON.stringify(answer));
    const parsed = await time(() => validate(schema, parse(query)));
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

async function time(work: () => unknown): Promise<number> {
  for (let i = 0; i < WARM_UP; i++) await work();
  const started = performance.now();
  for (let i = 0; i < RUNS; i++) await work();
  return Math.round(((performance.now() - started) * 1000) / RUNS);
}
