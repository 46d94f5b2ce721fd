import { z } from 'zod';
import { formatOutline } from './formatOutline.js';

const answerForm = z.looseObject({
  deal: z.object({ id: z.string(), name: z.string() }).nullable(),
  dealUsd: z.number().nullable(),
  dealPerYearUsd: z.number().nullable(),
  rows: z.array(
    z.object({
      initiative: z.object({ id: z.string() }),
      budgetUsd: z.number().nullable(),
      isCeiling: z.boolean(),
      isFloor: z.boolean(),
      stage: z.string(),
      budgetPerYearUsd: z.number().nullable(),
      inUsd: z.object({ perHead: z.number().nullable() }),
      inCurrency: z.object({ currency: z.string(), total: z.number().nullable() }),
      ratioToDeal: z.number().nullable(),
      supplierCountries: z.array(z.object({ id: z.string() })),
      notComparableBecause: z.array(z.string()).nullable(),
    }),
  ),
});

/** Initiatives side by side, as many columns as a terminal shows; JSON and CSV have all. */
export function formatComparison(answer: unknown): string {
  const { rows, deal, dealUsd, dealPerYearUsd, ...others } = answerForm.parse(answer);
  return formatOutline({
    ...(deal ? { deal, amountUsd: dealUsd, amountPerYearUsd: dealPerYearUsd } : {}),
    rows: rows.map(
      ({ initiative, budgetUsd, isCeiling, isFloor, stage, budgetPerYearUsd, inUsd, inCurrency, ...row }) => ({
        initiative,
        // A name for each bound: a ceiling must not look like a budget.
        bound: isCeiling ? 'up to' : isFloor ? 'at least' : '',
        budgetUsd,
        ...(inCurrency.currency === 'USD' ? {} : { [inCurrency.currency]: inCurrency.total }),
        stage,
        perYearUsd: budgetPerYearUsd,
        perHeadUsd: inUsd.perHead,
        ...(deal ? { ratioToDeal: row.ratioToDeal } : {}),
        suppliers: row.supplierCountries.map(({ id }) => id.replace('country:', '')),
        notComparableBecause: row.notComparableBecause,
      }),
    ),
    ...others,
  });
}
