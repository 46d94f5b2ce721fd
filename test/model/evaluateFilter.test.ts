import { describe, expect, it } from 'vitest';
import type { EntityRecord } from '../../src/model/entity.js';
import { compileFilter, evaluateFilter } from '../../src/model/evaluateFilter.js';
import type { Filter, FilterOp, FilterValue } from '../../src/model/filter.js';
import { chip, company, country, deal } from '../support/records.js';

const is = (record: EntityRecord, field: string, op: FilterOp, value: FilterValue) =>
  evaluateFilter({ field, op, value }, record);

describe('evaluateFilter', () => {
  it('makes every condition on an unknown value false, but isKnown: false', () => {
    const unknown = deal('x');
    for (const op of ['eq', 'gt', 'gte', 'lt', 'lte'] as const) {
      expect(is(unknown, 'amountUsd', op, 0)).toBe(false);
      expect(is(unknown, 'announced', op, '2025')).toBe(false);
    }
    expect(is(unknown, 'amountUsd', 'in', [0])).toBe(false);
    expect(is(unknown, 'chips', 'has', 'chip:x')).toBe(false);
    expect(is(unknown, 'inForceOn', 'eq', '2025-01-01')).toBe(false);
    for (const field of ['amountUsd', 'announced', 'chips', 'inForceOn']) {
      expect(is(unknown, field, 'isKnown', true)).toBe(false);
      expect(is(unknown, field, 'isKnown', false)).toBe(true);
    }
  });

  it('takes "not" as the plain complement, so that it includes the unknown', () => {
    const atLeast: Filter = { field: 'amountUsd', op: 'gte', value: 10 };
    expect([5, 10, null].map((amountUsd) => evaluateFilter({ not: atLeast }, deal('x', { amountUsd })))).toEqual([
      true,
      false,
      true,
    ]);
  });

  it('knows zero and false', () => {
    const record = deal('x', { amountUsd: 0, binding: false });
    expect(is(record, 'amountUsd', 'eq', 0)).toBe(true);
    expect(is(record, 'amountUsd', 'isKnown', true)).toBe(true);
    expect(is(record, 'binding', 'eq', false)).toBe(true);
  });

  it('compares dates by the first day of their period', () => {
    const record = deal('x', { announced: '2025-Q4' });
    expect(is(record, 'announced', 'eq', '2025-10-01')).toBe(true);
    expect(is(record, 'announced', 'gte', '2025-10')).toBe(true);
    expect(is(record, 'announced', 'gt', '2025-10-01')).toBe(false);
    expect(is(record, 'announced', 'lt', '2025-11-03')).toBe(true);
  });

  it('compares text folded and ids and words exactly', () => {
    const record = company('x', { name: 'Straße AG', roles: ['lab'], parent: 'company:P' });
    expect(is(record, 'name', 'contains', 'STRASSE')).toBe(true);
    expect(is(record, 'name', 'startsWith', 'ag')).toBe(false);
    expect(is(record, 'name', 'in', ['no', 'straSSe ag'])).toBe(true);
    expect(is(record, 'parent', 'eq', 'company:p')).toBe(false);
    expect(is(record, 'roles', 'has', 'lab')).toBe(true);
    expect(is(record, 'roles', 'has', 'Lab')).toBe(false);
  });

  it('asks a list for one item with "has" and for any of several with "in"', () => {
    const record = chip('x', { foundries: [{ company: 'company:a', node: 'N4P' }] });
    expect(is(record, 'foundries', 'has', 'company:a')).toBe(true);
    expect(is(record, 'foundries', 'in', ['company:b', 'company:a'])).toBe(true);
    expect(is(record, 'foundries', 'in', ['company:b'])).toBe(false);
  });

  it('tells customers, providers and all parties of a deal apart', () => {
    const record = deal('x', {
      parties: [
        { entity: 'company:a', role: 'CUSTOMER', title: 'customer' },
        { entity: 'cloud:b', role: 'PROVIDER', title: 'provider' },
        { entity: 'company:c', role: 'PARTICIPANT', title: 'guarantor' },
      ],
    });
    const having = (field: string) => ['company:a', 'cloud:b', 'company:c'].map((id) => is(record, field, 'has', id));
    expect(having('customers')).toEqual([true, false, false]);
    expect(having('providers')).toEqual([false, true, false]);
    expect(having('parties')).toEqual([true, true, true]);
  });

  it('holds on the first and the last day of a period', () => {
    const record = deal('x', { inForceFrom: '2025-01-10', inForceTo: '2025-01-20' });
    const days = ['2025-01-09', '2025-01-10', '2025-01-20', '2025-01-21'];
    expect(days.map((day) => is(record, 'inForceOn', 'eq', day))).toEqual([false, true, true, false]);
  });

  it('combines: an empty "and" holds, an empty "or" does not', () => {
    const yes: Filter = { and: [] };
    const no: Filter = { or: [] };
    const on = (filter: Filter) => evaluateFilter(filter, country('US'));
    expect([on(yes), on(no), on({ and: [yes, no] }), on({ or: [no, yes] }), on({ not: no })]).toEqual([
      true,
      false,
      false,
      true,
      true,
    ]);
  });
});

describe('compileFilter', () => {
  it('says what it expected of a field, an operator and a value', () => {
    const compile = (field: string, op: FilterOp, value: FilterValue) => () =>
      compileFilter('country', { field, op, value });
    expect(compile('amountUsd', 'gt', 1)).toThrow(
      'Expected a field of country (id, name, code, isBloc, memberOf, population) but got: "amountUsd".',
    );
    expect(compile('population', 'contains', 1)).toThrow(
      'Expected population with one of eq, in, gt, gte, lt, lte, isKnown but got: "contains".',
    );
    expect(compile('population', 'gt', 'many')).toThrow('Expected a number for population but got: "many".');
    expect(compile('population', 'gt', [1, 2])).toThrow('Expected one value for population.gt but got: "a list of 2".');
    expect(compile('name', 'isKnown', 'yes')).toThrow('Expected true or false for name.isKnown but got: "yes".');
    expect(() => compileFilter('deal', { field: 'inForceOn', op: 'eq', value: '2025' })).toThrow(
      'Expected a date such as 2025-11-03 but got: "2025".',
    );
    expect(() => compileFilter('deal', { field: 'start', op: 'gt', value: '2025-02-30' })).toThrow(
      'Expected a date such as',
    );
  });

  it('finds faults also where the rest would decide', () => {
    expect(() => compileFilter('country', { or: [{ and: [] }, { field: 'nonsense', op: 'eq', value: 1 }] })).toThrow(
      'nonsense',
    );
  });
});
