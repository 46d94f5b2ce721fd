import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pluck } from './graph.js';
import { type ShippedServer, startShippedServer } from './shippedServer.js';

// The acceptance list, on the shipped facts and over HTTP; figures are those that it gives.
let server: ShippedServer;
beforeAll(async () => {
  server = await startShippedServer();
});
afterAll(() => server.close());

describe('1. What did OpenAI sign with AWS?', () => {
  test('$38B over 7 years on GB200 and GB300, all of it before the end of 2026, with an option from 2027', async () => {
    const answer = await server.ask(`{
      deals(filter: { parties: { hasAll: ["company:openai", "cloud:aws"] } }, orderBy: { field: ANNOUNCED }) {
        edges {
          node {
            id announced termYears status inForce amountUsd fullDeploymentBy optionDate
            chips { id } supersededBy { id } expandedBy { id amountUsd announced }
            ... on ComputeDeal { instanceFamily }
            facts(property: "announced") { value sources { publisher } }
          }
        }
      }
    }`);
    const [deal] = pluck(answer, 'deals.edges.node');
    expect(deal).toMatchObject({
      id: 'deal:openai-aws-2025',
      announced: '2025-11-03',
      termYears: 7,
      status: 'ACTIVE',
      inForce: true,
      amountUsd: 38e9,
      fullDeploymentBy: '2026-12-31',
      optionDate: '2027-01-01',
      instanceFamily: 'Amazon EC2 UltraServers',
      chips: [{ id: 'chip:gb200' }, { id: 'chip:gb300' }],
      supersededBy: [],
      expandedBy: [{ id: 'deal:openai-aws-2026-expansion', amountUsd: 100e9, announced: '2026-02-27' }],
    });
    expect(new Set(pluck(deal, 'facts.value'))).toEqual(new Set(['2025-11-03', '2025-11-04']));
    expect(pluck(deal, 'facts.sources.publisher').length).toBeGreaterThan(0);
  });
});

describe('2. What is it a year?', () => {
  test('$5.43B, and by calendar year from the start, adding up to 38.00', async () => {
    const answer = await server.ask(`{
      commitments(of: "deal:openai-aws-2025") { totalUsd annualizedUsd unscheduledUsd schedule { year amountUsd basis } }
    }`);
    expect(pluck(answer, 'commitments.annualizedUsd')).toEqual([5_428_571_428.57]);
    expect(pluck(answer, 'commitments.unscheduledUsd')).toEqual([0]);
    expect(pluck(answer, 'commitments.schedule.year')).toEqual([2025, 2026, 2027, 2028, 2029, 2030, 2031, 2032]);
    const amounts = pluck(answer, 'commitments.schedule.amountUsd').map(Number);
    // 59 of 2,557 days.
    expect(amounts[0]).toBeCloseTo((38e9 * 59) / 2_557, 1);
    expect(amounts.reduce((sum, amount) => sum + amount, 0)).toBeCloseTo(38e9, 1);
  });
});

describe('3. On which clouds does OpenAI depend on 2025-11-02, and on 2025-11-04?', () => {
  const clouds = (asOf: string) =>
    server.ask(`{
      dependencies(of: "company:openai", kinds: [COMPUTE], asOf: "${asOf}") {
        edges { node { id } links { deal { id amountUsd } evidence { sources { id url } } } }
      }
    }`);

  test('the second adds AWS, each link with its deal, amount and evidence', async () => {
    const before = pluck(await clouds('2025-11-02'), 'dependencies.edges.node.id');
    const answer = await clouds('2025-11-04');
    const after = pluck(answer, 'dependencies.edges.node.id');
    expect(before).toEqual(['cloud:azure', 'cloud:coreweave', 'cloud:google-cloud', 'cloud:oci']);
    expect(after.filter((id) => !before.includes(id))).toEqual(['cloud:aws']);
    const aws = pluck(answer, 'dependencies.edges')[0];
    expect(pluck(aws, 'links.deal')).toContainEqual({ id: 'deal:openai-aws-2025', amountUsd: 38e9 });
    expect(pluck(aws, 'links.evidence.sources.id').length).toBeGreaterThan(0);
  });
});

