import { createHash } from 'node:crypto';

/** The only documents that a server answers, by the SHA-256 of their text in hexadecimal. */
export class TrustedDocuments {
  readonly #byHash: ReadonlyMap<string, string>;

  constructor(texts: Iterable<string>) {
    this.#byHash = new Map([...texts].map((text) => [hashOf(text), text]));
  }

  get size(): number {
    return this.#byHash.size;
  }

  /** Every text, in the order in which they were given. */
  get texts(): readonly string[] {
    return [...this.#byHash.values()];
  }

  find(hash: string): string | undefined {
    return this.#byHash.get(hash);
  }

  has(text: string): boolean {
    return this.#byHash.has(hashOf(text));
  }
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
