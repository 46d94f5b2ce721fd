import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionNode,
  type SelectionSetNode,
  TypeMetaFieldDef,
} from 'graphql';
import { isAsked, type Known, type Variables } from './argumentValues.js';
import { introspectionSize, type Reach, reachBelow } from './introspectionSizes.js';
import { priceField, saturate } from './priceField.js';

/** What a selection costs: once, and besides for each item of the page that the field around it gives. */
interface Price {
  readonly once: number;
  readonly each: number;
}

/** Prices that were worked out for the same variables. */
type Memo = Map<Priced, Price>;

/** A selection set, or one selection of it. A price that no variable changes is worked out once. */
interface Priced {
  /** The name that a field has in the answer; null for what only holds others. */
  readonly name: string | null;
  readonly parts: readonly Priced[];
  /** Of a field: without what lies below it. */
  readonly own: Known<number>;
  /** Null where it depends on variables. */
  readonly fixed: Price | null;
  readonly work: (variables: Variables, memo: Memo) => Price;
}

/** The field that costs most, as a path in the answer, and what it costs. */
export interface Dearest {
  readonly path: string;
  readonly cost: number;
}

const FREE: Price = { once: 0, each: 0 };
const NOTHING: Known<number> = { value: 0 };

/**
 * What an operation costs at most, before it is executed: 1 for each field of each object, times the sizes of the lists
 * around it, plus the weights of what takes long. Every selection is compiled once, fragments included, so that making one
 * is linear in the document, and so is asking it; what depends on no variable was added up before. For valid documents.
 */
export class CostPlan {
  readonly #schema: GraphQLSchema;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #compiled = new Map<string, Priced>();
  readonly #root: Priced;

  constructor(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode) {
    this.#schema = schema;
    this.#fragments = new Map(
      document.definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one]] : [])),
    );
    this.#root = this.#selections(operation.selectionSet, schema.getRootType(operation.operation) ?? undefined, 'ONE');
  }

  /** Whether it costs the same whatever the variables are. */
  get isFixed(): boolean {
    return this.#root.fixed !== null;
  }

  /** At most 2^53 - 1. `variables`: coerced. */
  cost(variables: Variables): number {
    return priceOf(this.#root, variables, new Map()).once;
  }

  /** The field that costs most: of the root fields the dearest, of what lies below it the dearest and so on, as long as that is most of it. */
  dearest(variables: Variables): Dearest {
    const memo: Memo = new Map();
    const total = (part: Priced) => {
      const { once, each } = priceOf(part, variables, memo);
      return saturate(once + each);
    };
    const path: string[] = [];
    let cost = 0;
    let level = fieldsOf([this.#root]);
    while (level.length > 0) {
      const best = level.reduce((a, b) => (total(b) > total(a) ? b : a));
      const around = level.reduce((sum, part) => sum + total(part), 0);
      if (path.length > 0 && total(best) * 2 < around) break;
      if (path.length === 0) cost = total(best);
      path.push(best.name ?? '');
      const isDearItself = given(best.own, variables) * 2 > total(best);
      level = isDearItself ? [] : fieldsOf(best.parts);
    }
    return { path: path.join('.'), cost };
  }

  #selections(set: SelectionSetNode, type: GraphQLCompositeType | undefined, reach: Reach): Priced {
    return sumOf(set.selections.map((selection) => this.#selection(selection, type, reach)));
  }

  #selection(selection: SelectionNode, type: GraphQLCompositeType | undefined, reach: Reach): Priced {
    return onlyIf(isAsked(selection), this.#whole(selection, type, reach));
  }

  #whole(selection: SelectionNode, type: GraphQLCompositeType | undefined, reach: Reach): Priced {
    if (selection.kind === Kind.FIELD) return this.#field(selection, type, reach);
    if (selection.kind === Kind.FRAGMENT_SPREAD) return this.#fragment(selection.name.value, reach);
    const { typeCondition, selectionSet } = selection;
    return this.#selections(selectionSet, typeCondition ? this.#composite(typeCondition.name.value) : type, reach);
  }

  /** Twice at most: once for each reach. */
  #fragment(name: string, reach: Reach): Priced {
    const key = `${reach} ${name}`;
    const known = this.#compiled.get(key);
    if (known) return known;
    const fragment = this.#fragments.get(name);
    // A document that spreads a fragment in itself is not valid.
    this.#compiled.set(key, sumOf([]));
    const priced = fragment
      ? this.#selections(fragment.selectionSet, this.#composite(fragment.typeCondition.name.value), reach)
      : sumOf([]);
    this.#compiled.set(key, priced);
    return priced;
  }

  #field(node: FieldNode, type: GraphQLCompositeType | undefined, reach: Reach): Priced {
    const name = node.alias?.value ?? node.name.value;
    const field = this.#definition(type, node.name.value);
    // `__typename`, which costs what a plain field costs.
    if (field === undefined) return priced({ name, parts: [], own: { value: 1 }, fixed: { once: 1, each: 0 } });
    const isIntrospection = type !== undefined && isIntrospectionType(type);
    const size = isIntrospection ? introspectionSize(this.#schema, type.name, field.name, reach) : undefined;
    const { own, times, page } = priceField(field, node, size);
    const below = getNamedType(field.type);
    const inner = isIntrospection ? reachBelow(type.name, field.name, reach) : 'ONE';
    const parts =
      node.selectionSet && isCompositeType(below) ? this.#selections(node.selectionSet, below, inner) : sumOf([]);
    const work = (variables: Variables, memo: Memo): Price => {
      const { once, each } = priceOf(parts, variables, memo);
      const inside = saturate(once + saturate(each * (page ? given(page, variables) : 1)));
      const self = given(own, variables);
      if (times === 'PAGE') return { once: self, each: inside };
      return { once: saturate(self + saturate(inside * (times === 'ONCE' ? 1 : given(times, variables)))), each: 0 };
    };
    const isFixed =
      parts.fixed !== null &&
      [own, page ?? own, typeof times === 'string' ? own : times].every((one) => 'value' in one);
    return priced({ name, parts: [parts], own, fixed: isFixed ? work({}, new Map()) : null, work });
  }

  #composite(name: string): GraphQLCompositeType | undefined {
    const type = this.#schema.getType(name);
    return isCompositeType(type) ? type : undefined;
  }

  #definition(type: GraphQLCompositeType | undefined, name: string): GraphQLField<unknown, unknown> | undefined {
    if (type === this.#schema.getQueryType()) {
      if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
      if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
    }
    return isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
  }
}

