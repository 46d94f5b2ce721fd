import { describe, expect, it } from 'vitest';
import { dealTerms, inForceInterval, termOf } from '../../src/model/deal.js';
import type { Statement } from '../../src/model/statement.js';

const SUBJECT = 'deal:openai-aws-2025';

function facts(...list: Partial<Statement>[]): Statement[] {
  return list.map((fields, order) => ({
    id: `statement:${order}`,
    subject: SUBJECT,
    property: 'amount',
    scope: null,
    value: null,
    object: null,
    unit: typeof fields.value === 'number' ? 'USD' : null,
    qualifier: 'exact',
    validFrom: null,
    validTo: null,
    saidOn: '2025-11-03',
    refersTo: null,
    recordedAt: '2026-10-01T00:00:00.000Z',
    retractedAt: null,
    confidence: 'confirmed',
    sources: ['source:s1'],
    note: null,
    order,
    ...fields,
  }));
}

const announced = { property: 'announced', value: '2025-11-03' };
const active = { property: 'status', value: 'ACTIVE', validFrom: '2025-11-03' };
const amount = { property: 'amount', value: 38e9 };

describe('dealTerms', () => {
  it('reads the founding deal: in force from its announcement, 2,557 days', () => {
    const terms = dealTerms(
      facts(
        { property: 'form', value: 'COMPUTE_PURCHASE' },
        { property: 'party', object: 'company:openai', scope: 'customer' },
        { property: 'party', object: 'cloud:aws', scope: 'provider' },
        { property: 'party', object: 'company:nvidia', scope: 'chip_supplier' },
        announced,
        active,
        amount,
        { property: 'start', value: '2025-11-03' },
        { property: 'term_years', value: 7, unit: 'years' },
      ),
      '2025-11-03',
    );
    expect(terms).toMatchObject({
      type: 'COMPUTE',
      binding: true,
      inForce: true,
      start: '2025-11-03',
      endExclusive: '2032-11-03',
      firm: { amount: 38e9, currency: 'USD', openAbove: false },
      ceiling: null,
    });
    expect(terms.parties.map((p) => p.role)).toEqual(['CUSTOMER', 'PROVIDER', 'PARTICIPANT']);
  });

  it('is not in force the day before, nor before the last day of an announcement known to the month', () => {
    expect(dealTerms(facts(announced, active), '2025-11-02').notInForceBecause).toBe('NOT_YET_ANNOUNCED');
    const month = facts({ property: 'announced', value: '2025-06' }, { ...active, validFrom: '2025-06' });
    expect(dealTerms(month, '2025-06-29').inForce).toBe(false);
    expect(dealTerms(month, '2025-06-30').inForce).toBe(true);
  });

  it('has no status and no amounts before it is announced', () => {
    const specs = facts(
      announced,
      { ...active, validFrom: '2025-01-01' },
      amount,
      { property: 'optional', value: 1e9 },
      { property: 'investor_amount', value: 1e9, scope: 'company:a' },
      { property: 'tranche', value: 2e9, scope: 'tranche-1', validFrom: '2025-01-01' },
    );
    expect(dealTerms(specs, '2025-11-02')).toMatchObject({
      announced: '2025-11-03',
      status: null,
      binding: false,
      firm: null,
      ceiling: null,
      options: [],
      tranches: [],
      investorAmounts: new Map(),
    });
    expect(dealTerms(specs, '2025-11-03')).toMatchObject({ status: 'ACTIVE', binding: true, firm: { amount: 38e9 } });
  });

  it('keeps the announced date against a report that differs', () => {
    const terms = dealTerms(
      facts(announced, { ...announced, value: '2025-11-04', qualifier: 'reported' }),
      '2026-01-01',
    );
    expect(terms.announced).toBe('2025-11-03');
  });

  it('puts a ceiling apart: nothing firm is known of an "up to" amount', () => {
    const terms = dealTerms(facts(announced, active, { ...amount, value: 11.9e9, qualifier: 'upTo' }), '2026-01-01');
    expect(terms.firm).toBeNull();
    expect(terms.ceiling?.amount).toBe(11.9e9);
  });

  it('takes what is committed, with the headline as ceiling and the rest as option', () => {
    // Meta–Nebius 2026: 27 up to, of which 12 committed and 15 optional.
    const terms = dealTerms(
      facts(
        announced,
        active,
        { ...amount, value: 27e9, qualifier: 'upTo' },
        { property: 'committed', value: 12e9 },
        { property: 'optional', value: 15e9, qualifier: 'upTo' },
      ),
      '2026-09-30',
    );
    expect([terms.firm?.amount, terms.ceiling?.amount, terms.options[0]?.money?.amount]).toEqual([12e9, 27e9, 15e9]);
  });

  it('counts only the upfront tranche of an investment with a conditional one', () => {
    // Amazon in OpenAI 2026: 50 = 15 upfront + 35 that lapse at the end of 2028.
    const terms = dealTerms(
      facts(
        announced,
        active,
        { ...amount, value: 50e9 },
        { property: 'tranche_upfront', value: 15e9 },
        { property: 'tranche_conditional', value: 35e9 },
        { property: 'conditional_tranche_lapses', value: '2028-12-31' },
      ),
      '2026-09-30',
    );
    expect(terms.firm?.amount).toBe(15e9);
    expect(terms.options).toMatchObject([{ money: { amount: 35e9 }, date: '2028-12-31' }]);
  });

  it('adds tranches up where there is no headline, as far as they were said', () => {
    const tranches = facts(
      announced,
      active,
      { property: 'tranche', scope: 'tranche-1', value: 4e9, saidOn: '2025-11-27', validFrom: '2025-11-27' },
      { property: 'tranche', scope: 'tranche-2', value: 4e9, saidOn: '2026-03-01', validFrom: '2026-03' },
    );
    expect(dealTerms(tranches, '2026-09-30').firm?.amount).toBe(8e9);
    expect(dealTerms(tranches, '2026-09-30').tranches.map((t) => t.day)).toEqual(['2025-11-27', '2026-03-31']);
    expect(dealTerms(tranches, '2025-12-01').firm?.amount).toBe(4e9);
  });

  it('does not let a headline said later replace the tranches known by then', () => {
    const terms = dealTerms(
      facts(
        announced,
        active,
        { ...amount, value: 13e9, saidOn: '2026-06-01' },
        { property: 'tranche', scope: 'tranche-1', value: 1e9 },
      ),
      '2025-12-01',
    );
    expect(terms.firm?.amount).toBe(1e9);
  });

  it('uses the first amount said later, marked, unless asked to be strict', () => {
    // Oracle: deal of July 2025, figure of September.
    const oracle = facts(
      { ...announced, value: '2025-07-22' },
      { ...active, validFrom: '2025-07-22' },
      { ...amount, value: 300e9, qualifier: 'atLeast', saidOn: '2025-09-23' },
    );
    expect(dealTerms(oracle, '2025-08-01')).toMatchObject({
      saidLater: true,
      firm: { amount: 300e9, openAbove: true },
    });
    expect(dealTerms(oracle, '2025-08-01', { strictAsOf: true }).firm).toBeNull();
    expect(dealTerms(oracle, '2025-09-23').saidLater).toBe(false);
  });

  it('ends with its term, with a cancellation, and with a deal that supersedes it unless it has a stated end', () => {
    const term = facts(
      announced,
      active,
      { property: 'start', value: '2025-11-03' },
      { property: 'term_years', value: 1, unit: 'years' },
    );
    expect(dealTerms(term, '2026-11-02').inForce).toBe(true);
    expect(dealTerms(term, '2026-11-03').notInForceBecause).toBe('ENDED');

    const cancelled = facts(announced, active, { ...active, value: 'CANCELLED', validFrom: '2026-02' });
    expect(dealTerms(cancelled, '2026-02-27').inForce).toBe(true);
    expect(dealTerms(cancelled, '2026-02-28').notInForceBecause).toBe('CANCELLED');

    const supersededOn = '2026-02-27';
    expect(dealTerms(facts(announced, active), '2026-02-27', { supersededOn }).notInForceBecause).toBe('SUPERSEDED');
    const ended = facts(announced, active, { property: 'end', value: '2030' });
    expect(dealTerms(ended, '2026-02-27', { supersededOn }).inForce).toBe(true);
  });
});

