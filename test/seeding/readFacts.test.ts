import { describe, expect, it } from 'vitest';
import type { Statement } from '../../src/model/statement.js';
import { readFacts } from '../../src/seeding/readFacts.js';
import { deal, problemsIn, SMALL, seedFolder } from './seedFolder.js';

async function facts(files: Readonly<Record<string, string>>, ...overlays: Readonly<Record<string, string>>[]) {
  const folders = [{ ...SMALL, ...files }, ...overlays].map(seedFolder);
  return readFacts(await Promise.all(folders));
}

function find(statements: readonly Statement[], property: string): readonly Statement[] {
  return statements.filter((s) => s.property === property);
}

describe('readFacts', () => {
  it('turns plain fields into statements with the record’s sources', async () => {
    const { statements } = await facts({});
    expect(find(statements, 'party').map(({ scope, object }) => [scope, object])).toEqual([
      ['customer', 'company:openai'],
      ['provider', 'cloud:aws'],
    ]);
    expect(find(statements, 'announced')).toEqual([
      expect.objectContaining({
        subject: 'deal:openai-aws',
        value: '2025-11-03',
        sources: ['source:press'],
        saidOn: '2025-11-03',
      }),
    ]);
  });

  it('lets a single status hold from the announcement and keeps a history as given', async () => {
    const history = deal('b', '').replace(
      'status: ACTIVE',
      'status: [{ is: ANNOUNCED, from: 2025-12 }, { is: CANCELLED, from: 2026-03-24 }]',
    );
    const { statements } = await facts({ 'deal.yaml': SMALL['deal.yaml'] + history });
    expect(find(statements, 'status').map(({ value, validFrom }) => [value, validFrom])).toEqual([
      ['ACTIVE', '2025-11-03'],
      ['ANNOUNCED', '2025-12'],
      ['CANCELLED', '2026-03-24'],
    ]);
  });

  it('fills in defaults: exact, confirmed, the property’s unit, the first release, the earliest source', async () => {
    const source =
      '- { id: source:late, name: Late, publisher: Late, published: 2026, medium: news, read: direct, licence: CC0-1.0 }';
    const { statements } = await facts({
      'source.yaml': SMALL['source.yaml'] + source,
      'deal.yaml': deal('openai-aws', '  facts:\n    - { property: capacity_mw, value: 5, sources: [late, press] }\n'),
    });
    expect(find(statements, 'capacity_mw')).toEqual([
      expect.objectContaining({
        unit: 'MW',
        qualifier: 'exact',
        confidence: 'confirmed',
        recordedAt: '2026-10-01T00:00:00.000Z',
        saidOn: '2025-11-03',
        scope: null,
      }),
    ]);
  });

  it('reads a coarse date that runs beyond the closing of the data as that day', async () => {
    const { statements } = await facts({
      'deal.yaml': deal(
        'openai-aws',
        '  facts:\n    - { property: capacity_mw, value: 5, saidOn: 2026, sources: [press] }\n',
      ),
    });
    expect(find(statements, 'capacity_mw')[0]).toMatchObject({ saidOn: '2026-09-30', saidNotBefore: '2026-01-01' });
    expect(find(statements, 'announced')[0]).not.toHaveProperty('saidNotBefore');
  });

  it('marks fields that are recalled', async () => {
    const { statements } = await facts({
      'deal.yaml': deal('openai-aws', '  termYears: 7\n  recalled: [termYears]\n'),
    });
    expect(find(statements, 'term_years')[0]?.confidence).toBe('recalled');
    expect(find(statements, 'announced')[0]?.confidence).toBe('confirmed');
  });

  it('keeps Norway and bare years as texts', async () => {
    const { statements } = await facts({
      'country.yaml': `${SMALL['country.yaml']}\n- { id: country:NO, name: Norway, sources: [press] }`,
      'company.yaml': `${SMALL['company.yaml']}- { id: company:aker, name: Aker, country: NO, founded: 1841, sources: [press] }`,
    });
    expect(find(statements, 'hq_country').at(-1)?.object).toBe('country:NO');
    expect(find(statements, 'founded')[0]?.value).toBe('1841');
  });

  it('gives the same claim the same id in whatever place', async () => {
    const line = '    - { property: amount, value: 38, unit: USD, sources: [press] }\n';
    const other = '    - { property: stake_percent, value: 5, sources: [press] }\n';
    const one = await facts({ 'deal.yaml': deal('openai-aws', `  facts:\n${line}`) });
    const two = await facts({ 'deal.yaml': deal('openai-aws', `  facts:\n${other}${line}`) });
    expect(find(two.statements, 'amount')[0]?.id).toBe(find(one.statements, 'amount')[0]?.id);
    expect(find(two.statements, 'amount')[0]?.id).toMatch(/^statement:[0-9a-f]{16}$/);
  });

  it('makes the process node the value of a foundry, so that two nodes disagree', async () => {
    const { statements } = await facts({
      'company.yaml': `${SMALL['company.yaml']}- { id: company:tsmc, name: TSMC, sources: [press] }`,
      'chip.yaml':
        '- { id: chip:mi450, name: MI450, fabricatedBy: [{ foundry: company:tsmc, node: N2 }], sources: [press] }',
    });
    expect(find(statements, 'fabricated_by')).toEqual([
      expect.objectContaining({ object: 'company:tsmc', value: 'N2', scope: null }),
    ]);
  });

  it('makes a market share of its market, measure, region, analyst and period', async () => {
    const share =
      '- { market: cloud, entity: cloud:aws, value: 29, period: 2025-Q3, measure: spend, region: worldwide, analyst: Synergy, sources: [press] }';
    const { statements } = await facts({ 'market-share.yaml': share });
    expect(find(statements, 'market_share')).toEqual([
      expect.objectContaining({
        subject: 'cloud:aws',
        scope: 'cloud|spend|worldwide|Synergy',
        refersTo: '2025-Q3',
        value: 29,
        unit: 'percent',
      }),
    ]);
  });

  it('numbers statements in the order of the seeds', async () => {
    const { statements } = await facts({});
    expect(statements.map(({ order }) => order)).toEqual(statements.map((_, i) => i));
  });
});

