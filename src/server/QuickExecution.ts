import {
  defaultFieldResolver,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLAbstractType,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getArgumentValues,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type OperationDefinitionNode,
} from 'graphql';
import { collectFields, collectSubfields } from 'graphql/execution/collectFields.js';

/** Something that only graphql-js itself can answer, or that it must explain. */
export class NotQuick extends Error {}

/** What is executed: a query, its fragments by name, and its variables as the schema types them. */
export interface QuickRequest {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: unknown;
}

type Fields = ReadonlyMap<string, readonly FieldNode[]>;
/** Makes of what a resolver gave what the answer holds; null for null. Throws for what the type does not allow. */
type Complete = (value: unknown) => unknown;
type Answered = Record<string, unknown>;

/** A field of a selection, with everything that is the same for each object that it is asked of. */
interface PlannedField {
  readonly name: string;
  readonly property: string;
  /** Null where it is a property of the object. */
  readonly resolve: GraphQLFieldResolver<unknown, unknown> | null;
  readonly args: Record<string, unknown>;
  readonly info: GraphQLResolveInfo;
  readonly complete: Complete;
}

/** The fields that are asked of one object type at one place of the query. */
interface Plan {
  readonly fields: readonly PlannedField[];
  /** An alias can be `__proto__`, which on a plain object would set its prototype. */
  readonly hasProto: boolean;
}

/**
 * Executes a query as graphql-js does as long as nothing goes wrong: equal data, resolvers called in the same order. What
 * graphql-js works out for every object of a list (arguments, resolve info, the path, which kind of type it is) is worked
 * out once for each field of the query, and answers are plain objects, which are written as JSON faster. It knows no field
 * errors: the first one rejects, and graphql-js is to be asked instead. For one use.
 */
export class QuickExecution {
  readonly #request: QuickRequest;
  #waitingFor = 0;
  #isOver = false;
  #finish: () => void = () => {};
  #fail: (reason: unknown) => void = () => {};

  constructor(request: QuickRequest) {
    this.#request = request;
  }

  /** The answer's `data`. Rejects with what a resolver threw, and with {@link NotQuick}. */
  async run(): Promise<Answered> {
    const { schema, operation, fragments, variables } = this.#request;
    const type = schema.getQueryType();
    if (!type) throw new NotQuick();
    const fields = collectFields(schema, fragments, variables, type, operation.selectionSet);
    let data: Answered;
    try {
      data = this.#object(this.#planOf(type, fields), undefined);
    } catch (error) {
      // What is under way comes to its end unheard.
      this.#isOver = true;
      throw error;
    }
    if (this.#waitingFor > 0) {
      await new Promise<void>((resolve, reject) => {
        this.#finish = resolve;
        this.#fail = reject;
      });
    }
    return data;
  }

  #planOf(parentType: GraphQLObjectType, fields: Fields): Plan {
    if (parentType.isTypeOf) throw new NotQuick();
    return {
      fields: [...fields].map(([name, nodes]) => this.#plannedField(parentType, name, nodes)),
      hasProto: fields.has('__proto__'),
    };
  }

