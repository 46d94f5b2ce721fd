export type ConcentrationBand = 'HIGH' | 'MODERATE' | 'LOW';

/** The index of a single holder. */
export const POINTS = 10_000;

/**
 * Herfindahl–Hirschman index: 10,000 · Σw² / (Σw)², from 10,000 / n for n equal weights to 10,000 for a single one. Null
 * where the weights sum to zero.
 */
export function hhi(weights: readonly number[]): number | null {
  const sum = weights.reduce((total, w) => total + w, 0);
  if (sum <= 0) return null;
  return POINTS * weights.reduce((total, w) => total + (w / sum) ** 2, 0);
}

/**
 * Band of the 2023 Merger Guidelines of the US Department of Justice and the Federal Trade Commission (Guideline 1): above
 * 1,800 highly concentrated; 1,000 to 1,800 moderately; below unconcentrated.
 */
export function bandOf(index: number): ConcentrationBand {
  if (index > 1_800) return 'HIGH';
  return index >= 1_000 ? 'MODERATE' : 'LOW';
}