describe('overlays', () => {
  it('add records, add facts to records and replace the plain fields that they give', async () => {
    const { entities, statements, meta } = await facts(
      {
        'deal.yaml': deal(
          'openai-aws',
          '  facts:\n    - { property: amount, value: 38, unit: USD, sources: [press] }\n',
        ),
      },
      {
        'dataset.yaml': 'pack: mine\nrecordedAt: 2026-12-01T00:00:00Z\nlicences: [{ licence: private, covers: mine }]',
        'company.yaml': '- { id: company:mine, name: Mine, sources: [press] }',
        'deal.yaml':
          '- { id: deal:openai-aws, name: Renamed, facts: [{ property: amount, value: 39, unit: USD, sources: [press] }] }',
      },
    );
    expect(entities.find(({ id }) => id === 'company:mine')?.name).toBe('Mine');
    expect(entities.find(({ id }) => id === 'deal:openai-aws')?.name).toBe('Renamed');
    expect(find(statements, 'amount').map(({ value, recordedAt }) => [value, recordedAt])).toEqual([
      [38, '2026-10-01T00:00:00.000Z'],
      [39, '2026-12-01T00:00:00.000Z'],
    ]);
    expect(find(statements, 'party')).toHaveLength(2);
    expect(meta).toMatchObject({ packs: ['mine'], release: '2026.09' });
    expect(meta.licences).toHaveLength(2);
  });

  it('name the file of the overlay where a problem is theirs', async () => {
    const base = await seedFolder(SMALL);
    const overlay = await seedFolder({
      'deal.yaml': '- { id: deal:openai-aws, facts: [{ property: amount, value: 1, unit: XX, sources: [press] }] }',
    });
    expect(await problemsIn([base, overlay])).toEqual([
      expect.objectContaining({ record: 'deal:openai-aws', field: 'facts[0].unit', got: '"XX"' }),
    ]);
  });

  it('replace a rate of the same currency and year', async () => {
    const rate = (usd: number) => ({ 'currency.yaml': `- { currency: EUR, year: 2025, usd: ${usd}, source: press }` });
    const { meta } = await facts(rate(1.13), rate(1.2));
    expect(meta.rates).toEqual([
      { currency: 'EUR', year: 2025, usd: 1.2, source: 'source:press', confidence: 'confirmed' },
    ]);
  });
});
