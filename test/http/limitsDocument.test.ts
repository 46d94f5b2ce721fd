import { describe, expect, it } from 'vitest';
import { DOCUMENT_LIMITS } from '../../src/server/limits/limitDocument.js';
import { post, tinyServer } from './tinyServer.js';

const many = (count: number, of: (i: number) => string) => Array.from({ length: count }, (_, i) => of(i)).join(' ');
const nested = (depth: number) => `${'shape { same { '.repeat(depth)} hello ${'} }'.repeat(depth)}`;

const TOO_MUCH: readonly (readonly [keyof typeof DOCUMENT_LIMITS, string, string])[] = [
  [
    'aliases',
    `{ ${many(101, (i) => `a${i}: __typename`)} }`,
    'Expected at most 100 aliases in a document but got: 101.',
  ],
  ['aliases', `{ ${many(2_400, (i) => `a${i}: __typename`)} }`, 'but got: 2400.'],
  ['fields', `{ ${many(5_000, () => 'hello')} }`, 'Expected at most 1000 fields in a document but got: 5000.'],
  ['repeats', `{ ${many(52, () => 'hello')} }`, 'Expected at most 50 repeated fields in a document but got: 51.'],
  [
    'rootFields',
    `{ ${many(51, (i) => `a${i}: hello`)} }`,
    'Expected at most 50 root fields in a document but got: 51.',
  ],
  [
    'rootFields',
    `{ ...F ...F ...F } fragment F on Query { ${many(20, (i) => `a${i}: hello`)} }`,
    'Expected at most 50 root fields in a document but got: 60.',
  ],
  ['directives', `{ hello ${many(51, () => '@skip(if: false)')} }`, 'at most 50 directives in a document but got: 51.'],
  [
    'variables',
    `query (${many(101, (i) => `$v${i}: Int`)}) { hello }`,
    'Expected at most 100 variables in a document but got: 101.',
  ],
  [
    'fragments',
    `{ ...F0 } ${many(51, (i) => `fragment F${i} on Query { hello ...F${i + 1} }`)}`,
    'at most 50 fragments in a document but got: 51.',
  ],
  [
    'selections',
    `{ shape { ...F0 } } ${many(24, (i) => `fragment F${i} on Shape { ...F${i + 1} ...F${i + 1} }`)} fragment F24 on Shape { name }`,
    'Expected at most 10000 selections, counting fragments wherever they are spread, in a document but got: 50331648.',
  ],
  ['depth', `{ ${nested(15)} }`, 'at most 30 levels of selections in a document but got: 31.'],
  ['depth', `{ ...A } fragment A on Query { ${nested(15)} }`, 'but got: 32.'],
  ['depth', `{ ${many(98, () => '... {')} hello ${many(98, () => '}')} }`, 'but got: 99.'],
];

describe('a document', () => {
  it.each(TOO_MUCH)('has no more %s than a limit: %.40s', async (name, query, message) => {
    const { url } = await tinyServer();
    const { status, body } = await post(url, { query });
    expect(status).toBe(400);
    expect(body).toMatchObject({
      errors: expect.arrayContaining([
        expect.objectContaining({
          message: expect.stringContaining(message),
          extensions: {
            code: 'QUERY_TOO_EXPENSIVE',
            limit: { name, max: DOCUMENT_LIMITS[name], got: expect.any(Number) },
          },
        }),
      ]),
    });
    expect((await post(url, { query: '{ hello }' })).status).toBe(200);
  });

  it('may have as much as each limit', async () => {
    const { url } = await tinyServer();
    const queries = [
      `{ ${many(50, (i) => `a${i}: hello`)} }`,
      `{ shape { ${many(51, () => 'name')} ${many(100, (i) => `a${i}: name`)} } }`,
      `{ ${nested(14)} }`,
    ];
    for (const query of queries) expect(JSON.stringify(await post(url, { query }))).not.toContain('Expected at most');
  });

  it('that spreads a fragment in itself is refused', async () => {
    const { url } = await tinyServer();
    const query = '{ shape { ...A } } fragment A on Shape { ...B } fragment B on Shape { ...A }';
    expect(JSON.stringify((await post(url, { query })).body)).toContain('Cannot spread fragment');
  });

  it('is told ten mistakes at most', async () => {
    const { url } = await tinyServer();
    const { body } = await post(url, { query: `{ ${many(50, (i) => `nothing${i}`)} }` });
    const { errors } = body as { errors: { message: string }[] };
    expect(errors.length).toBe(10);
    expect(errors[9]?.message).toContain('Too many validation errors');
  });
});

describe('variables', () => {
  it.each([
    ['values', { list: Array.from({ length: 10_001 }, () => 1) }, 'Expected variables of at most 10000 values'],
    ['values', Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`v${i}`, 1])), 'at most 10000 values'],
    ['characters', { n: 'x'.repeat(300_000) }, 'Expected variables of at most 262144 characters in all texts'],
  ])('have no more %s than a limit', async (name, variables, message) => {
    const { url } = await tinyServer();
    const { status, body } = await post(url, { query: 'query ($n: String) { hello(name: $n) }', variables });
    expect(status).toBe(400);
    expect(JSON.stringify(body)).toContain(message);
    expect(body).toMatchObject({
      errors: [
        { extensions: { code: 'BAD_USER_INPUT', limit: { name: expect.stringMatching(new RegExp(name, 'i')) } } },
      ],
    });
  });
});
