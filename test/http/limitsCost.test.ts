import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import {
  buildSchema as build,
  type DocumentNode,
  getOperationAST,
  getVariableValues,
  Kind,
  parse,
  type SelectionSetNode,
  validate,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { buildSchema } from '../../src/resolvers/index.js';
import { CostPlan } from '../../src/server/limits/CostPlan.js';
import { DEFAULT_LIMITS } from '../../src/server/limits/Limits.js';
import { PAGED, WEIGHTS } from '../../src/server/limits/weights.js';

const schema = build(/* GraphQL */ `
  type Query {
    company: Company
    companies(first: Int, last: Int): CompanyConnection
    nodes(ids: [ID!]!): [Company]!
  }
  type CompanyConnection {
    totalCount: Int
    edges: [CompanyEdge!]!
  }
  type CompanyEdge {
    node: Company
  }
  type Company {
    name: String
    clouds: [Company!]!
    facts(first: Int = 100): [Company!]!
    dependencies(transitive: Boolean = false, first: Int): CompanyConnection
  }
`);

function costOf(source: string, given: Record<string, unknown> = {}): number {
  const { plan, variables } = planOf(source, given);
  return plan.cost(variables);
}

/** By the schema that is served, of an operation without variables. */
function realCostOf(source: string): number {
  const document = parse(source);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('no operation');
  return new CostPlan(buildSchema(), document, operation).cost({});
}

function times(n: number, field: string): string {
  return `{ ${Array.from({ length: n }, (_, i) => `a${i}: ${field}`).join(' ')} }`;
}

function planOf(source: string, given: Record<string, unknown>) {
  const document = parse(source);
  expect(validate(schema, document)).toEqual([]);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('no operation');
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], given);
  if (!coerced) throw new Error('unfit variables');
  return { plan: new CostPlan(schema, document, operation), variables: coerced, document };
}

const PAGE = '{ edges { node { name } } }';

