import { describe, expect, it } from 'vitest';
import { countriesNeeded, type MaterialiseContext, materialise } from '../../src/derive/materialise.js';
import type { EntityRecord, RecordOf } from '../../src/model/entity.js';
import type { EntityId, EntityKind } from '../../src/model/ids.js';
import { bareRecord } from '../support/records.js';
import { type StatementSpec, statement } from '../support/smallDataset.js';
import { claim, deal, relation } from './facts.js';

const CONTEXT: MaterialiseContext = {
  rates: [{ currency: 'EUR', year: 2025, usd: 1.1, source: 'source:s1', confidence: 'confirmed' }],
  countryOf: (id) => (id === 'company:amazon' ? 'country:US' : null),
  supersededOn: () => null,
};

function record<K extends EntityKind>(kind: K, specs: readonly StatementSpec[], asOf = '2026-09-30'): RecordOf<K> {
  const id: EntityId = `${kind}:x`;
  const statements = specs.map((spec, order) => statement({ order, ...spec, subject: id }));
  const made = materialise(bareRecord(id), statements, { asOf }, CONTEXT);
  if (!isOf(kind, made)) throw new Error(`Expected a ${kind}.`);
  return made;
}

function isOf<K extends EntityKind>(kind: K, made: EntityRecord): made is RecordOf<K> {
  return made.kind === kind;
}

const X = 'company:x';

