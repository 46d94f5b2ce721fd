import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { bestClaim } from '../../src/model/claims.js';
import type { Facts } from '../../src/model/dataset.js';
import { kindOf } from '../../src/model/ids.js';
import type { Statement } from '../../src/model/statement.js';
import { firstDay } from '../../src/model/time.js';
import { countSeeds, formatSeedCounts } from '../../src/seeding/countSeeds.js';
import { readFacts } from '../../src/seeding/readFacts.js';
import { formatJsonSchema, seedJsonSchemas } from '../../src/seeding/seedJsonSchema.js';
import { seedFolder } from './seedFolder.js';

const SEEDS = new URL('../../seeds', import.meta.url).pathname;
const PACK = `${SEEDS}/packs/non-commercial`;
const DOCS = new URL('../../docs/dataset.md', import.meta.url).pathname;

let facts: Facts;

beforeAll(async () => {
  facts = await readFacts([SEEDS]);
});

function about(subject: string, property: string): readonly Statement[] {
  return facts.statements.filter((s) => s.subject === subject && s.property === property);
}

function countOf(kind: string, of: Facts = facts): number {
  return of.entities.filter((entity) => entity.kind === kind).length;
}

describe('the shipped seeds', () => {
  it('hold every record that was collected', () => {
    // 210 organisations: 207 companies, aws as a cloud, 2 in the pack. 123 deals, of which one became two.
    expect(countOf('company') + 1 + 2).toBe(210);
    expect(countOf('deal')).toBe(123 + 1);
    expect(countOf('chip')).toBe(52);
    expect(countOf('datacenter')).toBe(66);
    expect(countOf('initiative')).toBe(56);
    // 337 collected; 6 for countries, populations and rates.
    expect(countOf('source')).toBe(337 + 6);
    expect(facts.statements.filter((s) => s.property === 'market_share')).toHaveLength(74 - 12);
  });

  it('hold every relation and event that was collected', async () => {
    const relations = (await countSeeds(SEEDS)).find(({ noun }) => noun === 'relation')?.records;
    expect([relations, countOf('policy')]).toEqual([166 - 18, 18]);
  });

  it('hold every claim that was collected', async () => {
    const counts = new Map((await countSeeds(SEEDS)).map(({ noun, facts: count }) => [noun, count]));
    expect((counts.get('company') ?? 0) + (counts.get('cloud') ?? 0)).toBe(34);
    // One term and one announcement repeat their record's plain field; 16 remarks became facts.
    expect(counts.get('deal')).toBe(324 - 2 + 16);
    // 35 chips have an H100-equivalent factor.
    expect(counts.get('chip')).toBe(243 + 35);
    expect(counts.get('datacenter')).toBe(210);
    // 18 of the years, funders and stages that sources state.
    expect(counts.get('initiative')).toBe(146 + 18);
  });

  it('are counted in docs/dataset.md', async () => {
    const docs = await readFile(DOCS, 'utf8');
    expect(docs).toContain(formatSeedCounts(await countSeeds(SEEDS)));
    expect(docs).toContain(formatSeedCounts(await countSeeds(PACK)));
  });

  it('take the facts of one’s own that docs/dataset.md shows', async () => {
    const docs = await readFile(DOCS, 'utf8');
    const [, own = ''] = docs.split('## Facts of your own');
    const [dataset = '', deals = ''] = [...own.matchAll(/```yaml\n(.*?)```/gs)].map(([, block]) => block ?? '');
    const source =
      '- { id: source:my-source, name: Mine, publisher: Me, published: 2026-10-20, medium: news, read: direct, licence: private }';
    const folder = await seedFolder({ 'dataset.yaml': dataset, 'deal.yaml': deals, 'source.yaml': source });
    const { meta, statements } = await readFacts([SEEDS, folder]);
    expect(meta.packs).toEqual(['my-notes']);
    expect(statements.filter((s) => s.sources.includes('source:my-source')).map(({ value }) => value)).toEqual([
      39e9,
      'ACTIVE',
      'PAUSED',
    ]);
  });

  it('have JSON Schemas made of the reader’s own forms', async () => {
    for (const [name, schema] of seedJsonSchemas()) {
      expect(await readFile(`${SEEDS}/schema/${name}`, 'utf8'), name).toBe(formatJsonSchema(schema));
    }
  });

  it('name their schema in the first line', async () => {
    for (const { noun } of await countSeeds(SEEDS)) {
      const text = await readFile(`${SEEDS}/${noun}.yaml`, 'utf8');
      expect(text.split('\n', 1)[0]).toBe(`# yaml-language-server: $schema=schema/${noun}.schema.json`);
    }
  });

  it('cite a source for every statement and use every source', () => {
    const cited = new Set([
      ...facts.statements.flatMap((s) => s.sources),
      ...facts.entities.flatMap((entity) => entity.sources),
      ...facts.meta.rates.map((rate) => rate.source),
    ]);
    expect(facts.statements.filter((s) => s.sources.length === 0)).toEqual([]);
    expect(facts.entities.filter(({ kind, id }) => kind === 'source' && !cited.has(id))).toEqual([]);
  });

  it('leave what rests on non-commercial sources alone to the pack', async () => {
    const restricted = new Set(
      facts.entities.flatMap((e) => ('licence' in e && e.licence.includes('NC') ? [e.id] : [])),
    );
    expect(restricted.size).toBe(1);
    expect(facts.statements.filter((s) => s.sources.every((source) => restricted.has(source)))).toEqual([]);

    const withPack = await readFacts([SEEDS, PACK]);
    expect(withPack.meta.packs).toEqual(['non-commercial']);
    expect(countOf('company', withPack)).toBe(209);
    expect(withPack.statements.filter((s) => s.property === 'market_share')).toHaveLength(74);
  });

  it('let what is said of the future refer to it', () => {
    // 52 claims and 5 capacity forecasts had a date after the data was closed; 7 plans refer to an opening or a target.
    const future = facts.statements.filter((s) => s.refersTo !== null && firstDay(s.refersTo) > facts.meta.dataThrough);
    expect(future).toHaveLength(52 + 5 + 7);
    expect(facts.statements.filter((s) => firstDay(s.saidOn) > facts.meta.dataThrough)).toEqual([]);
  });

  it('were said when the collected fact says, also where its source has a finer date', () => {
    const saidOn = (subject: string, property: string, value: number) =>
      about(subject, property).find((s) => s.value === value)?.saidOn;
    expect(saidOn('initiative:india-ai-mission', 'gpu_count', 18_417)).toBe('2025');
    expect(saidOn('deal:nvidia-intel-5b', 'stake_percent', 4)).toBe('2025-09');
    expect(saidOn('company:qia', 'assets', 526e9)).toBe('2025-12');
    // Planned: the source's own date, 2025-12-14, not the "2025-12" of the collected fact.
    expect(saidOn('datacenter:ytl-johor', 'planned_chip_count', 15_428)).toBe('2025-12-14');
  });

  it('have a budget for 34 of 56 initiatives', () => {
    const budgets = facts.statements.filter((s) => s.property === 'budget' && kindOf(s.subject) === 'initiative');
    expect(new Set(budgets.map((s) => s.subject)).size).toBe(34);
  });
});

