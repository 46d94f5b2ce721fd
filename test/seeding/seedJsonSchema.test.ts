import { describe, expect, it } from 'vitest';
import { PROPERTIES } from '../../src/model/properties.js';
import { isUnit } from '../../src/model/units.js';
import { RECORD_FORMS } from '../../src/seeding/recordForms.js';
import { seedJsonSchemas } from '../../src/seeding/seedJsonSchema.js';

type Json = { readonly [key: string]: unknown };

const deals = schema('deal');

function schema(noun: string): Json {
  return object(seedJsonSchemas().get(`${noun}.schema.json`));
}

function object(value: unknown): Json {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

/** The part of a schema at a path of keys, through references. */
function at(root: Json, path: readonly string[], from: Json = root): Json {
  const [key, ...rest] = path;
  const whole = { ...(typeof from.$ref === 'string' ? at(root, from.$ref.split('/').slice(1)) : {}), ...from };
  return key === undefined ? whole : at(root, rest, object(whole[key]));
}

/** The names of all fields, anywhere in a schema, that nothing describes. */
function undescribed(root: Json, node: unknown, path: string): string[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => {
    const below = undescribed(root, value, `${path}/${key}`);
    if (key !== 'properties') return below;
    const bare = Object.entries(object(value)).filter(
      ([, field]) => at(root, [], object(field)).description === undefined,
    );
    return [...below, ...bare.map(([name]) => `${path}/${name}`)];
  });
}

function words(path: readonly string[]): unknown[] {
  const { anyOf } = at(deals, path);
  return Array.isArray(anyOf) ? anyOf.map((each) => object(each).const).filter((word) => word !== undefined) : [];
}

describe('the JSON Schemas of the seeds', () => {
  it('describe every field', () => {
    for (const [name, root] of seedJsonSchemas()) expect(undescribed(object(root), root, ''), name).toEqual([]);
  });

  it('offer the properties that the code reads, and leave others possible', () => {
    const path = ['items', 'properties', 'facts', 'items', 'properties', 'property'];
    expect(words(path)).toEqual([...PROPERTIES.keys()]);
    expect(at(deals, path)).toMatchObject({ pattern: '^[a-z][a-z0-9_]*$' });
    const { anyOf } = at(deals, path);
    expect(anyOf).toContainEqual({ const: 'capacity_mw', description: 'Capacity promised. In MW.' });
    expect(anyOf).toContainEqual({ description: 'Any other name in snake_case, shown under otherFacts.' });
  });

  it('offer units and currencies, and no others', () => {
    const units = words(['items', 'properties', 'facts', 'items', 'properties', 'unit']);
    expect(units).toContain('MW');
    expect(units).toContain('EUR');
    expect(units.every((unit) => isUnit(String(unit)))).toBe(true);
    expect(at(deals, ['items', 'properties', 'facts', 'items', 'properties', 'unit']).anyOf).toHaveLength(units.length);
  });

  it('offer the roles of parties', () => {
    const role = ['items', 'properties', 'parties', 'items', 'properties', 'role'];
    expect(words(role)).toEqual(expect.arrayContaining(['customer', 'provider', 'partner']));
  });

  it('require all of a whole record, and only the id of an addition', () => {
    const items = at(deals, ['items']);
    expect(items.required).toEqual(['id']);
    expect(items.if).toEqual({ required: ['name', 'sources'] });
    expect(items.then).toEqual({ required: ['id', 'name', 'form', 'parties', 'announced', 'status', 'sources'] });
    expect(Object.keys(object(items.properties))).toEqual(Object.keys(RECORD_FORMS.deal.shape));
  });
});
