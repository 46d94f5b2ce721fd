import { describe, expect, test } from 'vitest';
import { company, country, datacenter, initiative } from '../support/records.js';
import { graphOf } from './graph.js';

const graph = await graphOf({
  entities: [
    country('EU', { name: 'European Union', isBloc: true }),
    country('DE', { name: 'Germany', memberOf: ['country:EU'], population: 83_000_000 }),
    company('dt', { country: 'country:DE' }),
    datacenter('munich', { country: 'country:DE' }),
    initiative('cloud', { country: 'country:DE' }),
  ],
  statements: [
    { subject: 'country:DE', property: 'member_of', object: 'country:EU' },
    { subject: 'company:dt', property: 'hq_country', object: 'country:DE' },
    { subject: 'datacenter:munich', property: 'located_in', object: 'country:DE' },
    { subject: 'initiative:cloud', property: 'government', object: 'country:DE' },
  ],
});

describe('country', () => {
  test('leads to its blocs, initiatives, companies and datacenters', async () => {
    const { country: germany } = await graph.ask(`{
      country(id: "country:DE") {
        code name population isBloc memberOf { id }
        initiatives { edges { node { id } } }
        companies { totalCount edges { node { id } } }
        datacenters { edges { node { id } } }
      }
    }`);
    expect(germany).toEqual({
      code: 'DE',
      name: 'Germany',
      population: 83_000_000,
      isBloc: false,
      memberOf: [{ id: 'country:EU' }],
      initiatives: { edges: [{ node: { id: 'initiative:cloud' } }] },
      companies: { totalCount: 1, edges: [{ node: { id: 'company:dt' } }] },
      datacenters: { edges: [{ node: { id: 'datacenter:munich' } }] },
    });
  });

  test('of a bloc leads to its members', async () => {
    expect(await graph.ask('{ country(id: "country:EU") { isBloc members { id } } }')).toEqual({
      country: { isBloc: true, members: [{ id: 'country:DE' }] },
    });
  });
});

describe('countries', () => {
  test('are filtered by bloc', async () => {
    expect(
      await graph.ask('{ countries(filter: { memberOf: { has: "country:EU" } }) { edges { node { id } } } }'),
    ).toEqual({ countries: { edges: [{ node: { id: 'country:DE' } }] } });
  });
});
