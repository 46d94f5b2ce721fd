import { z } from 'zod';
import { wholeNumber } from './settingForms.js';

/** What an operator sees. */
export interface ObserveConfig {
  /** Who may read `/metrics`: null nobody; with a token who gives it; else whoever asks from this machine, or everyone. */
  readonly metrics: { readonly token: string | null; readonly isLocal: boolean } | null;
  /** From so many milliseconds on a query is logged with its shape; 0 is never. */
  readonly slowQueryMs: number;
}

/** To whom `/metrics` answers where no token is set. */
const METRICS = ['local', 'on', 'off'] as const;

export const OBSERVE_SETTINGS = {
  METRICS: z
    .enum(METRICS, { error: `one of ${METRICS.join(', ')}` })
    .default('local')
    .describe(
      'whom `/metrics` answers: `local` whoever asks from this machine and not through a proxy, `on` everyone, `off` nobody',
    ),
  METRICS_TOKEN: z
    .string()
    .regex(/^\S{16,}$/, 'at least 16 characters without spaces')
    .optional()
    .describe('with it `/metrics` answers only who gives it as `Authorization: Bearer …`, from wherever'),
  SLOW_QUERY_MS: wholeNumber(0, 600_000, 1000).describe(
    'milliseconds from which a query is logged with its shape at level `warn`; 0 is never',
  ),
};

export function toObserveConfig(settings: z.infer<z.ZodObject<typeof OBSERVE_SETTINGS>>): ObserveConfig {
  const { METRICS: whom, METRICS_TOKEN: token = null, SLOW_QUERY_MS: slowQueryMs } = settings;
  return { metrics: whom === 'off' ? null : { token, isLocal: whom === 'local' }, slowQueryMs };
}
