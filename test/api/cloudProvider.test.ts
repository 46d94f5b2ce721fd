import { describe, expect, test } from 'vitest';
import { cloud, company, country, deal } from '../support/records.js';
import { dealFacts } from './facts.js';
import { graphOf, pluck } from './graph.js';

const graph = await graphOf({
  entities: [
    company('op', { country: 'country:US' }),
    cloud('c', { name: 'Cloud', operator: 'company:op', country: 'country:US' }),
    cloud('empty'),
    country('US'),
    deal('paid'),
  ],
  statements: [
    { subject: 'cloud:c', property: 'operated_by', object: 'company:op' },
    { subject: 'company:guest', property: 'hosts_on', object: 'cloud:c' },
    { subject: 'cloud:c', property: 'flagship_customer', object: 'company:star' },
    { subject: 'deal:paid', property: 'form', value: 'COMPUTE_PURCHASE' },
    { subject: 'deal:paid', property: 'announced', value: '2025-02-01' },
    { subject: 'deal:paid', property: 'status', value: 'ACTIVE', validFrom: '2025-02-01' },
    { subject: 'deal:paid', property: 'amount', value: 5_000_000, unit: 'USD' },
    { subject: 'deal:paid', property: 'party', scope: 'customer', object: 'company:payer' },
    { subject: 'deal:paid', property: 'party', scope: 'provider', object: 'cloud:c' },
    ...dealFacts('deal:talks', {
      announced: '2025-02-01',
      status: 'REPORTED',
      customer: 'company:rumoured',
      provider: 'cloud:c',
      amount: 9,
    }),
    {
      subject: 'company:late',
      property: 'customer_of',
      object: 'cloud:c',
      validFrom: '2026-05-01',
      saidOn: '2026-06-01',
    },
    { subject: 'company:told', property: 'customer_of', object: 'cloud:c', saidOn: '2026-06-01' },
  ],
});

/** By a deal, a claim without a date of its own or as a flagship: all through 2026. */
const NAMED = new Set(['company:star', 'company:payer', 'company:guest']);

describe('cloudProvider', () => {
  test('stands apart from its operator and has the operator’s country', async () => {
    expect(await graph.ask('{ cloudProvider(id: "cloud:c") { kind name operatedBy { id } country { id } } }')).toEqual({
      cloudProvider: {
        kind: 'CLOUD_PROVIDER',
        name: 'Cloud',
        operatedBy: { id: 'company:op' },
        country: { id: 'country:US' },
      },
    });
  });

  test('names flagship customers first, then those with the largest contracts', async () => {
    const answer = await graph.ask(`{
      cloudProvider(id: "cloud:c") {
        customers(asOf: "2026-01-01") {
          totalCount
          edges { node { id } flagship roles contractedUsd deals { id } evidence { property } evidenceCount }
        }
      }
    }`);
    const evidence = (property: string) => [{ property }];
    expect(answer).toEqual({
      cloudProvider: {
        customers: {
          totalCount: 3,
          edges: [
            {
              node: { id: 'company:star' },
              flagship: true,
              roles: ['flagship_customer'],
              contractedUsd: null,
              deals: [],
              evidence: evidence('flagship_customer'),
              evidenceCount: 1,
            },
            {
              node: { id: 'company:payer' },
              flagship: false,
              roles: ['customer'],
              contractedUsd: 5_000_000,
              deals: [{ id: 'deal:paid' }],
              evidence: [],
              evidenceCount: 0,
            },
            {
              node: { id: 'company:guest' },
              flagship: false,
              roles: ['hosts_on'],
              contractedUsd: null,
              deals: [],
              evidence: evidence('hosts_on'),
              evidenceCount: 1,
            },
          ],
        },
      },
    });
  });

  test('has only the customers of the day asked about', async () => {
    const answer = await graph.ask(`{
      cloudProvider(id: "cloud:c") { customers(asOf: "2025-01-15") { edges { node { id } } } }
    }`);
    expect(pluck(answer, 'cloudProvider.customers.edges.node.id')).toEqual(['company:star', 'company:guest']);
  });

  test('has customers by dated relations for their dates, by undated ones from when they were said', async () => {
    const on = async (asOf: string) => {
      const answer = await graph.ask(`{
        cloudProvider(id: "cloud:c") { customers(asOf: "${asOf}") { edges { node { id } } } }
      }`);
      return pluck(answer, 'cloudProvider.customers.edges.node.id').filter((id) => !NAMED.has(String(id)));
    };
    expect(await on('2026-04-30')).toEqual([]);
    expect(await on('2026-05-01')).toEqual(['company:late']);
    expect(await on('2026-06-01')).toEqual(['company:late', 'company:told']);
  });

  test('pages its customers', async () => {
    const page = async (args: string) =>
      graph.ask(
        `{ cloudProvider(id: "cloud:c") { customers(asOf: "2026-01-01", ${args}) { edges { node { id } } pageInfo { endCursor hasNextPage } } } }`,
      );
    const first = await page('first: 2');
    const [after] = pluck(first, 'cloudProvider.customers.pageInfo.endCursor');
    const rest = await page(`first: 2, after: "${after}"`);
    expect(pluck(rest, 'cloudProvider.customers.edges.node.id')).toEqual(['company:guest']);
    expect(pluck(rest, 'cloudProvider.customers.pageInfo.hasNextPage')).toEqual([false]);
  });
});

describe('cloudProviders', () => {
  test('are filtered by operator', async () => {
    const answer = await graph.ask(
      '{ cloudProviders(filter: { operatedBy: { eq: "company:op" } }) { totalCount edges { node { id } } } }',
    );
    expect(answer).toEqual({ cloudProviders: { totalCount: 1, edges: [{ node: { id: 'cloud:c' } }] } });
  });
});
