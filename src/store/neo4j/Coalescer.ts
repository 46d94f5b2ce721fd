import { GraphError } from '../../model/errors.js';
import type { Reader } from './Database.js';
import { tookTooLong } from './databaseErrors.js';

/** The most keys that a shared statement has, where nothing else is said. */
const MAX_KEYS = 1_000;

/** Reads the keys in one statement, an answer for each in the same order. */
export type ReadKeys<K, V> = (keys: readonly K[], reader: Reader) => Promise<readonly V[]>;

interface Call {
  readonly keys: readonly string[];
  readonly reader: Reader;
  readonly resolve: (values: readonly unknown[]) => void;
  readonly reject: (error: unknown) => void;
  /** Nobody waits for it any more. */
  gone: boolean;
}

interface Batch {
  readonly read: ReadKeys<string, unknown>;
  readonly mostKeys: number;
  readonly calls: Call[];
}

/**
 * Lets the calls of one tick that ask the same way (method, arguments, bookmarks) share a statement. Each waiter leaves
 * when its own signal says so; the statement ends when the last has left. Where a shared statement fails, each call is
 * made alone once, so that one request's bad luck is not another's.
 */
export class Coalescer {
  /** Calls made and statements that they took. */
  calls = 0;
  statements = 0;
  private batches = new Map<string, Batch>();
  private planned = false;

  /** `way`: the method and its other arguments. `mostKeys`: of one statement, where each may bring many rows. */
  load<V>(
    way: string,
    keys: readonly string[],
    reader: Reader,
    read: ReadKeys<string, V>,
    mostKeys = MAX_KEYS,
  ): Promise<readonly V[]> {
    this.calls++;
    return new Promise<readonly V[]>((resolve, reject) => {
      const name = `${way}\n${reader.bookmarks.join('\n')}`;
      const batch = this.batches.get(name) ?? { read, mostKeys, calls: [] };
      this.batches.set(name, batch);
      // Every call of a batch reads by the same function, so the values are of its type.
      batch.calls.push({ keys, reader, resolve: (values) => resolve(values as readonly V[]), reject, gone: false });
      if (this.planned) return;
      this.planned = true;
      setImmediate(() => this.flush());
    });
  }

  private flush(): void {
    const batches = this.batches;
    this.batches = new Map();
    this.planned = false;
    for (const { read, calls, mostKeys } of batches.values()) {
      for (const group of grouped(calls, mostKeys)) void this.run(group, read);
    }
  }

  private async run(calls: readonly Call[], read: ReadKeys<string, unknown>): Promise<void> {
    const [only] = calls;
    if (only && calls.length === 1) return this.alone(only, read);
    const keys = distinct(calls);
    const shared = new AbortController();
    const leave = calls.map((call) => onAbort(call, () => calls.every(({ gone }) => gone) && shared.abort()));
    try {
      this.statements++;
      const values = await read(keys, { signal: shared.signal, bookmarks: only?.reader.bookmarks ?? [] });
      const byKey = new Map(keys.map((key, i) => [key, values[i]]));
      for (const call of calls) answer(call, byKey);
    } catch (error) {
      const isTooMuch = error instanceof GraphError && error.kind === 'QUERY_TOO_EXPENSIVE';
      await Promise.all(calls.map(async (call) => (isTooMuch ? call.reject(error) : this.alone(call, read))));
    } finally {
      for (const stop of leave) stop();
    }
  }

  private async alone(call: Call, read: ReadKeys<string, unknown>): Promise<void> {
    if (call.gone) return;
    try {
      this.statements++;
      const keys = distinct([call]);
      const values = await read(keys, call.reader);
      answer(call, new Map(keys.map((key, i) => [key, values[i]])));
    } catch (error) {
      call.reject(error);
    }
  }
}

function distinct(calls: readonly Call[]): readonly string[] {
  return [...new Set(calls.flatMap((call) => call.keys))];
}

function answer(call: Call, byKey: ReadonlyMap<string, unknown>): void {
  call.resolve(call.keys.map((key) => byKey.get(key)));
}

/** In groups of at most so many keys; a call is not torn apart. */
function grouped(calls: readonly Call[], mostKeys: number): Call[][] {
  const groups: Call[][] = [];
  let size = 0;
  for (const call of calls) {
    const last = groups.at(-1);
    if (last && size + call.keys.length <= mostKeys) {
      last.push(call);
      size += call.keys.length;
    } else {
      groups.push([call]);
      size = call.keys.length;
    }
  }
  return groups;
}

/** When the call's own signal says so, its waiter is told and no longer counts. Returns how to stop listening. */
function onAbort(call: Call, left: () => void): () => void {
  const { signal } = call.reader;
  if (signal === null) return () => {};
  const abort = () => {
    call.gone = true;
    call.reject(tookTooLong());
    left();
  };
  if (signal.aborted) abort();
  else signal.addEventListener('abort', abort, { once: true });
  return () => signal.removeEventListener('abort', abort);
}
