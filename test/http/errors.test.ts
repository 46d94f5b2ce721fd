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

  it('refuses a query of more than 10,000 tokens', async () => {
    const { status, body } = await ask(`{ ${'hello '.repeat(10_001)} }`);
    expect(status).toBe(400);
    expect(body).toMatchObject({ errors: [{ extensions: { code: 'GRAPHQL_PARSE_FAILED' } }] });
  });
});
