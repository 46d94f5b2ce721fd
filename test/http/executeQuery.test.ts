import { makeExecutableSchema } from '@graphql-tools/schema';
import { execute, type GraphQLResolveInfo, getOperationAST, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { executeQuery } from '../../src/server/executeQuery.js';

const typeDefs = /* GraphQL */ `
  directive @oneOf on INPUT_OBJECT

  enum Colour { RED GREEN }

  interface Named { name: String! }

  type Cat implements Named {
    name: String!
    colour: Colour
    kittens(first: Int = 2): [Cat!]!
    later: Cat
    lives: Int!
  }

  type Dog implements Named {
    name: String!
    friends: [Named]
  }

  union Pet = Cat | Dog

  input Choice @oneOf { id: ID name: String }

  type Query {
    cat: Cat
    mustCat: Cat!
    named(kind: String = "Cat"): Named
    pets: [Pet!]
    table: [[Int]]
    promised: [String]
    spoken(word: String!, times: Int): String
    chosen(by: Choice!): String
    path: String
    nothing: Cat
    set: [Int]
    failing: String
    rejecting: String
    error: Cat
    strange: Named
    missing: Named
    nulls: [Int!]
    unserialisable: Int
    runs: Int!
  }
`;

const cat = (name: string, depth = 2): object => ({
  name,
  colour: 'green',
  lives: 9,
  kittens: ({ first }: { first: number }) =>
    depth === 0 ? [] : [...Array(first).keys()].map((i) => cat(`${name}${i}`, depth - 1)),
  later: async () => cat(`${name}'s`, 0),
});
const dog = { name: 'Rex', friends: () => [cat('Tom'), null, Promise.resolve(cat('Kit'))] };

const schema = makeExecutableSchema({
  typeDefs,
  resolvers: {
    Colour: { RED: 'red', GREEN: 'green' },
    Named: { __resolveType: (value: object) => kindOf(value) },
    Pet: { __resolveType: (value: object) => kindOf(value) },
    Query: {
      cat: () => cat('Tom'),
      mustCat: async () => null,
      named: (_, { kind }: { kind: string }) => (kind === 'Cat' ? cat('Tom') : dog),
      pets: async () => [cat('Tom'), dog],
      table: () => [[1, 2], null, [Promise.resolve(3), null]],
      promised: () => ['a', Promise.resolve('b'), null],
      spoken: (_, { word, times }: { word: string; times?: number }) => word.repeat(times ?? 1),
      chosen: (_, { by }: { by: object }) => JSON.stringify(by),
      path: (_parent, _args, _context, { path }: GraphQLResolveInfo) => String(path.key),
      nothing: () => undefined,
      set: () => new Set([1, 2]),
      failing: () => {
        throw new Error('It fails.');
      },
      rejecting: async () => {
        throw new Error('It rejects.');
      },
      error: () => new Error('It is one.'),
      strange: () => ({ kind: 'Query', name: 'strange' }),
      missing: () => ({ kind: 'Nobody', name: 'missing' }),
      nulls: () => [1, Promise.resolve(null), 3],
      unserialisable: () => 'three',
      runs: (_parent, _args, context: { runs: number }) => {
        context.runs++;
        return 1;
      },
    },
  },
});

function kindOf(value: object): string {
  if ('kind' in value) return String(value.kind);
  return 'friends' in value ? 'Dog' : 'Cat';
}

/** What `executeQuery` and graphql-js answer, and how often `runs` was asked. */
async function both(query: string, variableValues: Record<string, unknown> = {}, operationName?: string) {
  const document = parse(query);
  const operation = getOperationAST(document, operationName) ?? undefined;
  const context = { runs: 0 };
  const answer = await executeQuery({ schema, document, operation, operationName, variableValues }, context);
  const expected = await execute({ schema, document, operationName, variableValues, contextValue: { runs: 0 } });
  return { answer: JSON.stringify(answer), expected: JSON.stringify(expected), runs: context.runs };
}

const CAT = '... on Cat { colour kittens { name } }';

describe('a query without errors', () => {
  it.each([
    ['fields in the order asked', '{ runs cat { lives name colour } b: table promised }'],
    [
      'what comes later in its place',
      '{ runs cat { later { name } name later { lives } kittens { later { name } } } }',
    ],
    [
      'arguments and their defaults',
      '{ runs cat { kittens { name } three: kittens(first: 3) { name kittens { name } } } }',
    ],
    [
      'variables',
      'query ($n: Int = 1, $w: String!) { runs spoken(word: $w, times: $n) cat { kittens(first: $n) { name } } }',
    ],
    [
      'interfaces and unions',
      `{ runs named { name __typename ${CAT} } dog: named(kind: "Dog") { ... on Dog { friends { name ${CAT} } } } pets { __typename ... on Named { name } ${CAT} } }`,
    ],
    [
      'fragments',
      '{ runs cat { ...a ...b } } fragment a on Cat { name kittens { name } } fragment b on Named { name ... on Cat { kittens { lives } } }',
    ],
    [
      'directives',
      'query ($w: String = "no", $yes: Boolean = true) { runs cat { name @skip(if: $yes) lives @include(if: $yes) ... @include(if: false) { colour } } spoken(word: $w) @skip(if: $yes) }',
    ],
    ['nulls', '{ runs nothing { name } pets { ... on Dog { friends { name } } } }'],
    ['one of several inputs', '{ runs a: chosen(by: { id: "1" }) b: chosen(by: { name: "x" }) }'],
    ['a name that objects have', '{ runs __proto__: cat { __proto__: name constructor: lives } }'],
    ['one operation of two', 'query a { runs cat { name } } query b { runs }', 'a'],
  ])('has %s', async (_, query, operationName = undefined) => {
    const { answer, expected, runs } = await both(query, { w: 'hi' }, operationName);
    expect(answer).toBe(expected);
    expect(JSON.parse(answer).errors).toBeUndefined();
    expect(runs).toBe(1);
  });
});

describe('what goes wrong or is rare is answered by graphql-js', () => {
  it.each<[string, string, Record<string, unknown>?]>([
    ['a resolver throws', '{ runs failing cat { name } }'],
    ['a resolver rejects', '{ runs rejecting cat { later { name } } }'],
    ['both', '{ a: failing runs b: rejecting c: failing }'],
    ['a value is an error', '{ runs error { name } }'],
    ['null where it must not be', '{ runs mustCat { name } }'],
    ['null in a list that has none', '{ runs nulls }'],
    ['a type that does not belong', '{ runs strange { name } }'],
    ['a type that there is not', '{ runs missing { name } }'],
    ['a value that its type does not have', '{ runs unserialisable }'],
    ['an argument that is missing', 'query ($w: String) { runs spoken(word: $w) }'],
    ['two of one', 'query ($by: Choice = { id: "1" }) { runs chosen(by: $by) }', { by: { id: '1', name: 'x' } }],
    ['a variable that does not fit', 'query ($n: Int) { runs cat { kittens(first: $n) { name } } }', { n: 'many' }],
    ['a directive without its variable', 'query ($no: Boolean) { runs cat { name @skip(if: $no) } }'],
    ['an iterable that is no list', '{ runs set }'],
    ['a resolver that asks for its path', '{ runs path }'],
    ['the schema', '{ runs __schema { queryType { name } } __type(name: "Cat") { name } }'],
  ])('%s', async (_, query, variables: Record<string, unknown> = {}) => {
    const { answer, expected } = await both(query, variables);
    expect(answer).toBe(expected);
  });

  it('an operation that is not named', async () => {
    const { answer, expected } = await both('query a { runs } query b { runs }');
    expect(answer).toBe(expected);
  });
});
