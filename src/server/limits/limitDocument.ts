import { GraphQLError, type ValidationRule } from 'graphql';
import { GraphError } from '../../model/errors.js';
import { type DocumentSize, measureDocument } from './measureDocument.js';

/** Several times what the largest query of a client that a person wrote has. */
export const DOCUMENT_LIMITS: DocumentSize = {
  fields: 1_000,
  aliases: 100,
  directives: 50,
  fragments: 50,
  variables: 100,
  repeats: 50,
  rootFields: 50,
  depth: 30,
  selections: 10_000,
};

/** How the figures are called in a message. */
const WORDS: Readonly<Record<keyof DocumentSize, string>> = {
  fields: 'fields',
  aliases: 'aliases',
  directives: 'directives',
  fragments: 'fragments',
  variables: 'variables',
  repeats: 'repeated fields',
  rootFields: 'root fields',
  depth: 'levels of selections',
  selections: 'selections, counting fragments wherever they are spread,',
};

/**
 * Refuses what is larger than a limit before any other rule looks at it: comparing the fields of a document with one
 * another takes graphql-js quadratic time. Apollo runs it first only as long as its own `maxRecursiveSelections` is off, whose work it does.
 */
export const limitDocument: ValidationRule = (context) => ({
  // Every rule sees the document before one of them sees a part of it, and a node that is removed is not walked into.
  Document: (document) => {
    const size = measureDocument(document);
    const over = NAMES.filter((name) => size[name] > DOCUMENT_LIMITS[name]);
    if (over.length === 0) return undefined;
    for (const name of over) context.reportError(tooMuch(name, size[name]));
    return null;
  },
});

const NAMES = [
  'fields',
  'aliases',
  'directives',
  'fragments',
  'variables',
  'repeats',
  'rootFields',
  'depth',
  'selections',
] as const;

function tooMuch(name: keyof DocumentSize, got: number): GraphQLError {
  const max = DOCUMENT_LIMITS[name];
  const message = `Expected at most ${max} ${WORDS[name]} in a document but got: ${got}.`;
  const originalError = new GraphError('QUERY_TOO_EXPENSIVE', message, { limit: { name, max, got } });
  return new GraphQLError(message, { originalError });
}
