/** What one request, and all together, may ask of the process. */
export interface Limits {
  /** What an operation may cost; see {@link CostPlan}. */
  readonly costBudget: number;
}

export const DEFAULT_LIMITS: Limits = {
  costBudget: 200_000,
};
