import { describe, expect, test } from 'vitest';
import { deal } from '../support/records.js';
import { dealFacts } from './facts.js';
import { graphOfFacts, pluck } from './graph.js';

const graph = await graphOfFacts({
  entities: [
    deal('first', { name: 'First' }),
    deal('more', { name: 'More' }),
    deal('power'),
    deal('frame'),
    deal('chips'),
  ],
  statements: [
    ...dealFacts('deal:first', {
      announced: '2025-01-01',
      start: '2025-01-01',
      termYears: 2,
      customer: 'company:lab',
      provider: 'cloud:c',
      amount: 7_310_000,
      more: [
        { property: 'chip', object: 'chip:gpu' },
        { property: 'instance_family', value: 'Large' },
        { property: 'full_deployment_by', value: '2025-12-31' },
        { property: 'expansion_option_from', value: '2026-07' },
        { property: 'party', scope: 'chip_supplier', object: 'company:vendor' },
        { property: 'announced', value: '2025-01-02', saidOn: '2024-12-31', sources: ['source:other'] },
        { property: 'status', value: 'CANCELLED', validFrom: '2026-03-01', saidOn: '2026-03-01' },
      ],
    }),
    ...dealFacts('deal:more', {
      announced: '2025-06-01',
      customer: 'company:lab',
      provider: 'cloud:c',
      amount: 5_000_000,
      qualifier: 'upTo',
      more: [
        { property: 'expands', object: 'deal:first' },
        { property: 'nested_in', object: 'deal:frame' },
      ],
    }),
    ...dealFacts('deal:power', {
      form: 'ENERGY_PPA',
      announced: '2025-03',
      more: [{ property: 'capacity_mw', value: 90, unit: 'MW' }],
    }),
    ...dealFacts('deal:frame', { form: 'FRAMEWORK', announced: '2024' }),
    ...dealFacts('deal:chips', { form: 'CHIP_SUPPLY', announced: '2024-05-05', status: 'LETTER_OF_INTENT' }),
  ],
});

