import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError, Kind } from 'graphql';
import { GraphError } from '../model/errors.js';
import { explainTokens } from './limits/explainTokens.js';
import { explainHash } from './persisted/explainHash.js';

const MASKED = 'Internal server error.';
const INTERNAL = 'INTERNAL_SERVER_ERROR';

/**
 * The one place where an error becomes its wire form: a GraphError's kind becomes `extensions.code`, Apollo's own codes
 * stay, and everything else is masked and handed to `report` whole, with the error that GraphQL made of it.
 */
export function createErrorFormatter(
  report: (cause: unknown, error: unknown) => void,
): (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError {
  return (formatted, error) => {
    const cause = causeOf(error);
    if (cause instanceof GraphError) return withCode(formatted, cause.kind, cause.details);
    const code = formatted.extensions?.code;
    if (code === 'GRAPHQL_PARSE_FAILED') return explainTokens(formatted) ?? withCode(formatted, code);
    if (typeof code === 'string' && code !== INTERNAL) return withCode(formatted, code);
    const aboutHash = explainHash(formatted);
    if (aboutHash) return aboutHash;
    if (isAboutRequest(error)) return withCode(formatted, 'BAD_USER_INPUT');
    report(cause, error);
    return withCode({ ...formatted, message: MASKED }, INTERNAL);
  };
}

/** What a resolver or a scalar threw, inside the GraphQLErrors that graphql-js and Apollo put around it. */
function causeOf(error: unknown): unknown {
  const inner = unwrapResolverError(error);
  if (inner instanceof GraphQLError && inner.originalError instanceof Error) return causeOf(inner.originalError);
  return inner;
}

/**
 * Whether graphql-js itself refuses what the client sent: an operation that the schema lacks, an argument's value. It says
 * so without an error behind its own; within a field only what it says about the field's result is not the client's.
 */
function isAboutRequest(error: unknown): boolean {
  if (!(error instanceof GraphQLError)) return false;
  if (error.originalError instanceof GraphQLError) return isAboutRequest(error.originalError);
  if (error.originalError !== undefined) return false;
  const places = error.nodes ?? [];
  return places.length > 0 && !places.some((node) => node.kind === Kind.FIELD);
}

/** Only message, place, code and our own details travel; other extensions might carry what is not the client's. */
function withCode(
  { message, locations, path }: GraphQLFormattedError,
  code: string,
  details: Readonly<Record<string, unknown>> = {},
): GraphQLFormattedError {
  return {
    message,
    ...(locations === undefined ? {} : { locations }),
    ...(path === undefined ? {} : { path }),
    extensions: { code, ...details },
  };
}
