import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ShippedServer, startShippedServer } from './shippedServer.js';

let server: ShippedServer;
beforeAll(async () => {
  server = await startShippedServer();
});
afterAll(() => server.close());

describe('bad input over HTTP', () => {
  const refused: readonly [what: string, query: string, status: number, code: string, message: RegExp][] = [
    [
      'a malformed id',
      '{ dependencies(of: "openai") { totalCount } }',
      200,
      'BAD_USER_INPUT',
      /^Expected an id such as/,
    ],
    [
      'an unknown id',
      '{ dependencies(of: "company:opnai") { totalCount } }',
      200,
      'NOT_FOUND',
      /Did you mean "company:openai"\?$/,
    ],
    [
      'first: 0',
      '{ companies(first: 0) { totalCount } }',
      200,
      'BAD_USER_INPUT',
      /^Expected first in 1\.\.100 but got: 0\.$/,
    ],
    [
      'maxDepth: 99',
      '{ dependencies(of: "company:openai", maxDepth: 99) { totalCount } }',
      200,
      'BAD_USER_INPUT',
      /^Expected maxDepth in 1\.\.10 but got: 99\.$/,
    ],
    [
      'a forged cursor',
      '{ companies(after: "Zm9yZ2Vk") { totalCount } }',
      200,
      'BAD_USER_INPUT',
      /^Expected a cursor from this connection but got: "Zm9yZ2Vk"\.$/,
    ],
    [
      'an unknown enum',
      '{ dependencies(of: "company:openai", kinds: [LOVE]) { totalCount } }',
      400,
      'GRAPHQL_VALIDATION_FAILED',
      /does not exist in "DependencyKind" enum/,
    ],
    [
      'a day that does not exist',
      '{ dependencies(of: "company:openai", asOf: "2025-02-30") { totalCount } }',
      400,
      'BAD_USER_INPUT',
      /^Expected a date such as 2025-11-03 but got: "2025-02-30"\.$/,
    ],
  ];
  for (const [what, query, status, code, message] of refused) {
    test(`${what} is refused in words, and the server serves on`, async () => {
      const reply = await server.post(query);
      expect(reply.status).toBe(status);
      expect(reply.errors[0]?.message).toMatch(message);
      expect(reply.errors[0]?.extensions.code).toBe(code);
      expect(await server.ask('{ dataset { release } }')).toEqual({ dataset: { release: '2026.09' } });
    });
  }

  test.each(['id', 'id aliases', 'id timeline(first: 0) { totalCount }'])(
    'lists within lists without end are refused before others have to wait, of %s',
    async (fields) => {
      const deep = (depth: number): string =>
        depth === 0 ? '' : `dependencies { edges { node { ${fields} ${deep(depth - 1)} } } }`;
      const began = performance.now();
      const reply = await server.post(`{ company(id: "company:openai") { ${deep(40)} } }`);
      // Of seconds: without a bound it is all of the thirty that a request has.
      expect(performance.now() - began).toBeLessThan(10_000);
      expect(reply.errors.map(({ extensions }) => extensions.code)).toContain('QUERY_TOO_EXPENSIVE');
      expect(await server.ask('{ dataset { release } }')).toEqual({ dataset: { release: '2026.09' } });
    },
  );

  test('a day that does not exist is refused as a variable, too', async () => {
    const reply = await server.post(
      'query ($asOf: Date) { dependencies(of: "company:openai", asOf: $asOf) { totalCount } }',
      { asOf: '2025-02-30' },
    );
    expect(reply.status).toBe(400);
    expect(reply.errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});
