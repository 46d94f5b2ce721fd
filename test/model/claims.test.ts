import { describe, expect, it } from 'vitest';
import {
  bestByIdentity,
  bestClaim,
  claimIdentity,
  claimsOn,
  claimsSpeakingFor,
  holdsOn,
  isConflicting,
} from '../../src/model/claims.js';
import type { Statement } from '../../src/model/statement.js';

let order = 0;

function claim(fields: Partial<Statement>): Statement {
  order += 1;
  return {
    id: `statement:${order}`,
    subject: 'deal:a-b',
    property: 'amount',
    scope: null,
    value: 10,
    object: null,
    unit: 'USD',
    qualifier: 'exact',
    validFrom: null,
    validTo: null,
    saidOn: '2025-01-01',
    refersTo: null,
    recordedAt: '2026-10-01T00:00:00.000Z',
    retractedAt: null,
    confidence: 'confirmed',
    sources: ['source:s1'],
    note: null,
    order,
    ...fields,
  };
}

describe('bestClaim', () => {
  it('prefers confirmed to recalled, whatever else', () => {
    const confirmed = claim({ qualifier: 'upTo' });
    expect(bestClaim([claim({ confidence: 'recalled', saidOn: '2026-01-01' }), confirmed])).toBe(confirmed);
  });

  it('prefers what is not merely reported to a later report', () => {
    const said = claim({ qualifier: 'about' });
    expect(bestClaim([claim({ qualifier: 'reported', saidOn: '2026-01-01' }), said])).toBe(said);
  });

  it('prefers the claim said last, a coarse date never outdating a day within it', () => {
    const day = claim({ saidOn: '2025-10-15' });
    expect(bestClaim([claim({ saidOn: '2025' }), claim({ saidOn: '2025-10' }), day])).toBe(day);
    const month = claim({ saidOn: '2025-11' });
    expect(bestClaim([month, day])).toBe(month);
    const cut = claim({ saidOn: '2026-09-30', saidNotBefore: '2026-01-01' });
    const may = claim({ saidOn: '2026-05-15' });
    expect(bestClaim([cut, may])).toBe(may);
  });

  it('prefers exact to about to a floor to a ceiling said on one day', () => {
    const about = claim({ qualifier: 'about' });
    expect(bestClaim([claim({ qualifier: 'upTo', value: 20 }), claim({ qualifier: 'atLeast' }), about])).toBe(about);
  });

  it('prefers more publishers, then the order of the seeds', () => {
    const first = claim({});
    const two = { ...claim({}), publishers: 2 };
    expect(bestClaim([first, two])).toBe(two);
    expect(bestClaim([claim({ order: 900 }), first])).toBe(first);
  });

  it('uses the ceiling where a floor said on the same day lies above it', () => {
    // Meta–AMD: "60 up to" and "100 at least", both of 2026-02-24.
    const ceiling = claim({ qualifier: 'upTo', value: 60 });
    expect(bestClaim([claim({ qualifier: 'atLeast', value: 100 }), ceiling])).toBe(ceiling);
  });

  it('is null for no claims', () => {
    expect(bestClaim([])).toBeNull();
  });
});

describe('bestByIdentity', () => {
  it('lets claims compete only within one scope and date of reference', () => {
    const claims = [
      claim({ value: 1 }),
      claim({ value: 2, scope: 'tranche-1' }),
      claim({ value: 3, refersTo: '2028' }),
      claim({ value: 4, saidOn: '2025-02-01' }),
    ];
    expect(bestByIdentity(claims).map((c) => c.value)).toEqual([2, 3, 4]);
  });

  it('keeps every object of a relation that may have several', () => {
    const claims = [
      claim({ property: 'tenant', value: null, unit: null, object: 'company:a' }),
      claim({ property: 'tenant', value: null, unit: null, object: 'company:b' }),
    ];
    expect(bestByIdentity(claims)).toHaveLength(2);
  });

  it('keeps the history of a status', () => {
    const status = { property: 'status', unit: null };
    const claims = [
      claim({ ...status, value: 'ANNOUNCED', validFrom: '2025-01-01' }),
      claim({ ...status, value: 'ACTIVE', validFrom: '2025-06-01' }),
    ];
    expect(bestByIdentity(claims)).toHaveLength(2);
  });
});

