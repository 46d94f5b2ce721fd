/** Comparisons of one field; what is unknown makes every one of them false, except `isKnown: false`. */
export type FilterOp = 'eq' | 'in' | 'gt' | 'gte' | 'lt' | 'lte' | 'contains' | 'startsWith' | 'has' | 'isKnown';

export type FilterValue = string | number | boolean | readonly string[] | readonly number[];

/**
 * A condition on an entity's plain fields. `not` is the plain complement and so includes what is unknown.
 * `inForceOn` (deals only) holds where the deal was in force on that day.
 */
export type Filter =
  | { readonly and: readonly Filter[] }
  | { readonly or: readonly Filter[] }
  | { readonly not: Filter }
  | { readonly field: string; readonly op: FilterOp; readonly value: FilterValue };
