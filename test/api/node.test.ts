import { describe, expect, test } from 'vitest';
import { chip, company, deal } from '../support/records.js';
import { graphOf, pluck } from './graph.js';

const graph = await graphOf({
  entities: [
    company('new', { name: 'New', aliases: ['Old Inc'], externalIds: [{ scheme: 'wikidata', value: 'Q1' }] }),
    chip('gpu'),
    deal('d', { type: 'ENERGY' }),
  ],
  redirects: [['company:old', 'company:new']],
  statements: [{ subject: 'company:new', property: 'hq_city', value: 'Here', validFrom: '2025', validTo: '2026-03' }],
});

describe('node', () => {
  test('finds an entity of any kind', async () => {
    expect(
      await graph.ask(`{
        a: node(id: "company:new") { __typename id ... on Entity { name aliases externalIds { scheme value } } }
        b: node(id: "chip:gpu") { __typename }
        c: node(id: "deal:d") { __typename }
      }`),
    ).toEqual({
      a: {
        __typename: 'Company',
        id: 'company:new',
        name: 'New',
        aliases: ['Old Inc'],
        externalIds: [{ scheme: 'wikidata', value: 'Q1' }],
      },
      b: { __typename: 'Chip' },
      c: { __typename: 'EnergyDeal' },
    });
  });

  test('follows the id of a merged entity', async () => {
    expect(await graph.ask('{ node(id: "company:old") { id } }')).toEqual({ node: { id: 'company:new' } });
  });

  test('finds a statement by the id under which it was cited', async () => {
    const [id] = pluck(await graph.ask('{ company(id: "company:new") { facts { id } } }'), 'company.facts.id');
    expect(
      await graph.ask('query ($id: ID!) { node(id: $id) { __typename ... on Statement { value } } }', { id }),
    ).toEqual({
      node: { __typename: 'Statement', value: 'Here' },
    });
  });

  test('is null for an unknown id, and refuses what is no id', async () => {
    expect(await graph.ask('{ node(id: "company:nobody") { id } }')).toEqual({ node: null });
    expect(await graph.refusal('{ node(id: "nobody") { id } }')).toEqual([
      'Expected an id such as "company:openai" but got: "nobody".',
    ]);
  });

  test('takes ids that name members of every object', async () => {
    expect(await graph.ask('{ nodes(ids: ["company:constructor", "company:__proto__"]) { id } }')).toEqual({
      nodes: [null, null],
    });
  });
});

describe('nodes', () => {
  test('answer in the order of the ids, null for unknown ones', async () => {
    expect(await graph.ask('{ nodes(ids: ["chip:gpu", "chip:none", "company:new", "chip:gpu"]) { id } }')).toEqual({
      nodes: [{ id: 'chip:gpu' }, null, { id: 'company:new' }, { id: 'chip:gpu' }],
    });
  });

  test('are at most 100', async () => {
    const ids = Array.from({ length: 101 }, () => 'chip:gpu');
    expect(await graph.refusal('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids })).toEqual([
      'Expected 1..100 ids but got: 101.',
    ]);
  });
});

describe('facts', () => {
  test('leave out, for a day, what does not hold on it or had not been said', async () => {
    const values = async (args: string) =>
      pluck(await graph.ask(`{ company(id: "company:new") { facts${args} { value } } }`), 'company.facts.value');
    expect(await values('')).toEqual(['Here']);
    expect(await values('(asOf: "2026-01-01")')).toEqual(['Here']);
    expect(await values('(asOf: "2026-04-01")')).toEqual([]);
    expect(await values('(asOf: "2024-12-31")')).toEqual([]);
    expect(await values('(property: "founded")')).toEqual([]);
  });

  test('are at most 200', async () => {
    expect(await graph.refusal('{ company(id: "company:new") { facts(first: 201) { value } } }')).toEqual([
      'Expected first in 1..200 but got: 201.',
    ]);
  });
});
