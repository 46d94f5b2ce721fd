import type { preHandlerHookHandler } from 'fastify';
import { GraphQLError, Lexer, Source, TokenKind } from 'graphql';
import { refuse } from '../failure.js';
import { documentsIn } from '../protocol/documentsIn.js';
import { MAX_TOKENS } from './explainTokens.js';

/** Three times the depth of selections that a document may have, so that its arguments have room. */
const MAX_NESTING = 100;

/**
 * Refuses a document nested so deep that graphql-js, which parses by recursion, could run out of stack: how deep that is
 * depends on what the compiler has optimised by then, and an answer should not.
 */
export const refuseDeepDocuments: preHandlerHookHandler = (request, reply, done) => {
  if (!documentsIn(request).some(isDeep)) {
    done();
    return;
  }
  const message = `Expected brackets nested at most ${MAX_NESTING} deep in a document but got more.`;
  refuse(reply, 400, message, 'QUERY_TOO_EXPENSIVE', { limit: { name: 'nesting', max: MAX_NESTING } });
};

/** Hardly a document has so many brackets that its tokens must be looked at. */
function isDeep(document: unknown): boolean {
  if (typeof document !== 'string' || document.split(OPENING, MAX_NESTING + 2).length <= MAX_NESTING + 1) return false;
  const lexer = new Lexer(new Source(document));
  try {
    let depth = 0;
    // After so many the parser refuses it.
    for (let tokens = 0; tokens <= MAX_TOKENS && lexer.advance().kind !== TokenKind.EOF; tokens++) {
      if (OPENS.has(lexer.token.kind)) depth++;
      else if (CLOSES.has(lexer.token.kind)) depth--;
      if (depth > MAX_NESTING) return true;
    }
  } catch (error) {
    // Here the parser stops too, and tells the client why.
    if (!(error instanceof GraphQLError)) throw error;
  }
  return false;
}

const OPENING = /[{[(]/;
const OPENS: ReadonlySet<string> = new Set([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const CLOSES: ReadonlySet<string> = new Set([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);