  #plannedField(parentType: GraphQLObjectType, name: string, nodes: readonly FieldNode[]): PlannedField {
    const [node] = nodes;
    if (node === undefined) throw new NotQuick();
    const property = node.name.value;
    const field = parentType.getFields()[property];
    const info = new QuickInfo(this.#request, parentType, nodes, property, field?.type ?? parentType);
    if (property === '__typename') {
      return { name, property, resolve: () => parentType.name, args: {}, info, complete: (value) => value };
    }
    // The schema's own fields, which nobody asks for twice.
    if (field === undefined) throw new NotQuick();
    const { resolve = defaultFieldResolver } = field;
    return {
      name,
      property,
      resolve: resolve === defaultFieldResolver ? null : resolve,
      args: getArgumentValues(field, node, this.#request.variables),
      info,
      complete: this.#completeOf(field.type, nodes, info),
    };
  }

  #completeOf(type: GraphQLOutputType, nodes: readonly FieldNode[], info: GraphQLResolveInfo): Complete {
    if (isNonNullType(type)) return required(this.#completeOf(type.ofType, nodes, info));
    if (isListType(type)) return this.#listOf(this.#completeOf(type.ofType, nodes, info));
    if (isLeafType(type)) return (value) => (isNull(value) ? null : present(type.serialize(noError(value))));
    const plans = new Map<GraphQLObjectType, Plan>();
    const planOf = (object: GraphQLObjectType): Plan => {
      let plan = plans.get(object);
      if (plan === undefined) {
        const { schema, fragments, variables } = this.#request;
        plan = this.#planOf(object, collectSubfields(schema, fragments, variables, object, nodes));
        plans.set(object, plan);
      }
      return plan;
    };
    if (isAbstractType(type)) return this.#anyOf(type, info, planOf);
    return (value) => (isNull(value) ? null : this.#object(planOf(type), noError(value)));
  }

  #anyOf(type: GraphQLAbstractType, info: GraphQLResolveInfo, planOf: (object: GraphQLObjectType) => Plan): Complete {
    const { resolveType } = type;
    if (!resolveType) throw new NotQuick();
    const { context } = this.#request;
    const plans = new Map<unknown, Plan>();
    return (value) => {
      if (isNull(value)) return null;
      const name: unknown = resolveType(noError(value), context, info, type);
      let plan = plans.get(name);
      if (plan === undefined) {
        plan = planOf(this.#objectType(type, name));
        plans.set(name, plan);
      }
      return this.#object(plan, value);
    };
  }

  #objectType(abstract: GraphQLAbstractType, name: unknown): GraphQLObjectType {
    const { schema } = this.#request;
    const type = typeof name === 'string' ? schema.getType(name) : undefined;
    if (!isObjectType(type) || !schema.isSubType(abstract, type)) throw new NotQuick();
    return type;
  }

  #listOf(complete: Complete): Complete {
    return (value) => {
      if (isNull(value)) return null;
      if (!Array.isArray(value)) throw new NotQuick();
      const list: unknown[] = [];
      for (let i = 0; i < value.length; i++) {
        const item: unknown = value[i];
        if (isPromise(item)) {
          list.push(null);
          this.#later(item, (arrived) => {
            list[i] = complete(arrived);
          });
        } else list.push(complete(item));
      }
      return list;
    };
  }

  #object({ fields, hasProto }: Plan, source: unknown): Answered {
    const { context } = this.#request;
    const answered: Answered = hasProto ? Object.create(null) : {};
    for (const { name, property, resolve, args, info, complete } of fields) {
      const value = resolve ? resolve(source, args, context, info) : propertyOf(source, property, args, context, info);
      if (isPromise(value)) {
        // Holds its place among the others.
        answered[name] = null;
        this.#later(value, (arrived) => {
          answered[name] = complete(arrived);
        });
      } else answered[name] = complete(value);
    }
    return answered;
  }

  #later(value: PromiseLike<unknown>, put: (arrived: unknown) => void): void {
    this.#waitingFor++;
    value.then(
      (arrived) => {
        if (this.#isOver) return;
        try {
          put(arrived);
        } catch (error) {
          this.#stop(error);
        }
        this.#waitingFor--;
        if (this.#waitingFor === 0) this.#finish();
      },
      (error: unknown) => this.#stop(error),
    );
  }

  /** What is still under way comes to its end unheard. */
  #stop(reason: unknown): void {
    this.#isOver = true;
    this.#fail(reason);
  }
}

/** What resolvers may ask about their field. One for all objects, so it can't tell the path. */
class QuickInfo implements GraphQLResolveInfo {
  readonly rootValue: unknown = undefined;

  constructor(
    private readonly request: QuickRequest,
    readonly parentType: GraphQLObjectType,
    readonly fieldNodes: readonly FieldNode[],
    readonly fieldName: string,
    readonly returnType: GraphQLOutputType,
  ) {}

  get schema() {
    return this.request.schema;
  }

  get fragments() {
    return this.request.fragments;
  }

  get operation() {
    return this.request.operation;
  }

  get variableValues() {
    return this.request.variables;
  }

  get path(): never {
    throw new NotQuick();
  }
}

function propertyOf(
  source: unknown,
  property: string,
  args: Record<string, unknown>,
  context: unknown,
  info: GraphQLResolveInfo,
): unknown {
  if (!isObject(source)) return undefined;
  const value = source[property];
  return typeof value === 'function' ? value.call(source, args, context, info) : value;
}

function required(complete: Complete): Complete {
  return (value) => present(complete(value));
}

function present(value: unknown): unknown {
  if (isNull(value)) throw new NotQuick();
  return value;
}

function noError(value: unknown): unknown {
  if (value instanceof Error) throw value;
  return value;
}

function isNull(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isPromise(value: unknown): value is PromiseLike<unknown> {
  return isObject(value) && typeof value.then === 'function';
}
