import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { cloud, company, country, datacenter, deal, initiative } from '../support/records.js';
import { shippedDataset } from '../support/shippedDataset.js';
import type { StatementSpec } from '../support/smallDataset.js';
import { dealFacts } from './facts.js';
import { graphOfDataset, graphOfFacts, pluck, type TestGraph } from './graph.js';

const LAB = 'company:lab';
const MOVED =
  'movedByCount movedBy { claim { subject { id } value } lowClaim { value } highClaim { value } low high effect }';

/** A lab with two clouds: $600 or $500 to $700 of a, $400 or $300 to $400 of b. */
const lab = () =>
  graphOfFacts({
    entities: [company('lab'), cloud('a'), cloud('b'), deal('one'), deal('two')],
    statements: [
      ...dealFacts('deal:one', {
        announced: '2025-01-01',
        customer: LAB,
        provider: 'cloud:a',
        amount: 500,
        more: [amount(600, '2025-03-01'), amount(700, '2025-02-01')],
      }),
      ...dealFacts('deal:two', {
        announced: '2025-01-01',
        customer: LAB,
        provider: 'cloud:b',
        amount: 300,
        more: [amount(400, '2025-03-01')],
      }),
    ],
  });

function amount(value: number, saidOn: string): Omit<StatementSpec, 'subject'> {
  return { property: 'amount', value, unit: 'USD', saidOn };
}

