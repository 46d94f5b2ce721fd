import type { IncomingHttpHeaders } from 'node:http';

/** By this header a page of another site can't send a request without asking first; Apollo wants one such of every GET. */
const PREFLIGHT_HEADER = 'apollo-require-preflight';

/**
 * Lets a plain GET through where a page of another site gains nothing by sending it: it carries no cookie and no
 * authorization, so it is answered as to anyone, CORS hides the answer, and a GET never writes.
 */
export function skipPreflight(headers: IncomingHttpHeaders): void {
  if (headers.cookie === undefined && headers.authorization === undefined) headers[PREFLIGHT_HEADER] ??= 'not needed';
}
