import type { preHandlerHookHandler } from 'fastify';
import { refuse } from '../failure.js';
import { hasHungUp, onOver } from '../onOver.js';
import { Turns } from './Turns.js';

/** Long enough for a burst to pass, short enough that nobody waits in vain. */
const WAIT_MS = 2_000;
const RETRY_AFTER_S = 1;

export interface TakeTurnsOptions {
  /** At once. */
  readonly running: number;
  /** Besides these, for a while. */
  readonly waiting: number;
}

/**
 * Lets so many requests run at once and so many more wait; answers 503 with Retry-After to the others. A request takes its
 * turn when all of it has arrived, and gives it back with the last byte of the answer or when the client hangs up.
 */
export function takeTurns({ running, waiting }: TakeTurnsOptions): preHandlerHookHandler {
  const turns = new Turns({ running, waiting, waitMs: WAIT_MS });
  return (request, reply, done) => {
    // Nothing goes on for who hung up while a hook before this one waited.
    if (hasHungUp(request)) return;
    const end = turns.take((isItsTurn) => {
      if (isItsTurn) {
        done();
        return;
      }
      const message = `The server answers ${running} requests at once and others wait already. Ask again.`;
      reply.header('retry-after', RETRY_AFTER_S);
      refuse(reply, 503, message, 'UNAVAILABLE');
    });
    onOver(request, reply, end);
  };
}
