import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pluck } from './graph.js';
import { type ShippedServer, startShippedServer } from './shippedServer.js';

let server: ShippedServer;
beforeAll(async () => {
  server = await startShippedServer();
});
afterAll(() => server.close());

/** `id CAPABILITY HORIZON` of each hit. */
const hits = (answer: unknown, of: string) =>
  pluck(answer, of).map((hit) => ['node.id', 'capability', 'horizon'].flatMap((name) => pluck(hit, name)).join(' '));

describe('7. What breaks and what is stressed if TSMC stops? If AWS stops?', () => {
  const impact = (id: string) =>
    server.ask(`{
      impact(remove: ["${id}"]) {
        breakCount stressCount truncated coverage { known total }
        breaks(first: 1000) { node { id } capability horizon depth reason }
        stresses(first: 1000) { node { id } capability horizon lostShare { low high } alternatives { id } }
      }
    }`);

  test('TSMC: chips are not made, clouds get no new ones, and what is installed runs on', async () => {
    const answer = await impact('company:tsmc');
    const breaks = hits(answer, 'impact.breaks');
    expect(breaks).toEqual(
      expect.arrayContaining([
        'chip:gb300 FABRICATION NEW_SUPPLY',
        'company:nvidia FABRICATION NEW_SUPPLY',
        'cloud:aws CHIPS NEW_SUPPLY',
        'company:openai COMPUTE NEW_SUPPLY',
      ]),
    );
    expect(breaks.filter((line) => line.endsWith('OPERATION'))).toEqual([]);
    // Samsung buys GPUs, and sells memory all the same.
    expect(breaks.filter((line) => line.startsWith('company:samsung-electronics'))).toEqual([
      'company:samsung-electronics CHIPS NEW_SUPPLY',
    ]);
    expect(breaks.filter((line) => line.includes(' MEMORY '))).toEqual([]);
    // Huawei has a documented second foundry.
    const stresses = pluck(answer, 'impact.stresses');
    const huawei = stresses.find((hit) => pluck(hit, 'node.id')[0] === 'company:huawei');
    expect(pluck(huawei, 'alternatives.id')).toEqual(['company:smic']);
    expect(pluck(answer, 'impact.truncated')).toEqual([false]);
  });

  test('AWS: nobody is without compute, and what OpenAI loses is an interval', async () => {
    const answer = await impact('cloud:aws');
    expect(hits(answer, 'impact.breaks').filter((line) => line.includes(' COMPUTE '))).toEqual([]);
    const openai = pluck(answer, 'impact.stresses').find((hit) => pluck(hit, 'node.id')[0] === 'company:openai');
    // $138B with AWS of 138 + 250 (Azure); Oracle's and others' come on top, so at most 138/388 = 0.3557.
    expect(pluck(openai, 'lostShare.low')).toEqual([0]);
    expect(pluck(openai, 'lostShare.high')).toEqual([expect.closeTo(138 / 388, 9)]);
  });
});

describe('8. How much of OpenAI’s compute rests on Nvidia, and what are the alternatives?', () => {
  test('an interval, with the basis that covers more beside it, and the chip vendors', async () => {
    const answer = await server.ask(`{
      exposure(of: "company:openai", to: "company:nvidia") {
        low high unconditional { low high } coverage { known total }
        chains { nodes { id } item { id } share { low high } }
        bases { basis low high coverage { known total } }
      }
      dependencies(of: "company:openai", kinds: [CHIPS], prospective: true, first: 100) { edges { node { id } } }
    }`);
    // $38B names GB200 and GB300 of 708: 0.0537 for certain. 300 (Oracle) and 250 (Azure) besides may: 588/708 = 0.8305;
    // the other 120 known ones may not.
    expect(pluck(answer, 'exposure.low')).toEqual([expect.closeTo(38 / 708, 9)]);
    expect(pluck(answer, 'exposure.high')).toEqual([expect.closeTo(588 / 708, 9)]);
    expect(pluck(answer, 'exposure.unconditional')).toEqual([{ low: 0, high: 1 }]);
    expect(pluck(answer, 'exposure.chains.nodes.id')).toEqual(expect.arrayContaining(['cloud:aws', 'chip:gb200']));
    expect(pluck(answer, 'exposure.bases.basis')).toEqual(['CONTRACTED_USD', 'COUNT', 'CHIP_COUNT', 'MEGAWATT']);
    expect(pluck(answer, 'dependencies.edges.node.id')).toEqual(
      expect.arrayContaining(['company:nvidia', 'company:amd', 'company:broadcom']),
    );
  });
});

