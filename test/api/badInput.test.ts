import { describe, expect, test } from 'vitest';
import { company } from '../support/records.js';
import { graphOf } from './graph.js';

const graph = await graphOf({
  entities: [
    company('openai', { name: 'OpenAI' }),
    company('other', { name: 'Other' }),
    company('third', { name: 'Third' }),
  ],
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

  test('of nothing get no suggestion of another kind', async () => {
    expect(await graph.refusal('{ commitments(of: "cloud:openai") { totalUsd } }')).toEqual([
      'No cloud has the id "cloud:openai".',
    ]);
  });

  test('of which several are unknown cost one search', async () => {
    const ids = ['"company:openai"', '"company:a"', '"company:b"', '"company:c"'];
    expect(await graph.refusal(`{ timeline(of: [${ids}]) { totalCount } }`)).toEqual([
      'No company has the id "company:a".',
    ]);
    expect(graph.calls().map(({ method }) => method)).toEqual(['meta', 'entities', 'search']);
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
