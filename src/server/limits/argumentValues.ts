import { type FieldNode, type GraphQLField, Kind, type SelectionNode, type ValueNode } from 'graphql';

/** Coerced variables by name. */
export type Variables = Readonly<Record<string, unknown>>;

/** What is known before any variable is, or how to work it out. */
export type Known<T> = { readonly value: T } | { readonly of: (variables: Variables) => T };

/** How a list or an object is told apart: only how many items it has matters to the cost. */
const OBJECT = Object.freeze({});

/**
 * What a field will be given for an argument: null where null is given, undefined where nothing is and the schema has no
 * default. A literal list is one of the same length; of a literal object it is only known that it is given.
 */
export function argumentOf(field: GraphQLField<unknown, unknown>, node: FieldNode, name: string): Known<unknown> {
  const byDefault = field.args.find((arg) => arg.name === name)?.defaultValue;
  const given = node.arguments?.find((argument) => argument.name.value === name)?.value;
  if (given === undefined) return { value: byDefault };
  if (given.kind !== Kind.VARIABLE) return { value: literal(given) };
  const variable = given.name.value;
  return {
    of: (variables) => {
      const value = variables[variable];
      return value === undefined ? byDefault : value;
    },
  };
}

/** Whether `@include` and `@skip` leave a selection in. */
export function isAsked({ directives = [] }: SelectionNode): Known<boolean> {
  const variables: { readonly name: string; readonly wanted: boolean }[] = [];
  for (const directive of directives) {
    const wanted = directive.name.value === 'include';
    if (!wanted && directive.name.value !== 'skip') continue;
    const condition = directive.arguments?.find((argument) => argument.name.value === 'if')?.value;
    if (condition?.kind === Kind.BOOLEAN && condition.value !== wanted) return { value: false };
    if (condition?.kind === Kind.VARIABLE) variables.push({ name: condition.name.value, wanted });
  }
  if (variables.length === 0) return { value: true };
  return { of: (values) => variables.every(({ name, wanted }) => values[name] === wanted) };
}

/** Works out from several known values another one. */
export function combine<T>(parts: readonly Known<unknown>[], work: (values: readonly unknown[]) => T): Known<T> {
  const fixed = parts.flatMap((part) => ('value' in part ? [part.value] : []));
  if (fixed.length === parts.length) return { value: work(fixed) };
  return { of: (variables) => work(parts.map((part) => ('value' in part ? part.value : part.of(variables)))) };
}

function literal(node: ValueNode): unknown {
  switch (node.kind) {
    case Kind.NULL:
      return null;
    case Kind.INT:
      return Number(node.value);
    case Kind.BOOLEAN:
      return node.value;
    case Kind.LIST:
      return node.values;
    case Kind.OBJECT:
      return OBJECT;
    default:
      return 'value' in node ? node.value : OBJECT;
  }
}
