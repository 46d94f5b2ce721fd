import { describe, expect, test } from 'vitest';
import { chip, cloud, company, country, datacenter } from '../support/records.js';
import { graphOf, pluck } from './graph.js';

const graph = await graphOf({
  entities: [
    cloud('c'),
    datacenter('site', {
      operator: 'cloud:c',
      owners: ['company:fund'],
      tenants: ['company:lab'],
      energyProviders: ['company:grid'],
      chips: ['chip:gpu'],
      country: 'country:NO',
      city: 'Narvik',
      itPowerMw: 80,
      sitePowerMw: 100,
      plannedSitePowerMw: 230,
      announcedPowerMw: 290,
      firstOperational: '2026',
    }),
    datacenter('unknown'),
    company('fund'),
    company('lab'),
    company('grid'),
    chip('gpu'),
    country('NO'),
  ],
});

describe('datacenter', () => {
  test('tells operator, owner and tenant apart', async () => {
    expect(
      await graph.ask(`{
        datacenter(id: "datacenter:site") {
          city country { id } operator { id kind } owners { id } tenants { id } energyProviders { id } chips { id }
        }
      }`),
    ).toEqual({
      datacenter: {
        city: 'Narvik',
        country: { id: 'country:NO' },
        operator: { id: 'cloud:c', kind: 'CLOUD_PROVIDER' },
        owners: [{ id: 'company:fund' }],
        tenants: [{ id: 'company:lab' }],
        energyProviders: [{ id: 'company:grid' }],
        chips: [{ id: 'chip:gpu' }],
      },
    });
  });

  test('gives every power figure its basis and stage', async () => {
    const { datacenter: site } = await graph.ask(
      '{ datacenter(id: "datacenter:site") { itPowerMw power { powerMw basis stage } } }',
    );
    expect(site).toEqual({
      itPowerMw: 80,
      power: [
        { powerMw: 80, basis: 'IT', stage: 'OPERATIONAL' },
        { powerMw: 100, basis: 'SITE', stage: 'OPERATIONAL' },
        { powerMw: 230, basis: 'SITE', stage: 'PLANNED' },
        { powerMw: 290, basis: 'UNSTATED', stage: 'ANNOUNCED' },
      ],
    });
  });
});

describe('datacenters', () => {
  test('are filtered by tenant and by power that is known', async () => {
    const answer = await graph.ask(`{
      a: datacenters(filter: { tenants: { has: "company:lab" } }) { edges { node { id } } }
      b: datacenters(filter: { sitePowerMw: { isKnown: false } }) { edges { node { id } } }
    }`);
    expect(pluck(answer, 'a.edges.node.id')).toEqual(['datacenter:site']);
    expect(pluck(answer, 'b.edges.node.id')).toEqual(['datacenter:unknown']);
  });
});