function priced(part: Partial<Priced>): Priced {
  return { name: null, parts: [], own: NOTHING, fixed: null, work: () => FREE, ...part };
}

/** Fragments are shared, so that each is asked once. */
function sumOf(parts: readonly Priced[]): Priced {
  let once = 0;
  let each = 0;
  const open: Priced[] = [];
  for (const part of parts) {
    if (part.fixed) {
      once = saturate(once + part.fixed.once);
      each = saturate(each + part.fixed.each);
    } else open.push(part);
  }
  if (open.length === 0) return priced({ parts, fixed: { once, each } });
  const add = (sum: Price, more: Price) => ({
    once: saturate(sum.once + more.once),
    each: saturate(sum.each + more.each),
  });
  const work: Priced['work'] = (variables, memo) =>
    open.reduce((sum, part) => add(sum, priceOf(part, variables, memo)), { once, each });
  return priced({ parts, work });
}

function onlyIf(condition: Known<boolean>, part: Priced): Priced {
  if ('value' in condition) return condition.value ? part : sumOf([]);
  const work: Priced['work'] = (variables, memo) => (condition.of(variables) ? priceOf(part, variables, memo) : FREE);
  return priced({ parts: [part], work });
}

function priceOf(part: Priced, variables: Variables, memo: Memo): Price {
  if (part.fixed) return part.fixed;
  const before = memo.get(part);
  if (before) return before;
  const price = part.work(variables, memo);
  memo.set(part, price);
  return price;
}

function given<T>(value: Known<T>, variables: Variables): T {
  return 'value' in value ? value.value : value.of(variables);
}

/** Without what only holds others; each fragment once. */
function fieldsOf(parts: readonly Priced[]): Priced[] {
  const seen = new Set<Priced>();
  const fields: Priced[] = [];
  const stack = [...parts];
  for (let part = stack.pop(); part !== undefined; part = stack.pop()) {
    if (seen.has(part)) continue;
    seen.add(part);
    if (part.name === null) stack.push(...part.parts);
    else fields.push(part);
  }
  return fields.reverse();
}