describe('the term of a deal', () => {
  const term = { property: 'term_years', value: 3, unit: 'years' };

  it('starts on the last day of a period when only the period is known', () => {
    const terms = dealTerms(facts(announced, { property: 'start', value: '2026' }, term), '2026-09-30');
    expect([terms.start, terms.endExclusive]).toEqual(['2026-12-31', '2029-12-31']);
  });

  it('starts where end and term say, if that lies within the period', () => {
    // OpenAI–Cerebras: 2026 to 2028, three years = 2026-01-01 to 2028-12-31.
    const cerebras = facts(announced, { property: 'start', value: '2026' }, { property: 'end', value: '2028' }, term);
    const terms = dealTerms(cerebras, '2026-09-30');
    expect([terms.start, terms.endExclusive]).toEqual(['2026-01-01', '2029-01-01']);
  });
});

describe('termOf', () => {
  it('ends on the last day, whether an end is stated or a term has run', () => {
    expect(termOf('2025-11-03', null, 7)).toMatchObject({ lastDay: '2032-11-02', endExclusive: '2032-11-03' });
    expect(termOf(null, '2030-10', null)).toMatchObject({ start: null, lastDay: '2030-10-31', explicitEnd: true });
    expect(termOf('2025-11-03', null, null)).toMatchObject({ lastDay: null, endExclusive: null });
  });
});

describe('inForceInterval', () => {
  it('runs from the announcement to the day before the stop', () => {
    expect(inForceInterval(facts(announced, active), null)).toEqual({ from: '2025-11-03', to: null });
    const paused = facts(announced, active, { ...active, value: 'PAUSED', validFrom: '2026-04-09' });
    expect(inForceInterval(paused, null)).toEqual({ from: '2025-11-03', to: '2026-04-08' });
    expect(inForceInterval(facts(announced, active), '2026-02-27')?.to).toBe('2026-02-26');
    expect(inForceInterval([], null)).toBeNull();
  });
});
