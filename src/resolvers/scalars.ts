import { type ASTNode, GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import type { Resolvers } from '../generated/schema.js';
import { badInput } from '../model/errors.js';
import type { FactValue } from '../model/statement.js';
import { parseDay, parseInstant, parsePartialDate } from '../model/time.js';

const DateScalar = textScalar('Date', 'a date such as 2025-11-03', parseDay);

const PartialDateScalar = textScalar('PartialDate', 'a date such as 2025-11-03 or 2025-Q4', (text) => {
  parsePartialDate(text);
  return text;
});

const DateTimeScalar = textScalar('DateTime', 'a time such as 2026-10-01T00:00:00Z', parseInstant);

const FactValueScalar = new GraphQLScalarType<FactValue, FactValue>({
  name: 'FactValue',
  serialize: checkFactValue,
  parseValue: (value) => worded(() => checkFactValue(value)),
  parseLiteral: (node) => worded(() => checkFactValue(literalValue(node)), node),
});

function checkFactValue(value: unknown): FactValue {
  if ((typeof value === 'number' && Number.isFinite(value)) || typeof value === 'string' || typeof value === 'boolean')
    return value;
  throw badInput('a number, a text, true or false', value);
}

function textScalar(
  name: string,
  expected: string,
  parse: (text: string) => string,
): GraphQLScalarType<string, string> {
  const read = (value: unknown, node?: ASTNode): string =>
    worded(() => {
      if (typeof value !== 'string') throw badInput(expected, value);
      return parse(value);
    }, node);
  return new GraphQLScalarType({
    name,
    serialize: (value) => String(value),
    parseValue: (value) => read(value),
    parseLiteral: (node) => read(literalValue(node), node),
  });
}

/** As a GraphQLError, so that the wording reaches the client as it is. */
function worded<T>(read: () => T, node?: ASTNode): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw new GraphQLError(error.message, { nodes: node ?? null, originalError: error });
  }
}

function literalValue(node: ValueNode): unknown {
  if (node.kind === Kind.STRING) return node.value;
  if (node.kind === Kind.INT || node.kind === Kind.FLOAT) return Number(node.value);
  return node.kind === Kind.BOOLEAN ? node.value : null;
}

export const scalars: Resolvers = {
  Date: DateScalar,
  PartialDate: PartialDateScalar,
  DateTime: DateTimeScalar,
  FactValue: FactValueScalar,
};
