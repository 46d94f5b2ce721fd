import type { EntityId } from '../model/ids.js';
import type { Interval } from './lostShare.js';
import { partsOfCompute, type SiteChips } from './siteChips.js';

/** How much rests on another, with the chain by which the most may. */
export interface ChainedInterval extends Interval {
  readonly chain: readonly EntityId[];
}

/** What holds whichever of them it is; anything where it may be anybody. */
export function hull(parts: readonly ChainedInterval[]): ChainedInterval {
  if (parts.length === 0) return { low: 0, high: 1, chain: [] };
  const most = parts.reduce((a, b) => (b.high > a.high || (a.chain.length === 0 && b.chain.length > 0) ? b : a));
  return {
    low: Math.min(...parts.map(({ low }) => low)),
    high: Math.max(...parts.map(({ high }) => high)),
    chain: most.chain,
  };
}

/** How much of a site's compute rests on another, by its counted chips: weighed where all are known, else whichever it is. */
export function restingByChips(
  chips: readonly SiteChips[],
  restingOf: (chip: EntityId) => ChainedInterval,
): ChainedInterval {
  const all = hull(chips.map(({ chip }) => restingOf(chip)));
  const parts = partsOfCompute(chips);
  if (parts === null) return all;
  const sum = (pick: (rests: Interval) => number) =>
    parts.reduce((total, { chip, fraction }) => total + fraction * pick(restingOf(chip)), 0);
  return { low: sum(({ low }) => low), high: sum(({ high }) => high), chain: all.chain };
}
