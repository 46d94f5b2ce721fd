import type { GraphQLFormattedError } from 'graphql';

/** More than any sensible query has; a longer text is refused while it is parsed. */
export const MAX_TOKENS = 10_000;

const PARSER_WORDS = /more that? \d+ tokens/;

/** The parser's own error in the words of the other limits; null for what it is not about. */
export function explainTokens({ message, ...rest }: GraphQLFormattedError): GraphQLFormattedError | null {
  if (!PARSER_WORDS.test(message)) return null;
  return {
    ...rest,
    message: `Expected at most ${MAX_TOKENS} tokens in a document but got more.`,
    extensions: { code: 'QUERY_TOO_EXPENSIVE', limit: { name: 'tokens', max: MAX_TOKENS } },
  };
}