describe('deal', () => {
  test('tells its parties by role, chips, deadline and instance family', async () => {
    const { deal: first } = await graph.ask(`{
      deal(id: "deal:first") {
        __typename type form announced start termYears termEnd fullDeploymentBy optionDate
        customers: parties(role: CUSTOMER) { entity { id } title }
        others: parties(role: PARTICIPANT) { entity { id } title }
        chips { id }
        ... on ComputeDeal { instanceFamily }
      }
    }`);
    expect(first).toEqual({
      __typename: 'ComputeDeal',
      type: 'COMPUTE',
      form: 'COMPUTE_PURCHASE',
      announced: '2025-01-01',
      start: '2025-01-01',
      termYears: 2,
      termEnd: '2026-12-31',
      fullDeploymentBy: '2025-12-31',
      optionDate: '2026-07',
      customers: [{ entity: { id: 'company:lab' }, title: 'customer' }],
      others: [{ entity: { id: 'company:vendor' }, title: 'chip_supplier' }],
      chips: [{ id: 'chip:gpu' }],
      instanceFamily: 'Large',
    });
  });

  // 730 days, $10,010 a day … 365 of them in each year: 7,310,000 / 2 = 3,655,000.
  test('spreads its amount by day over the years of its term', async () => {
    expect(
      await graph.ask(`{
        deal(id: "deal:first") {
          amount { amount currency qualifier statement { property } } amountUsd firm { amountUsd openAbove }
          annualizedUsd unscheduledUsd schedule { year amountUsd basis }
        }
      }`),
    ).toEqual({
      deal: {
        amount: { amount: 7_310_000, currency: 'USD', qualifier: 'EXACT', statement: { property: 'amount' } },
        amountUsd: 7_310_000,
        firm: { amountUsd: 7_310_000, openAbove: false },
        annualizedUsd: 3_655_000,
        unscheduledUsd: 0,
        schedule: [
          { year: 2025, amountUsd: 3_655_000, basis: 'PRO_RATA' },
          { year: 2026, amountUsd: 3_655_000, basis: 'PRO_RATA' },
        ],
      },
    });
  });

  test('keeps a ceiling apart from what is firm', async () => {
    expect(
      await graph.ask(
        '{ deal(id: "deal:more") { amountUsd firm { amount } ceiling { amount } annualizedUsd schedule { year } } }',
      ),
    ).toEqual({
      deal: { amountUsd: 5_000_000, firm: null, ceiling: { amount: 5_000_000 }, annualizedUsd: null, schedule: [] },
    });
  });

  test('lists its options with their evidence', async () => {
    expect(
      await graph.ask('{ deal(id: "deal:first") { options { label date money { amount } statements { property } } } }'),
    ).toEqual({
      deal: {
        options: [
          {
            label: 'option to expand',
            date: '2026-07',
            money: null,
            statements: [{ property: 'expansion_option_from' }],
          },
        ],
      },
    });
  });

  test('shows its status from each date on, and why it is not in force', async () => {
    expect(
      await graph.ask(`{
        deal(id: "deal:first") {
          status binding inForce notInForceBecause statusHistory { status from statement { sources { id } } }
        }
      }`),
    ).toEqual({
      deal: {
        status: 'CANCELLED',
        binding: false,
        inForce: false,
        notInForceBecause: 'CANCELLED',
        statusHistory: [
          { status: 'ACTIVE', from: '2025-01-01', statement: { sources: [{ id: 'source:s1' }] } },
          { status: 'CANCELLED', from: '2026-03-01', statement: { sources: [{ id: 'source:s1' }] } },
        ],
      },
    });
  });

  test('leads to the deals that expand, contain and are contained in it', async () => {
    expect(
      await graph.ask(`{
        a: deal(id: "deal:first") { expandedBy { id } expands { id } }
        b: deal(id: "deal:more") { expands { id } nestedIn { id } supersedes { id } }
        c: deal(id: "deal:frame") { __typename contains { id } supersededBy { id } contingentOn { id } relatedTo { id } }
      }`),
    ).toEqual({
      a: { expandedBy: [{ id: 'deal:more' }], expands: [] },
      b: { expands: [{ id: 'deal:first' }], nestedIn: [{ id: 'deal:frame' }], supersedes: [] },
      c: {
        __typename: 'Programme',
        contains: [{ id: 'deal:more' }],
        supersededBy: [],
        contingentOn: [],
        relatedTo: [],
      },
    });
  });

  test('keeps the claims that differ', async () => {
    const answer = await graph.ask(
      '{ deal(id: "deal:first") { facts(property: "announced") { value best conflicting } } }',
    );
    expect(answer).toEqual({
      deal: {
        facts: [
          { value: '2025-01-01', best: true, conflicting: true },
          { value: '2025-01-02', best: false, conflicting: true },
        ],
      },
    });
  });

  test('is of the type that its form makes it', async () => {
    const answer = await graph.ask('{ deals(orderBy: { field: NAME }) { edges { node { __typename id } } } }');
    expect(pluck(answer, 'deals.edges.node.__typename')).toEqual([
      'SupplyDeal',
      'ComputeDeal',
      'Programme',
      'ComputeDeal',
      'EnergyDeal',
    ]);
  });
});

describe('deals', () => {
  const ids = async (filter: string) =>
    pluck(await graph.ask(`{ deals(filter: ${filter}) { edges { node { id } } } }`), 'deals.edges.node.id');

  test('come latest first', async () => {
    expect(await ids('{}')).toEqual(['deal:more', 'deal:power', 'deal:first', 'deal:chips', 'deal:frame']);
  });

  test('are filtered by who takes part, status, amount and dates', async () => {
    expect(await ids('{ customers: { has: "company:lab" }, amountUsd: { gt: 6000000 } }')).toEqual(['deal:first']);
    expect(await ids('{ parties: { hasAll: ["company:lab", "company:vendor"] } }')).toEqual(['deal:first']);
    expect(await ids('{ status: { in: [LETTER_OF_INTENT, PAUSED] } }')).toEqual(['deal:chips']);
    expect(await ids('{ termEnd: { gte: "2026-01-01", lte: "2028-12-31" } }')).toEqual(['deal:first']);
    expect(await ids('{ type: { eq: ENERGY }, binding: { eq: true } }')).toEqual(['deal:power']);
  });

  test('are filtered by the day on which they were in force', async () => {
    expect(await ids('{ inForceOn: "2026-02-28", type: { eq: COMPUTE } }')).toEqual(['deal:more', 'deal:first']);
    expect(await ids('{ inForceOn: "2026-03-01", type: { eq: COMPUTE } }')).toEqual(['deal:more']);
  });
});
