/** How much of a need one of its providers covers. */
export interface ProviderWeight {
  readonly isGone: boolean;
  /** Of the need, 0..100, where a fact states it. */
  readonly sharePercent: number | null;
  /** What is contracted with it; null where that is unknown. */
  readonly amount: number | null;
}

/** A fraction that is only known to lie in [low, high], within [0, 1]. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * The share of a need that is gone, where some of its documented providers are. By stated shares, if one is stated: at least
 * what those that are gone are stated to have, at most all but what those that are left have. Else by amounts, if one is
 * known: of an unknown one nothing is known but that it is positive. Without either it may be anything: [0, 1].
 */
export function lostShare(providers: readonly ProviderWeight[]): Interval {
  if (providers.some(({ sharePercent }) => sharePercent !== null)) {
    const stated = (isGone: boolean) =>
      sum(providers.filter((p) => p.isGone === isGone).map(({ sharePercent }) => (sharePercent ?? 0) / 100));
    const low = clamp(stated(true));
    return { low, high: Math.max(low, clamp(1 - stated(false))) };
  }
  if (providers.every(({ amount }) => amount === null)) return { low: 0, high: 1 };
  const known = (isGone: boolean) => sum(providers.filter((p) => p.isGone === isGone).map(({ amount }) => amount ?? 0));
  const isUnknown = (isGone: boolean) => providers.some((p) => p.isGone === isGone && p.amount === null);
  const [gone, kept] = [known(true), known(false)];
  const share = gone + kept > 0 ? gone / (gone + kept) : 0;
  // An amount without a bound on the other side takes the share anywhere.
  return { low: isUnknown(false) ? 0 : share, high: isUnknown(true) ? 1 : share };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value));
}
