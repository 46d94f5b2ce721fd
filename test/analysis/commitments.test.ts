import { describe, expect, it } from 'vitest';
import { type CommitmentsInput, commitments } from '../../src/analysis/commitments.js';
import type { DealInput } from '../../src/analysis/dealSums.js';
import type { EntityId } from '../../src/model/ids.js';
import { BN, dealOf, OPENAI, usd } from './deals.js';

function ask(deals: readonly DealInput[], more: Partial<CommitmentsInput> = {}) {
  return commitments({
    deals,
    of: new Set([OPENAI]),
    role: 'CUSTOMER',
    includeCeilings: false,
    includeNonBinding: false,
    rates: [],
    ...more,
  });
}

const AWS = dealOf('aws', ['cloud:aws'], {
  firm: usd(38 * BN),
  start: '2025-11-03',
  endExclusive: '2032-11-03',
  termYears: 7,
});

describe('commitments', () => {
  it('totals, ranks and schedules', () => {
    const azure = dealOf('azure', ['cloud:azure'], { firm: usd(250 * BN) });
    const result = ask([AWS, azure, dealOf('google', ['cloud:google-cloud'])]);
    expect(result.totalUsd).toBe(288 * BN);
    expect(result.byCounterparty).toEqual([
      { entity: 'cloud:azure', amountUsd: 250 * BN },
      { entity: 'cloud:aws', amountUsd: 38 * BN },
    ]);
    // 38 / 7; Azure has no term.
    expect(result.annualizedUsd).toBe(5_428_571_428.57);
    expect(result.unscheduledUsd).toBe(250 * BN);
    // 38e9 · 59 / 2557
    expect(result.schedule[0]).toEqual({ year: 2025, amountUsd: 876_808_760.26, basis: 'PRO_RATA' });
    expect(result.excluded).toEqual([{ deal: 'deal:google', reason: 'UNKNOWN_AMOUNT' }]);
    expect(result.coverage).toEqual({ known: 2, total: 3 });
  });

  it('keeps ceilings, options and non-binding deals apart until asked', () => {
    const deals = [
      // Meta–Nebius 2026: 12 firm, up to 27 with 15 optional.
      dealOf('nebius', ['cloud:nebius'], {
        firm: usd(12 * BN),
        ceiling: usd(27 * BN),
        options: [{ label: 'optional part', money: usd(15 * BN), capacityMw: null, date: null, statementIds: [] }],
      }),
      dealOf('coreweave', ['cloud:coreweave'], { ceiling: usd(11.9 * BN) }),
      dealOf('talks', ['cloud:x'], { firm: usd(BN), binding: false, status: 'REPORTED' }),
    ];
    const firm = ask(deals);
    expect(firm.totalUsd).toBe(12 * BN);
    expect(firm.options.map((o) => [o.deal, o.amountUsd])).toEqual([['deal:nebius', 15 * BN]]);
    expect(firm.excluded).toEqual([
      { deal: 'deal:coreweave', reason: 'CEILING' },
      { deal: 'deal:talks', reason: 'NON_BINDING' },
    ]);
    expect(firm.coverage).toEqual({ known: 1, total: 2 });
    const wide = ask(deals, { includeCeilings: true, includeNonBinding: true });
    expect(wide.totalUsd).toBeCloseTo(39.9 * BN, 2);
    expect(wide.included.map((i) => i.isCeiling)).toEqual([true, true, false]);
    // The optional 15 are in the 27, so that they are marked as counted.
    expect(firm.options.map((o) => o.counted)).toEqual([false]);
    expect(wide.options.map((o) => o.counted)).toEqual([true]);
    expect(wide.coverage).toEqual({ known: 3, total: 3 });
  });

  it('lists what ended, was superseded, cancelled or paused and forgets what was not announced', () => {
    const out = (['ENDED', 'SUPERSEDED', 'CANCELLED', 'PAUSED', 'NOT_YET_ANNOUNCED'] as const).map((reason, i) =>
      dealOf(`d${i}`, ['cloud:aws'], { firm: usd(1), inForce: false, notInForceBecause: reason }),
    );
    const result = ask(out);
    expect(result.excluded.map((e) => e.reason)).toEqual(['ENDED', 'SUPERSEDED', 'CANCELLED', 'PAUSED']);
    expect(result.coverage).toEqual({ known: 0, total: 0 });
    expect(result.totalUsd).toBe(0);
  });

  it('counts of a container only what its parts leave over, and gives it to nobody', () => {
    // A container of at least 60 with parts of 9.7, 17.4 and one unknown: 60 − 27.1 = 32.9 unattributed.
    const nestedIn: EntityId[] = ['deal:whole'];
    const result = ask([
      dealOf('whole', [], { firm: usd(60 * BN, { openAbove: true }) }),
      dealOf('iren', ['cloud:iren'], { firm: usd(9.7 * BN), nestedIn }),
      dealOf('nebius', ['cloud:nebius'], { firm: usd(17.4 * BN), nestedIn }),
      dealOf('lambda', ['cloud:lambda'], { nestedIn }),
    ]);
    expect(result.totalUsd).toBe(60 * BN);
    expect(result.unattributedUsd).toBeCloseTo(32.9 * BN, 2);
    expect(result.byCounterparty.map((c) => c.entity)).toEqual(['cloud:nebius', 'cloud:iren']);
    expect(result.excluded).toEqual([{ deal: 'deal:lambda', reason: 'NESTED' }]);
    expect(result.coverage).toEqual({ known: 1, total: 1 });
  });

  it('looks through a container that is not counted, and past one that its parts fill', () => {
    // a (2) in b (only a ceiling) in c (10): c leaves 8. Of d (1) its part e (3) leaves nothing.
    const result = ask([
      dealOf('a', ['cloud:x'], { firm: usd(2), nestedIn: ['deal:b'] }),
      dealOf('b', ['cloud:x'], { ceiling: usd(5), nestedIn: ['deal:c'] }),
      dealOf('c', ['cloud:y'], { firm: usd(10) }),
      dealOf('d', ['cloud:x'], { firm: usd(1) }),
      dealOf('e', ['cloud:x'], { firm: usd(3), nestedIn: ['deal:d'] }),
    ]);
    expect(result.totalUsd).toBe(2 + 8 + 3);
    expect(result.excluded).toEqual([
      { deal: 'deal:b', reason: 'NESTED' },
      { deal: 'deal:d', reason: 'NESTED' },
    ]);
    expect(result.coverage).toEqual({ known: 2, total: 2 });
  });

  it('does not nest in a deal of another type', () => {
    const oracle = dealOf('oracle', ['cloud:oci'], { firm: usd(300 * BN), nestedIn: ['deal:stargate'] });
    const stargate = dealOf('stargate', [], { form: 'INFRASTRUCTURE_PROGRAMME', firm: usd(500 * BN) });
    expect(ask([oracle, stargate]).totalUsd).toBe(300 * BN);
    expect(ask([oracle, stargate], { types: ['PROGRAMME'] }).totalUsd).toBe(500 * BN);
  });

  it('splits a shared deal only by stated parts', () => {
    // A round of 122: Nvidia 30 and SoftBank 30 stated, Amazon's deal of 15 nested in it; 47 left.
    const deals = [
      dealOf('round', ['company:amazon', 'company:nvidia', 'company:softbank'], {
        form: 'EQUITY_INVESTMENT',
        firm: usd(122 * BN),
        investorAmounts: new Map<EntityId, ReturnType<typeof usd>>([
          ['company:nvidia', usd(30 * BN)],
          ['company:softbank', usd(30 * BN)],
        ]),
      }),
      dealOf('amazon', ['company:amazon'], { form: 'EQUITY_INVESTMENT', firm: usd(15 * BN), nestedIn: ['deal:round'] }),
    ];
    const raised = ask(deals, { types: ['INVESTMENT'] });
    expect(raised.totalUsd).toBe(122 * BN);
    expect(raised.unattributedUsd).toBe(47 * BN);
    expect(raised.byCounterparty.map((c) => [c.entity, c.amountUsd / BN])).toEqual([
      ['company:nvidia', 30],
      ['company:softbank', 30],
      ['company:amazon', 15],
    ]);
    const invested = (of: EntityId) => ask(deals, { types: ['INVESTMENT'], role: 'PROVIDER', of: new Set([of]) });
    expect(invested('company:nvidia').totalUsd).toBe(30 * BN);
    expect(invested('company:amazon').totalUsd).toBe(15 * BN);
    expect(invested('company:amazon').excluded).toEqual([{ deal: 'deal:round', reason: 'SHARED_UNSPLIT' }]);
  });

  it('counts an option only where a ceiling covers it', () => {
    const option = (label: string, bn: number) => ({
      label,
      money: usd(bn * BN),
      capacityMw: null,
      date: null,
      statementIds: [],
    });
    // 10 at once, up to 40 with 30 on a condition; a right to buy shares for 20 comes on top.
    const options = [option('conditional tranche', 30), option('equity option', 20)];
    const terms = { firm: usd(10 * BN), ceiling: usd(40 * BN), options };
    const round = dealOf('google', ['cloud:x'], terms);
    expect(ask([round], { includeCeilings: true }).options.map((o) => o.counted)).toEqual([true, false]);
    // Of one of two customers nothing is counted, nor is its option.
    const shared = dealOf('two', ['cloud:x'], { ...terms, customers: [OPENAI, 'company:other'] });
    expect(ask([shared], { includeCeilings: true }).options.map((o) => o.counted)).toEqual([false, false]);
  });

  it("does not count a party's own deal in a round besides its stated part", () => {
    // Nvidia has 30 of 122, 20 of them by a deal of its own.
    const deals = [
      dealOf('round', ['company:nvidia', 'company:softbank'], {
        form: 'EQUITY_INVESTMENT',
        firm: usd(122 * BN),
        investorAmounts: new Map([['company:nvidia', usd(30 * BN)]]),
      }),
      dealOf('own', ['company:nvidia'], { form: 'EQUITY_INVESTMENT', firm: usd(20 * BN), nestedIn: ['deal:round'] }),
    ];
    const invested = ask(deals, { types: ['INVESTMENT'], role: 'PROVIDER', of: new Set(['company:nvidia']) });
    expect(invested.totalUsd).toBe(30 * BN);
    const raised = ask(deals, { types: ['INVESTMENT'] });
    expect(raised.totalUsd).toBe(122 * BN);
    expect(raised.byCounterparty).toEqual([{ entity: 'company:nvidia', amountUsd: 30 * BN }]);
  });

  it('gives an unsplit amount to nobody and a named part of a round no more than that part', () => {
    const shared = ask([dealOf('narvik', ['cloud:nscale', 'company:aker'], { firm: usd(6) })]);
    expect([shared.totalUsd, shared.sharedUsd, shared.byCounterparty]).toEqual([6, 6, []]);
    // Mistral's round: ASML is the only named investor, with 1.3 of 1.7.
    const round = dealOf('asml', ['company:asml'], {
      form: 'EQUITY_INVESTMENT',
      firm: usd(1.7 * BN),
      investorAmounts: new Map([['company:asml', usd(1.3 * BN)]]),
    });
    const raised = ask([round], { types: ['INVESTMENT'] });
    expect([raised.totalUsd, raised.unattributedUsd]).toEqual([1.7 * BN, 0.4 * BN]);
    const invested = ask([round], { types: ['INVESTMENT'], role: 'PROVIDER', of: new Set(['company:asml']) });
    expect(invested.totalUsd).toBe(1.3 * BN);
  });

  it('does not share a contract with the supplier of its provider', () => {
    const iren = dealOf('iren', ['cloud:iren'], { firm: usd(9.7 * BN) });
    const dell = { entity: 'company:dell', role: 'PROVIDER', title: 'supplier' } as const;
    const deal = { ...iren, terms: { ...iren.terms, parties: [...iren.terms.parties, dell] } };
    expect(ask([deal]).byCounterparty).toEqual([{ entity: 'cloud:iren', amountUsd: 9.7 * BN }]);
    expect(ask([deal], { role: 'PROVIDER', of: new Set(['cloud:iren']) }).totalUsd).toBe(9.7 * BN);
  });

  it('converts at the year in which the amount was said and names the rate', () => {
    const rate = { currency: 'EUR', year: 2025, usd: 1.13, source: 'source:ecb', confidence: 'confirmed' } as const;
    const deals = [
      dealOf('euro', ['cloud:x'], { firm: usd(100, { currency: 'EUR' }) }),
      dealOf('yen', ['cloud:x'], { firm: usd(100, { currency: 'JPY' }) }),
    ];
    const result = ask(deals, { rates: [rate] });
    expect(result.totalUsd).toBe(113);
    expect(result.rates).toEqual([rate]);
    expect(result.excluded).toEqual([{ deal: 'deal:yen', reason: 'NO_RATE' }]);
  });

  it('puts tranches in their years', () => {
    // Microsoft in OpenAI: 1, 2 and 10 of 13.
    const day = (d: string, bn: number) => ({ ...usd(bn * BN), day: d });
    const tranches = [day('2019-07-22', 1), day('2021-03-15', 2), day('2023-01-23', 10)];
    const deal = dealOf('ms', ['company:microsoft'], { form: 'EQUITY_INVESTMENT', firm: usd(13 * BN), tranches });
    const result = ask([deal], { types: ['INVESTMENT'] });
    expect(result.schedule).toEqual([
      { year: 2019, amountUsd: BN, basis: 'TRANCHE' },
      { year: 2021, amountUsd: 2 * BN, basis: 'TRANCHE' },
      { year: 2023, amountUsd: 10 * BN, basis: 'TRANCHE' },
    ]);
    expect([result.unscheduledUsd, result.annualizedUsd]).toEqual([0, 0]);
  });

  it('refuses to add investments to purchases', () => {
    expect(() => ask([], { types: ['COMPUTE', 'INVESTMENT'] })).toThrow(
      'Expected COMPUTE, SUPPLY and ENERGY deals, or INVESTMENT or PROGRAMME alone but got: "COMPUTE, INVESTMENT".',
    );
  });
});
