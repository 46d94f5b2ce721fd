import {
  type GraphQLSchema,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from 'graphql';

/** Which types the introspection looks into: all that the schema has, each once, or one that the client chose. */
export type Reach = 'ALL' | 'ONE';

type Sizes = Readonly<Record<Reach, ReadonlyMap<string, number>>>;

const known = new WeakMap<GraphQLSchema, Sizes>();

/**
 * How long a list of the introspection is taken to be, such as "fields" of "__Type"; undefined for what is none. Counted in
 * the schema itself, so that nothing can answer with more fields than it was priced at: of all types together the mean,
 * rounded up, of one type that the client chose the longest that there is. Linear in the schema, once.
 */
export function introspectionSize(
  schema: GraphQLSchema,
  type: string,
  field: string,
  reach: Reach,
): number | undefined {
  const sizes = known.get(schema) ?? countSizes(schema);
  known.set(schema, sizes);
  return sizes[reach].get(`${type}.${field}`);
}

/** Which types a field's own fields look into. */
export function reachBelow(type: string, field: string, reach: Reach): Reach {
  if (type === '__Schema') return field === 'types' ? 'ALL' : 'ONE';
  return type === '__Type' && field === 'fields' ? reach : 'ONE';
}

function countSizes(schema: GraphQLSchema): Sizes {
  const types = Object.values(schema.getTypeMap());
  const withFields = types.flatMap((type) => (isObjectType(type) || isInterfaceType(type) ? [type] : []));
  const directives = schema.getDirectives();
  const lists = new Map([
    ['fields', withFields.map((type) => Object.keys(type.getFields()).length)],
    ['interfaces', withFields.map((type) => type.getInterfaces().length)],
    ['possibleTypes', types.flatMap((type) => (isAbstractType(type) ? [schema.getPossibleTypes(type).length] : []))],
    ['enumValues', types.flatMap((type) => (isEnumType(type) ? [type.getValues().length] : []))],
    ['inputFields', types.flatMap((type) => (isInputObjectType(type) ? [Object.keys(type.getFields()).length] : []))],
  ]);
  const args = withFields.map((type) => sum(Object.values(type.getFields()).map((field) => field.args.length)));
  const whole: readonly (readonly [string, number])[] = [
    ['__Schema.types', types.length],
    ['__Schema.directives', directives.length],
    ['__Directive.args', share(sum(directives.map((one) => one.args.length)), directives.length)],
    ['__Directive.locations', Math.max(0, ...directives.map((one) => one.locations.length))],
  ];
  const sizes = (sizeOf: (lengths: readonly number[]) => number) => {
    const ofTypes = [...lists].map(([field, lengths]) => [`__Type.${field}`, sizeOf(lengths)] as const);
    // Times the fields they are no fewer than those of the type that has most.
    const ofFields = share(sizeOf(args), sizeOf(lists.get('fields') ?? []));
    return new Map([...whole, ...ofTypes, ['__Field.args', ofFields]]);
  };
  return {
    ALL: sizes((lengths) => share(sum(lengths), types.length)),
    ONE: sizes((lengths) => Math.max(0, ...lengths)),
  };
}

function share(total: number, among: number): number {
  return among === 0 ? 0 : Math.ceil(total / among);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
