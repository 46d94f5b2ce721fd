import { compareIds } from '../model/ids.js';

/** A figure with one contested amount alone at its lowest and at its highest claim, all others at their best. */
export interface Swing<C> {
  readonly amount: C;
  /** Null where there is no figure. */
  readonly low: number | null;
  readonly high: number | null;
}

/** How far a contested amount moves a figure. */
export interface Moved<C> {
  readonly amount: C;
  /** The figure at the amount's lowest claim, and at its highest; the former is the larger one where more means less. */
  readonly low: number;
  readonly high: number;
  /** |high − low|, in the figure's unit. */
  readonly effect: number;
}

/**
 * What moves a figure, the widest first, then by the id of the claim that counts: one-at-a-time sensitivity (a tornado
 * diagram's bars; T. G. Eschenbach, Interfaces 22(6), 1992). What does not move it, or leaves no figure, is left out.
 */
export function movedMost<C extends { readonly best: { readonly id: string } }>(
  swings: readonly Swing<C>[],
): readonly Moved<C>[] {
  return swings
    .flatMap(({ amount, low, high }) =>
      low === null || high === null || low === high ? [] : [{ amount, low, high, effect: Math.abs(high - low) }],
    )
    .sort((a, b) => b.effect - a.effect || compareIds(a.amount.best.id, b.amount.best.id));
}
