import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DealInput } from '../../src/analysis/dealSums.js';
import { hhi } from '../../src/analysis/hhi.js';
import type { EntityId } from '../../src/model/ids.js';
import { askConcentration as ask } from './askConcentration.js';
import { BN, dealOf, usd } from './deals.js';

const AZURE = dealOf('azure', ['cloud:azure'], { firm: usd(250 * BN) });
const ORACLE = dealOf('oracle', ['cloud:oci'], { firm: usd(300 * BN, { openAbove: true }) });
const COREWEAVE = [11.9, 4, 6.5].map((bn, i) =>
  dealOf(`coreweave-${i}`, ['cloud:coreweave'], { ceiling: usd(bn * BN) }),
);
const GOOGLE = dealOf('google', ['cloud:google-cloud']);
const AWS = dealOf('aws', ['cloud:aws'], { firm: usd(38 * BN) });
const AWS_2026 = dealOf('aws-2026', ['cloud:aws'], { firm: usd(100 * BN), expands: ['deal:aws'] });

const BEFORE = [AZURE, ORACLE, ...COREWEAVE, GOOGLE];

describe('concentration', () => {
  it('reproduces what the AWS deal did to OpenAI, with ceilings', () => {
    // 250 + 300 + 22.4 = 572.4: 43.68², 52.41², 3.91² % = 1,907.6 + 2,746.9 + 15.3 = 4,669.8.
    expect(ask(BEFORE, { includeCeilings: true }).hhi.value).toBeCloseTo(4_669.8, 1);
    // With 38 more, 610.4: 40.96², 49.15², 3.67², 6.23² % = 1,677.5 + 2,415.6 + 13.5 + 38.8 = 4,145.2.
    const after = ask([...BEFORE, AWS], { includeCeilings: true });
    expect(after.hhi.value).toBeCloseTo(4_145.2, 1);
    expect(after.band).toBe('HIGH');
  });

  it('reproduces the same on firm amounts only', () => {
    // 250 and 300 of 550: 2,066.1 + 2,975.2 = 5,041.3; with 38 of 588: 1,807.7 + 2,603.1 + 41.8 = 4,452.5.
    expect(ask(BEFORE).hhi.value).toBeCloseTo(5_041.3, 1);
    expect(ask([...BEFORE, AWS]).hhi.value).toBeCloseTo(4_452.5, 1);
  });

  it('answers an interval, coverage and what was left out', () => {
    // 138, 250 and 300 of 688: 402.3 + 1,320.4 + 1,901.4 = 3,624.1. One unknown (Google): 0.36241 / 1.36241 = 0.26601.
    const now = ask([...BEFORE, AWS, AWS_2026]);
    expect(now.hhi.value).toBeCloseTo(3_624.1, 1);
    expect(now.hhi.low).toBeCloseTo(2_660.1, 1);
    expect(now.hhi.high).toBe(10_000);
    expect(now.coverage).toEqual({ known: 4, total: 8 });
    expect(now.excluded).toEqual([
      { deal: 'deal:coreweave-0', reason: 'CEILING' },
      { deal: 'deal:coreweave-1', reason: 'CEILING' },
      { deal: 'deal:coreweave-2', reason: 'CEILING' },
      { deal: 'deal:google', reason: 'UNKNOWN_AMOUNT' },
    ]);
    expect(now.unknown).toEqual(['cloud:google-cloud']);
    expect(now.shares.map((s) => [s.entity, s.amountUsd, s.deals])).toEqual([
      ['cloud:oci', 300 * BN, 1],
      ['cloud:azure', 250 * BN, 1],
      ['cloud:aws', 138 * BN, 2],
    ]);
    expect(now.shares.reduce((sum, s) => sum + s.sharePercent, 0)).toBeCloseTo(100, 9);
  });

  it('fills from above the known where an unknown amount belongs to somebody with a known one', () => {
    // Azure 6, AWS 2 and an unknown amount of AWS: at best both are 6, at worst AWS has all.
    const deals = [
      dealOf('a', ['cloud:azure'], { firm: usd(6) }),
      dealOf('b', ['cloud:aws'], { firm: usd(2) }),
      dealOf('c', ['cloud:aws']),
    ];
    expect(ask(deals).hhi).toEqual({ value: 6_250, low: expect.closeTo(5_000, 6), high: 10_000 });
  });

  it('bounds ceilings from nothing to all of them', () => {
    // 10 firm with Azure, up to 10 with AWS: in full 5,000; AWS at nothing 10,000.
    const deals = [dealOf('a', ['cloud:azure'], { firm: usd(10) }), dealOf('b', ['cloud:aws'], { ceiling: usd(10) })];
    expect(ask(deals, { includeCeilings: true }).hhi).toEqual({ value: 5_000, low: 5_000, high: 10_000 });
    expect(ask(deals).hhi).toEqual({ value: 10_000, low: 10_000, high: 10_000 });
  });

  it('counts deals, also those of unknown amount', () => {
    // Azure 1, Oracle 1, CoreWeave 3, Google 1 of 6: (1 + 1 + 9 + 1) / 36.
    const counted = ask(BEFORE, { basis: 'COUNT' });
    expect(counted.hhi.value).toBeCloseTo(10_000 / 3, 6);
    expect(counted.hhi.low).toBeCloseTo(10_000 / 3, 6);
    expect(counted.shares[0]).toMatchObject({ entity: 'cloud:coreweave', amountUsd: null, deals: 3 });
    expect(counted.coverage).toEqual({ known: 6, total: 6 });
  });

  it('leaves leases out by cloud but not by country', () => {
    const lease = dealOf('lease', ['company:galaxy'], { form: 'LEASE', firm: usd(5 * BN) });
    const byCloud = ask([AZURE, lease]);
    expect(byCloud.excluded).toEqual([{ deal: 'deal:lease', reason: 'LEASE' }]);
    expect(byCloud.coverage).toEqual({ known: 1, total: 1 });
    const countryOf = (id: EntityId): EntityId => (id === 'company:galaxy' ? 'country:CA' : 'country:US');
    expect(ask([AZURE, lease], { by: 'PROVIDER_COUNTRY', countryOf }).shares.map((s) => s.entity)).toEqual([
      'country:US',
      'country:CA',
    ]);
  });

  it('keeps a shared amount and an unknown country out of the value and in the interval', () => {
    const countries = new Map<EntityId, EntityId>([
      ['cloud:azure', 'country:US'],
      ['cloud:nscale', 'country:GB'],
    ]);
    const countryOf = (id: EntityId) => countries.get(id) ?? null;
    const shared = dealOf('shared', ['cloud:azure', 'cloud:nscale'], { firm: usd(10) });
    // Azure has 10, and 0 to 10 more; Nscale 0 to 10: least when both have 10, most when Nscale has nothing.
    expect(ask([dealOf('a', ['cloud:azure'], { firm: usd(10) }), shared]).hhi).toEqual({
      value: 10_000,
      low: 5_000,
      high: 10_000,
    });
    const stateless = dealOf('x', ['cloud:x'], { firm: usd(10) });
    const byCountry = ask([dealOf('a', ['cloud:azure'], { firm: usd(10) }), stateless], {
      by: 'PROVIDER_COUNTRY',
      countryOf,
    });
    expect(byCountry.excluded).toEqual([{ deal: 'deal:x', reason: 'NO_COUNTRY' }]);
    expect(byCountry.coverage).toEqual({ known: 1, total: 2 });
    expect(byCountry.hhi).toEqual({ value: 10_000, low: 5_000, high: 10_000 });
  });

  it('gives a shared amount once', () => {
    // Azure 10, and 10 that two have together: 10, 5, 5 is 150 / 400. At most it is 5,000, but the value knows of Azure alone.
    const shared = dealOf('narvik', ['company:aker', 'cloud:nscale'], { firm: usd(10) });
    expect(ask([dealOf('a', ['cloud:azure'], { firm: usd(10) }), shared]).hhi).toEqual({
      value: 10_000,
      low: expect.closeTo(3_750, 6),
      high: 10_000,
    });
  });

  it('leaves open how much of a container its unknown parts have', () => {
    // Azure's 60 hold an unknown part of Lambda's; Oracle has 20. Half to Lambda, the index is (900 + 900 + 400) / 6,400.
    const deals = [
      dealOf('whole', ['cloud:azure'], { firm: usd(60) }),
      dealOf('part', ['cloud:lambda'], { nestedIn: ['deal:whole'] }),
      dealOf('oracle', ['cloud:oci'], { firm: usd(20) }),
    ];
    const answer = ask(deals);
    // 60 and 20 of 80: 5,625 + 625; all with one of the two is the same.
    expect(answer.hhi).toEqual({
      value: 6_250,
      low: expect.closeTo(3_437.5, 6),
      high: expect.closeTo(6_250, 6),
    });
    expect(answer.unknown).toEqual(['cloud:lambda']);
  });

  it('covers a deal of several parts once, if one of them has a country', () => {
    const countryOf = (id: EntityId): EntityId | null => (id === 'cloud:us' ? 'country:US' : null);
    const byCountry = (deals: readonly DealInput[]) => {
      const { coverage, excluded } = ask(deals, { by: 'PROVIDER_COUNTRY', countryOf });
      return { coverage, excluded };
    };
    const stated = new Map<EntityId, ReturnType<typeof usd>>([
      ['cloud:us', usd(4)],
      ['cloud:x', usd(3)],
      ['cloud:y', usd(3)],
    ]);
    const split = dealOf('split', ['cloud:us', 'cloud:x', 'cloud:y'], { firm: usd(10), investorAmounts: stated });
    expect(byCountry([split])).toEqual({
      coverage: { known: 1, total: 1 },
      excluded: [{ deal: 'deal:split', reason: 'NO_COUNTRY' }],
    });
    // Two that may be of one country, and a container of which no part has one.
    const pair = dealOf('pair', ['cloud:us', 'cloud:x'], { firm: usd(10) });
    const whole = dealOf('whole', [], { firm: usd(10) });
    const part = dealOf('part', ['cloud:x'], { firm: usd(10), nestedIn: ['deal:whole'] });
    expect(byCountry([pair, part, whole])).toEqual({
      coverage: { known: 0, total: 2 },
      excluded: [
        { deal: 'deal:pair', reason: 'NO_COUNTRY' },
        { deal: 'deal:part', reason: 'NO_COUNTRY' },
        { deal: 'deal:whole', reason: 'NESTED' },
      ],
    });
  });

  it('keeps low ≤ value ≤ high, does not care about names, and widens when an amount is blanked', () => {
    const amount = fc.record({
      cloud: fc.integer({ min: 0, max: 4 }),
      value: fc.integer({ min: 1, max: 500 }),
      kind: fc.constantFrom('firm', 'firm', 'atLeast', 'upTo', 'unknown'),
    });
    const build = (rows: readonly { cloud: number; value: number; kind: string }[], name: (n: number) => string) =>
      rows.map(({ cloud, value, kind }, i) =>
        dealOf(`d${i}`, [`cloud:${name(cloud)}`], {
          firm: kind === 'firm' || kind === 'atLeast' ? usd(value, { openAbove: kind === 'atLeast' }) : null,
          ceiling: kind === 'upTo' ? usd(value) : null,
        }),
      );
    fc.assert(
      fc.property(
        fc.array(amount, { minLength: 1, maxLength: 8 }),
        fc.boolean(),
        fc.nat(),
        (rows, includeCeilings, n) => {
          const { hhi } = ask(
            build(rows, (c) => `c${c}`),
            { includeCeilings },
          );
          const relabelled = ask(
            build(rows, (c) => `z${9 - c}`),
            { includeCeilings },
          ).hhi;
          if (hhi.value !== null && hhi.low !== null && hhi.high !== null) {
            expect(hhi.low).toBeLessThanOrEqual(hhi.value + 1e-6);
            expect(hhi.value).toBeLessThanOrEqual(hhi.high + 1e-6);
          }
          expect(relabelled.value ?? -1).toBeCloseTo(hhi.value ?? -1, 6);
          expect(relabelled.low ?? -1).toBeCloseTo(hhi.low ?? -1, 6);

          const blanked = rows.map((row, i) =>
            i === n % rows.length && row.kind === 'firm' ? { ...row, kind: 'unknown' } : row,
          );
          const wider = ask(
            build(blanked, (c) => `c${c}`),
            { includeCeilings },
          ).hhi;
          expect(wider.low ?? 0).toBeLessThanOrEqual((hhi.low ?? 0) + 1e-6);
          expect(wider.high ?? 10_000).toBeGreaterThanOrEqual((hhi.high ?? 0) - 1e-6);
          if (hhi.value !== null) expect(wider.low ?? 0).toBeLessThanOrEqual(hhi.value + 1e-6);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('contains the truth behind whatever the sources leave open', () => {
    // What is true: each deal's amount with one cloud. What is told: the amount, a floor below it, a ceiling above it, nothing,
    // two clouds of which one has it, or only the whole of a container in which it lies.
    const truth = fc.record({
      cloud: fc.integer({ min: 0, max: 3 }),
      value: fc.integer({ min: 1, max: 200 }),
      off: fc.integer({ min: 0, max: 200 }),
      told: fc.constantFrom('exact', 'exact', 'floor', 'ceiling', 'unknown', 'shared', 'within'),
    });
    const CONTAINER: EntityId = 'deal:whole';
    fc.assert(
      fc.property(fc.array(truth, { minLength: 1, maxLength: 7 }), fc.boolean(), (rows, isContained) => {
        const deals = rows.flatMap(({ cloud, value, off, told }, i) => {
          const shared = told === 'shared' ? [`cloud:c${(cloud + 1) % 4}` as const] : [];
          const firm = told === 'floor' ? usd(Math.max(1, value - off), { openAbove: true }) : usd(value);
          const isFirm = told === 'exact' || told === 'floor' || told === 'shared';
          const deal = dealOf(`d${i}`, [`cloud:c${cloud}`, ...shared], {
            firm: isFirm ? firm : null,
            ceiling: told === 'ceiling' ? usd(value + off) : null,
            nestedIn: isContained ? [CONTAINER] : [],
          });
          // An amount that only a container tells of has no deal of its own.
          return told === 'within' && isContained ? [] : [deal];
        });
        const whole = dealOf('whole', [], { firm: usd(rows.reduce((sum, r) => sum + r.value, 0)) });
        const answer = ask(isContained ? [...deals, whole] : deals, { includeCeilings: true });
        expect(answer.coverage.known).toBeLessThanOrEqual(answer.coverage.total);
        expect(answer.coverage.known).toBeGreaterThanOrEqual(0);
        const { low, high } = answer.hhi;
        const byCloud = [0, 1, 2, 3].map((c) => rows.reduce((sum, r) => sum + (r.cloud === c ? r.value : 0), 0));
        const real = hhi(byCloud) ?? -1;
        expect(low ?? 0).toBeLessThanOrEqual(real + 1e-6);
        expect(high ?? 0).toBeGreaterThanOrEqual(real - 1e-6);
      }),
      { numRuns: 500 },
    );
  });
});