describe('isConflicting', () => {
  const differ = (a: Partial<Statement>, b: Partial<Statement>) => isConflicting(claim(a), claim(b));

  it('finds two exact values that differ', () => expect(differ({ value: 1 }, { value: 2 })).toBe(true));
  it('lets a value lie within a floor or a ceiling', () => {
    expect(differ({ value: 450 }, { value: 400, qualifier: 'atLeast' })).toBe(false);
    expect(differ({ value: 9 }, { value: 10, qualifier: 'upTo' })).toBe(false);
  });
  it('finds a value outside a floor', () =>
    expect(differ({ value: 9 }, { value: 10, qualifier: 'atLeast' })).toBe(true));
  it('reads "about" as within five per cent', () => {
    expect(differ({ value: 104 }, { value: 100, qualifier: 'about' })).toBe(false);
    expect(differ({ value: 106 }, { value: 100, qualifier: 'about' })).toBe(true);
  });
  it('allows nothing either way for a year', () => {
    // 5 % of 2027 would be a century. Crane restarts "about 2027" by one source and in 2028 by another.
    const about = { value: 2027, unit: 'year', qualifier: 'about' } as const;
    expect(differ(about, { value: 2028, unit: 'year' })).toBe(true);
    expect(differ(about, { value: 2027, unit: 'year' })).toBe(false);
  });
  it('finds two process nodes of one foundry', () => {
    const made = { property: 'fabricated_by', object: 'company:tsmc', unit: null } as const;
    const [n2, n3p] = [claim({ ...made, value: 'N2' }), claim({ ...made, value: 'N3P' })];
    expect(claimIdentity(n2)).toBe(claimIdentity(n3p));
    expect(isConflicting(n2, n3p)).toBe(true);
  });
  it('does not compare units', () => expect(differ({ unit: 'EUR', value: 1 }, { value: 2 })).toBe(false));
  it('lets a month agree with a day in it', () => {
    const date = { property: 'announced', unit: 'date' };
    expect(differ({ ...date, value: '2025-11' }, { ...date, value: '2025-11-03' })).toBe(false);
    expect(differ({ ...date, value: '2025-11-04' }, { ...date, value: '2025-11-03' })).toBe(true);
  });
});

describe('time of claims', () => {
  it('holds from the last day of a start to the last day of an end', () => {
    const s = claim({ validFrom: '2025-05', validTo: '2025' });
    expect([
      holdsOn(s, '2025-05-30'),
      holdsOn(s, '2025-05-31'),
      holdsOn(s, '2025-12-31'),
      holdsOn(s, '2026-01-01'),
    ]).toEqual([false, true, true, false]);
  });

  it('tells what does not change by what was said first, and nothing of what changes', () => {
    const seat = { property: 'hq_country', value: null, unit: null } as const;
    const first = claim({ ...seat, object: 'country:US', saidOn: '2025-06' });
    const later = claim({ ...seat, object: 'country:NL', saidOn: '2026-01-01' });
    expect(claimsOn([later, first], '2025-01-01')).toEqual([first]);
    expect(claimsOn([later, first], '2025-06-30')).toEqual([first]);
    expect(claimsOn([later, first], '2026-01-01')).toEqual([later, first]);
    for (const property of ['it_power_mw', 'budget', 'chip_count', 'status', 'some_revenue']) {
      expect(claimsOn([claim({ property, saidOn: '2025-06' })], '2025-06-29'), property).toEqual([]);
    }
  });

  it('lets a claim about dates of its own speak for them, and no other then', () => {
    const dated = claim({ property: 'tenant', validFrom: '2024', validTo: '2025-12-31', saidOn: '2026-01-01' });
    const undated = claim({ property: 'tenant', saidOn: '2026-01-01' });
    expect(claimsOn([dated, undated], '2025-06-30')).toEqual([dated]);
    expect(claimsOn([dated, undated], '2023-06-30')).toEqual([undated]);
    expect(claimsOn([dated], '2026-06-30')).toEqual([]);
  });

  it('lets the first claims speak for the time before anything was said', () => {
    const first = claim({ saidOn: '2025-09-23' });
    const later = claim({ saidOn: '2026-01-01' });
    expect(claimsSpeakingFor([later, first], '2025-08-01')).toEqual([first]);
    expect(claimsSpeakingFor([later, first], '2025-09-23')).toEqual([first]);
  });
});
