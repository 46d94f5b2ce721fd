import { compareIds, type EntityId } from '../model/ids.js';
import type { Coverage } from './dealSums.js';
import type { Interval } from './lostShare.js';

/** A contract or a site: a part of what an entity uses, by which it may rest on another. */
export interface ExposurePart {
  /** The deal or the datacenter; null for a documented tie without either. */
  readonly item: EntityId | null;
  /** In the unit of the basis; null where unknown. */
  readonly weight: number | null;
  /** How much of it rests on the other. */
  readonly rests: Interval;
  /** From the entity to the other, by which the most may rest; empty where nothing does. */
  readonly chain: readonly EntityId[];
}

export interface ExposureChain {
  readonly nodes: readonly EntityId[];
  readonly item: EntityId | null;
  /** Its part in the exposure: of what is of known size. Of unknown size, anything up to what rests on it. */
  readonly share: Interval;
}

export interface Exposure extends Interval {
  /** The same with everything of unknown size, which may be of any. */
  readonly unconditional: Interval;
  /** Parts of known size, of all. */
  readonly coverage: Coverage;
  /** Largest first, by the most that it can be, then the least, then by ids. */
  readonly chains: readonly ExposureChain[];
}

/**
 * The share of what an entity uses that rests on another, as an interval (`docs/methods.md`): low = Σ w·l / Σ w and
 * high = Σ w·h / Σ w over the parts of known weight w. Unconditionally a part of unknown weight may outweigh all others, so
 * that the least and the most of them bound it. Null without any part.
 */
export function exposure(parts: readonly ExposurePart[]): Exposure | null {
  if (parts.length === 0) return null;
  const known = parts.flatMap((part) => (part.weight === null ? [] : [{ ...part, weight: part.weight }]));
  const total = known.reduce((sum, { weight }) => sum + weight, 0);
  const unknown = parts.filter(({ weight }) => weight === null);
  const within = (pick: (rests: Interval) => number) =>
    known.reduce((sum, { weight, rests }) => sum + (weight / total) * pick(rests), 0);
  const sized: Interval | null =
    total > 0 ? { low: clamp(within(({ low }) => low)), high: clamp(within(({ high }) => high)) } : null;
  const all = [...(sized ? [sized] : []), ...unknown.map(({ rests }) => rests)];
  const unconditional = {
    low: Math.min(...all.map(({ low }) => low)),
    high: Math.max(...all.map(({ high }) => high)),
  };
  const chains = parts
    .filter(({ chain, rests }) => chain.length > 0 && rests.high > 0)
    .map(({ chain, item, weight, rests }) => ({
      nodes: chain,
      item,
      share:
        weight === null || total === 0
          ? { low: 0, high: rests.high }
          : { low: (weight / total) * rests.low, high: (weight / total) * rests.high },
      isKnown: weight !== null,
    }))
    .sort(
      (a, b) =>
        Number(b.isKnown) - Number(a.isKnown) ||
        b.share.high - a.share.high ||
        b.share.low - a.share.low ||
        compareIds(a.nodes.join(), b.nodes.join()) ||
        compareIds(a.item ?? '', b.item ?? ''),
    )
    .map(({ isKnown: _, ...chain }) => chain);
  // Without a known size nothing narrows it.
  return { ...(sized ?? unconditional), unconditional, coverage: { known: known.length, total: parts.length }, chains };
}

/** Shares of a sum may leave [0, 1] by the last digit. */
function clamp(value: number): number {
  return Math.min(1, Math.max(0, value));
}
