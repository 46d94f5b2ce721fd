import { describe, expect, test } from 'vitest';
import { cloud, company, deal } from '../support/records.js';
import { dealFacts } from './facts.js';
import { graphOfFacts, pluck } from './graph.js';

const LAB = 'company:lab';
const graph = await graphOfFacts({
  entities: [
    company('lab'),
    company('op'),
    cloud('a'),
    cloud('b'),
    ...['big', 'small', 'letter', 'ceiling', 'unknown'].map((d) => deal(d)),
  ],
  statements: [
    { subject: 'cloud:a', property: 'operated_by', object: 'company:op' },
    // 1,000 days at $10 a day: 366 of them in 2024, 365 in 2025, 269 in 2026.
    ...dealFacts('deal:big', {
      announced: '2024-01-01',
      start: '2024-01-01',
      customer: LAB,
      provider: 'cloud:a',
      amount: 10_000,
      more: [
        { property: 'end', value: '2026-09-26' },
        { property: 'expansion_option_from', value: '2026-01-01' },
      ],
    }),
    ...dealFacts('deal:small', {
      announced: '2025-06-01',
      customer: LAB,
      provider: 'cloud:b',
      amount: 2_500,
      qualifier: 'atLeast',
    }),
    ...dealFacts('deal:letter', {
      announced: '2025-01-01',
      status: 'LETTER_OF_INTENT',
      customer: LAB,
      provider: 'cloud:b',
      amount: 900,
    }),
    ...dealFacts('deal:ceiling', {
      announced: '2025-01-01',
      customer: LAB,
      provider: 'cloud:b',
      amount: 4_000,
      qualifier: 'upTo',
    }),
    ...dealFacts('deal:unknown', { announced: '2025-01-01', customer: LAB, provider: 'cloud:a' }),
  ],
});