describe('materialise', () => {
  it('takes the best claim said by the day, and what a chip can do from the first where none had been said', () => {
    const specs = [
      claim(X, 'tdp_w', 170, { saidOn: '2025-01-01' }),
      claim(X, 'tdp_w', 340, { saidOn: '2026-01-01' }),
      claim(X, 'memory_gb', 32, { saidOn: '2025-01-01' }),
    ];
    expect(record('chip', specs, '2024-12-31')).toMatchObject({ tdpW: 170, memoryGb: 32 });
    expect(record('chip', specs, '2025-12-31')).toMatchObject({ tdpW: 170, memoryGb: 32 });
    expect(record('chip', specs)).toMatchObject({ tdpW: 340 });
  });

  it('shows nothing of a figure that changes before it was said', () => {
    const specs = [
      claim(X, 'it_power_mw', 200, { saidOn: '2025-06-30' }),
      relation(X, 'operated_by', 'company:amazon', { saidOn: '2025-06-30' }),
      relation(X, 'located_in', 'country:US', { saidOn: '2025-06-30' }),
      relation(X, 'chip_count', 'chip:gb300', { value: 1000, saidOn: '2025-06-30' }),
    ];
    const structure = { operator: 'company:amazon', country: 'country:US' };
    expect(record('datacenter', specs, '2025-06-29')).toMatchObject({ ...structure, itPowerMw: null, chips: [] });
    expect(record('datacenter', specs)).toMatchObject({ ...structure, itPowerMw: 200, chips: ['chip:gb300'] });
  });

  it('shows of each foundry the process node by the best claim', () => {
    const made = (node: string, saidOn: string) =>
      relation(X, 'fabricated_by', 'company:tsmc', { value: node, saidOn });
    const other = relation(X, 'fabricated_by', 'company:samsung');
    expect(record('chip', [made('N2', '2025-10'), made('N3P', '2025'), other]).foundries).toEqual([
      { company: 'company:tsmc', node: 'N2' },
      { company: 'company:samsung', node: null },
    ]);
  });

  it('keeps the range of "over three to five years"', () => {
    const years = (value: number, more = {}) => claim(X, 'stated_years', value, more);
    const low = years(3, { qualifier: 'atLeast', scope: 'low' });
    expect(record('initiative', [years(5, { qualifier: 'upTo' }), low])).toMatchObject({
      statedYears: 5,
      statedYearsLow: 3,
      statedYearsHigh: 5,
    });
    expect(record('initiative', [years(4)])).toMatchObject({ statedYearsLow: 4, statedYearsHigh: 4 });
    expect(record('initiative', [years(5, { qualifier: 'upTo' })]).statedYearsLow).toBeNull();
    expect(record('initiative', [])).toMatchObject({ statedYears: null, statedYearsLow: null, statedYearsHigh: null });
  });

  it('leaves figures about a part out of the plain fields', () => {
    expect(record('chip', [claim(X, 'memory_gb', 64, { scope: 'B1 variant' })]).memoryGb).toBeNull();
  });

  it('shows power whose date has come as current, and the plan that looks furthest ahead as planned', () => {
    const specs = [
      claim(X, 'it_power_mw', 200, { saidOn: '2025-01-01' }),
      claim(X, 'it_power_mw', 500, { saidOn: '2025-06-01', refersTo: '2026-06' }),
      claim(X, 'planned_it_power_mw', 900, { saidOn: '2026-01-01', refersTo: '2027-01-01' }),
      claim(X, 'planned_it_power_mw', 1500, { saidOn: '2025-06-01', refersTo: '2028-01-01' }),
    ];
    expect(record('datacenter', specs, '2026-06-29')).toMatchObject({ itPowerMw: 200, plannedItPowerMw: 1500 });
    expect(record('datacenter', specs, '2026-06-30')).toMatchObject({ itPowerMw: 500 });
  });

  it('shows relations that hold on the day, each once and in order', () => {
    const specs = [
      relation(X, 'tenant', 'company:openai', { validFrom: '2025-01', validTo: '2025-12-31', saidOn: '2026-01-01' }),
      relation(X, 'tenant', 'company:meta'),
      relation(X, 'tenant', 'company:meta', { scope: 'hall 2' }),
      relation(X, 'tenant', 'company:late', { saidOn: '2026-01-01' }),
    ];
    expect(record('datacenter', specs, '2025-06-30').tenants).toEqual(['company:meta', 'company:openai']);
    expect(record('datacenter', specs, '2026-01-01').tenants).toEqual(['company:late', 'company:meta']);
  });

  it('gives a cloud the country of its operator and says whom to ask for it', () => {
    const specs = [relation(X, 'operated_by', 'company:amazon')];
    expect(record('cloud', specs)).toMatchObject({ operator: 'company:amazon', country: 'country:US' });
    const statements = specs.map((spec) => statement(spec));
    expect(countriesNeeded(bareRecord('cloud:x'), statements, { asOf: '2026-01-01' })).toEqual(['company:amazon']);
    expect(countriesNeeded(bareRecord('company:x'), statements, { asOf: '2026-01-01' })).toEqual([]);
  });

  it('shows the status that certainly began last', () => {
    const specs = [
      claim(X, 'status', 'planned', { validFrom: '2025' }),
      claim(X, 'status', 'operational', { validFrom: '2026-03' }),
    ];
    expect(record('datacenter', specs, '2026-03-30').status).toBe('planned');
    expect(record('datacenter', specs, '2026-03-31').status).toBe('operational');
  });

  it('shows of a deal its parties, term, amount in dollars and option', () => {
    const specs = deal('x', {
      form: 'COMPUTE_PURCHASE',
      parties: ['customer openai', 'provider cloud:aws'],
      announced: '2025-11-03',
      start: '2025-11-03',
      termYears: 7,
      more: [
        claim(X, 'amount', 100, { unit: 'EUR', qualifier: 'upTo', saidOn: '2025-11-03' }),
        claim(X, 'expansion_option_from', '2027'),
      ],
    });
    expect(record('deal', specs)).toMatchObject({
      type: 'COMPUTE',
      form: 'COMPUTE_PURCHASE',
      parties: [
        { entity: 'company:openai', role: 'CUSTOMER', title: 'customer' },
        { entity: 'cloud:aws', role: 'PROVIDER', title: 'provider' },
      ],
      status: 'ACTIVE',
      binding: true,
      termEnd: '2032-11-02',
      inForceFrom: '2025-11-03',
      inForceTo: '2032-11-02',
      amount: { amount: 100, currency: 'EUR', qualifier: 'upTo' },
      // 100 EUR at the average of 2025, 1.1 dollars.
      amountUsd: 110,
      optionDate: '2027',
    });
  });

  it('knows from a deal’s announcement on what was first said of it later, and nothing before', () => {
    const more = [
      claim(X, 'amount', 300, { unit: 'USD', saidOn: '2025-09' }),
      claim(X, 'start', '2027', { saidOn: '2025-09' }),
    ];
    const specs = deal('x', { form: 'COMPUTE_PURCHASE', parties: ['customer openai'], announced: '2025-07-22', more });
    const late = specs.map((s) => (s.property === 'announced' ? { ...s, saidOn: '2025-08' } : s));
    expect(record('deal', late, '2025-07-21')).toMatchObject({
      announced: null,
      start: null,
      amount: null,
      status: null,
      binding: false,
    });
    expect(record('deal', late, '2025-07-22')).toMatchObject({
      announced: '2025-07-22',
      start: '2027',
      amount: { amount: 300, saidOn: '2025-09' },
    });
  });

  it('shows a conditional part’s lapse where there is no option to expand', () => {
    const more = [claim(X, 'conditional_tranche_lapses', '2028-12-31')];
    const specs = deal('x', { form: 'EQUITY_INVESTMENT', parties: ['investor amazon', 'investee openai'], more });
    expect(record('deal', specs).optionDate).toBe('2028-12-31');
  });

  it('never infers the stage or the funder of a budget', () => {
    const specs = [
      claim(X, 'budget', 20, { unit: 'EUR', saidOn: '2025-02-01' }),
      claim(X, 'initiative_form', 'fund'),
      relation(X, 'supplier', 'company:nvidia', { scope: 'GPU supplier' }),
    ];
    expect(record('initiative', specs)).toMatchObject({
      budgetUsd: 22,
      budgetStage: 'UNKNOWN_STAGE',
      funder: 'UNKNOWN_FUNDER',
      suppliers: [{ entity: 'company:nvidia', role: 'GPU supplier' }],
    });
    expect(record('initiative', [claim(X, 'funder', 'PUBLIC'), claim(X, 'budget_stage', 'COMMITTED')])).toMatchObject({
      budgetStage: 'COMMITTED',
      funder: 'PUBLIC',
    });
  });

  it('reads countries and rules', () => {
    expect(record('country', [claim(X, 'population', 84_000_000)])).toMatchObject({
      code: 'x',
      population: 84_000_000,
    });
    expect(record('policy', [relation(X, 'issued_by', 'country:US'), claim(X, 'action', 'bans')])).toMatchObject({
      country: 'country:US',
      issuer: 'country:US',
      action: 'bans',
      date: null,
    });
  });
});
