import { compareIds, type EntityId } from '../model/ids.js';
import type { Amount, Candidate } from './dealSums.js';

/** Where a deal stands among those that contain one another. */
export interface Place {
  /** The amount of the nearest deal that contains it and is counted; null where none is. */
  readonly container: Amount | null;
  /** The deal's amount without its counted parts, at least 0; null where it is unknown. */
  readonly remainder: Amount | null;
  /** Whether counted parts were taken off. */
  readonly hasParts: boolean;
}

/**
 * Finds for each deal the nearest counted deal that contains it, through deals that are not counted too, and takes its
 * counted parts off each container, so that nothing is counted twice. A part of several containers is taken off the one
 * with the smallest id. The remainder's bounds hold wherever the parts lie within theirs. A deal that contains itself
 * through others is treated as outside at the point where the circle closes.
 */
export function nest(candidates: readonly Candidate[]): ReadonlyMap<EntityId, Place> {
  const byId = new Map(candidates.map((c) => [c.id, c]));
  const containers = new Map(candidates.map((c) => [c.id, nearestCounted(c, byId)]));
  const parts = new Map<EntityId, Amount[]>();
  for (const candidate of candidates) {
    const container = containers.get(candidate.id);
    if (!container || !candidate.amount) continue;
    const list = parts.get(container.id);
    if (list) list.push(candidate.amount);
    else parts.set(container.id, [candidate.amount]);
  }
  return new Map(
    candidates.map((c) => {
      const own = parts.get(c.id) ?? [];
      const place: Place = {
        container: containers.get(c.id)?.amount ?? null,
        remainder: c.amount && subtract(c.amount, own),
        hasParts: own.length > 0,
      };
      return [c.id, place];
    }),
  );
}

/** Breadth first through `nestedIn`, so that the nearest wins; within a level the smallest id. */
function nearestCounted(candidate: Candidate, byId: ReadonlyMap<EntityId, Candidate>): Candidate | null {
  const seen = new Set<EntityId>([candidate.id]);
  for (let level = candidate.terms.nestedIn; level.length > 0; ) {
    const next: EntityId[] = [];
    for (const id of [...level].sort(compareIds)) {
      if (seen.has(id)) continue;
      seen.add(id);
      const container = byId.get(id);
      if (!container) continue;
      if (container.amount) return container;
      next.push(...container.terms.nestedIn);
    }
    level = next;
  }
  return null;
}

function subtract(whole: Amount, parts: readonly Amount[]): Amount {
  const sum = (pick: (part: Amount) => number): number => parts.reduce((total, part) => total + pick(part), 0);
  return {
    cents: Math.max(0, whole.cents - sum((p) => p.cents)),
    lowCents: Math.max(0, whole.lowCents - sum((p) => p.highCents)),
    highCents: Math.max(0, whole.highCents - sum((p) => p.lowCents)),
  };
}
