import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { company } from '../support/records.js';
import { graphOf, pluck } from './graph.js';

const graph = await graphOf({
  entities: [
    company('openai', { name: 'OpenAI' }),
    company('other', { name: 'Other', founded: '2001' }),
    company('third', { name: 'Third', founded: '1999-05' }),
  ],
});

describe('paging', () => {
  const refused: readonly [args: string, message: string][] = [
    ['first: 0', 'Expected first in 1..100 but got: 0.'],
    ['first: -1', 'Expected first in 1..100 but got: -1.'],
    ['first: 101', 'Expected first in 1..100 but got: 101.'],
    ['last: 0', 'Expected last in 1..100 but got: 0.'],
    ['first: 1, last: 1', 'Expected first or last but got: "both".'],
    ['after: "forged"', 'Expected a cursor from this connection but got: "forged".'],
    ['before: ""', 'Expected a cursor from this connection but got: "".'],
  ];
  for (const [args, message] of refused) {
    test(`refuses ${args}`, async () => {
      expect(await graph.refusal(`{ companies(${args}) { totalCount } }`)).toEqual([message]);
    });
  }

  test('refuses the cursor of another list', async () => {
    const [cursor] = pluck(
      await graph.ask('{ companies { pageInfo { startCursor } } }'),
      'companies.pageInfo.startCursor',
    );
    for (const args of ['orderBy: { field: FOUNDED }', 'filter: { name: { eq: "Other" } }']) {
      expect(await graph.refusal(`{ companies(${args}, after: "${cursor}") { totalCount } }`)).toEqual([
        `Expected a cursor from this connection but got: "${String(cursor).slice(0, 80)}${String(cursor).length > 80 ? '…' : ''}".`,
      ]);
    }
  });

  test('goes forwards and backwards over the same list', async () => {
    const page = async (args: string) =>
      graph.ask(`{ companies(${args}) { edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage } } }`);
    const first = await page('first: 1');
    const [cursor] = pluck(first, 'companies.edges.cursor');
    expect(pluck(await page(`first: 5, after: "${cursor}"`), 'companies.edges.node.id')).toEqual([
      'company:other',
      'company:third',
    ]);
    const last = await page('last: 1');
    expect(pluck(last, 'companies.edges.node.id')).toEqual(['company:third']);
    expect(pluck(last, 'companies.pageInfo')).toEqual([{ hasNextPage: false, hasPreviousPage: true }]);
    const [end] = pluck(last, 'companies.edges.cursor');
    expect(pluck(await page(`last: 1, before: "${end}"`), 'companies.edges.node.id')).toEqual(['company:other']);
  });

  test('goes back over lists that are walked, found or nested just as well', async () => {
    const nested = await graphOf({
      entities: [company('a'), company('b', { parent: 'company:a' }), company('c', { parent: 'company:a' })],
      statements: [
        { subject: 'company:b', property: 'parent', object: 'company:a' },
        { subject: 'company:c', property: 'parent', object: 'company:a' },
      ],
      edges: ['b', 'c'].map((slug) => ({ from: 'company:a', to: `company:${slug}`, kind: 'CHIPS' }) as const),
      events: ['2025-01-01', '2025-01-02'].map((date) => ({ date, entities: ['company:a'] }) as const),
    });
    const shown = 'edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage }';
    for (const list of ['subsidiaries', 'dependencies', 'timeline']) {
      const page = async (args: string) => {
        const answer = await nested.ask(`{ company(id: "company:a") { ${list}(${args}) { ${shown} } } }`);
        return { edges: pluck(answer, `company.${list}.edges`), info: pluck(answer, `company.${list}.pageInfo`) };
      };
      const all = await page('first: 2');
      const last = await page('last: 1');
      expect(last, list).toEqual({
        edges: all.edges.slice(1),
        info: [{ hasNextPage: false, hasPreviousPage: true }],
      });
      const before = await page(`last: 1, before: "${pluck(last.edges, 'cursor')[0]}"`);
      expect(before, list).toEqual({
        edges: all.edges.slice(0, 1),
        info: [{ hasNextPage: true, hasPreviousPage: false }],
      });
    }
  });

  test('takes null as if it were not there', async () => {
    const answer = await graph.ask(
      '{ companies(first: null, after: null, filter: null, orderBy: null) { edges { node { id } } } }',
    );
    expect(pluck(answer, 'companies.edges.node.id')).toHaveLength(3);
  });
});

describe('pages of any size', () => {
  const many = graphOf({
    entities: Array.from({ length: 23 }, (_, i) =>
      // Some share a date, some have none.
      company(`c${i}`, { name: `Name ${i % 5}`, founded: i % 3 === 0 ? null : String(2000 + (i % 4)) }),
    ),
  });

  test('neither skip nor repeat, in any order, forwards as backwards', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 25 }),
        fc.constantFrom('NAME', 'FOUNDED'),
        fc.constantFrom('ASC', 'DESC'),
        fc.boolean(),
        async (size, field, direction, isForward) => {
          const { ask } = await many;
          const orderBy = `orderBy: { field: ${field}, direction: ${direction} }`;
          const whole = pluck(
            await ask(`{ companies(first: 100, ${orderBy}) { edges { node { id } } } }`),
            'companies.edges.node.id',
          );
          const seen: unknown[] = [];
          let more = true;
          for (let cursor: unknown = null; more; ) {
            const from = cursor === null ? '' : `, ${isForward ? 'after' : 'before'}: "${cursor}"`;
            const page = await ask(`{
              companies(${isForward ? 'first' : 'last'}: ${size}, ${orderBy}${from}) {
                edges { node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
              }
            }`);
            const ids = pluck(page, 'companies.edges.node.id');
            if (isForward) seen.push(...ids);
            else seen.unshift(...ids);
            more = pluck(page, `companies.pageInfo.${isForward ? 'hasNextPage' : 'hasPreviousPage'}`)[0] === true;
            [cursor] = pluck(page, `companies.pageInfo.${isForward ? 'endCursor' : 'startCursor'}`);
          }
          expect(seen).toEqual(whole);
          expect(new Set(seen).size).toBe(23);
        },
      ),
      { numRuns: 30 },
    );
  });
});
