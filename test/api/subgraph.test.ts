import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { isObjectType, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { buildSchema } from '../../src/resolvers/index.js';
import { noteAuditWhenOver } from '../support/audits.js';
import { chip, company, deal } from '../support/records.js';
import { graphOf, pluck } from './graph.js';

noteAuditWhenOver('federation');

const graph = await graphOf({
  entities: [company('new', { name: 'New' }), chip('gpu', { name: 'Gpu' }), deal('d', { type: 'ENERGY' })],
  redirects: [['company:old', 'company:new']],
  statements: [{ subject: 'company:new', property: 'hq_city', value: 'Here' }],
});
const ASK = 'query ($all: [_Any!]!) { _entities(representations: $all) { __typename ... on Entity { id name } } }';

async function sdl(): Promise<string> {
  return String(pluck(await graph.ask('{ _service { sdl } }'), '_service.sdl')[0]);
}

describe('_entities', () => {
  test('answer in the order of the representations, null for an unknown id', async () => {
    const all = [
      { __typename: 'Chip', id: 'chip:gpu' },
      { __typename: 'Company', id: 'company:nobody' },
      { __typename: 'Company', id: 'company:old', rating: { stars: 5 } },
      { __typename: 'EnergyDeal', id: 'deal:d' },
    ];
    expect(await graph.ask(ASK, { all })).toEqual({
      _entities: [
        { __typename: 'Chip', id: 'chip:gpu', name: 'Gpu' },
        null,
        { __typename: 'Company', id: 'company:new', name: 'New' },
        { __typename: 'EnergyDeal', id: 'deal:d', name: 'd' },
      ],
    });
  });

  test('are read in one call of the store, whatever their types', async () => {
    const all = Array.from({ length: 100 }, (_, i) => ({ __typename: 'Company', id: `company:c${i}` }));
    await graph.ask(ASK, { all: [...all.slice(1), { __typename: 'Chip', id: 'chip:gpu' }] });
    const reads = graph.calls().filter(({ method }) => method !== 'meta');
    expect(reads.map(({ method, args: [ids] }) => [method, Array.isArray(ids) && ids.length])).toEqual([
      ['entities', 100],
    ]);
  });

  test('take literals with variables in them', async () => {
    const query = `query ($id: ID!) {
      _entities(representations: [{ __typename: "Company", id: $id }, { __typename: "Chip", id: "chip:gpu" }]) { __typename }
    }`;
    expect(await graph.ask(query, { id: 'company:new' })).toEqual({
      _entities: [{ __typename: 'Company' }, { __typename: 'Chip' }],
    });
  });

  test('find statements', async () => {
    const [id] = pluck(await graph.ask('{ company(id: "company:new") { facts { id } } }'), 'company.facts.id');
    expect(await graph.ask(ASK, { all: [{ __typename: 'Statement', id }] })).toEqual({
      _entities: [{ __typename: 'Statement' }],
    });
  });

  test.each([
    [{ __typename: 'Chip', id: 'company:new' }, 'Expected "company:new" to be of type Company but got: "Chip".'],
    [{ __typename: 'Investment', id: 'deal:d' }, 'Expected "deal:d" to be of type EnergyDeal but got: "Investment".'],
    [{ __typename: 'Planet', id: 'company:new' }, 'Expected "company:new" to be of type Company but got: "Planet".'],
    [{ __typename: 'Company', id: 'new' }, 'Expected an id such as "company:openai" but got: "new".'],
    [{ __typename: 'Company' }, 'Expected the id of a Company but got: undefined.'],
    [{ __typename: 'Company', id: { toString: 1 } }, 'Expected the id of a Company but got: an object.'],
    [{ id: 'company:new' }, 'Expected the __typename of a representation but got: undefined.'],
    [['company:new'], 'Expected the __typename of a representation but got: undefined.'],
  ])('refuse %j', async (one, message) => {
    expect(await graph.refusal(ASK, { all: [one] })).toEqual([message]);
  });

  test('that fail leave the others as they are', async () => {
    const messages = await graph.refusal(ASK, {
      all: [
        { __typename: 'Chip', id: 'company:new' },
        { __typename: 'Company', id: 'company:new' },
      ],
    });
    expect(messages).toHaveLength(1);
  });

  test('are at most 100', async () => {
    const all = Array.from({ length: 101 }, () => ({ __typename: 'Company', id: 'company:new' }));
    expect(await graph.refusal(ASK, { all })).toEqual(['Expected at most 100 representations but got: 101.']);
    expect(await graph.ask(ASK, { all: [] })).toEqual({ _entities: [] });
  });

  test('are objects', async () => {
    expect(await graph.refusal(ASK, { all: ['company:new'] })).toEqual([
      expect.stringMatching(/Expected an object with __typename and id but got: "company:new"\.$/),
    ]);
    expect(await graph.refusal('{ _entities(representations: ["company:new"]) { __typename } }')).toEqual([
      expect.stringMatching(/Expected an object with __typename and id/),
    ]);
  });
});

describe('_service', () => {
  test('gives an SDL of which Apollo makes a subgraph', async () => {
    const subgraph = buildSubgraphSchema({ typeDefs: parse(await sdl()) });
    const ours = buildSchema();
    const named = ours.getType('_Entity');
    expect(String(subgraph.getType('_Entity')?.astNode)).toBe(String(named?.astNode));
    for (const type of Object.values(ours.getTypeMap())) {
      if (!isObjectType(type) || type.name.startsWith('__')) continue;
      const theirs = subgraph.getType(type.name);
      expect(isObjectType(theirs) && Object.keys(theirs.getFields()).sort()).toEqual(
        Object.keys(type.getFields()).sort(),
      );
    }
    expect(subgraph.getDirective('oneOf')?.locations).toEqual(['INPUT_OBJECT']);
  });

  test('gives keys to every type with an id, and only to these', async () => {
    const text = await sdl();
    const keyed = [...text.matchAll(/^type (\w+) [^{]*@key\(fields: "id"\)/gm)].map(([, name]) => name);
    const union = graph.ask('{ __type(name: "_Entity") { possibleTypes { name } } }');
    expect(keyed.sort()).toEqual(pluck(await union, '__type.possibleTypes.name').sort());
  });

  test('composes with a graph that says more about the same entities', async () => {
    const reviews = `
      extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@shareable"])
      type Query { reviews: [Review!]! }
      type Review { about: Company! stars: Int! }
      type Company @key(fields: "id") { id: ID! reviews: [Review!]! }
      type Chip @key(fields: "id") { id: ID! priceUsd: Float }
      type PageInfo @shareable { hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String endCursor: String }
    `;
    const composed = composeServices([
      { name: 'graph', url: 'http://graph', typeDefs: parse(await sdl()) },
      { name: 'reviews', url: 'http://reviews', typeDefs: parse(reviews) },
    ]);
    expect(composed.errors?.map(({ message }) => message)).toBeUndefined();
    expect(composed.supergraphSdl).toMatch(
      /type Company implements Entity & Node\s+@join__implements[\s\S]{0,200}@join__type\(graph: GRAPH, key: "id"\)\s+@join__type\(graph: REVIEWS, key: "id"\)/,
    );
  });
});