describe('claims', () => {
  it('sums the best, lowest and highest amounts, and names what moves the total most', async () => {
    const graph = await lab();
    const answer = await graph.ask(`{
      best: commitments(of: "${LAB}") { claims totalUsd ${MOVED} }
      low: commitments(of: "${LAB}", claims: LOW) { claims totalUsd byCounterparty { entity { id } amountUsd } ${MOVED} }
      high: commitments(of: "${LAB}", claims: HIGH) { claims totalUsd }
    }`);
    // 600 + 400; 500 + 300; 700 + 400. The first alone: 500 + 400 to 700 + 400; the second alone: 600 + 300 to 600 + 400.
    const movedBy = [
      {
        claim: { subject: { id: 'deal:one' }, value: 600 },
        lowClaim: { value: 500 },
        highClaim: { value: 700 },
        low: 900,
        high: 1_100,
        effect: 200,
      },
      {
        claim: { subject: { id: 'deal:two' }, value: 400 },
        lowClaim: { value: 300 },
        highClaim: { value: 400 },
        low: 900,
        high: 1_000,
        effect: 100,
      },
    ];
    expect(answer).toEqual({
      best: { claims: 'BEST', totalUsd: 1_000, movedByCount: 2, movedBy },
      low: {
        claims: 'LOW',
        totalUsd: 800,
        byCounterparty: [
          { entity: { id: 'cloud:a' }, amountUsd: 500 },
          { entity: { id: 'cloud:b' }, amountUsd: 300 },
        ],
        movedByCount: 2,
        movedBy,
      },
      high: { claims: 'HIGH', totalUsd: 1_100 },
    });
  });

  it('shares out the lowest and the highest amounts', async () => {
    const answer = await (await lab()).ask(`{
      best: concentration(of: "${LAB}", by: CLOUD_PROVIDER) { hhi { value } ${MOVED} }
      low: concentration(of: "${LAB}", by: CLOUD_PROVIDER, claims: LOW) { hhi { value } }
      high: concentration(of: "${LAB}", by: CLOUD_PROVIDER, claims: HIGH) { hhi { value } }
      exposed: exposure(of: "${LAB}", to: "cloud:a") { low high movedBy(first: 1) { low high } movedByCount }
      exposedLow: exposure(of: "${LAB}", to: "cloud:a", claims: LOW) { claims low high bases { basis low } }
    }`);
    // 60² + 40² = 5,200; (5/8)² + (3/8)² = 0.53125; (7/11)² + (4/11)² = 65/121.
    expect(pluck(answer, 'best.hhi.value')).toEqual([expect.closeTo(5_200, 6)]);
    expect(pluck(answer, 'low.hhi.value')).toEqual([expect.closeTo(5_312.5, 6)]);
    expect(pluck(answer, 'high.hhi.value')).toEqual([expect.closeTo(650_000 / 121, 6)]);
    // The first alone: 500 of 900 gives 41/81, 700 of 1,100 gives 65/121; the second alone: 600 of 900 gives 5/9, else 52/100.
    const moved = (place: string) => pluck(answer, `best.movedBy.${place}`);
    expect(moved('claim.subject.id')).toEqual(['deal:two', 'deal:one']);
    expect(moved('low')).toEqual([expect.closeTo(50_000 / 9, 6), expect.closeTo(410_000 / 81, 6)]);
    expect(moved('high')).toEqual([expect.closeTo(5_200, 6), expect.closeTo(650_000 / 121, 6)]);
    expect(moved('effect')).toEqual([
      expect.closeTo(50_000 / 9 - 5_200, 6),
      expect.closeTo(650_000 / 121 - 410_000 / 81, 6),
    ]);
    expect(pluck(answer, 'exposed.low')).toEqual([0.6]);
    expect(pluck(answer, 'exposedLow.low')).toEqual([0.625]);
    expect(pluck(answer, 'exposedLow.bases.low')[0]).toBe(0.625);
    expect(pluck(answer, 'exposed.movedByCount')).toEqual([2]);
  });

  it('compares budgets, and the sizes of sites', async () => {
    const sites = [1, 2, 3, 4, 5].map((n) => `datacenter:s${n}` as const);
    const graph = await graphOfFacts({
      entities: [
        country('NO'),
        country('US'),
        company('home'),
        company('abroad'),
        initiative('i'),
        deal('d'),
        ...sites.map((id) => datacenter(id.slice('datacenter:'.length))),
      ],
      statements: [
        { subject: 'company:home', property: 'hq_country', object: 'country:NO' },
        { subject: 'company:abroad', property: 'hq_country', object: 'country:US' },
        ...sites.flatMap((subject, n): StatementSpec[] => [
          { subject, property: 'located_in', object: 'country:NO' },
          { subject, property: 'operated_by', object: n === 0 ? 'company:home' : 'company:abroad' },
          { subject, property: 'status', value: 'operational', validFrom: '2024-01-01' },
          { subject, property: 'h100_equivalents', value: 100, unit: 'H100e' },
        ]),
        { subject: 'datacenter:s1', property: 'h100_equivalents', value: 600, unit: 'H100e', saidOn: '2024-06-01' },
        { subject: 'initiative:i', property: 'government', object: 'country:NO' },
        { subject: 'initiative:i', property: 'budget', value: 50, unit: 'USD' },
        { subject: 'initiative:i', property: 'budget', value: 20, unit: 'USD', saidOn: '2024-01-01' },
        ...dealFacts('deal:d', { announced: '2025-01-01', amount: 100, more: [amount(80, '2025-02-01')] }),
      ],
    });
    const answer = await graph.ask(`{
      national: nationalDependency(country: "country:NO") { ${MOVED} }
      nationalHigh: nationalDependency(country: "country:NO", claims: HIGH) { provider { shares { entity { id } sharePercent } } }
      compared: compareInitiatives(deal: "deal:d") { rows { budgetUsd ratioToDeal } ${MOVED} }
      comparedLow: compareInitiatives(deal: "deal:d", claims: LOW) { rows { budgetUsd ratioToDeal claimed { amount } } }
      comparedHigh: compareInitiatives(deal: "deal:d", claims: HIGH) { rows { budgetUsd ratioToDeal } }
    }`);
    // From home 100 of 500 are 20 %, and 600 of 1,000 are 60 %.
    expect(pluck(answer, 'national.movedBy')).toEqual([
      {
        claim: { subject: { id: 'datacenter:s1' }, value: 100 },
        lowClaim: { value: 100 },
        highClaim: { value: 600 },
        low: 20,
        high: 60,
        effect: 40,
      },
    ]);
    expect(pluck(answer, 'nationalHigh.provider.shares')).toEqual([
      { entity: { id: 'country:NO' }, sharePercent: 60 },
      { entity: { id: 'country:US' }, sharePercent: 40 },
    ]);
    // 50 of 80; 20 of 80; 50 of 100.
    expect(pluck(answer, 'compared.rows')).toEqual([{ budgetUsd: 50, ratioToDeal: 0.625 }]);
    expect(pluck(answer, 'comparedLow.rows')).toEqual([{ budgetUsd: 20, ratioToDeal: 0.25, claimed: { amount: 20 } }]);
    expect(pluck(answer, 'comparedHigh.rows')).toEqual([{ budgetUsd: 50, ratioToDeal: 0.5 }]);
    expect(pluck(answer, 'compared.movedBy.effect')).toEqual([30, 20]);
    expect(pluck(answer, 'compared.movedBy.claim.subject.id')).toEqual(['initiative:i', 'deal:d']);
  });

  it('totals never fall from low to best to high, and the effects of all single amounts bound the whole', async () => {
    const said = fc.constantFrom('2025-01-01', '2025-02-01', '2025-03-01');
    const values = fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), said), { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(fc.array(values, { minLength: 1, maxLength: 4 }), async (deals) => {
        const graph = await graphOfFacts({
          statements: deals.flatMap((claims, n) =>
            dealFacts(`deal:d${n}`, {
              announced: '2025-01-01',
              customer: LAB,
              provider: 'cloud:a',
              more: claims.map(([value, day]) => amount(value, day)),
            }),
          ),
        });
        const answer = await graph.ask(`{
          low: commitments(of: "${LAB}", claims: LOW) { totalUsd }
          best: commitments(of: "${LAB}") { totalUsd movedBy(first: 100) { low high effect } }
          high: commitments(of: "${LAB}", claims: HIGH) { totalUsd }
        }`);
        const [low, best, high] = ['low', 'best', 'high'].map((one) => Number(pluck(answer, `${one}.totalUsd`)[0]));
        expect(low).toBeLessThanOrEqual(best ?? 0);
        expect(best).toBeLessThanOrEqual(high ?? 0);
        const effects = pluck(answer, 'best.movedBy.effect').map(Number);
        // Each deal counts by itself, so that what they move adds up.
        expect(effects.reduce((sum, effect) => sum + effect, 0)).toBe((high ?? 0) - (low ?? 0));
        expect(effects).toEqual([...effects].sort((a, b) => b - a));
      }),
      { numRuns: 30 },
    );
  });
});

