import type { FastifyReply } from 'fastify';
import { noteOf } from './observe/observeRequests.js';

/** The body of a reply that no query has a part in, in the form of all errors. */
export function failure(message: string, code: string, details: Readonly<Record<string, unknown>> = {}): object {
  return { errors: [{ message, extensions: { code, ...details } }] };
}

/** Answers so, and notes the code for the log and the metrics. */
export function refuse(
  reply: FastifyReply,
  status: number,
  message: string,
  code: string,
  details: Readonly<Record<string, unknown>> = {},
): void {
  noteOf(reply.request).code = code;
  reply.code(status).send(failure(message, code, details));
}
