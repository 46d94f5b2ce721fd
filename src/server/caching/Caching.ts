import { createHash } from 'node:crypto';
import type { ExecutionResult, FormattedExecutionResult } from 'graphql';
import type { PinnedGraph } from '../../store/GraphSource.js';
import type { Asked } from '../Execute.js';
import type { CacheDemands } from './CacheDemands.js';
import { isTimeFixed } from './isTimeFixed.js';
import { ResponseCache, WrittenData } from './ResponseCache.js';
import { snapshotOf } from './snapshotOf.js';

export interface CachingOptions {
  /** For answers in this process; 0 keeps none. */
  readonly bytes: number;
  /** Of the program: another one may answer differently. */
  readonly version: string;
  readonly now: () => Date;
}

/** What was found for a request: that the client has the answer already, or its data. */
export type Found = 'NOT_MODIFIED' | WrittenData;

/** Of the requests whose answers may be kept, since the start. */
export interface KeptAnswers {
  readonly hits: number;
  readonly misses: number;
  /** That kept answers take now. */
  readonly bytes: number;
}

const NO_HEADERS: ReadonlyMap<string, string> = new Map();
const NOT_KEPT: ReadonlyMap<string, string> = new Map([['cache-control', 'no-store']]);
const OWN: ReadonlyMap<string, string> = new Map([['cache-control', 'private, no-cache']]);
/** What else than the URL an answer depends on. */
const VARY = 'accept, authorization, cookie, x-api-key, graph-cost';
/** Longer ones are hardly sent twice. */
const MAX_VARIABLES = 4_000;
const FOR_EVER = 'public, max-age=31536000, immutable';

/** Spares work for questions that were asked before: in this process, in the client, and in what lies between. */
export class Caching {
  readonly #options: CachingOptions;
  readonly #cache: ResponseCache | null;
  #hits = 0;
  #misses = 0;
  #last: { readonly revision: number; readonly at: string | null; readonly snapshot: string } | undefined;

  constructor(options: CachingOptions) {
    this.#options = options;
    this.#cache = options.bytes === 0 ? null : new ResponseCache(options.bytes);
  }

  get kept(): KeptAnswers {
    return { hits: this.#hits, misses: this.#misses, bytes: this.#cache?.bytes ?? 0 };
  }

  /** What there is of the answer from the pinned graph before it is asked; null for nothing. */
  find(asked: Asked, pinned: PinnedGraph): Found | null {
    if (!asked.caching?.isAnonymous || pinned.staleSince !== null) return null;
    if (!asked.caching.isGet && this.#cache === null) return null;
    const key = keyOf(asked, asked.caching, this.#snapshotOf(pinned));
    if (key === null) return null;
    const found = this.#isKnown(asked.caching, key) ? 'NOT_MODIFIED' : (this.#cache?.find(key.text) ?? null);
    if (found === null) this.#misses++;
    else this.#hits++;
    return found;
  }

  /** Whether the client says that it has the answer. */
  #isKnown({ isGet, ifNoneMatch }: CacheDemands, key: Key): boolean {
    return isGet && ifNoneMatch !== null && names(ifNoneMatch, tagOf(key));
  }

  /**
   * Keeps what may be kept of an answer, and says in headers who else may. `isPinned`: all of it was read at the pinned
   * revision.
   */
  keep(asked: Asked, pinned: PinnedGraph, { data, errors }: ExecutionResult, isPinned: boolean) {
    const { caching } = asked;
    if (!caching) return NO_HEADERS;
    const isWhole = isPinned && pinned.staleSince === null && !errors && data !== null && data !== undefined;
    if (!isWhole) return caching.isGet ? NOT_KEPT : NO_HEADERS;
    if (!caching.isGet && this.#cache === null) return NO_HEADERS;
    if (!caching.isAnonymous) return caching.isGet ? OWN : NO_HEADERS;
    const key = keyOf(asked, caching, this.#snapshotOf(pinned));
    if (key === null) return caching.isGet ? NOT_KEPT : NO_HEADERS;
    if (!(data instanceof WrittenData)) this.#cache?.expect(key.text, data);
    return caching.isGet ? this.#headers(asked, key) : NO_HEADERS;
  }

  /** An answer as JSON. */
  write(result: FormattedExecutionResult): string {
    return this.#cache?.write(result) ?? `${JSON.stringify(result)}\n`;
  }

  /** Nearly always the same as of the request before. */
  #snapshotOf(pinned: PinnedGraph): string {
    const { revision, at } = pinned;
    if (this.#last?.revision !== revision || this.#last.at !== at) {
      this.#last = { revision, at, snapshot: snapshotOf(pinned, this.#options.version) };
    }
    return this.#last.snapshot;
  }

  #headers(asked: Asked, key: Key): ReadonlyMap<string, string> {
    const isAboutSnapshot = asked.caching?.snapshot === key.snapshot && isTimeFixed(asked, this.#options.now());
    return new Map([
      ['etag', `W/${tagOf(key)}`],
      ['cache-control', isAboutSnapshot ? FOR_EVER : 'public, no-cache'],
      ['vary', VARY],
    ]);
  }
}

/** A question to a snapshot. */
interface Key {
  readonly snapshot: string;
  readonly text: string;
}

/** Null where the variables are too long for the answer to be kept, or JSON can't tell them apart. */
function keyOf({ operationName, variableValues }: Asked, { queryHash }: CacheDemands, snapshot: string): Key | null {
  const variables = JSON.stringify(variableValues ?? {});
  if (variables.length > MAX_VARIABLES || (variables.includes('null') && holdsInfinity(variableValues))) return null;
  // An operation named "" is another one than none.
  return { snapshot, text: `${snapshot} ${queryHash} ${JSON.stringify(operationName ?? null)} ${variables}` };
}

/** JSON reads 1e400 as Infinity, and writes it as null. */
function holdsInfinity(value: unknown): boolean {
  if (typeof value === 'number') return !Number.isFinite(value);
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsInfinity);
}

/** In quotes: the snapshot, then what is asked, so that no answer passes for another. */
function tagOf({ snapshot, text }: Key): string {
  return `"${snapshot}.${createHash('sha256').update(text).digest('base64url').slice(0, 16)}"`;
}

/** By RFC 9110, 13.1.2, with the weak comparison; `*` names nothing that is known before the question is asked. */
function names(ifNoneMatch: string, tag: string): boolean {
  return ifNoneMatch.split(',').some((one) => one.trim().replace(/^W\//, '') === tag);
}
