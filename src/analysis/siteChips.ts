import type { EntityId } from '../model/ids.js';

/** Chips of one kind at a site. */
export interface SiteChips {
  readonly chip: EntityId;
  readonly count: number;
  /** H100 equivalents of one; null where the conversion table has none. */
  readonly h100eEach: number | null;
  /** Who designs it, and where that company has its seat. */
  readonly vendor: EntityId | null;
  readonly vendorCountry: EntityId | null;
}

/** H100 equivalents of all the chips; null where there are none, or one kind is not in the conversion table. */
export function computeOf(chips: readonly SiteChips[]): number | null {
  let sum = 0;
  for (const { count, h100eEach } of chips) {
    if (h100eEach === null) return null;
    sum += count * h100eEach;
  }
  return chips.length === 0 ? null : sum;
}

/** The chips with the part of all compute that each makes up; null where that is unknown or nothing. */
export function partsOfCompute(
  chips: readonly SiteChips[],
): readonly { readonly chip: EntityId; readonly fraction: number }[] | null {
  const total = computeOf(chips);
  if (total === null || total === 0) return null;
  return chips.map(({ chip, count, h100eEach }) => ({ chip, fraction: (count * (h100eEach ?? 0)) / total }));
}