describe('11. How sovereign is Germany’s capacity?', () => {
  test('two documented sites: at home, run from home, on chips from the United States; too few for percentages', async () => {
    const answer = await server.ask(`{
      nationalDependency(country: "country:DE") {
        unit rowCount
        territory { shares { sharePercent } coverage { known total universe } }
        provider { shares { sharePercent } coverage { known total } }
        chips { shares { sharePercent } coverage { known total } capacity }
        rows { site { id } counted capacity operatorCountry { id } chips { vendorCountry { id } } }
      }
    }`);
    expect(pluck(answer, 'nationalDependency.territory')).toEqual([
      { shares: null, coverage: { known: 2, total: 2, universe: 'DOCUMENTED_SITES_ONLY' } },
    ]);
    // JUPITER: 23,536 GH200 at 1 H100 each; Munich: 10,000 B200 at 2.274 each = 22,740.
    expect(pluck(answer, 'nationalDependency.chips.capacity')).toEqual([expect.closeTo(46_276, 6)]);
    expect(pluck(answer, 'nationalDependency.rows.operatorCountry.id')).toEqual(['country:DE', 'country:DE']);
    expect(pluck(answer, 'nationalDependency.rows.chips.vendorCountry.id')).toEqual(['country:US', 'country:US']);
  });

  test('the European Union stands for its members, and has enough sites', async () => {
    const answer = await server.ask(`{
      nationalDependency(country: "country:EU") { chips { shares { entity { id } sharePercent } coverage { known total } } }
    }`);
    expect(pluck(answer, 'nationalDependency.chips.shares')).toEqual([
      { entity: { id: 'country:US' }, sharePercent: 100 },
    ]);
  });
});

describe('12. How concentrated is the cloud market? AI accelerators? Foundries?', () => {
  const market = (name: string) =>
    server.ask(`{
      marketConcentration(market: "${name}") {
        results { period measure analyst hhi { value low high } band incomplete shares { entity { id } sharePercent } sources { id } }
      }
    }`);

  test('clouds: the third quarter of 2025 by Synergy, low and high', async () => {
    const results = pluck(await market('cloud_infrastructure'), 'marketConcentration.results');
    const third = results.find((result) => pluck(result, 'period')[0] === '2025-Q3');
    // 29² + 20² + 13² + 3² = 1,419; the residual of 35 as one firm adds 1,225.
    expect(pluck(third, 'hhi')).toEqual([{ value: 1_419, low: 1_419, high: 2_644 }]);
    expect(pluck(third, 'band')).toEqual(['MODERATE']);
    expect(pluck(third, 'sources.id')).toEqual(['source:lightwave-q3-25', 'source:techtarget-q3-25']);
  });

  test('accelerators: two sources of 2026 stay two results, and foundries without TSMC have no band', async () => {
    const accelerators = pluck(await market('ai_accelerators'), 'marketConcentration.results');
    const revenue = accelerators.filter((one) => pluck(one, 'measure')[0] === 'revenue');
    expect(revenue).toHaveLength(2);
    const foundries = pluck(await market('foundry'), 'marketConcentration.results');
    const third = foundries.find((result) => pluck(result, 'period')[0] === '2025-Q3');
    expect(pluck(third, 'incomplete').concat(pluck(third, 'band'))).toEqual([true, null]);
  });

  test('a market or a period that nobody reports is answered with those that there are', async () => {
    const refusal = async (query: string) => (await server.post(query)).errors.map(({ message }) => message);
    expect(await refusal('{ marketConcentration(market: "moon") { market } }')).toEqual([
      'Expected a market (ai_accelerators, cloud_infrastructure, cowos_capacity, euv_lithography, foundry, hbm, lithography_tools) but got: "moon".',
    ]);
    const [message] = await refusal('{ marketConcentration(market: "foundry", period: "1999") { market } }');
    expect(message).toMatch(/^Expected a period of foundry \(2023-Q2, .*\) but got: "1999"\.$/);
  });
});