describe('4. Did the deal diversify OpenAI?', () => {
  const ask = (args: string) =>
    server.ask(`{
      concentration(of: ["company:openai"], by: CLOUD_PROVIDER, basis: CONTRACTED_USD, ${args}) {
        hhi { value low high } band coverage { known total } excluded { deal { id } reason }
      }
    }`);
  const cases = [
    ['with ceilings, the day before', 'asOf: "2025-11-02", includeCeilings: true', 4_670],
    ['with ceilings, the day after', 'asOf: "2025-11-04", includeCeilings: true', 4_145],
    ['firm only, the day before', 'asOf: "2025-11-02"', 5_041],
    ['firm only, the day after', 'asOf: "2025-11-04"', 4_453],
  ] as const;

  for (const [when, args, value] of cases) {
    test(`${when}: ${value}, still high`, async () => {
      const answer = await ask(args);
      expect(Math.abs(Number(pluck(answer, 'concentration.hhi.value')[0]) - value)).toBeLessThanOrEqual(1);
      expect(pluck(answer, 'concentration.band')).toEqual(['HIGH']);
      expect(pluck(answer, 'concentration.excluded')).toContainEqual({
        deal: { id: 'deal:openai-google-cloud' },
        reason: 'UNKNOWN_AMOUNT',
      });
      const [coverage] = pluck(answer, 'concentration.coverage');
      expect(Number(pluck(coverage, 'known')[0])).toBeLessThan(Number(pluck(coverage, 'total')[0]));
    });
  }

  test('now, the unknown amounts leave it between about 2,660 and 10,000', async () => {
    const answer = await ask('includeCeilings: false');
    expect(Number(pluck(answer, 'concentration.hhi.low')[0])).toBeCloseTo(2_660, -1);
    expect(pluck(answer, 'concentration.hhi.high')).toEqual([10_000]);
  });
});

describe('13. Who are the flagship customers of each cloud?', () => {
  test('per cloud the customers by role and by contracted amount', async () => {
    const answer = await server.ask(`{
      cloudProviders(first: 100) {
        edges { node { id customers(first: 5) { edges { node { id } flagship roles contractedUsd } } } }
      }
    }`);
    const flagships = new Map(
      pluck(answer, 'cloudProviders.edges.node').map((cloud) => [
        pluck(cloud, 'id')[0],
        pluck(cloud, 'customers.edges')
          .filter((edge) => pluck(edge, 'flagship')[0] === true)
          .map((edge) => [pluck(edge, 'node.id')[0], pluck(edge, 'contractedUsd')[0]]),
      ]),
    );
    expect(flagships.get('cloud:aws')).toEqual([
      ['company:openai', 138e9],
      ['company:anthropic', 100e9],
    ]);
    expect(flagships.get('cloud:azure')).toEqual([['company:openai', 250e9]]);
    expect(flagships.get('cloud:oci')).toEqual([['company:openai', 300e9]]);
    expect(flagships.get('cloud:coreweave')?.map(([id]) => id)).toEqual(['company:microsoft']);
    expect(flagships.get('cloud:google-cloud')?.map(([id]) => id)).toEqual(['company:anthropic']);
  });
});

describe('14. What did Microsoft invest in OpenAI?', () => {
  test('$13B in three tranches for about 27 %, and the claims that differ', async () => {
    const answer = await server.ask(`{
      investments(filter: { providers: { has: "company:microsoft" }, customers: { has: "company:openai" } }) {
        edges { node { id amountUsd stakePercent tranches { amountUsd date } facts { property value unit conflicting } } }
      }
    }`);
    const deal = pluck(answer, 'investments.edges.node').find(
      (node) => pluck(node, 'id')[0] === 'deal:microsoft-openai-invest',
    );
    expect(deal).toMatchObject({
      amountUsd: 13e9,
      stakePercent: 27,
      tranches: [
        { amountUsd: 1e9, date: '2019-07-22' },
        { amountUsd: 2e9, date: '2021-03-15' },
        { amountUsd: 10e9, date: '2023-01-23' },
      ],
    });
    // What was funded by September 2025 stands beside what was promised.
    expect(pluck(deal, 'facts')).toContainEqual({
      property: 'amount_funded',
      value: 11.6e9,
      unit: 'USD',
      conflicting: false,
    });
  });
});

describe('15. Which deals expire or have options in 2026–2028?', () => {
  test('deals by the end of their term and by the date of their option', async () => {
    const answer = await server.ask(`{
      deals(
        first: 100
        filter: {
          or: [
            { termEnd: { gte: "2026-01-01", lte: "2028-12-31" } }
            { optionDate: { gte: "2026-01-01", lte: "2028-12-31" } }
          ]
        }
      ) { edges { node { id termEnd optionDate options { label date } } } }
    }`);
    const deals = new Map(pluck(answer, 'deals.edges.node').map((node) => [pluck(node, 'id')[0], node]));
    expect(deals.get('deal:openai-aws-2025')).toMatchObject({
      termEnd: '2032-11-02',
      optionDate: '2027-01-01',
      options: [{ label: 'option to expand', date: '2027-01-01' }],
    });
    expect(deals.get('deal:openai-cerebras-2026')).toMatchObject({ termEnd: '2028-12-31' });
    for (const deal of deals.values()) {
      const dates = [...pluck(deal, 'termEnd'), ...pluck(deal, 'optionDate')].map(String);
      expect(dates.some((date) => date >= '2026' && date <= '2028-12-31')).toBe(true);
    }
  });
});