describe('cost', () => {
  it.each([
    // The field itself.
    ['{ company { name } }', 2],
    // companies, edges, then node and name for each of 20.
    [`{ companies ${PAGE} }`, 2 + 20 * 2],
    [`{ companies(first: 7) ${PAGE} }`, 2 + 7 * 2],
    [`{ companies(last: 3) ${PAGE} }`, 2 + 3 * 2],
    [`{ companies(first: null) ${PAGE} }`, 2 + 20 * 2],
    // What the resolvers refuse is not counted beyond what a list can have.
    [`{ companies(first: 2147483647) ${PAGE} }`, 2 + 1000 * 2],
    [`{ companies(first: -1) ${PAGE} }`, 2],
    // totalCount weighs 20 and is asked for once, not for each edge.
    ['{ companies(first: 50) { totalCount } }', 1 + 21],
    ['{ company { facts { name } } }', 2 + 100],
    ['{ company { facts(first: 4) { name } } }', 2 + 4],
    // A list that has no size of its own has 5.
    ['{ company { clouds { name } } }', 2 + 5],
    ['{ nodes(ids: ["a", "b", "c"]) { name } }', 1 + 3],
    // A page weighs 5; 200 more where it is transitive.
    [`{ company { dependencies(first: 1) ${PAGE} } }`, 1 + 6 + 1 + 2],
    [`{ company { dependencies(transitive: true, first: 1) ${PAGE} } }`, 1 + 206 + 1 + 2],
    ['{ __typename company { __typename } }', 3],
    ['{ company { a: name @skip(if: true) b: name @include(if: false) c: name } }', 2],
  ])('of %s is %i', (source, expected) => {
    expect(costOf(source)).toBe(expected);
  });

  it('multiplies lists in lists', () => {
    // 2 + 100 × (node + facts + 10 × name)
    expect(costOf('{ companies(first: 100) { edges { node { facts(first: 10) { name } } } } }')).toBe(2 + 100 * 12);
  });

  it('reads first from variables, their defaults and null', () => {
    const query = `query ($n: Int) { companies(first: $n) ${PAGE} }`;
    expect([{}, { n: null }, { n: 3 }, { n: 100 }].map((given) => costOf(query, given))).toEqual([42, 42, 8, 202]);
    const withDefault = `query ($n: Int = 50) { companies(first: $n) ${PAGE} }`;
    expect([{}, { n: null }, { n: 3 }].map((given) => costOf(withDefault, given))).toEqual([102, 42, 8]);
  });

  it('reads conditions, switches and lists from variables', () => {
    const query = `query ($ids: [ID!]!, $all: Boolean, $ask: Boolean!) {
      nodes(ids: $ids) { dependencies(transitive: $all) { __typename } name @include(if: $ask) }
    }`;
    expect(costOf(query, { ids: ['a', 'b'], ask: true })).toBe(1 + 2 * (6 + 1 + 1));
    expect(costOf(query, { ids: 'a', all: true, ask: false })).toBe(1 + 206 + 1);
  });

  it('saturates instead of overflowing, in linear time', () => {
    const doubling = Array.from({ length: 24 }, (_, i) => `fragment F${i} on Company { ...F${i + 1} ...F${i + 1} }`);
    const last = 'fragment F24 on Company { name }';
    expect(costOf(`{ company { ...F0 } } ${doubling.join(' ')} ${last}`)).toBe(1 + 2 ** 24);
    const nested = `${'facts { clouds { '.repeat(40)} name ${'} }'.repeat(40)}`;
    expect(costOf(`{ company { ${nested} } }`)).toBe(Number.MAX_SAFE_INTEGER);
  });

  it('names the field that costs most', () => {
    const dearest = (source: string) => planOf(source, {}).plan.dearest({}).path;
    expect(dearest('{ company { name } companies(first: 9) { edges { node { facts { name } name } } } }')).toBe(
      'companies.edges.node.facts.name',
    );
    expect(dearest('{ a: companies { b: edges { node { c: dependencies(transitive: true) { totalCount } } } } }')).toBe(
      'a.b.node.c',
    );
    expect(dearest('{ ...F } fragment F on Query { company { clouds { name } } }')).toBe('company.clouds.name');
  });

  it('weighs only fields that the real schema has', () => {
    const types = Object.values(buildSchema().getTypeMap()).flatMap((type) => ('getFields' in type ? [type] : []));
    const names = new Set(types.flatMap((type) => Object.keys(type.getFields())));
    expect([...WEIGHTS.keys()].filter((name) => !names.has(name))).toEqual([]);
  });

  it('lets the whole SDL be asked for, and not ten times at once', () => {
    expect(realCostOf(times(1, '_service { sdl }'))).toBe(20_002);
    expect(realCostOf(times(10, '_service { sdl }'))).toBeGreaterThan(DEFAULT_LIMITS.costBudget);
  });

  it('lets four scenarios be imagined at once, and not five', () => {
    const supposed = 'commitments(of: "company:openai", scenario: { remove: ["deal:openai-aws-2025"] }) { totalUsd }';
    expect(realCostOf(times(4, supposed))).toBeLessThan(DEFAULT_LIMITS.costBudget);
    expect(realCostOf(times(5, supposed))).toBeGreaterThan(DEFAULT_LIMITS.costBudget);
  });

  it('is told in docs/limits.md of the largest query of the README', () => {
    const [readme, limits] = ['README.md', 'docs/limits.md'].map((name) =>
      readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8'),
    );
    const costs = [...(readme ?? '').matchAll(/```graphql\n([\s\S]*?)```/g)].map(([, query = '']) => realCostOf(query));
    const largest = Math.round(Math.max(...costs) / 1_000);
    expect(limits).toMatch(new RegExp(`largest query of the\\s+README costs ${largest},000,`));
  });

  it('knows the pages of the real schema', () => {
    const types = Object.values(buildSchema().getTypeMap()).flatMap((type) => ('getFields' in type ? [type] : []));
    const fields = types.flatMap((type) => Object.values(type.getFields()));
    const paged = fields.filter(
      (field) => 'args' in field && field.args.some((arg: { name: string }) => arg.name === 'first'),
    );
    expect(paged.length).toBeGreaterThan(20);
    for (const { name, type } of paged) {
      if (String(type).startsWith('[')) continue;
      const given = types.find((one) => one.name === String(type).replace('!', ''));
      const lists = Object.keys(given?.getFields() ?? {}).filter((field) => PAGED.has(field));
      expect([name, lists.length]).toEqual([name, 1]);
    }
  });
});

