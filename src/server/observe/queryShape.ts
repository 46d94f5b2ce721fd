import { type DocumentNode, Kind, print, visit } from 'graphql';

/** What of a shape is shown at most, in characters. */
const MAX_LENGTH = 2_000;
const WHITESPACE = /\s+/g;

/**
 * A query without what its client put in: literals are emptied, aliases left out, so that queries of the same form have the
 * same shape and nothing secret is shown. At most 2,000 characters. Linear in the document.
 */
export function queryShape(document: DocumentNode): string {
  const bare = visit(document, {
    IntValue: () => ({ kind: Kind.INT, value: '0' }),
    FloatValue: () => ({ kind: Kind.FLOAT, value: '0' }),
    StringValue: () => ({ kind: Kind.STRING, value: '' }),
    ListValue: () => ({ kind: Kind.LIST, values: [] }),
    ObjectValue: () => ({ kind: Kind.OBJECT, fields: [] }),
    Field: (node) => ({ ...node, alias: undefined }),
  });
  const text = print(bare).replace(WHITESPACE, ' ');
  return text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}…` : text;
}
