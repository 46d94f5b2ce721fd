import { z } from 'zod';
import { confidence, date, evidence, fact, idOf, sourceSlug, text } from './factForm.js';

const organisation = idOf('company', 'cloud');

/** A publication. */
export const sourceForm = z.strictObject({
  id: idOf('source'),
  name: text.meta({ description: 'Its title.' }),
  publisher: text.meta({ description: 'Who published it; sources of one publisher count once.' }),
  url: z
    .url({ error: 'an address such as https://example.org/page' })
    .optional()
    .meta({ description: 'Where it can be read.' }),
  published: date.optional().meta({ description: 'When it was published, as precisely as is known.' }),
  medium: z
    .enum(['news', 'press', 'filing', 'government', 'dataset', 'report', 'reference', 'legal', 'analysis', 'seed'])
    .meta({
      description: 'What sort of publication it is. press: a release by a party. seed: the text that began it all.',
    }),
  read: z.enum(['direct', 'indirect', 'none']).meta({
    description: 'direct: a stored copy was read. indirect: read in a document that cites it. none: recalled.',
  }),
  licence: text.meta({ description: 'The licence of the publication, such as CC-BY-4.0.' }),
});

/** A relation that belongs to no record. */
export const relationForm = z.strictObject({
  subject: organisation.or(idOf('chip', 'country')).meta({ description: 'Who does it.' }),
  ...fact.shape,
});

/** A market share as an analyst reported it. */
export const marketShareForm = z.strictObject({
  market: text.meta({ description: 'The market: cloud_infrastructure, foundry, hbm, ai_accelerators, …' }),
  entity: organisation.meta({ description: 'Whose share it is.' }),
  value: z.number().min(0).max(100).meta({ description: 'Percent.' }),
  qualifier: fact.shape.qualifier,
  period: date.meta({ description: 'The period that it was measured over, or is expected for.' }),
  measure: text.meta({ description: 'What was counted: revenue, shipments, …' }),
  region: text.meta({ description: 'Where: worldwide, or a region.' }),
  analyst: text.optional().meta({ description: 'Who counted, where known.' }),
  ...evidence,
});

/** What one unit of a currency was worth in a year. */
export const currencyForm = z.strictObject({
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'a currency code such as EUR')
    .meta({ description: 'ISO 4217 code.' }),
  year: z.int().min(1900).max(2999).meta({ description: 'The year.' }),
  usd: z.number().positive().meta({ description: 'US dollars for one unit, average of the year.' }),
  source: sourceSlug.meta({ description: 'Slug of the source: its id in source.yaml without "source:".' }),
  confidence: confidence.optional(),
  note: text.optional().meta({ description: 'A remark for readers; no rule reads it.' }),
});
