import type { preHandlerHookHandler } from 'fastify';
import { hasHungUp } from '../onOver.js';

/** Of one turn of the event loop, for requests that came in it. */
const SLICE_MS = 5;

/**
 * Lets timers, health checks and whoever waits elsewhere have their turn while many requests come at once. A turn of the event
 * loop takes all that has arrived, and what is answered from memory pauses nowhere: 64 requests of 2 ms each would be one turn
 * of 128 ms. So what comes after the first 5 ms of a turn goes on in later ones, in the order in which it came: in each as
 * many as would have fitted into the turn before. Those of a turn still read together what they read from a database.
 */
export function shareLoop(): preHandlerHookHandler {
  const waiting: (() => void)[] = [];
  let began: number | null = null;
  let gone = 0;
  const turn = () => {
    const now = performance.now();
    const fitting = began === null ? 1 : Math.floor((gone * SLICE_MS) / (now - began));
    const next = waiting.splice(0, Math.max(1, Math.min(fitting, waiting.length)));
    began = next.length === 0 ? null : now;
    gone = next.length;
    if (began === null) return;
    setImmediate(turn);
    for (const go of next) go();
  };
  return (request, _reply, done) => {
    if (began === null) {
      began = performance.now();
      gone = 0;
      setImmediate(turn);
    }
    if (waiting.length === 0 && performance.now() - began < SLICE_MS) {
      gone++;
      done();
      return;
    }
    // Who has hung up meanwhile needs no answer.
    waiting.push(() => hasHungUp(request) || done());
  };
}
