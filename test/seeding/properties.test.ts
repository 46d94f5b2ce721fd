import { describe, expect, it } from 'vitest';
import { isDated, isMulti, PROPERTIES } from '../../src/model/properties.js';
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

describe('units', () => {
  it('are units or currencies', () => {
    expect([isUnit('MW'), isUnit('EUR'), isUnit('USDD'), isUnit('constructor')]).toEqual([true, true, false, false]);
    expect([isCurrency('EUR'), isCurrency('MW')]).toEqual([true, false]);
  });
});