describe('records worked by hand', () => {
  it('a source of "2026" outdates none of a day in 2026: B200 with 180 GB, HBM4 split 55/25/20', () => {
    expect(bestClaim(about('chip:b200', 'memory_gb'))?.value).toBe(180);
    const shares = ['sk-hynix', 'samsung-electronics', 'micron'].map(
      (slug) => bestClaim(about(`company:${slug}`, 'hbm4_share_of_rubin'))?.value,
    );
    expect(shares).toEqual([55, 25, 20]);
  });

  it('a rate is the average of a year that is over', () => {
    expect(facts.meta.rates.filter(({ year }) => year >= 2026)).toEqual([]);
  });

  it('OpenAI–AWS: seven years from 3 November 2025, the other date kept as reported', () => {
    const id = 'deal:openai-aws-2025';
    expect(about(id, 'party').map(({ scope, object }) => `${scope} ${object}`)).toEqual([
      'customer company:openai',
      'provider cloud:aws',
      'chip_supplier company:nvidia',
    ]);
    expect(about(id, 'announced').map(({ value, qualifier }) => `${value} ${qualifier}`)).toEqual([
      '2025-11-03 exact',
      '2025-11-04 reported',
    ]);
    expect(about(id, 'amount')).toEqual([
      expect.objectContaining({ value: 38e9, unit: 'USD', saidOn: '2025-11-03', qualifier: 'exact' }),
    ]);
    expect(about(id, 'expansion_option_from')[0]?.value).toBe('2027-01-01');
    expect(about(id, 'full_deployment_by')[0]?.value).toBe('2026-12-31');
    expect(about(id, 'instance_family')[0]?.value).toBe('Amazon EC2 UltraServers');
  });

  it('Amazon–Anthropic 2026: the compute and the equity are two deals', () => {
    expect(about('deal:anthropic-amazon-2026', 'amount').map(({ value, qualifier }) => [value, qualifier])).toEqual([
      [100e9, 'atLeast'],
    ]);
    expect(about('deal:amazon-anthropic-2026', 'amount').map(({ value, qualifier }) => [value, qualifier])).toEqual([
      [5e9, 'exact'],
      [25e9, 'reported'],
    ]);
    expect(about('deal:amazon-anthropic-2026', 'equity_option')[0]).toMatchObject({ value: 20e9, qualifier: 'upTo' });
  });

  it('Microsoft in OpenAI: 13 billion in all, three tranches on their days', () => {
    const id = 'deal:microsoft-openai-invest';
    expect(about(id, 'amount').map(({ value }) => value)).toEqual([13e9]);
    expect(about(id, 'tranche').map(({ scope, value, validFrom }) => [scope, value, validFrom])).toEqual([
      ['tranche-1', 1e9, '2019-07-22'],
      ['tranche-2', 2e9, '2021-03-15'],
      ['tranche-3', 10e9, '2023-01-23'],
    ]);
  });

  it('Microsoft–Nebius: 17.4 billion is the headline, 19.4 with options', () => {
    expect(about('deal:microsoft-nebius-2025', 'amount').map(({ scope, value }) => [scope, value])).toEqual([
      [null, 17.4e9],
      ['with-options', 19.4e9],
    ]);
  });

  it('Nvidia’s letter of intent with OpenAI was cancelled', () => {
    expect(about('deal:openai-nvidia-loi', 'status').map(({ value, validFrom }) => [value, validFrom])).toEqual([
      ['LETTER_OF_INTENT', '2025-09-22'],
      ['CANCELLED', '2026-02'],
    ]);
  });

  it('Abilene: chips installed and planned are different claims', () => {
    const counts = about('datacenter:stargate-abilene', 'chip_count');
    expect(counts.map(({ object, value, saidOn, refersTo }) => [object, value, saidOn, refersTo])).toEqual([
      ['chip:gb200', 100_800, '2025-12-24', null],
      ['chip:gb300', 100_800, '2026-05-23', null],
      ['chip:gb300', 302_400, '2026-09-18', '2026-11-01'],
    ]);
  });

  it('AWS computes, Amazon designs chips and buys energy', () => {
    expect(about('cloud:aws', 'operated_by')[0]?.object).toBe('company:amazon');
    expect(about('chip:trainium2', 'designed_by')[0]?.object).toBe('company:amazon');
    expect(about('deal:aws-vistra-comanche', 'party')[0]?.object).toBe('company:amazon');
    expect(facts.entities.some(({ id }) => id === 'company:aws')).toBe(false);
    const sellers = facts.statements.filter(
      (s) => s.subject === 'company:nvidia' && s.property === 'supplies_chips_to',
    );
    expect(sellers.map(({ object }) => object)).toContain('cloud:aws');
  });

  it('Cohere: Canada is recalled, as it was collected, and stays its country', () => {
    expect(about('company:cohere', 'hq_country').map(({ object, confidence }) => [object, confidence])).toEqual([
      ['country:CA', 'recalled'],
    ]);
    expect(about('company:cohere', 'country_alternative')[0]).toMatchObject({ value: 'US', confidence: 'confirmed' });
  });

  it('a licence for G42 is a policy event with its magnitude', () => {
    const id = 'policy:us-g42-licence-2025';
    expect(about(id, 'targets')[0]?.object).toBe('company:g42');
    expect(about(id, 'date')[0]?.value).toBe('2025-11-19');
    expect(about(id, 'magnitude')[0]).toMatchObject({ value: 35_000, unit: 'GB300 equivalents', qualifier: 'upTo' });
  });

  it('a B200 is 2.274 H100: 2250 / 989.4', () => {
    expect(about('chip:b200', 'h100_equivalents_per_chip')[0]).toMatchObject({ value: 2.274, unit: 'H100e' });
  });
});
