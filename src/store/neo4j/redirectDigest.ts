import { hash64 } from '../../model/hash.js';
import type { EntityId } from '../../model/ids.js';
import { Digest } from './digest.js';

/** A sum over all redirects, whatever their order. */
export function redirectDigest(redirects: ReadonlyMap<EntityId, EntityId>): string {
  const digest = new Digest();
  for (const [id, into] of redirects) digest.add(hash64(`${id} ${into}`));
  return digest.toString();
}
