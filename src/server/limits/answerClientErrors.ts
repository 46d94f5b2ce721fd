import type { Socket } from 'node:net';
import { failure } from '../failure.js';

const ANSWERS: ReadonlyMap<string, readonly [status: string, message: string]> = new Map([
  ['ERR_HTTP_REQUEST_TIMEOUT', ['408 Request Timeout', 'The request did not arrive in time.']],
  ['HPE_HEADER_OVERFLOW', ['431 Request Header Fields Too Large', 'Expected headers of at most 16 KiB but got more.']],
]);
const MALFORMED: readonly [string, string] = [
  '400 Bad Request',
  'Expected a request of HTTP/1.1 but got something else.',
];

/** Answers what never became a request, in the form of all errors, and hangs up. */
export function answerClientErrors(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const [status, message] = ANSWERS.get(error.code ?? '') ?? MALFORMED;
  const body = JSON.stringify(failure(message, 'BAD_REQUEST'));
  const head = [
    `HTTP/1.1 ${status}`,
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy());
}
