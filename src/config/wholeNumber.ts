import { z } from 'zod';

/** A setting in `min..max` that is given as digits. */
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
