import { describe, expect, it } from 'vitest';
import { isChanging, isDated, isMulti, PROPERTIES } from '../../src/model/properties.js';
import { isCurrency, isUnit, UNITS } from '../../src/model/units.js';

describe('properties', () => {
  it('have names in snake_case, a unit that exists and a description that is a sentence', () => {
    for (const [name, info] of PROPERTIES) {
      expect(name).toMatch(/^[a-z][a-z0-9_]*$/);
      if (info.unit !== null) expect(UNITS.has(info.unit), name).toBe(true);
      expect(info.description, name).toMatch(/[.…]$/);
    }
  });

  it('point at kinds of entity where they are relations, and only there', () => {
    for (const info of PROPERTIES.values()) expect(info.targets.length > 0, info.name).toBe(info.value === 'relation');
  });

  it('may hold several values, or one after another, or neither', () => {
    expect([isMulti('party'), isMulti('amount'), isMulti('lenders')]).toEqual([true, false, false]);
    expect([isDated('status'), isDated('announced')]).toEqual([true, false]);
  });
});

describe('what changes over time', () => {
  const changing = (...names: readonly string[]) => names.filter(isChanging);

  it('is figures, amounts and statuses, and whatever is not in the list', () => {
    const names = [
      'it_power_mw',
      'facility_power_mw',
      'h100_equivalents',
      'gpu_count',
      'chip_count',
      'budget',
      'status',
    ];
    expect(changing(...names, 'amount', 'annual_revenue')).toEqual([...names, 'amount', 'annual_revenue']);
  });

  it('is not structure, specification or date', () => {
    const names = ['hq_country', 'operated_by', 'designed_by', 'government', 'parent', 'role', 'form', 'tenant'];
    expect(changing(...names, 'tdp_w', 'memory_gb', 'fabricated_by', 'start', 'term_years', 'supplies_euv_to')).toEqual(
      [],
    );
  });
});

describe('units', () => {
  it('are units or currencies', () => {
    expect([isUnit('MW'), isUnit('EUR'), isUnit('USDD'), isUnit('constructor')]).toEqual([true, true, false, false]);
    expect([isCurrency('EUR'), isCurrency('MW')]).toEqual([true, false]);
  });
});
