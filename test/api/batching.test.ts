import { describe, expect, test } from 'vitest';
import type { EntityId } from '../../src/model/ids.js';
import { chip, cloud, company, country, datacenter, deal, initiative } from '../support/records.js';
import type { EdgeSpec, SmallDataset, StatementSpec } from '../support/smallDataset.js';
import { dealFacts } from './facts.js';
import { graphOf, graphOfFacts, type StoreCall } from './graph.js';

const COUNT = 30;

/** Customers that each bought from the same cloud, cite the same source, and sit in the same country. */
const buyers = Array.from({ length: COUNT }, (_, i) => {
  const slug = `buyer-${String(i).padStart(2, '0')}`;
  const id: EntityId = `company:${slug}`;
  const bought: EntityId = `deal:${slug}`;
  return { slug, id, bought };
});

const FACTS: SmallDataset = {
  entities: [
    ...buyers.flatMap(({ slug }) => [company(slug, { sources: ['source:s1'] }), deal(slug)]),
    cloud('c', { name: 'Zebra' }),
    ...buyers.flatMap(({ slug }) => [
      cloud(slug),
      chip(slug),
      datacenter(slug),
      company(`${slug}-sub`, { name: 'Sub' }),
      initiative(slug),
      country(slug),
    ]),
  ],
  statements: buyers.flatMap(({ slug, id, bought }): StatementSpec[] => [
    { subject: id, property: 'hq_country', object: 'country:US' },
    { subject: `cloud:${slug}`, property: 'operated_by', object: id },
    { subject: `chip:${slug}`, property: 'designed_by', object: id },
    { subject: `datacenter:${slug}`, property: 'operated_by', object: id },
    { subject: `datacenter:${slug}`, property: 'located_in', object: `country:${slug}` },
    { subject: `company:${slug}-sub`, property: 'parent', object: id },
    { subject: `company:${slug}-sub`, property: 'hosts_on', object: `cloud:${slug}` },
    { subject: `company:${slug}-sub`, property: 'hq_country', object: `country:${slug}` },
    { subject: `initiative:${slug}`, property: 'government', object: `country:${slug}` },
    { subject: `initiative:${slug}`, property: 'status', value: 'active', validFrom: '2025' },
    ...dealFacts(bought, { announced: '2025-01-01', customer: id, provider: 'cloud:c', amount: 10 }),
  ]),
};
const graph = await graphOfFacts(FACTS);

const WALK = /* GraphQL */ `
  query ($first: Int!, $asOf: Date) {
    companies(first: $first, filter: { name: { startsWith: "buyer" } }) {
      totalCount
      edges {
        node {
          country { name }
          sources { title }
          clouds { id customers { totalCount edges { node { id } deals { id } evidence { id } } } deals { totalCount } datacenters { totalCount } }
          subsidiaries { totalCount edges { node { name } } }
          chips { totalCount edges { node { users { totalCount edges { node { id } } } } } }
          datacenters { totalCount edges { node { country { ...InCountry } } } }
          timeline(first: 5, asOf: $asOf) { totalCount edges { node { id entities { id } statements { id } } } }
          factCount
          facts { subject { name } object { name } sources { publisher } }
          deals {
            edges { node { inForce firm { amountUsd statements { id } } supersededBy { id } parties { entity { name country { id } } } } }
          }
          dependencies(asOf: $asOf) {
            totalCount
            edges { node { name country { id } timeline { totalCount edges { node { id } } } } links { deal { amountUsd } evidence { sources { id } } } path { nodes { id } } }
          }
          dependents { totalCount edges { node { id } } }
        }
      }
    }
  }
  fragment InCountry on Country {
    initiatives { totalCount edges { node { id } } }
    companies { totalCount edges { node { id } } }
    datacenters { totalCount edges { node { id } } }
  }
`;

/** A call without its keys, which are the first argument of every batched method. */
function shapeOf({ method, args }: StoreCall): string {
  return `${method} ${JSON.stringify(BATCHED.has(method) ? args.slice(1) : args)}`;
}

const BATCHED = new Set([
  'entities',
  'statements',
  'edges',
  'edgesOf',
  'statementsBySubject',
  'statementsByObject',
  'dealsByParty',
  'dealsPointingAt',
  'events',
  'countEvents',
]);

function sizeless(calls: readonly StoreCall[]): string[] {
  // The list's own page size is the one argument that differs.
  return calls.map((call) => shapeOf(call).replace(/"first":\d+/, '"first":N')).sort();
}

describe('one request', () => {
  for (const asOf of [null, '2025-06-30']) {
    test(`makes the same store calls for 2 entities as for ${COUNT}${asOf ? `, as of ${asOf}` : ''}`, async () => {
      await graph.ask(WALK, { first: 2, asOf });
      const few = sizeless(graph.calls());
      await graph.ask(WALK, { first: COUNT, asOf });
      expect(sizeless(graph.calls())).toEqual(few);
    });

    test(`answers alike where records are at hand${asOf ? `, as of ${asOf}` : ''}`, async () => {
      const atHand = await graphOfFacts(FACTS, true);
      const variables = { first: COUNT, asOf };
      expect(await atHand.ask(WALK, variables)).toEqual(await graph.ask(WALK, variables));
    });

    test(`asks the store for no key twice${asOf ? `, as of ${asOf}` : ''}`, async () => {
      await graph.ask(WALK, { first: COUNT, asOf });
      const asked = new Set<string>();
      for (const call of graph.calls()) {
        const keys = BATCHED.has(call.method) ? call.args[0] : [''];
        for (const key of Array.isArray(keys) ? keys : []) {
          const question = `${shapeOf(call)} ${JSON.stringify(key)}`;
          expect(asked, question).not.toContain(question);
          asked.add(question);
        }
      }
    });
  }

  test('asks for a level of neighbours in one call', async () => {
    await graph.ask(`{ companies(first: ${COUNT}) { edges { node { country { id } } } } }`);
    const entities = graph.calls().filter(({ method }) => method === 'entities');
    expect(entities.map(({ args }) => args[0])).toEqual([['country:US']]);
  });

  test('does not count unless asked to', async () => {
    await graph.ask('{ companies { edges { node { id } } } }');
    expect(graph.calls().map(({ method }) => method)).toEqual(['meta', 'list']);
    await graph.ask('{ companies { totalCount } }');
    expect(graph.calls().map(({ method }) => method)).toEqual(['meta', 'list', 'count']);
  });

  test('remembers nothing of the one before', async () => {
    await graph.ask('{ company(id: "company:buyer-00") { id } }');
    await graph.ask('{ company(id: "company:buyer-00") { id } }');
    expect(graph.calls().map(({ method }) => method)).toEqual(['meta', 'entities']);
  });
});

test('evidence of many dependencies is read in one call', async () => {
  const edges: EdgeSpec[] = buyers.map(({ id }, i) => ({
    from: id,
    to: 'company:vendor',
    kind: 'CHIPS',
    statementIds: [`statement:${i}`],
  }));
  const statements: StatementSpec[] = buyers.map(({ id }, i) => ({
    id: `statement:${i}`,
    subject: id,
    property: 'x',
    sources: ['source:s1'],
  }));
  const many = await graphOf({ edges, statements });
  await many.ask(`{
    dependents(of: "company:vendor", first: 100) { edges { node { name } links { evidence { sources { title } } } } }
  }`);
  expect(many.calls().map(({ method }) => method)).toEqual([
    'meta',
    'entities',
    'topology',
    'entities',
    'edges',
    'statements',
    'entities',
  ]);
});
