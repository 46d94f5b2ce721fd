import type { preHandlerHookHandler } from 'fastify';
import { hasHungUp } from '../onOver.js';

/** Of one turn of the event loop, for requests that came in it. */
const SLICE_MS = 10;

/**
 * Lets timers, health checks and whoever waits elsewhere have their turn while many requests come at once. A turn of the event
 * loop takes all that has arrived, and what is answered from memory pauses nowhere: 64 requests of 2 ms each would be one turn
 * of 128 ms. So what comes after the first 10 ms of a turn goes on in later ones, in the order in which it came, one in each.
 */
export function shareLoop(): preHandlerHookHandler {
  const waiting: (() => void)[] = [];
  let began: number | null = null;
  const turn = () => {
    const next = waiting.shift();
    began = next === undefined ? null : performance.now();
    if (next === undefined) return;
    setImmediate(turn);
    next();
  };
  return (request, _reply, done) => {
    if (began === null) {
      began = performance.now();
      setImmediate(turn);
    }
    if (waiting.length === 0 && performance.now() - began < SLICE_MS) done();
    // Who has hung up meanwhile needs no answer.
    else waiting.push(() => hasHungUp(request) || done());
  };
}
