import { describe, expect, test } from 'vitest';
import { cloud, company, deal } from '../support/records.js';
import { dealFacts } from './facts.js';
import { graphOfFacts, pluck } from './graph.js';

const buy = (provider: 'cloud:a' | 'cloud:b', announced: string, amount?: number) => ({
  announced,
  customer: 'company:lab' as const,
  provider,
  ...(amount === undefined ? {} : { amount }),
});

const graph = await graphOfFacts({
  entities: [company('lab'), cloud('a'), cloud('b'), deal('one'), deal('two'), deal('three')],
  statements: [
    { subject: 'cloud:a', property: 'operated_by', object: 'company:american' },
    { subject: 'cloud:b', property: 'operated_by', object: 'company:french' },
    { subject: 'company:american', property: 'hq_country', object: 'country:US' },
    { subject: 'company:french', property: 'hq_country', object: 'country:FR' },
    ...dealFacts('deal:one', buy('cloud:a', '2025-01-01', 300)),
    ...dealFacts('deal:two', buy('cloud:b', '2025-02-01', 100)),
    ...dealFacts('deal:three', buy('cloud:b', '2026-01-01')),
  ],
});

const ask = (args: string) =>
  graph.ask(`{
    concentration(of: ["company:lab"], ${args}) {
      by basis asOf hhi { value low high } band coverage { known total }
      shares { entity { id } sharePercent amountUsd dealCount } unknown { id } excluded { deal { id } reason }
    }
  }`);

test('concentration by country knows seats and operators whenever they were said', async () => {
  const late = await graphOfFacts({
    entities: [company('lab'), cloud('a'), deal('one')],
    statements: [
      { subject: 'cloud:a', property: 'operated_by', object: 'company:american', saidOn: '2026-06-01' },
      { subject: 'company:american', property: 'hq_country', object: 'country:US', saidOn: '2026-07-01' },
      ...dealFacts('deal:one', buy('cloud:a', '2025-01-01', 300)),
    ],
  });
  const answer = await late.ask(`{
    concentration(of: ["company:lab"], by: PROVIDER_COUNTRY, asOf: "2025-06-15") {
      coverage { known total } shares { entity { id } } excluded { reason }
    }
    dependencies(of: "company:lab", kinds: [COMPUTE], asOf: "2025-06-15") {
      edges { node { country { id } ... on CloudProvider { operatedBy { id country { id } clouds { id } } } } }
    }
  }`);
  expect(answer).toEqual({
    concentration: { coverage: { known: 1, total: 1 }, shares: [{ entity: { id: 'country:US' } }], excluded: [] },
    dependencies: {
      edges: [
        {
          node: {
            country: { id: 'country:US' },
            operatedBy: { id: 'company:american', country: { id: 'country:US' }, clouds: [{ id: 'cloud:a' }] },
          },
        },
      ],
    },
  });
});

describe('concentration', () => {
  // 0.75² + 0.25² = 0.625.
  test('by cloud gives shares, index and band', async () => {
    expect(await ask('by: CLOUD_PROVIDER, asOf: "2025-12-31"')).toEqual({
      concentration: {
        by: 'CLOUD_PROVIDER',
        basis: 'CONTRACTED_USD',
        asOf: '2025-12-31',
        hhi: { value: 6_250, low: 6_250, high: 6_250 },
        band: 'HIGH',
        coverage: { known: 2, total: 2 },
        shares: [
          { entity: { id: 'cloud:a' }, sharePercent: 75, amountUsd: 300, dealCount: 1 },
          { entity: { id: 'cloud:b' }, sharePercent: 25, amountUsd: 100, dealCount: 1 },
        ],
        unknown: [],
        excluded: [],
      },
    });
  });

  test('lists deals of unknown amount, which leave the index open', async () => {
    const answer = await ask('by: CLOUD_PROVIDER');
    expect(pluck(answer, 'concentration.hhi.value')).toEqual([6_250]);
    expect(pluck(answer, 'concentration.hhi.high')).toEqual([10_000]);
    expect(pluck(answer, 'concentration.coverage')).toEqual([{ known: 2, total: 3 }]);
    expect(pluck(answer, 'concentration.excluded')).toEqual([{ deal: { id: 'deal:three' }, reason: 'UNKNOWN_AMOUNT' }]);
  });

  test('by country goes by the operator’s headquarters; by count each deal weighs one', async () => {
    const answer = await ask('by: PROVIDER_COUNTRY, basis: COUNT');
    expect(pluck(answer, 'concentration.shares')).toEqual([
      { entity: { id: 'country:FR' }, sharePercent: (100 * 2) / 3, amountUsd: null, dealCount: 2 },
      { entity: { id: 'country:US' }, sharePercent: 100 / 3, amountUsd: null, dealCount: 1 },
    ]);
  });

  test('refuses what can have no compute deals', async () => {
    expect(await graph.refusal('{ concentration(of: ["country:US"], by: CLOUD_PROVIDER) { band } }')).toEqual([
      'Expected ids of companies and clouds but got: "country:US".',
    ]);
    expect(await graph.refusal('{ concentration(of: [], by: CLOUD_PROVIDER) { band } }')).toEqual([
      'Expected 1..100 ids but got: 0.',
    ]);
  });
});