describe('claims of the shipped facts', () => {
  let shipped: TestGraph;
  beforeAll(async () => {
    shipped = await graphOfDataset(await shippedDataset());
  });

  it('OpenAI has promised 698 to 708 billion: sources differ on its chips of Cerebras', async () => {
    const answer = await shipped.ask(`{
      low: commitments(of: "company:openai", claims: LOW) { totalUsd }
      commitments(of: "company:openai") { totalUsd ${MOVED} }
      high: commitments(of: "company:openai", claims: HIGH) { totalUsd }
    }`);
    expect(pluck(answer, 'low.totalUsd')).toEqual([698_000_000_000]);
    expect(pluck(answer, 'high.totalUsd')).toEqual([708_000_000_000]);
    expect(pluck(answer, 'commitments.movedBy')).toEqual([
      {
        claim: { subject: { id: 'deal:openai-cerebras-2026' }, value: 20_000_000_000 },
        lowClaim: { value: 10_000_000_000 },
        highClaim: { value: 20_000_000_000 },
        low: 698_000_000_000,
        high: 708_000_000_000,
        effect: 10_000_000_000,
      },
    ]);
  });

  it('goes together with a scenario, and shows all claims beside the one that is read', async () => {
    const id = 'deal:openai-cerebras-2026';
    const statements = [{ property: 'amount', value: 40_000_000_000, unit: 'USD' }];
    const answer = await shipped.ask(
      `query ($scenario: ScenarioInput) {
        commitments(of: "company:openai", claims: LOW, scenario: $scenario) {
          claims totalUsd scenario { hypothetical } movedBy { claim { value } low high }
          included { deal { id facts(property: "amount") { value } } }
        }
      }`,
      { scenario: { add: [{ id, statements }] } },
    );
    expect(pluck(answer, 'commitments')).toMatchObject([
      {
        claims: 'LOW',
        totalUsd: 698_000_000_000,
        scenario: { hypothetical: true },
        movedBy: [{ claim: { value: 40_000_000_000 }, low: 698_000_000_000, high: 728_000_000_000 }],
      },
    ]);
    const its = pluck(answer, 'commitments.included.deal').find((one) => pluck(one, 'id')[0] === id);
    expect(pluck(its, 'facts.value')).toEqual(expect.arrayContaining([10_000_000_000, 20_000_000_000, 40_000_000_000]));
  });
});
