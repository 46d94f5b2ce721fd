import { z } from 'zod';
import { formatOutline } from './formatOutline.js';

const answerForm = z.looseObject({
  results: z.array(
    z.looseObject({
      period: z.string().nullable(),
      shares: z.array(z.object({ entity: z.unknown(), sharePercent: z.number(), low: z.number(), high: z.number() })),
      sources: z.array(z.object({ publisher: z.string() })),
    }),
  ),
});

/** What is reported of a market, one result below the other: each has shares of its own. */
export function formatMarket(answer: unknown): string {
  const { results, ...others } = answerForm.parse(answer);
  const blocks = results.map(({ shares, sources, ...result }) =>
    formatOutline({
      ...result,
      shares: shares.map(({ entity, sharePercent, low, high }) => ({
        entity,
        sharePercent,
        // The least and the most that the claim allows.
        boundsPercent: { low, high },
      })),
      sources: [...new Set(sources.map(({ publisher }) => publisher))],
    }),
  );
  return [formatOutline(others), ...blocks].join('\n\n');
}
