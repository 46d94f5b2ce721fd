import { type DocumentNode, Kind, type SelectionSetNode } from 'graphql';

/** The figures of a document that are limited. */
export interface DocumentSize {
  /** Fields, wherever they stand. */
  readonly fields: number;
  readonly aliases: number;
  readonly directives: number;
  /** Named fragments. */
  readonly fragments: number;
  /** Variables that operations define. */
  readonly variables: number;
  /** Fields that stand once more in a selection set that has one of the same name in the answer. */
  readonly repeats: number;
  /** Fields of the root, those of its fragments included, in the operation that has most. */
  readonly rootFields: number;
  /** Selection sets in one another, those of fragments included. */
  readonly depth: number;
  /** Fields, spreads and inline fragments of the operation that has most, with each fragment counted wherever it is spread. */
  readonly selections: number;
}

/** What one operation or fragment has by itself. */
interface Definition {
  readonly depth: number;
  readonly rootFields: number;
  readonly selections: number;
  /** How deep fragments are spread, how often, and how often at the root. */
  readonly spreads: ReadonlyMap<string, Spread>;
}

interface Spread {
  readonly depth: number;
  readonly times: number;
  readonly atRoot: number;
}

/** Beyond this an exact figure tells nobody more. */
const MOST = 1e9;

/** Counts a document that is parsed and not yet validated: linear in it, whatever its fragments spread. */
export function measureDocument({ definitions }: DocumentNode): DocumentSize {
  const totals = { fields: 0, aliases: 0, directives: 0, fragments: 0, variables: 0, repeats: 0 };
  const fragments = new Map<string, Definition>();
  const operations: Definition[] = [];
  for (const definition of definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) {
      totals.directives += definition.directives?.length ?? 0;
      totals.variables += definition.variableDefinitions?.length ?? 0;
      for (const { directives } of definition.variableDefinitions ?? []) totals.directives += directives?.length ?? 0;
      operations.push(measure(definition.selectionSet, totals));
    } else if (definition.kind === Kind.FRAGMENT_DEFINITION) {
      totals.fragments++;
      totals.directives += definition.directives?.length ?? 0;
      fragments.set(definition.name.value, measure(definition.selectionSet, totals));
    }
  }
  const whole = wholeOf(fragments);
  const wholes = operations.map(whole);
  return {
    ...totals,
    rootFields: Math.max(0, ...wholes.map(({ rootFields }) => rootFields)),
    selections: Math.max(0, ...wholes.map(({ selections }) => selections)),
    // Also where a fragment is spread nowhere: validation walks it all the same.
    depth: Math.max(0, ...wholes.map(({ depth }) => depth), ...[...fragments.values()].map(({ depth }) => depth)),
  };
}

type Totals = { -readonly [K in 'fields' | 'aliases' | 'directives' | 'repeats']: number };

/** Without recursion: a document may be nested deeper than the stack. */
function measure(root: SelectionSetNode, totals: Totals): Definition {
  const spreads = new Map<string, Spread>();
  let deepest = 0;
  let rootFields = 0;
  let selections = 0;
  const stack = [{ set: root, depth: 1, atRoot: true }];
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    const { set, depth, atRoot } = at;
    deepest = Math.max(deepest, depth);
    selections += set.selections.length;
    const names = new Set<string>();
    for (const node of set.selections) {
      totals.directives += node.directives?.length ?? 0;
      if (node.kind === Kind.FRAGMENT_SPREAD) {
        const before = spreads.get(node.name.value);
        spreads.set(node.name.value, {
          depth: Math.max(depth, before?.depth ?? 0),
          times: (before?.times ?? 0) + 1,
          atRoot: (before?.atRoot ?? 0) + Number(atRoot),
        });
        continue;
      }
      if (node.kind === Kind.FIELD) {
        const name = node.alias?.value ?? node.name.value;
        totals.fields++;
        totals.aliases += Number(node.alias !== undefined);
        totals.repeats += Number(names.has(name));
        names.add(name);
        rootFields += Number(atRoot);
      }
      const isInline = node.kind === Kind.INLINE_FRAGMENT;
      if (node.selectionSet) stack.push({ set: node.selectionSet, depth: depth + 1, atRoot: atRoot && isInline });
    }
  }
  return { depth: deepest, rootFields, selections, spreads };
}

/** Definitions together with the fragments that they spread; each fragment is worked out once. */
function wholeOf(fragments: ReadonlyMap<string, Definition>) {
  const done = new Map<string, Definition>();
  const whole = (definition: Definition): Definition => {
    let { depth, rootFields, selections } = definition;
    for (const [name, spread] of definition.spreads) {
      const fragment = fragmentOf(name);
      if (!fragment) continue;
      depth = Math.max(depth, spread.depth + fragment.depth);
      rootFields = Math.min(MOST, rootFields + spread.atRoot * fragment.rootFields);
      selections = Math.min(MOST, selections + spread.times * fragment.selections);
    }
    return { ...definition, depth, rootFields, selections };
  };
  const fragmentOf = (name: string): Definition | undefined => {
    const before = done.get(name);
    const fragment = fragments.get(name);
    if (before || !fragment) return before;
    // One that spreads itself is refused by validation; here it must only come to an end.
    done.set(name, fragment);
    const result = whole(fragment);
    done.set(name, result);
    return result;
  };
  return whole;
}
