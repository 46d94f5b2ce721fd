import { setMaxListeners } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Found } from '../analysis/traverse.js';
import { GraphError } from '../model/errors.js';
import type { Job, Reply } from './Job.js';

export interface PoolOptions {
  /** How many threads work at once, at least 1. */
  readonly threads: number;
  /** How many jobs may wait for one. */
  readonly queue: number;
  /** Told why a thread ended that was not told to. */
  readonly report: (error: unknown) => void;
  /**
   * How long a job may still run when its request is over, before its thread is ended; 250 ms where nothing else is said. Starting a
   * thread takes about 50 ms, so that what is nearly done had better end by itself.
   */
  readonly graceMs?: number;
  /** The compiled program of the threads; the one beside this file where nothing else is said. */
  readonly program?: URL;
}

const GRACE_MS = 250;

/** A job and who waits for it. */
interface Task {
  readonly job: Job;
  readonly resolve: (found: Found) => void;
  readonly reject: (error: unknown) => void;
}

/** A thread, and what it works on; null while it is idle. */
interface Thread {
  readonly worker: Worker;
  task: Task | null;
}

/**
 * Threads that work on long traversals, started when they are needed. Jobs that find all of them busy wait in the order in which
 * they came; one too many is refused. An idle thread does not keep the process alive.
 */
export class ThreadPool {
  readonly #options: PoolOptions;
  readonly #program: URL;
  readonly #threads = new Set<Thread>();
  readonly #waiting = new Set<Task>();
  #isClosed = false;

  constructor(options: PoolOptions) {
    this.#options = options;
    this.#program = options.program ?? new URL('./thread.js', import.meta.url);
  }

  /** How many threads there are. */
  get size(): number {
    return this.#threads.size;
  }

  /**
   * The job's answer. Rejects with UNAVAILABLE when the queue is full, when its thread ends or when the pool is closed, and with
   * the signal's reason when that comes first: a job that waits is then dropped, and one that runs is ended with its thread unless
   * it ends soon.
   */
  run(job: Job, signal: AbortSignal): Promise<Found> {
    return new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason);
      if (this.#isClosed) return reject(closed());
      const over = () => {
        this.#waiting.delete(task);
        this.#stop(task);
        reject(signal.reason);
      };
      const task: Task = {
        job,
        resolve: (found) => {
          signal.removeEventListener('abort', over);
          resolve(found);
        },
        reject: (error) => {
          signal.removeEventListener('abort', over);
          reject(error);
        },
      };
      const thread = this.#freeThread();
      if (thread === null && this.#waiting.size >= this.#options.queue) return reject(busy(this.#waiting.size));
      // A question may ask for more than the ten at which Node warns of a leak; the queue is their bound.
      setMaxListeners(0, signal);
      signal.addEventListener('abort', over, { once: true });
      if (thread === null) this.#waiting.add(task);
      else this.#give(thread, task);
    });
  }

  /** Ends the threads, and rejects what they work on and what waits. */
  async close(): Promise<void> {
    this.#isClosed = true;
    for (const task of this.#waiting) task.reject(closed());
    this.#waiting.clear();
    const threads = [...this.#threads];
    this.#threads.clear();
    for (const { task } of threads) task?.reject(closed());
    await Promise.all(threads.map(({ worker }) => worker.terminate()));
  }

  /** Nobody waits for it any more. */
  #stop(task: Task): void {
    const thread = [...this.#threads].find((one) => one.task === task);
    if (!thread) return;
    const end = () => {
      if (thread.task === task && this.#threads.delete(thread)) this.#replace(thread);
    };
    setTimeout(end, this.#options.graceMs ?? GRACE_MS).unref();
  }

  #freeThread(): Thread | null {
    for (const thread of this.#threads) if (thread.task === null) return thread;
    return this.#threads.size < this.#options.threads ? this.#start() : null;
  }

  #start(): Thread {
    const worker = new Worker(this.#program);
    const thread: Thread = { worker, task: null };
    this.#threads.add(thread);
    worker.unref();
    worker.on('message', (reply: Reply) => this.#answer(thread, reply));
    worker.on('messageerror', (error) => this.#end(thread, error));
    worker.on('error', (error) => this.#end(thread, error));
    worker.on('exit', (code) => this.#end(thread, new Error(`A thread ended with code ${code}.`)));
    return thread;
  }

  #give(thread: Thread, task: Task): void {
    thread.task = task;
    thread.worker.ref();
    thread.worker.postMessage(task.job);
  }

  #answer(thread: Thread, reply: Reply): void {
    const { task } = thread;
    thread.task = null;
    thread.worker.unref();
    if ('found' in reply) task?.resolve(reply.found);
    else task?.reject(new Error(reply.failed));
    const [next] = this.#waiting;
    if (next) this.#next(thread, next);
  }

  #next(thread: Thread, task: Task): void {
    this.#waiting.delete(task);
    this.#give(thread, task);
  }

  /** Of an error and the exit after it, the first counts. */
  #end(thread: Thread, error: unknown): void {
    if (!this.#threads.delete(thread)) return;
    this.#options.report(error);
    thread.task?.reject(new GraphError('UNAVAILABLE', 'The thread that worked on the answer ended. Ask again.'));
    this.#replace(thread);
  }

  /** Who waits gets another thread. */
  #replace(thread: Thread): void {
    void thread.worker.terminate();
    const [next] = this.#waiting;
    const another = next ? this.#freeThread() : null;
    if (next && another) this.#next(another, next);
  }
}

function busy(waiting: number): GraphError {
  const message = `The server is busy: ${waiting} long questions wait already. Ask again later, or for less.`;
  return new GraphError('UNAVAILABLE', message);
}

function closed(): GraphError {
  return new GraphError('UNAVAILABLE', 'The server is being closed.');
}
