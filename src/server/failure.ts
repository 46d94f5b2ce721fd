/** The body of a reply that no query has a part in, in the form of all errors. */
export function failure(message: string, code: string, details: Readonly<Record<string, unknown>> = {}): object {
  return { errors: [{ message, extensions: { code, ...details } }] };
}
