import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { sayWebRules, type WebRules } from '../access/registerWebRules.js';
import { failure } from '../failure.js';
import { REQUEST_ID_HEADER } from '../observe/readRequestId.js';

const MESSAGE = 'Expected the path of a URL but got something else.';

/**
 * Answers what no route can be looked for, which no hook sees: in the form of all errors, with the headers of all replies. Then it
 * hangs up, as no deadline looks after who does not take this answer, and asks on.
 */
export function answerMalformed(web: WebRules) {
  return ({ statusCode = 400 }: FastifyError, request: FastifyRequest, reply: FastifyReply): void => {
    sayWebRules(reply, web);
    reply
      .header(REQUEST_ID_HEADER, request.id)
      .header('connection', 'close')
      .code(statusCode)
      .send(failure(MESSAGE, 'BAD_REQUEST'));
  };
}
