import type { EntityId } from '../model/ids.js';
import type { Standing } from '../model/Standing.js';
import type { IdSet } from './checkReferences.js';

/** The ids of the entities that are there, lead to one that is, or are being made. */
export function idsThere(current: Standing, made: ReadonlySet<EntityId>): IdSet {
  const isMade: ReadonlySet<string> = made;
  const leads: ReadonlyMap<string, EntityId> = current.redirects;
  return {
    has: (id) => current.entities.has(id) || leads.has(id) || isMade.has(id),
    *[Symbol.iterator]() {
      yield* current.entities.keys();
      yield* leads.keys();
      yield* isMade;
    },
  };
}
