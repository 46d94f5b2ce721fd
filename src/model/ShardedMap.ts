/**
 * A map that is never changed: {@link with} gives another one, which shares with it all parts in which nothing changed. Many
 * revisions of a large map cost little more than one, and what differs between two of them is found without a walk.
 */
export class ShardedMap<K extends string, V extends object> {
  private constructor(
    private readonly shards: readonly ReadonlyMap<K, V>[],
    readonly size: number,
  ) {}

  /** A later entry of the same key counts. Linear. */
  static from<K extends string, V extends object>(entries: Iterable<readonly [K, V]>, expected = 0): ShardedMap<K, V> {
    const draft = ShardedMap.draft<K, V>(expected);
    for (const [key, value] of entries) draft.set(key, value);
    return draft.done();
  }

  /** A map in the making. `expected`: about how many keys it will have. */
  static draft<K extends string, V extends object>(expected: number) {
    let count = 1;
    while (count * KEYS_A_SHARD < expected) count *= 2;
    const shards = Array.from({ length: count }, () => new Map<K, V>());
    const shard = (key: K): Map<K, V> => shards[placeOf(key, count)] ?? new Map<K, V>();
    return {
      get: (key: K): V | undefined => shard(key).get(key),
      set: (key: K, value: V): void => void shard(key).set(key, value),
      done: (): ShardedMap<K, V> => new ShardedMap(shards, sizeOf(shards)),
    };
  }

  get(key: K): V | undefined {
    return this.shards[placeOf(key, this.shards.length)]?.get(key);
  }

  has(key: K): boolean {
    return this.shards[placeOf(key, this.shards.length)]?.has(key) ?? false;
  }

  *keys(): Generator<K> {
    for (const shard of this.shards) yield* shard.keys();
  }

  *values(): Generator<V> {
    for (const shard of this.shards) yield* shard.values();
  }

  *entries(): Generator<readonly [K, V]> {
    for (const shard of this.shards) yield* shard.entries();
  }

  /** The map with other values; null removes. Costs a copy of each part that is touched: some hundred entries. */
  with(changes: ReadonlyMap<K, V | null>): ShardedMap<K, V> {
    if (changes.size === 0) return this;
    const shards = [...this.shards];
    const copied = new Map<number, Map<K, V>>();
    let { size } = this;
    for (const [key, value] of changes) {
      const place = placeOf(key, shards.length);
      const shard = copied.get(place) ?? new Map(shards[place]);
      copied.set(place, shard);
      shards[place] = shard;
      size -= shard.size;
      if (value === null) shard.delete(key);
      else shard.set(key, value);
      size += shard.size;
    }
    const next = new ShardedMap(shards, size);
    return size > shards.length * MOST_KEYS_A_SHARD ? ShardedMap.from(next.entries(), size) : next;
  }

  /** The keys of which either map has another value than the other, or none. */
  *changedSince(before: ShardedMap<K, V>): Generator<K> {
    if (this.shards.length !== before.shards.length) {
      for (const [key, value] of this.entries()) if (before.get(key) !== value) yield key;
      for (const key of before.keys()) if (!this.has(key)) yield key;
      return;
    }
    for (const [place, shard] of this.shards.entries()) {
      const old = before.shards[place];
      if (old === undefined || old === shard) continue;
      for (const [key, value] of shard) if (old.get(key) !== value) yield key;
      for (const key of old.keys()) if (!shard.has(key)) yield key;
    }
  }
}

const KEYS_A_SHARD = 128;
/** Beyond it copies get dear, and all keys are spread anew. */
const MOST_KEYS_A_SHARD = 4_096;

/** FNV-1a; `count` is a power of two. */
function placeOf(key: string, count: number): number {
  if (count === 1) return 0;
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  return (hash ^ (hash >>> 15)) & (count - 1);
}

function sizeOf(shards: readonly ReadonlyMap<string, object>[]): number {
  return shards.reduce((sum, { size }) => sum + size, 0);
}
