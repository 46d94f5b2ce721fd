import type { onRequestHookHandler } from 'fastify';
import { refuse } from '../failure.js';

/** Refuses a Host of which no URL can be made, as Apollo's integration does of every request: it would answer 500. */
export function refuseHost(): onRequestHookHandler {
  let lastGood: string | undefined;
  return ({ hostname, protocol }, reply, done) => {
    if (hostname !== lastGood && !URL.canParse(`${protocol}://${hostname}/`)) {
      refuse(reply, 400, 'Expected the header Host to be a name or an address but got something else.', 'BAD_REQUEST');
      return;
    }
    lastGood = hostname;
    done();
  };
}
