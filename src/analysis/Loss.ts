import { DEPENDENCY_KINDS } from '../model/edge.js';

/** What is taken away. */
export interface Removal {
  /** Entities that are gone with all that they deliver. */
  readonly nodes: ReadonlySet<number>;
  /** Capabilities that entities deliver no more: places in DEPENDENCY_KINDS by node. */
  readonly cuts: ReadonlyMap<number, readonly number[]>;
}

/** Cells of a need's row: the dependent, and the kind's place in DEPENDENCY_KINDS. */
export const NODE = 0;
export const KIND = 1;
/** The round in which the first, or for what breaks the last, provider was lost; 1 is the removal's own. */
export const DEPTH = 2;
/** How many documented providers it has, how many of them are gone, and of these how many by a confirmed edge. */
export const PROVIDERS = 3;
export const GONE = 4;
export const SURE = 5;
/** The provider that was counted last, and the next need of the same node: its row, counted from 1. */
export const LAST = 6;
export const NEXT = 7;
export const NEED_WIDTH = 8;

/** All kinds, as a bit each. */
export const ALL_KINDS = (1 << DEPENDENCY_KINDS.length) - 1;

/** A loss that the budget cut short while it was being told: only the dependents before `until` know of these kinds' bits. */
export interface CutShort {
  readonly node: number;
  readonly kinds: number;
  readonly until: number;
}

/** What spread, in numbers that cross to another thread without a copy. */
export interface Loss {
  /** Rows of {@link NEED_WIDTH} cells: every need of which a provider is gone. It breaks where all are. */
  readonly needs: Int32Array<ArrayBuffer>;
  /** By node, a bit for each kind that it delivers no more, as far as that was told. */
  readonly told: Uint16Array<ArrayBuffer>;
  readonly cutShort: CutShort | null;
  /** The budget of visited edges ran out: more may break. */
  readonly truncated: boolean;
  readonly edgesVisited: number;
}
