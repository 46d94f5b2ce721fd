import { compareIds, type EntityId } from '../model/ids.js';
import type { Amount, Candidate } from './dealSums.js';

/** Where a deal stands among those that contain one another. */
export interface Place {
  /** The nearest deal that contains it and is counted; null where none is. */
  readonly container: EntityId | null;
  /** The deal's amount without its counted parts, at least 0; null where it is unknown. */
  readonly remainder: Amount | null;
  /** The counted deals that were taken off. */
  readonly parts: readonly Part[];
  /** Deals of unknown amount that it contains. */
  readonly unknownParts: readonly Candidate[];
}

/** A counted deal within another. */
export interface Part {
  readonly terms: Candidate['terms'];
  readonly amount: Amount;
}

/**
 * Finds for each deal the nearest counted deal that contains it, through deals that are not counted too, and takes its
 * counted parts off each container, so that nothing is counted twice. A part of several containers is taken off the one
 * with the smallest id. The remainder's bounds hold wherever the parts lie within theirs. A deal that contains itself
 * through others is treated as outside at the point where the circle closes.
 */
export function nest(candidates: readonly Candidate[]): ReadonlyMap<EntityId, Place> {
  const byId = new Map(candidates.map((c) => [c.id, c]));
  const containers = new Map<EntityId, Candidate | null>();
  for (const candidate of candidates) {
    const container = nearestCounted(candidate, byId);
    const isOutside = container === null || chainFrom(container, containers).includes(candidate.id);
    containers.set(candidate.id, isOutside ? null : container);
  }
  const within = new Map<EntityId, Candidate[]>();
  for (const candidate of candidates) {
    const container = containers.get(candidate.id);
    if (container) within.set(container.id, [...(within.get(container.id) ?? []), candidate]);
  }
  return new Map(
    candidates.map((c) => {
      const inside = within.get(c.id) ?? [];
      const parts = inside.flatMap(({ terms, amount }) => (amount ? [{ terms, amount }] : []));
      const remainder = c.amount && subtract(c.amount, ...parts.map((part) => part.amount));
      const unknownParts = inside.filter((part) => part.amount === null);
      return [c.id, { container: containers.get(c.id)?.id ?? null, remainder, parts, unknownParts }];
    }),
  );
}

/** A deal and the containers found for it so far, outwards. */
function chainFrom(deal: Candidate, containers: ReadonlyMap<EntityId, Candidate | null>): readonly EntityId[] {
  const chain: EntityId[] = [];
  for (let at: Candidate | null = deal; at; at = containers.get(at.id) ?? null) chain.push(at.id);
  return chain;
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

/** What is left, at least 0; its bounds hold wherever whole and parts lie within theirs. */
export function subtract(whole: Amount, ...parts: readonly Amount[]): Amount {
  const sum = (pick: (part: Amount) => number): number => parts.reduce((total, part) => total + pick(part), 0);
  return {
    cents: Math.max(0, whole.cents - sum((p) => p.cents)),
    lowCents: Math.max(0, whole.lowCents - sum((p) => p.highCents)),
    highCents: Math.max(0, whole.highCents - sum((p) => p.lowCents)),
  };
}
