import type { z } from 'zod';
import { wholeNumber } from './settingForms.js';

/** What one request, and all together, may ask of the process. */
export const LIMIT_SETTINGS = {
  QUERY_COST_BUDGET: wholeNumber(1, 1_000_000_000, 200_000).describe(
    'what an operation may cost; see [limits](limits.md)',
  ),
};

type LimitSettings = z.infer<z.ZodObject<typeof LIMIT_SETTINGS>>;

/** The settings in the words of the program; see docs/operations.md for what each means. */
export interface LimitConfig {
  readonly costBudget: number;
}

export function toLimitConfig(settings: LimitSettings): LimitConfig {
  return { costBudget: settings.QUERY_COST_BUDGET };
}