describe('commitments', () => {
  test('add up what is firm and binding, by counterparty and year, and say what was left out', async () => {
    const { commitments } = await graph.ask(`{
      commitments(of: "company:lab", asOf: "2026-01-01") {
        of { id } role asOf totalUsd openAbove unscheduledUsd coverage { known total }
        byCounterparty { entity { id } amountUsd sharePercent }
        schedule { year amountUsd basis }
        included { deal { id } counterparty { id } amountUsd openAbove isCeiling saidLater }
        options { deal { id } label date }
        excluded { deal { id } reason }
      }
    }`);
    expect(commitments).toEqual({
      of: { id: LAB },
      role: 'CUSTOMER',
      asOf: '2026-01-01',
      totalUsd: 12_500,
      openAbove: true,
      unscheduledUsd: 2_500,
      coverage: { known: 2, total: 4 },
      byCounterparty: [
        { entity: { id: 'cloud:a' }, amountUsd: 10_000, sharePercent: 80 },
        { entity: { id: 'cloud:b' }, amountUsd: 2_500, sharePercent: 20 },
      ],
      schedule: [
        { year: 2024, amountUsd: 3_660, basis: 'PRO_RATA' },
        { year: 2025, amountUsd: 3_650, basis: 'PRO_RATA' },
        { year: 2026, amountUsd: 2_690, basis: 'PRO_RATA' },
      ],
      included: [
        {
          deal: { id: 'deal:big' },
          counterparty: { id: 'cloud:a' },
          amountUsd: 10_000,
          openAbove: false,
          isCeiling: false,
          saidLater: false,
        },
        {
          deal: { id: 'deal:small' },
          counterparty: { id: 'cloud:b' },
          amountUsd: 2_500,
          openAbove: true,
          isCeiling: false,
          saidLater: false,
        },
      ],
      options: [{ deal: { id: 'deal:big' }, label: 'option to expand', date: '2026-01-01' }],
      excluded: [
        { deal: { id: 'deal:ceiling' }, reason: 'CEILING' },
        { deal: { id: 'deal:letter' }, reason: 'NON_BINDING' },
        { deal: { id: 'deal:unknown' }, reason: 'UNKNOWN_AMOUNT' },
      ],
    });
  });

  test('take in ceilings and what does not bind where asked', async () => {
    const total = async (args: string) =>
      pluck(
        await graph.ask(`{ commitments(of: "company:lab", asOf: "2026-01-01", ${args}) { totalUsd } }`),
        'commitments.totalUsd',
      );
    expect(await total('includeCeilings: true')).toEqual([16_500]);
    expect(await total('includeNonBinding: true')).toEqual([13_400]);
    expect(await total('types: [INVESTMENT]')).toEqual([0]);
  });

  test('of a provider are what was promised to it; a company stands for its clouds, too', async () => {
    const total = async (of: string) =>
      pluck(
        await graph.ask(`{ commitments(of: "${of}", role: PROVIDER, asOf: "2026-01-01") { totalUsd } }`),
        'commitments.totalUsd',
      );
    expect(await total('cloud:a')).toEqual([10_000]);
    expect(await total('company:op')).toEqual([10_000]);
  });

  test('of a company count those of its clouds on a day before anybody said that it runs them', async () => {
    const late = await graphOfFacts({
      entities: [company('op'), cloud('a'), deal('d')],
      statements: [
        { subject: 'cloud:a', property: 'operated_by', object: 'company:op', saidOn: '2026-06-01' },
        ...dealFacts('deal:d', { announced: '2025-01-01', customer: LAB, provider: 'cloud:a', amount: 38 }),
      ],
    });
    for (const of of ['cloud:a', 'company:op']) {
      const query = `{ commitments(of: "${of}", role: PROVIDER, asOf: "2025-11-04") { totalUsd coverage { known total } } }`;
      expect(await late.ask(query), of).toEqual({ commitments: { totalUsd: 38, coverage: { known: 1, total: 1 } } });
    }
  });

  test('know no deal and no party that the dataset learned later', async () => {
    const later = '2026-11-01T00:00:00Z';
    const learned = await graphOfFacts({
      meta: { releasedAt: later },
      entities: [company('lab'), cloud('a'), deal('d'), deal('e')],
      statements: [
        ...dealFacts('deal:d', { announced: '2025-01-01', customer: LAB, provider: 'cloud:a', amount: 38 }),
        ...dealFacts('deal:e', { announced: '2025-01-01', customer: LAB, provider: 'cloud:a', amount: 4 }).map((s) => ({
          ...s,
          recordedAt: later,
        })),
      ],
    });
    const known = async (knownAt: string) => {
      const at = `asOf: "2026-01-01", knownAt: "${knownAt}"`;
      const answer = await learned.ask(`{
        commitments(of: "company:lab", ${at}) { totalUsd }
        dependents(of: "cloud:a", ${at}) { edges { node { ... on Company { deals { edges { node { id } } } } } } }
      }`);
      return [...pluck(answer, 'commitments.totalUsd'), ...pluck(answer, 'dependents.edges.node.deals.edges.node.id')];
    };
    expect(await known('2026-10-01T00:00:00Z')).toEqual([38, 'deal:d']);
    expect(await known(later)).toEqual([42, 'deal:d', 'deal:e']);
  });

  test('of a deal are its own', async () => {
    expect(
      await graph.ask(
        '{ commitments(of: "deal:big", asOf: "2026-01-01") { totalUsd byCounterparty { entity { id } } } }',
      ),
    ).toEqual({ commitments: { totalUsd: 10_000, byCounterparty: [{ entity: { id: 'cloud:a' } }] } });
  });

  test('refuse what has none, and types that must not be added', async () => {
    expect(await graph.refusal('{ commitments(of: "source:s1") { totalUsd } }')).toEqual([
      'Expected the id of a company, a cloud or a deal but got: "source:s1".',
    ]);
    expect(
      await graph.refusal('{ commitments(of: "company:lab", types: [COMPUTE, INVESTMENT]) { totalUsd } }'),
    ).toHaveLength(1);
  });
});
