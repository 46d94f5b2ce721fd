import type { ExecutionResult, FormattedExecutionResult } from 'graphql';
import { LRUCache } from 'lru-cache';

/** An answer's data as they were written. Whoever looks into them reads them anew. */
export class WrittenData {
  readonly [name: string]: unknown;

  constructor(readonly text: string) {}

  toJSON(): unknown {
    return JSON.parse(this.text);
  }
}

type Data = NonNullable<ExecutionResult['data']>;

/** An answer that says when "now" was says a time that is at most so long ago. */
const MAX_AGE_MS = 60_000;
/** Some are dropped earlier: what was asked together would else be made anew together. */
const MIN_AGE_MS = 30_000;
/** No answer may take more than this part of the whole. */
const MAX_SHARE = 1 / 16;
/** Of an entry besides its texts, which take two bytes a character. */
const OVERHEAD = 300;

/**
 * Keeps the data of answers as text, up to so many bytes, by question and snapshot: what was written since has another
 * snapshot, so that nothing kept is ever stale. The caller sees to it that everybody may see the answer.
 */
export class ResponseCache {
  readonly #kept: LRUCache<string, WrittenData>;
  /** What is answered and not yet written. */
  readonly #unwritten = new WeakMap<Data, string>();

  constructor(bytes: number) {
    this.#kept = new LRUCache({
      maxSize: bytes,
      maxEntrySize: Math.max(1, Math.floor(bytes * MAX_SHARE)),
      sizeCalculation: ({ text }, key) => OVERHEAD + 2 * (text.length + key.length),
    });
  }

  /** Bytes that are taken now. */
  get bytes(): number {
    return this.#kept.calculatedSize;
  }

  find(key: string): WrittenData | undefined {
    return this.#kept.get(key);
  }

  /** Will keep these data when they are written. */
  expect(key: string, data: Data): void {
    this.#unwritten.set(data, key);
  }

  /** An answer as JSON, like `JSON.stringify`; what was written before is taken as it is. */
  write(result: FormattedExecutionResult): string {
    const { errors, data, extensions } = result;
    if (errors !== undefined || typeof data !== 'object' || data === null) return `${JSON.stringify(result)}\n`;
    const text = this.#textOf(data);
    const more = extensions === undefined ? '' : `,"extensions":${JSON.stringify(extensions)}`;
    return `{"data":${text}${more}}\n`;
  }

  #textOf(data: Data): string {
    if (data instanceof WrittenData) return data.text;
    const text = JSON.stringify(data);
    const key = this.#unwritten.get(data);
    if (key !== undefined) this.#kept.set(key, new WrittenData(text), { ttl: someAge() });
    return text;
  }
}

function someAge(): number {
  return MIN_AGE_MS + Math.round(Math.random() * (MAX_AGE_MS - MIN_AGE_MS));
}
