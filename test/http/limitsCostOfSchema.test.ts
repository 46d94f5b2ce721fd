import { type DocumentNode, executeSync, getIntrospectionQuery, getOperationAST, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { buildSchema } from '../../src/resolvers/index.js';
import { CostPlan } from '../../src/server/limits/CostPlan.js';
import { DEFAULT_LIMITS } from '../../src/server/limits/Limits.js';

/** With all that a tool may ask of a schema, as GraphiQL does. */
const WHOLE_SCHEMA = getIntrospectionQuery({
  descriptions: true,
  specifiedByUrl: true,
  directiveIsRepeatable: true,
  schemaDescription: true,
  inputValueDeprecation: true,
  oneOf: true,
});

describe('cost of introspection', () => {
  const real = buildSchema();
  const costOfReal = (document: DocumentNode) => {
    const operation = getOperationAST(document);
    if (!operation) throw new Error('no operation');
    return new CostPlan(real, document, operation).cost({});
  };

  it.each([
    ['{ __schema { types { name fields { name args { name type { name } } } } } }'],
    [
      '{ __schema { types { ...F } } } fragment F on __Type { name fields(includeDeprecated: true) { name type { name } } }',
    ],
    // The type with the most fields, and the one whose fields have the most arguments.
    ['{ __type(name: "Company") { fields { name type { name kind ofType { name kind } } } } }'],
    ['{ __type(name: "Query") { fields { args { name type { name kind ofType { name } } } } } }'],
    ['{ __schema { queryType { fields { args { name type { inputFields { name } enumValues { name } } } } } } }'],
    ['{ __schema { types { possibleTypes { fields { name } interfaces { name } } inputFields { type { name } } } } }'],
    ['{ __schema { types { fields { type { ofType { ofType { ofType { fields { name } } } } } } } } }'],
    ['{ __schema { types { enumValues { name } } directives { name locations args { name type { name } } } } }'],
    [WHOLE_SCHEMA],
  ])('is no less than the fields of the answer: %s', (source) => {
    const document = parse(source);
    expect(validate(real, document)).toEqual([]);
    const { data } = executeSync({ schema: real, document });
    const fields = fieldsIn(data);
    expect(fields).toBeGreaterThan(100);
    expect(costOfReal(document)).toBeGreaterThanOrEqual(fields);
  });

  it('lets tools ask for the whole schema', () => {
    expect(costOfReal(parse(WHOLE_SCHEMA))).toBeLessThan(DEFAULT_LIMITS.costBudget);
  });

  it('counts a fragment by where it is spread', () => {
    const fragment = 'fragment F on __Type { fields { name } }';
    const once = costOfReal(parse(`{ __schema { types { ...F } } } ${fragment}`));
    const chosen = costOfReal(parse(`{ __schema { queryType { ...F } } } ${fragment}`));
    const both = costOfReal(parse(`{ __schema { types { ...F } queryType { ...F } } } ${fragment}`));
    expect(both).toBe(once + chosen - 1);
    expect(chosen).toBeGreaterThan(Object.keys(real.getQueryType()?.getFields() ?? {}).length);
  });

  it('is too much where fields are asked for their types’ fields and so on', () => {
    const nested = (depth: number) => `${'fields { type { '.repeat(depth)} name ${'} } '.repeat(depth)}`;
    expect(costOfReal(parse(`{ __schema { types { ${nested(3)} } } }`))).toBeGreaterThan(DEFAULT_LIMITS.costBudget);
  });
});

/** How many fields an answer has, at all depths. */
function fieldsIn(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum, one) => sum + fieldsIn(one), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce((sum, one) => sum + 1 + fieldsIn(one), 0);
}
