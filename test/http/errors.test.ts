import { describe, expect, it } from 'vitest';
import { post, tinyServer } from './tinyServer.js';

async function ask(query: string, variables: Record<string, unknown> = {}) {
  const server = await tinyServer();
  const reply = await post(server.url, { query, variables });
  expect((await post(server.url, { query: '{ hello }' })).status).toBe(200);
  return { ...reply, logged: server.logged };
}

describe('errors', () => {
  it('gives a kind of ours as the code, with status 200', async () => {
    expect(await ask('{ unknown }')).toMatchObject({
      status: 200,
      body: {
        data: { unknown: null },
        errors: [
          {
            message: 'No company has the id "company:opnai". Did you mean "company:openai"?',
            path: ['unknown'],
            extensions: { code: 'NOT_FOUND' },
          },
        ],
      },
    });
  });

  it('keeps what answered beside what failed', async () => {
    expect(await ask('{ hello tooShallow }')).toMatchObject({
      status: 200,
      body: {
        data: { hello: 'hello world', tooShallow: null },
        errors: [{ message: 'Expected maxDepth in 1..10 but got: 0.', extensions: { code: 'BAD_USER_INPUT' } }],
      },
    });
  });

  it('masks the unknown and logs it whole', async () => {
    const { status, body, logged } = await ask('{ broken }');
    expect(status).toBe(200);
    expect(body).toEqual({
      data: { broken: null },
      errors: [
        {
          message: 'Internal server error.',
          path: ['broken'],
          locations: [{ line: 1, column: 3 }],
          extensions: { code: 'INTERNAL_SERVER_ERROR' },
        },
      ],
    });
    expect(logged.join()).toContain('secret of the store');
    expect(logged.join()).toContain('tinyServer.ts');
  });

  it('refuses a text that is not GraphQL', async () => {
    expect(await ask('{ hello')).toMatchObject({
      status: 400,
      body: { errors: [{ extensions: { code: 'GRAPHQL_PARSE_FAILED' } }] },
    });
  });

  it('refuses an unknown field and suggests one', async () => {
    expect(await ask('{ helo }')).toMatchObject({
      status: 400,
      body: {
        errors: [
          {
            message: 'Cannot query field "helo" on type "Query". Did you mean "hello"?',
            extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
          },
        ],
      },
    });
  });

  it('refuses a variable of the wrong type', async () => {
    expect(await ask('query ($t: Int) { hello(times: $t) }', { t: 'many' })).toMatchObject({
      status: 400,
      body: { errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] },
    });
  });

  it.each([
    ['an operation that the schema lacks', 'mutation { x }', {}, /not configured to execute mutation/],
    ['null for what must not be null', 'query ($n: String = "a") { loud(name: $n) }', { n: null }, /must not be null/],
    ['a condition that is null', 'query ($c: Boolean! = true) { hello @include(if: $c) }', { c: null }, /\$c/],
  ])('says that %s is the client’s mistake', async (_what, query, variables, message) => {
    const { body, logged } = await ask(query, variables);
    expect(body).toMatchObject({
      errors: [{ message: expect.stringMatching(message), extensions: { code: 'BAD_USER_INPUT' } }],
    });
    expect(logged.join()).not.toContain('a resolver failed');
  });

  it('masks what graphql-js finds wrong with a result', async () => {
    const { body, logged } = await ask('{ shape { name } }');
    expect(body).toMatchObject({
      errors: [{ message: 'Internal server error.', extensions: { code: 'INTERNAL_SERVER_ERROR' } }],
    });
    expect(logged.join()).toContain('Shape');
  });

  it.each([1_000, 3_000, 100_000])('refuses variables that are nested %i deep', async (depth) => {
    const filter = `${'{"not":'.repeat(depth)}{}${'}'.repeat(depth)}`;
    const query = 'query ($filter: Filter) { deep(filter: $filter) }';
    const server = await tinyServer();
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: `{"query":${JSON.stringify(query)},"variables":{"filter":${filter}}}`,
    });
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
    expect(server.logged.join()).not.toContain('a resolver failed');
    expect((await post(server.url, { query: '{ hello }' })).status).toBe(200);
  });

  it('refuses a literal that is nested thousands deep', async () => {
    const depth = 2_400;
    const { status, body } = await ask(`{ deep(filter: ${'{not:'.repeat(depth)}{}${'}'.repeat(depth)}) }`);
    expect(status).toBe(400);
    expect(body).toMatchObject({ errors: [{ extensions: { code: 'QUERY_TOO_EXPENSIVE' } }] });
  });

  it('refuses a query of more than 10,000 tokens', async () => {
    const { status, body } = await ask(`{ ${'hello '.repeat(10_001)} }`);
    expect(status).toBe(400);
    expect(body).toEqual({
      errors: [
        {
          message: 'Expected at most 10000 tokens in a document but got more.',
          locations: [{ line: 1, column: expect.any(Number) }],
          extensions: { code: 'QUERY_TOO_EXPENSIVE', limit: { name: 'tokens', max: 10_000 } },
        },
      ],
    });
  });
});
