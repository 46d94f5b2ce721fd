import { describe, expect, test } from 'vitest';
import { company, country, deal, initiative } from '../support/records.js';
import { dealFacts } from './facts.js';
import { graphOfFacts, pluck } from './graph.js';

const rate = (currency: string, usd: number) =>
  ({ currency, year: 2025, usd, source: 'source:s1', confidence: 'confirmed' }) as const;

const graph = await graphOfFacts({
  meta: { rates: [rate('EUR', 1.25), rate('GBP', 1.5)] },
  entities: [
    initiative('fr', { name: 'Two' }),
    initiative('gb', { name: 'One' }),
    deal('d'),
    country('FR'),
    country('GB'),
    company('nvidia'),
  ],
  statements: [
    { subject: 'initiative:fr', property: 'government', object: 'country:FR' },
    { subject: 'initiative:fr', property: 'status', value: 'active', validFrom: '2025' },
    { subject: 'initiative:gb', property: 'status', value: 'active', validFrom: '2025' },
    { subject: 'initiative:fr', property: 'budget', value: 800, unit: 'EUR', qualifier: 'upTo' },
    { subject: 'initiative:fr', property: 'stated_years', value: 4, unit: 'years' },
    { subject: 'initiative:fr', property: 'funder', value: 'PUBLIC' },
    { subject: 'initiative:fr', property: 'supplier', scope: 'GPU supplier', object: 'company:nvidia' },
    { subject: 'initiative:gb', property: 'government', object: 'country:GB' },
    { subject: 'company:nvidia', property: 'hq_country', object: 'country:US' },
    { subject: 'company:nvidia', property: 'role', value: 'chip_designer' },
    { subject: 'country:FR', property: 'population', value: 10, unit: 'count', saidOn: '2026-01' },
    { subject: 'country:FR', property: 'population', value: 9, unit: 'count', saidOn: '2015' },
    ...dealFacts('deal:d', { announced: '2025-01-01', start: '2025-01-01', termYears: 5, amount: 2_000 }),
  ],
});

describe('compareInitiatives', () => {
  // €800 at 1.25 = $1,000; over 4 years $250; half of the deal's $2,000; $250 of its $400 a year; $100 a head.
  // In pounds at 1.5: £666.67.
  test('sets budgets against a deal in total and a year, with rates, suppliers’ countries and chip vendors', async () => {
    const { compareInitiatives } = await graph.ask(`{
      compareInitiatives(ids: ["initiative:fr"], deal: "deal:d", currency: "GBP") {
        dealUsd dealPerYearUsd
        rows {
          initiative { id } claimed { amount currency qualifier } budgetUsd budgetPerYearUsd isCeiling stage funder
          years { value least most } inUsd { currency perHead } inCurrency { currency total }
          population { value saidOn sources { id } } noPerHeadBecause
          ratioToDeal ratioToDealPerYear supplierCountries { id } chipVendors { id } nvidiaDependence notComparableBecause
        }
        rates { currency usd date source { id } }
        prices
      }
    }`);
    expect(compareInitiatives).toEqual({
      dealUsd: 2_000,
      dealPerYearUsd: 400,
      rows: [
        {
          initiative: { id: 'initiative:fr' },
          claimed: { amount: 800, currency: 'EUR', qualifier: 'UP_TO' },
          budgetUsd: 1_000,
          budgetPerYearUsd: 250,
          isCeiling: true,
          stage: 'UNKNOWN_STAGE',
          funder: 'PUBLIC',
          years: { value: 4, least: 4, most: 4 },
          inUsd: { currency: 'USD', perHead: 100 },
          inCurrency: { currency: 'GBP', total: 666.67 },
          population: { value: 10, saidOn: '2026-01', sources: [{ id: 'source:s1' }] },
          noPerHeadBecause: null,
          ratioToDeal: 0.5,
          ratioToDealPerYear: 0.625,
          supplierCountries: [{ id: 'country:US' }],
          chipVendors: [{ id: 'company:nvidia' }],
          nvidiaDependence: 'SOLE_NAMED',
          notComparableBecause: null,
        },
      ],
      rates: [
        { currency: 'EUR', usd: 1.25, date: '2025', source: { id: 'source:s1' } },
        { currency: 'GBP', usd: 1.5, date: '2025', source: { id: 'source:s1' } },
      ],
      prices: 'NOMINAL',
    });
  });

  test('says why there is nothing to compare', async () => {
    const answer = await graph.ask(
      '{ compareInitiatives(countries: ["country:GB"]) { rows { budgetUsd notComparableBecause population { value } noPerHeadBecause } } }',
    );
    expect(answer).toEqual({
      compareInitiatives: {
        rows: [
          { budgetUsd: null, notComparableBecause: ['NO_BUDGET'], population: null, noPerHeadBecause: 'NO_BUDGET' },
        ],
      },
    });
  });

  test('tells the population of the day', async () => {
    const answer = await graph.ask(`{
      compareInitiatives(ids: ["initiative:fr"], asOf: "2025-12-31") {
        rows { population { value saidOn } inUsd { perHead } }
      }
    }`);
    expect(pluck(answer, 'compareInitiatives.rows.population.value')).toEqual([9]);
    // $1,000 over 9.
    expect(pluck(answer, 'compareInitiatives.rows.inUsd.perHead')).toEqual([111.11]);
  });

  test('names the countries of which there is nothing to compare', async () => {
    const answer = await graph.ask(`{
      compareInitiatives(countries: ["country:US", "country:FR"], currency: null) {
        rows { initiative { id } inCurrency { currency } } countriesWithout { id }
      }
      all: compareInitiatives { countriesWithout { id } }
    }`);
    expect(answer).toEqual({
      compareInitiatives: {
        rows: [{ initiative: { id: 'initiative:fr' }, inCurrency: { currency: 'USD' } }],
        countriesWithout: [{ id: 'country:US' }],
      },
      all: { countriesWithout: [] },
    });
  });

  test('takes all by name where none is named, and those named by id first', async () => {
    const ids = async (args: string) =>
      pluck(
        await graph.ask(`{ compareInitiatives${args} { rows { initiative { id } } } }`),
        'compareInitiatives.rows.initiative.id',
      );
    expect(await ids('')).toEqual(['initiative:gb', 'initiative:fr']);
    expect(await ids('(ids: ["initiative:fr"], countries: ["country:GB", "country:FR"])')).toEqual([
      'initiative:fr',
      'initiative:gb',
    ]);
  });

  test('refuses unknown currencies and ids of other kinds', async () => {
    expect(await graph.refusal('{ compareInitiatives(currency: "EURO") { truncated } }')).toEqual([
      'Expected an ISO 4217 currency code such as "EUR" but got: "EURO".',
    ]);
    expect(await graph.refusal('{ compareInitiatives(deal: "country:FR") { truncated } }')).toEqual([
      'Expected the id of a deal but got: "country:FR".',
    ]);
    expect(await graph.refusal('{ compareInitiatives(ids: ["deal:d"]) { truncated } }')).toEqual([
      'Expected ids of initiatives but got: "deal:d".',
    ]);
    expect(await graph.refusal('{ compareInitiatives(deal: "") { truncated } }')).toEqual([
      'Expected an id such as "company:openai" but got: "".',
    ]);
  });
});
