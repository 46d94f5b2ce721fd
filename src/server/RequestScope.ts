import { setMaxListeners } from 'node:events';
import { FROM_NOBODY, type Origin } from '../model/caller.js';
import { GraphError } from '../model/errors.js';
import { RequestNote } from './observe/RequestNote.js';
import type { Demands } from './readDemands.js';

/** What one request demands besides its question, and when it is over: at its deadline, or when the client hangs up. */
export class RequestScope implements Demands {
  readonly bookmarks: readonly string[];
  readonly revisionAtLeast: number | null;
  readonly origin: Origin;
  /** For the log and the metrics. */
  readonly note: RequestNote;
  readonly #endsAt: number;
  readonly #deadline: NodeJS.Timeout | undefined;
  readonly #timeoutMs: number;
  readonly #waiting = new Set<(reason: GraphError) => void>();
  #isClosed = false;
  #whenOver: () => void = () => {};
  #over: AbortController | undefined;
  #reason: GraphError | undefined;

  /** Begins now; `timeoutMs` Infinity for a question asked in process, which takes as long as it takes. */
  constructor(demands: Demands, origin: Origin, timeoutMs: number, note = new RequestNote('')) {
    this.bookmarks = demands.bookmarks;
    this.revisionAtLeast = demands.revisionAtLeast;
    this.origin = origin;
    this.note = note;
    this.#timeoutMs = timeoutMs;
    this.#endsAt = performance.now() + timeoutMs;
    if (timeoutMs < Number.POSITIVE_INFINITY) this.#deadline = setTimeout(() => this.#timeOut(), timeoutMs);
  }

  /** Aborted when the request is over before its answer; the reason is a GraphError of kind TIMEOUT. */
  get signal(): AbortSignal {
    if (!this.#over) {
      // Made for whoever asks: for an answer from memory it would be a good part of the work.
      this.#over = new AbortController();
      // One request may read as many things at once as it asks for.
      setMaxListeners(0, this.#over.signal);
      if (this.#reason) this.#over.abort(this.#reason);
    }
    return this.#over.signal;
  }

  /** Milliseconds until the deadline; Infinity where there is none. */
  get remainingMs(): number {
    return Math.max(0, this.#endsAt - performance.now());
  }

  /** Why it was over before its answer. */
  get reason(): GraphError | undefined {
    return this.#reason;
  }

  /** Throws the reason when the request is over. */
  check(): void {
    // Reads from memory never let a timer run.
    if (this.#reason === undefined && performance.now() > this.#endsAt) this.#timeOut();
    if (this.#reason) throw this.#reason;
  }

  /** The work's result, or a rejection with the reason as soon as the request is over; the result is then dropped. */
  within<T>(work: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      if (this.#reason) reject(this.#reason);
      this.#waiting.add(reject);
      const done = () => this.#waiting.delete(reject);
      work.then(
        (result) => {
          done();
          resolve(result);
        },
        (error: unknown) => {
          done();
          reject(error);
        },
      );
    });
  }

  /** Has something done when the connection takes nothing more, at once where it is so already. One thing alone. */
  whenOver(done: () => void): void {
    if (this.#isClosed) done();
    else this.#whenOver = done;
  }

  /** To be called when the connection takes nothing more: everything was sent, or the client has hung up. */
  close(isAnswered: boolean): void {
    clearTimeout(this.#deadline);
    this.#isClosed = true;
    this.#whenOver();
    if (!isAnswered) this.#end(new GraphError('TIMEOUT', 'The client hung up.'));
  }

  #timeOut(): void {
    const message = `The answer did not come within ${this.#timeoutMs / 1000} s. Ask for less, or in several requests.`;
    this.#end(new GraphError('TIMEOUT', message));
  }

  #end(reason: GraphError): void {
    if (this.#reason) return;
    this.#reason = reason;
    this.#over?.abort(reason);
    for (const reject of this.#waiting) reject(reason);
  }
}

/** The scope of a question asked in process. */
export function endlessScope(origin: Origin = FROM_NOBODY): RequestScope {
  return new RequestScope({ bookmarks: [], revisionAtLeast: null }, origin, Number.POSITIVE_INFINITY);
}
