import type { EntityId } from './ids.js';

/** The id itself, or that of the entity that it was merged into, by redirects that may lead from one to the next. */
export function canonicalIn(redirects: ReadonlyMap<EntityId, EntityId>, id: EntityId): EntityId {
  if (redirects.size === 0) return id;
  let current = id;
  // Bounded, so that redirects in a circle end.
  for (let hops = 0; hops <= redirects.size; hops++) {
    const next = redirects.get(current);
    if (next === undefined) return current;
    current = next;
  }
  return id;
}
