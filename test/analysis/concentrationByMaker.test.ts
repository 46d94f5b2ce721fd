import { describe, expect, it } from 'vitest';
import { siteConcentration } from '../../src/analysis/concentration.js';
import type { EntityId } from '../../src/model/ids.js';
import { askConcentration as ask } from './askConcentration.js';
import { BN, dealOf, usd } from './deals.js';

const AWS = dealOf('aws', ['cloud:aws'], { firm: usd(38 * BN) });

describe('concentration by chip vendor', () => {
  const makersOf = (deal: EntityId, provider: EntityId): readonly EntityId[] => {
    if (deal === 'deal:aws') return ['company:nvidia'];
    if (provider === 'cloud:azure') return ['company:microsoft', 'company:nvidia'];
    return provider === 'cloud:oci' ? ['company:amd'] : [];
  };
  const exact = dealOf('oracle', ['cloud:oci'], { firm: usd(50 * BN) });

  it('gives a deal to the one vendor that it or its provider names, and to nobody where several or none are', () => {
    // AWS names Nvidia's chips: 38. Oracle has AMD's alone: 50. Azure's 12 may be Microsoft's or Nvidia's.
    const azure = dealOf('azure', ['cloud:azure'], { firm: usd(12 * BN) });
    const answer = ask([AWS, exact, azure], { by: 'CHIP_VENDOR', makersOf });
    expect(answer.shares.map(({ entity, amountUsd }) => [entity, amountUsd])).toEqual([
      ['company:amd', 50 * BN],
      ['company:nvidia', 38 * BN],
    ]);
    expect(answer.excluded).toEqual([{ deal: 'deal:azure', reason: 'SHARED_UNSPLIT' }]);
    expect(answer.coverage).toEqual({ known: 2, total: 3 });
    // Of 100: low where Microsoft takes the 12: 0.5² + 0.38² + 0.12² = 0.4088; high where Nvidia does: 0.5² + 0.5² = 0.5,
    // widened to the value, which leaves the 12 out: (50² + 38²) / 88² = 0.5093.
    expect(answer.hhi.low).toBeCloseTo(4_088, 0);
    expect(answer.hhi.high).toBeCloseTo(5_092.98, 2);
  });

  it('leaves a deal of unknown chips unknown: it may be anybody’s', () => {
    // Google's 12 of unknown chips: spread thin 0.5² + 0.38² = 0.3944; whole to AMD 0.62² + 0.38² = 0.5288.
    const google = dealOf('google', ['cloud:google-cloud'], { firm: usd(12 * BN) });
    const answer = ask([AWS, exact, google], { by: 'CHIP_VENDOR', makersOf });
    expect(answer.excluded).toEqual([{ deal: 'deal:google', reason: 'UNKNOWN_CHIPS' }]);
    expect(answer.hhi.low).toBeCloseTo(3_944, 0);
    expect(answer.hhi.high).toBeCloseTo(5_288, 0);
  });
});

describe('concentration by sites', () => {
  it('weighs what is known and lets the rest be anybody’s', () => {
    // 300 with a, 100 with b: 0.75² + 0.25² = 0.625; a site of unknown size may outweigh both.
    const answer = siteConcentration(
      [
        { site: 'datacenter:x', weight: 300, parts: [{ fraction: 1, holders: ['company:a'] }] },
        { site: 'datacenter:y', weight: 100, parts: [{ fraction: 1, holders: ['company:b'] }] },
        { site: 'datacenter:z', weight: null, parts: [{ fraction: 1, holders: ['company:c'] }] },
      ],
      'MEGAWATT',
    );
    expect(answer.hhi.value).toBeCloseTo(6_250, 6);
    expect(answer.hhi.high).toBe(10_000);
    // Σa²/Σa = 250: 10⁴ · 0.625 / 1.625.
    expect(answer.hhi.low).toBeCloseTo(3_846.15, 1);
    expect(answer).toMatchObject({ coverage: { known: 2, total: 3 }, unknown: ['company:c'] });
    expect(answer.shares[0]).toMatchObject({ entity: 'company:a', sharePercent: 75, amountUsd: null, deals: 1 });
  });
});
