import {
  type FieldNode,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isObjectType,
  TypeInfo,
  type ValueNode,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { Asked } from '../Execute.js';

/** Of both it is asked whether they lie in the past. */
const TIMES = ['asOf', 'knownAt'] as const;

/**
 * Whether each field of the document that takes `asOf` or `knownAt` is given both that it takes, of a time before `now`: then
 * the answer depends on no clock. A document without such fields does not either. Linear in the document.
 */
export function isTimeFixed({ schema, document, variableValues = {} }: Asked, now: Date): boolean {
  const types = new TypeInfo(schema);
  let isFixed = true;
  visit(
    document,
    visitWithTypeInfo(types, {
      Field: (node) => {
        const names = TIMES.filter((name) => takes(schema, types, node, name));
        const times = names.map((name) => timeOf(node, name, variableValues));
        // A day is over when the next has begun.
        if (!times.every((time) => time !== null && time < now.getTime() - DAY_MS)) isFixed = false;
      },
    }),
  );
  return isFixed;
}

const DAY_MS = 86_400_000;

function takes(schema: GraphQLSchema, types: TypeInfo, node: FieldNode, name: string): boolean {
  const parent = types.getParentType();
  const type = parent ? schema.getType(getNamedType(parent).name) : undefined;
  if (!isObjectType(type) && !isInterfaceType(type)) return false;
  return type.getFields()[node.name.value]?.args.some((arg) => arg.name === name) ?? false;
}

/** Milliseconds; null where none is given that can be read. */
function timeOf(node: FieldNode, name: string, variables: Readonly<Record<string, unknown>>): number | null {
  const value = node.arguments?.find((argument) => argument.name.value === name)?.value;
  const given = value === undefined ? undefined : textOf(value, variables);
  const time = typeof given === 'string' ? Date.parse(given) : Number.NaN;
  return Number.isNaN(time) ? null : time;
}

function textOf(value: ValueNode, variables: Readonly<Record<string, unknown>>): unknown {
  if (value.kind === 'Variable') return variables[value.name.value];
  return value.kind === 'StringValue' ? value.value : undefined;
}
