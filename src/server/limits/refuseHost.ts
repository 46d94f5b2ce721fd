import type { onRequestHookHandler } from 'fastify';
import { refuse } from '../failure.js';

const MESSAGE =
  'Expected the header Host to be a name or an address, and X-Forwarded-Proto to be a protocol, but got something else.';

/** Refuses headers of which no URL can be made, as Apollo's integration does of every request: it would answer 500. */
export const refuseHost: onRequestHookHandler = ({ url, hostname, protocol }, reply, done) => {
  if (URL.canParse(url, `${protocol}://${hostname}/`)) done();
  else refuse(reply, 400, MESSAGE, 'BAD_REQUEST');
};
