import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** Of a request and its reply: what the log calls it. */
export const REQUEST_ID_HEADER = 'x-request-id';

/** What fits a log line and a header whatever reads them. */
const REQUEST_ID = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$/;

/** The id that the client or a proxy gave, where it is one; else a new one. */
export function readRequestId(headers: IncomingHttpHeaders): string {
  const given = headers[REQUEST_ID_HEADER];
  return typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();
}
