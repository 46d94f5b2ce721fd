/** What went wrong, in the words of the API; `server/formatError.ts` maps a kind to `extensions.code`. */
export type ErrorKind =
  | 'BAD_USER_INPUT'
  | 'NOT_FOUND'
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'READ_ONLY'
  | 'CONFLICT'
  | 'QUERY_TOO_EXPENSIVE'
  | 'TIMEOUT'
  | 'UNAVAILABLE';

/** An error whose message may be shown to whoever asked. Anything else is masked. */
export class GraphError extends Error {
  readonly kind: ErrorKind;
  /** Figures of the message for programs, beside the code. */
  readonly details: Readonly<Record<string, unknown>>;

  constructor(kind: ErrorKind, message: string, details: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.name = 'GraphError';
    this.kind = kind;
    this.details = details;
  }
}

/** `Expected maxDepth in 1..10 but got: 0.` */
export function badInput(expected: string, got: unknown): GraphError {
  return new GraphError('BAD_USER_INPUT', `Expected ${expected} but got: ${show(got)}.`);
}

/** `No company has the id "company:opnai". Did you mean "company:openai"?` */
export function notFound(what: string, id: string, suggestions: readonly string[] = []): GraphError {
  return new GraphError('NOT_FOUND', `No ${what} has the id ${show(id)}.${didYouMean(suggestions)}`);
}

/** ` Did you mean "a", "b" or "c"?`, or nothing when there is no suggestion. At most three are named. */
export function didYouMean(suggestions: readonly string[]): string {
  const quoted = suggestions.slice(0, 3).map((s) => `"${s}"`);
  const last = quoted.pop();
  if (last === undefined) return '';
  return ` Did you mean ${quoted.length > 0 ? `${quoted.join(', ')} or ${last}` : last}?`;
}

const SHOWN_LENGTH = 80;

/** Lists and objects are not shown: what a client sends can be long, and can lack a `toString`. */
function show(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  if (typeof value !== 'string') return String(value);
  return `"${value.length > SHOWN_LENGTH ? `${value.slice(0, SHOWN_LENGTH)}…` : value}"`;
}
