import { z } from 'zod';
import { CONFIDENCES, QUALIFIERS } from '../model/statement.js';
import { isPartialDate } from '../model/time.js';
import { datasetForm } from './datasetForm.js';
import { publicationForm } from './draftForms.js';
import { EXPORT_VERSION } from './exportDataset.js';
import { anyId, fact, idOf, instant, text } from './factForm.js';

export const date = z.string().refine(isPartialDate, 'a date such as 2025-11-03, 2025-11, 2025-Q4, 2025-H2 or 2025');
const confidence = z.enum(CONFIDENCES);
const source = idOf('source');

export const metaForm = datasetForm.extend({
  revision: z.int().positive(),
  rates: z.array(
    z.strictObject({ currency: z.string(), year: z.int(), usd: z.number().positive(), source, confidence }),
  ),
  packs: z.array(z.string()),
  closedBefore: z.array(datasetForm.shape.dataThrough).optional(),
});

export const versionForm = z.strictObject({
  format: z.literal('ai-infra-graph'),
  version: z.literal(EXPORT_VERSION),
});

export const entityForm = z.strictObject({
  id: anyId,
  name: text,
  aliases: z.array(text),
  externalIds: z.array(z.strictObject({ scheme: z.string(), value: text })),
  confidence,
  sources: z.array(source),
  publication: publicationForm
    .extend({ url: publicationForm.shape.url.unwrap().nullable(), published: date.nullable() })
    .optional(),
});

export const redirectForm = z.strictObject({ from: anyId, into: anyId });

export const statementRowForm = z.strictObject({
  id: z.string().regex(/^statement:[0-9a-f]{16}$/, 'an id such as "statement:0123456789abcdef"'),
  subject: anyId,
  property: fact.shape.property,
  scope: text.nullable(),
  value: fact.shape.value.unwrap().nullable(),
  object: anyId.nullable(),
  unit: z.string().nullable(),
  qualifier: z.enum(QUALIFIERS),
  validFrom: date.nullable(),
  validTo: date.nullable(),
  saidOn: date,
  refersTo: date.nullable(),
  confidence,
  sources: z.array(source).min(1, 'at least one source'),
  recordedAt: instant,
  retractedAt: instant.nullable(),
  note: text.nullable(),
  order: z.int().nonnegative(),
  saidNotBefore: date.optional(),
});