describe('cost of random documents', () => {
  it('equals that of an oracle which expands fragments', () => {
    fc.assert(
      fc.property(documents, variableSets, (source, given) => {
        const { plan, variables, document } = planOf(source, given);
        expect(plan.cost(variables)).toBe(oracle(document, variables));
      }),
      { numRuns: 200 },
    );
  });

  it('never falls when first grows', () => {
    fc.assert(
      fc.property(documents, variableSets, fc.integer({ min: 0, max: 150 }), (source, given, more) => {
        const n = given.n ?? 0;
        expect(costOf(source, { ...given, n: n + more })).toBeGreaterThanOrEqual(costOf(source, { ...given, n }));
      }),
      { numRuns: 200 },
    );
  });
});

/** Stands for an alias of its own at each place, so that no two fields conflict. */
const ALIAS = '@alias';
const first = fc.constantFrom('', '(first: $n)', '(first: 3)', '(first: null)', '(first: 0)');
const condition = fc.constantFrom('', '', '@include(if: $yes)', '@skip(if: $yes)');
/** Selections of a company; `fragments` are those that may be spread, each of which spreads later ones alone. */
const onCompany = (fragments: readonly string[], depth: number): fc.Arbitrary<string> => {
  const spreads = fragments.map((name) => condition.map((asked) => `...${name} ${asked}`));
  const plain = fc.constantFrom('name', '__typename', '... on Company { name }');
  if (depth === 0) return fc.oneof(plain, ...spreads);
  const below = fc.array(onCompany(fragments, depth - 1), { minLength: 1, maxLength: 3 }).map((all) => all.join(' '));
  const alias = fc.constant(ALIAS);
  const list = fc.tuple(alias, first, condition, below).map(([a, f, c, b]) => `${a}: facts${f} ${c} { ${b} }`);
  const page = fc
    .tuple(alias, first, fc.constantFrom('', 'totalCount'), below)
    .map(([a, f, t, b]) => `${a}: dependencies${f} { ${t} edges { node { ${b} } } }`);
  return fc.oneof(plain, list, page, ...spreads);
};
const documents = fc
  .tuple(onCompany(['F0', 'F1'], 3), onCompany(['F1', 'F2'], 2), onCompany(['F2'], 1), onCompany([], 1))
  .map(
    ([root, ...fragments]) =>
      `query ($n: Int, $yes: Boolean!) { company { ${root} ...F0 } companies(first: $n) { edges { node { name @include(if: $yes) } } } }
       ${fragments.map((body, i) => `fragment F${i} on Company { ${body} ${i < 2 ? `...F${i + 1}` : ''} }`).join('\n')}`,
  )
  .map((text) => text.split(ALIAS).reduce((before, after, i) => `${before}a${i}${after}`));
const variableSets = fc.record({ n: fc.integer({ min: 0, max: 120 }), yes: fc.boolean() });

/** Walks every occurrence of everything, with the rules written down once more. */
function oracle(document: DocumentNode, variables: Readonly<Record<string, unknown>>): number {
  const asked = (node: { directives?: readonly { name: { value: string } }[] | undefined }) =>
    (node.directives ?? []).every(({ name }) => (name.value === 'include') === variables.yes);
  const sum = (set: SelectionSetNode | undefined, page: number): number =>
    (set?.selections ?? []).filter(asked).reduce((total, node) => {
      if (node.kind === Kind.INLINE_FRAGMENT) return total + sum(node.selectionSet, page);
      if (node.kind === Kind.FRAGMENT_SPREAD) {
        const fragment = document.definitions.find(
          (one) => one.kind === Kind.FRAGMENT_DEFINITION && one.name.value === node.name.value,
        );
        return total + sum(fragment && 'selectionSet' in fragment ? fragment.selectionSet : undefined, page);
      }
      const value = node.arguments?.[0]?.value;
      const given = value?.kind === Kind.VARIABLE ? variables.n : value?.kind === Kind.INT ? Number(value.value) : null;
      const size = (byDefault: number) => (typeof given === 'number' ? given : byDefault);
      switch (node.name.value) {
        case 'facts':
          return total + 1 + size(100) * sum(node.selectionSet, 1);
        case 'dependencies':
          return total + 6 + sum(node.selectionSet, size(20));
        case 'companies':
          return total + 1 + sum(node.selectionSet, size(20));
        case 'edges':
          return total + 1 + page * sum(node.selectionSet, 1);
        case 'totalCount':
          return total + 21;
        default:
          return total + 1 + sum(node.selectionSet, 1);
      }
    }, 0);
  return sum(getOperationAST(document)?.selectionSet, 1);
}
