import type { GraphQLFormattedError } from 'graphql';

/** What Apollo says without a code, in the words of the other refusals. */
const MESSAGES: ReadonlyMap<string, string> = new Map([
  ['provided sha does not match query', 'Expected sha256Hash to be the SHA-256 of the query but got another.'],
  ['Unsupported persisted query version', 'Expected version 1 of persisted queries but got another.'],
]);

/** Null for what is not about a persisted query. */
export function explainHash({ message }: GraphQLFormattedError): GraphQLFormattedError | null {
  const explained = MESSAGES.get(message);
  return explained === undefined ? null : { message: explained, extensions: { code: 'BAD_REQUEST' } };
}
