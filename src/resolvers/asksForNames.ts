import { type FieldNode, type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql';

/** The fields of an entity that are answered by its id, kind and name, and by what others say about it. */
const BY_NAME: ReadonlySet<string> = new Set([
  '__typename',
  'id',
  'kind',
  'name',
  'dependencies',
  'dependents',
  'facts',
  'factCount',
  'timeline',
]);

/** What was found out about a field of a document, which is asked for every node of an answer, and again with every request. */
const found = new WeakMap<FieldNode, boolean>();

/**
 * Whether a field that gives entities is asked for nothing of them but {@link BY_NAME}. What a directive may leave out
 * counts as asked for.
 */
export function asksForNames({ fieldNodes, fragments }: Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>): boolean {
  return fieldNodes.every((node) => {
    let isSo = found.get(node);
    if (isSo === undefined) {
      isSo = node.selectionSet !== undefined && isByName(node.selectionSet, fragments, new Set());
      found.set(node, isSo);
    }
    return isSo;
  });
}

/** `seen`: fragments that were looked at, each of them once. */
function isByName(
  { selections }: SelectionSetNode,
  fragments: GraphQLResolveInfo['fragments'],
  seen: Set<string>,
): boolean {
  return selections.every((selection) => {
    if (selection.kind === Kind.FIELD) return BY_NAME.has(selection.name.value);
    if (selection.kind === Kind.INLINE_FRAGMENT) return isByName(selection.selectionSet, fragments, seen);
    const { value } = selection.name;
    if (seen.has(value)) return true;
    seen.add(value);
    const fragment = fragments[value];
    return fragment !== undefined && isByName(fragment.selectionSet, fragments, seen);
  });
}
