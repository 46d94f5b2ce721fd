import { GraphQLScalarType, Kind, type ObjectValueNode, type ValueNode, valueFromASTUntyped } from 'graphql';
import type { Resolvers } from '../generated/schema.js';
import { badInput } from '../model/errors.js';
import type { Context } from './context.js';
import { anyNode, typeOfNode } from './node.js';
import { MAX_PAGE } from './page.js';
import type { RepresentedParent } from './parents.js';
import { subgraphSdl } from './schemaFiles.js';

/** What another graph knows of one of ours; what else it sent is nothing to us. */
export interface Representation {
  readonly typeName: unknown;
  readonly id: unknown;
}

/** One level of the object is read, whatever it holds: what lies deeper must cost nothing. */
const AnyScalar = new GraphQLScalarType<Representation>({
  name: '_Any',
  parseValue: (value) => {
    if (typeof value !== 'object' || value === null) throw badInput('an object with __typename and id', value);
    return representation((name) => Reflect.get(value, name));
  },
  parseLiteral: (node, variables) => {
    if (node.kind !== Kind.OBJECT) throw badInput('an object with __typename and id', node.kind);
    return representation((name) => fieldOf(node, name, variables));
  },
});

export const subgraph: Resolvers = {
  _Any: AnyScalar,
  _Entity: { __resolveType: (found) => found && typeOfNode(found) },
  Query: {
    _entities: (_parent, { representations }, ctx) => {
      if (representations.length > MAX_PAGE)
        throw badInput(`at most ${MAX_PAGE} representations`, representations.length);
      return representations.map((one) => represented(ctx, one));
    },
    _service: () => ({ sdl: subgraphSdl() }),
  },
};

/**
 * The entity that a representation names, read with the others of its tick. Null for an unknown id. Throws BAD_USER_INPUT for
 * a malformed one, and where the type is not the entity's.
 */
async function represented(ctx: Context, { typeName, id }: Representation): Promise<RepresentedParent> {
  if (typeof typeName !== 'string') throw badInput('the __typename of a representation', typeName);
  if (typeof id !== 'string') throw badInput(`the id of a ${typeName}`, id);
  const found = await anyNode(ctx, id);
  if (found && typeOfNode(found) !== typeName) throw badInput(`"${id}" to be of type ${typeOfNode(found)}`, typeName);
  return found;
}

function representation(read: (name: string) => unknown): Representation {
  return { typeName: read('__typename'), id: read('id') };
}

function fieldOf(node: ObjectValueNode, name: string, variables: Variables): unknown {
  const value = node.fields.find((field) => field.name.value === name)?.value;
  return value && isScalar(value) ? valueFromASTUntyped(value, variables) : undefined;
}

type Variables = Parameters<typeof valueFromASTUntyped>[1];

function isScalar({ kind }: ValueNode): boolean {
  return kind !== Kind.LIST && kind !== Kind.OBJECT;
}
