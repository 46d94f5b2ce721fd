import { describe, expect, test } from 'vitest';
import { company } from '../support/records.js';
import { graphOf, pluck } from './graph.js';

const graph = await graphOf({
  entities: [
    company('openai', { name: 'OpenAI' }),
    company('other', { name: 'Other' }),
    company('third', { name: 'Third' }),
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

  test('takes null as if it were not there', async () => {
    const answer = await graph.ask(
      '{ companies(first: null, after: null, filter: null, orderBy: null) { edges { node { id } } } }',
    );
    expect(pluck(answer, 'companies.edges.node.id')).toHaveLength(3);
  });
});

describe('ids', () => {
  test('of no form are named', async () => {
    for (const id of ['openai', 'planet:mars', 'company:', 'company:a b', `company:${'x'.repeat(200)}`]) {
      const [message] = await graph.refusal('query ($id: ID!) { dependencies(of: $id) { totalCount } }', { id });
      expect(message).toMatch(/^Expected an id such as "company:openai" but got: "/);
    }
  });

  test('of nothing get a suggestion', async () => {
    expect(await graph.refusal('{ commitments(of: "company:opnai") { totalUsd } }')).toEqual([
      'No company has the id "company:opnai". Did you mean "company:openai"?',
    ]);
  });
});

describe('dates', () => {
  test('that do not exist are named, as literals and as variables', async () => {
    expect(await graph.refusal('{ dependencies(of: "company:openai", asOf: "2025-02-30") { totalCount } }')).toEqual([
      'Expected a date such as 2025-11-03 but got: "2025-02-30".',
    ]);
    const [message] = await graph.refusal(
      'query ($asOf: Date) { dependencies(of: "company:openai", asOf: $asOf) { totalCount } }',
      { asOf: '2025-02-30' },
    );
    expect(message).toBe(
      'Variable "$asOf" got invalid value "2025-02-30"; Expected a date such as 2025-11-03 but got: "2025-02-30".',
    );
  });

  test('must be days, and times must have an offset', async () => {
    expect(await graph.refusal('{ dependencies(of: "company:openai", asOf: "2025") { totalCount } }')).toEqual([
      'Expected a date such as 2025-11-03 but got: "2025".',
    ]);
    expect(await graph.refusal('{ dependencies(of: "company:openai", asOf: 2025) { totalCount } }')).toEqual([
      'Expected a date such as 2025-11-03 but got: 2025.',
    ]);
    expect(
      await graph.refusal('{ dependencies(of: "company:openai", knownAt: "2026-10-01T00:00:00") { totalCount } }'),
    ).toEqual(['Expected a time such as 2026-10-01T00:00:00Z but got: "2026-10-01T00:00:00".']);
  });
});

test('an unknown enum value gets a suggestion', async () => {
  expect(await graph.refusal('{ dependencies(of: "company:openai", kinds: [COMPUTER]) { totalCount } }')).toEqual([
    'Value "COMPUTER" does not exist in "DependencyKind" enum. Did you mean the enum value "COMPUTE" or "COMPONENT"?',
  ]);
});
