import { describe, expect, it } from 'vitest';
import { nationalDependency, type SiteInput } from '../../src/analysis/nationalDependency.js';
import type { SiteChips } from '../../src/analysis/siteChips.js';
import type { EntityId } from '../../src/model/ids.js';

const DE: EntityId = 'country:DE';
const US: EntityId = 'country:US';
const CN: EntityId = 'country:CN';

function site(slug: string, known: Partial<SiteInput> = {}): SiteInput {
  return {
    site: `datacenter:${slug}`,
    country: DE,
    operator: 'company:op',
    operatorCountry: DE,
    isRunning: true,
    isUsed: true,
    h100e: null,
    chips: [],
    ...known,
  };
}

function chips(count: number, h100eEach: number | null, vendorCountry: EntityId | null): SiteChips {
  return { chip: 'chip:x', count, h100eEach, vendor: 'company:v', vendorCountry };
}

const ask = (sites: readonly SiteInput[]) => nationalDependency({ territory: new Set([DE]), sites });

describe('nationalDependency', () => {
  it('counts in H100 equivalents: as stated, else by the chips', () => {
    // Five sites: 1,000 stated; 400 · 2.5 = 1,000; 2,000 · 1 = 2,000; 500 stated abroad; 500 · 1.
    const answer = ask([
      site('a', { h100e: 1_000 }),
      site('b', { chips: [chips(400, 2.5, US)], operatorCountry: US }),
      site('c', { chips: [chips(2_000, 1, US)] }),
      site('d', { h100e: 500, country: US }),
      site('e', { chips: [chips(500, 1, CN)], operatorCountry: US }),
    ]);
    expect(answer.unit).toBe('H100E');
    // Used: 4,500 at home of 5,000.
    expect(answer.territory.shares?.map((s) => [s.entity, s.sharePercent])).toEqual([
      [DE, 90],
      [US, 10],
    ]);
    // Four sites at home are too few for percentages, but the rows are there.
    expect(answer.provider).toMatchObject({ shares: null, coverage: { known: 4, total: 4 } });
    expect(answer.rows.map(({ site: id, capacity }) => [id, capacity])).toEqual([
      ['datacenter:c', 2_000],
      ['datacenter:a', 1_000],
      ['datacenter:b', 1_000],
      ['datacenter:d', 500],
      ['datacenter:e', 500],
    ]);
  });

  it('gives chips to the seats of their vendors, and nothing to anybody where they are unknown', () => {
    const known = ['a', 'b', 'c', 'd'].map((slug) => site(slug, { chips: [chips(100, 1, US)] }));
    const mixed = site('e', { chips: [chips(300, 1, US), chips(100, 1, CN)] });
    const answer = ask([...known, mixed, site('f', { h100e: 9_000 })]);
    // 4 · 100 + 300 = 700 of US vendors, 100 of Chinese; the 9,000 without chips have no share.
    expect(answer.chips.shares?.map((s) => [s.entity, s.sharePercent, s.sites])).toEqual([
      [US, 87.5, 5],
      [CN, 12.5, 1],
    ]);
    expect(answer.chips.coverage).toEqual({ known: 5, total: 6 });
  });

  it('does not stretch documented chips over more compute than they make', () => {
    const [row] = [site('a', { h100e: 10_000, chips: [chips(1_000, 1, US)] })];
    expect(ask(row ? [row] : []).chips.coverage).toEqual({ known: 0, total: 1 });
    expect(ask([site('a', { h100e: 1_000, chips: [chips(950, 1, US)] })]).chips.coverage).toEqual({
      known: 1,
      total: 1,
    });
  });

  it('lists what does not run yet and does not count it', () => {
    const answer = ask([site('a', { isRunning: false, h100e: 5 })]);
    expect(answer.territory.coverage).toEqual({ known: 0, total: 0 });
    expect(answer.rows).toMatchObject([{ site: 'datacenter:a', capacity: null }]);
  });

  it('falls back to chips, and then to sites', () => {
    expect(ask([site('a', { chips: [chips(7, null, US)] }), site('b')])).toMatchObject({
      unit: 'CHIPS',
      provider: { coverage: { known: 1, total: 2 }, capacity: 7 },
    });
    expect(ask([site('a'), site('b')])).toMatchObject({ unit: 'SITES', provider: { capacity: 2 } });
  });
});
