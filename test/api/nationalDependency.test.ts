import { describe, expect, test } from 'vitest';
import type { EntityId } from '../../src/model/ids.js';
import { chip, company, country, datacenter, initiative } from '../support/records.js';
import type { StatementSpec } from '../support/smallDataset.js';
import { graphOfFacts, pluck } from './graph.js';

/** A site that runs, with so many of one chip. */
function site(slug: string, where: string, operator: EntityId, chipId: EntityId, count: number): StatementSpec[] {
  const subject: EntityId = `datacenter:${slug}`;
  const on = { saidOn: '2025-01-01' };
  return [
    { subject, property: 'located_in', object: `country:${where}`, ...on },
    { subject, property: 'operated_by', object: operator, ...on },
    { subject, property: 'status', value: 'operational', validFrom: '2025-01-01', ...on },
    { subject, property: 'chip_count', object: chipId, value: count, unit: 'chips', ...on },
  ];
}

const seat = (slug: string, code: string): StatementSpec => ({
  subject: `company:${slug}`,
  property: 'hq_country',
  object: `country:${code}`,
});

const SITES = ['a', 'b', 'c', 'd', 'e', 'abroad', 'planned'] as const;

const graph = await graphOfFacts({
  entities: [
    ...['DE', 'US', 'FR'].map((code) => country(code)),
    ...['german', 'daughter', 'american', 'vendor', 'maker'].map((slug) => company(slug)),
    chip('fast'),
    chip('plain'),
    ...SITES.map((slug) => datacenter(slug)),
    initiative('programme'),
  ],
  statements: [
    seat('german', 'DE'),
    seat('american', 'US'),
    seat('vendor', 'US'),
    seat('maker', 'FR'),
    // Seated in Germany, owned from the United States.
    seat('daughter', 'DE'),
    { subject: 'company:daughter', property: 'parent', object: 'company:american' },
    { subject: 'chip:fast', property: 'designed_by', object: 'company:vendor' },
    { subject: 'chip:fast', property: 'h100_equivalents_per_chip', value: 2 },
    { subject: 'chip:plain', property: 'designed_by', object: 'company:maker' },
    { subject: 'chip:plain', property: 'h100_equivalents_per_chip', value: 1 },
    ...site('a', 'DE', 'company:german', 'chip:fast', 300),
    ...site('b', 'DE', 'company:german', 'chip:plain', 200),
    ...site('c', 'DE', 'company:daughter', 'chip:fast', 50),
    ...site('d', 'DE', 'company:american', 'chip:fast', 40),
    ...site('e', 'DE', 'company:german', 'chip:plain', 20),
    ...site('abroad', 'FR', 'company:american', 'chip:fast', 100),
    ...site('planned', 'DE', 'company:german', 'chip:fast', 9_000).map((fact) =>
      fact.property === 'status' ? { ...fact, value: 'planned' } : fact,
    ),
    { subject: 'initiative:programme', property: 'government', object: 'country:DE' },
    { subject: 'initiative:programme', property: 'datacenter', object: 'datacenter:abroad' },
  ],
});

const shares = (answer: unknown, level: string) =>
  pluck(answer, `nationalDependency.${level}.shares`).map((share) => [
    ...pluck(share, 'entity.id'),
    ...pluck(share, 'sharePercent'),
  ]);

describe('nationalDependency', () => {
  test('tells three levels apart: where it stands, who runs it, whose chips it runs on', async () => {
    const level = '{ capacity coverage { known total universe } shares { entity { id } sharePercent siteCount } }';
    const answer = await graph.ask(`{
      nationalDependency(country: "country:DE") {
        unit rowCount territory ${level} provider ${level} chips ${level}
        rows { site { id } onTerritory used counted capacity operatorCountry { id } chips { vendorCountry { id } } }
      }
    }`);
    expect(pluck(answer, 'nationalDependency.unit')).toEqual(['H100E']);
    // Used by what is German, at home 600 + 200 + 100 (the daughter) + 20 = 920, abroad 200: 920 of 1,120.
    expect(shares(answer, 'territory')).toEqual([
      ['country:DE', expect.closeTo(82.142_857, 5)],
      ['country:FR', expect.closeTo(17.857_143, 5)],
    ]);
    // On its territory 600 + 200 + 100 + 80 + 20 = 1,000: run from Germany 820, from the United States 100 + 80.
    expect(shares(answer, 'provider')).toEqual([
      ['country:DE', expect.closeTo(82, 9)],
      ['country:US', expect.closeTo(18, 9)],
    ]);
    // Of these 1,000 on chips from the United States 600 + 100 + 80, from France 200 + 20.
    expect(shares(answer, 'chips')).toEqual([
      ['country:US', expect.closeTo(78, 9)],
      ['country:FR', expect.closeTo(22, 9)],
    ]);
    for (const [name, total] of [
      ['territory', 5],
      ['provider', 5],
      ['chips', 5],
    ]) {
      expect(pluck(answer, `nationalDependency.${name}.coverage`)).toEqual([
        { known: total, total, universe: 'DOCUMENTED_SITES_ONLY' },
      ]);
    }
    const planned = pluck(answer, 'nationalDependency.rows').find(
      (row) => pluck(row, 'site.id')[0] === 'datacenter:planned',
    );
    expect(planned).toMatchObject({ counted: false, capacity: null });
    expect(pluck(answer, 'nationalDependency.rowCount')).toEqual([7]);
  });

  test('gives rows without percentages where fewer than five sites are known', async () => {
    const answer = await graph.ask(`{
      nationalDependency(country: "country:FR") { territory { shares { sharePercent } } provider { shares { sharePercent } coverage { known total } } rowCount }
    }`);
    expect(pluck(answer, 'nationalDependency.provider')).toEqual([{ shares: null, coverage: { known: 1, total: 1 } }]);
    expect(pluck(answer, 'nationalDependency.rowCount')).toEqual([1]);
  });

  test('refuses what is no country', async () => {
    expect(await graph.refusal('{ nationalDependency(country: "company:german") { unit } }')).toEqual([
      'Expected the id of a country such as "country:DE" but got: "company:german".',
    ]);
  });
});
