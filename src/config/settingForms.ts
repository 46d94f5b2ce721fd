import { z } from 'zod';

/** A setting that is a whole number, given in digits alone. */
export function wholeNumber(
  min: number,
  max: number,
  byDefault: number,
  expected = `a whole number in ${min}..${max}`,
) {
  return z
    .string()
    .regex(/^\d{1,10}$/, expected)
    .transform(Number)
    .refine((value) => value >= min && value <= max, expected)
    .default(byDefault);
}

/** A setting that is `on` or `off`. */
export function onOrOff(byDefault: boolean) {
  return z
    .enum(['on', 'off'], { error: 'on or off' })
    .transform((value) => value === 'on')
    .default(byDefault);
}
