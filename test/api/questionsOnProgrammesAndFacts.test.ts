import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chronologicalKey } from '../../src/model/time.js';
import { pluck } from './graph.js';
import { type ShippedServer, startShippedServer } from './shippedServer.js';

let server: ShippedServer;
beforeAll(async () => {
  server = await startShippedServer();
});
afterAll(() => server.close());

describe('9. Which national programmes are smaller than the OpenAI–AWS deal?', () => {
  test('ratio to $38B, a year to a year, and those without a budget not comparable', async () => {
    const answer = await server.ask(`{
      compareInitiatives(deal: "deal:openai-aws-2025") {
        dealUsd dealPerYearUsd truncated rates { currency usd date source { id } }
        rows { initiative { id } budgetUsd budgetPerYearUsd ratioToDeal ratioToDealPerYear notComparableBecause }
      }
    }`);
    expect(pluck(answer, 'compareInitiatives.dealUsd')).toEqual([38e9]);
    expect(pluck(answer, 'compareInitiatives.truncated')).toEqual([false]);
    const rows = pluck(answer, 'compareInitiatives.rows');
    const withBudget = rows.filter((row) => pluck(row, 'budgetUsd')[0] !== null);
    // 34 of 56 have a budget, and about 24 of those are smaller.
    expect(rows).toHaveLength(56);
    expect(withBudget).toHaveLength(34);
    const smaller = withBudget.filter((row) => Number(pluck(row, 'ratioToDeal')[0]) < 1);
    expect(Math.abs(smaller.length - 24)).toBeLessThanOrEqual(1);
    for (const row of rows) {
      const [budget] = pluck(row, 'budgetUsd');
      if (budget === null) expect(pluck(row, 'notComparableBecause')).toContain('NO_BUDGET');
      else expect(Number(pluck(row, 'ratioToDeal')[0])).toBeCloseTo(Number(budget) / 38e9, 9);
    }
    const canada = rows.find((row) => pluck(row, 'initiative.id')[0] === 'initiative:canada-sovereign-compute');
    expect(canada).toMatchObject({ notComparableBecause: null });
    expect(Number(pluck(canada, 'ratioToDealPerYear')[0])).toBeGreaterThan(0);
    expect(pluck(answer, 'compareInitiatives.rates.source.id').length).toBeGreaterThan(0);
  });
});

describe('10. Compare France, Germany, the UK, Japan, India, Saudi Arabia, the UAE', () => {
  test('budgets by stage and period, suppliers’ countries, and whether Nvidia is the only chip vendor named', async () => {
    const countries = ['FR', 'DE', 'GB', 'JP', 'IN', 'SA', 'AE'].map((code) => `country:${code}`);
    const answer = await server.ask(`{
      compareInitiatives(countries: ${JSON.stringify(countries)}) {
        rows {
          initiative { id country { id } } claimed { amount currency } budgetUsd stage funder start end
          supplierCountries { id } chipVendors { id } nvidiaDependence
        }
      }
    }`);
    const rows = pluck(answer, 'compareInitiatives.rows');
    expect(new Set(pluck(rows, 'initiative.country.id'))).toEqual(new Set(countries));
    const row = (id: string) => rows.find((one) => pluck(one, 'initiative.id')[0] === id);
    expect(row('initiative:france-109b')).toMatchObject({
      claimed: { amount: 109e9, currency: 'EUR' },
      stage: 'ANNOUNCED',
    });
    expect(row('initiative:germany-industrial-ai-cloud')).toMatchObject({
      supplierCountries: [{ id: 'country:DE' }, { id: 'country:US' }],
      nvidiaDependence: 'SOLE_NAMED',
    });
    expect(row('initiative:saudi-humain')).toMatchObject({ nvidiaDependence: 'NAMED_AMONG_OTHERS' });
  });
});

describe('18. What happened between 2025-09-01 and 2025-12-31?', () => {
  test('events in the order of their dates, the precise before the coarse', async () => {
    const answer = await server.ask(`{
      timeline(from: "2025-09-01", to: "2025-12-31", first: 100) {
        totalCount edges { node { date precision kind title entities { id } sources { id } } }
      }
    }`);
    const dates = pluck(answer, 'timeline.edges.node.date').map(String);
    expect(dates).toHaveLength(Number(pluck(answer, 'timeline.totalCount')[0]));
    expect(dates.map(chronologicalKey)).toEqual(dates.map(chronologicalKey).sort());
    expect(pluck(answer, 'timeline.edges.node.entities.id')).toContain('deal:openai-aws-2025');
    expect(new Set(pluck(answer, 'timeline.edges.node.precision')).size).toBeGreaterThan(1);
  });
});

describe('19. Which facts about Stargate disagree?', () => {
  test('claims that differ, with their sources', async () => {
    const answer = await server.ask(`{
      statements(filter: { subjectNameContains: "Stargate", conflicting: true }, first: 100) {
        edges { node { subject { id } property value unit best sources { id publisher } } }
      }
    }`);
    const claims = pluck(answer, 'statements.edges.node').map((claim) =>
      [...pluck(claim, 'subject.id'), ...pluck(claim, 'property'), ...pluck(claim, 'value')].join(' '),
    );
    expect(claims).toEqual(
      expect.arrayContaining(['deal:stargate-project capacity_mw 7000', 'deal:stargate-project capacity_mw 8000']),
    );
    for (const claim of pluck(answer, 'statements.edges.node')) expect(pluck(claim, 'sources.id')).not.toEqual([]);
  });
});

describe('20. Which facts rest on a single source, or are only recalled?', () => {
  test('filters on the number of publishers and on confidence', async () => {
    const answer = await server.ask(`{
      all: statements { totalCount }
      single: statements(filter: { publishersMax: 1 }, first: 100) { totalCount edges { node { publishers } } }
      recalled: statements(filter: { confidence: RECALLED }, first: 100) { totalCount edges { node { confidence } } }
    }`);
    const [all, single, recalled] = ['all', 'single', 'recalled'].map((name) =>
      Number(pluck(answer, `${name}.totalCount`)[0]),
    );
    expect(single).toBeGreaterThan(0);
    expect(single).toBeLessThan(Number(all));
    expect(recalled).toBeGreaterThan(0);
    expect(recalled).toBeLessThan(Number(all));
    expect(new Set(pluck(answer, 'single.edges.node.publishers'))).toEqual(new Set([1]));
    expect(new Set(pluck(answer, 'recalled.edges.node.confidence'))).toEqual(new Set(['RECALLED']));
  });
});
