import { z } from 'zod';
import { isPartialDate } from '../model/time.js';
import { instant, text } from './factForm.js';

const day = z
  .string()
  .refine((value) => value.length === 10 && isPartialDate(value), 'a day such as 2026-09-30')
  .meta({ description: 'A day such as 2026-09-30.' });

const licences = z
  .array(
    z.strictObject({
      licence: text.meta({ description: 'Such as CC-BY-4.0.' }),
      covers: text.meta({ description: 'What of the facts it is about.' }),
    }),
  )
  .meta({ description: 'The licences of the sources, and what each covers.' });

/** What the dataset is, apart from its facts. */
export const datasetForm = z
  .strictObject({
    title: text.meta({ description: 'Its title, as it is cited.' }),
    release: text.meta({ description: 'Such as 2026.09.' }),
    firstRecordedAt: instant.meta({ description: 'When the first release was published; nothing was known before.' }),
    releasedAt: instant.meta({ description: 'When this release was published.' }),
    dataThrough: day.meta({ description: 'The day through which the data was collected; default of asOf.' }),
    licences,
    citation: z
      .strictObject({
        text: text.meta({ description: 'In words.' }),
        bibtex: text.meta({ description: 'For BibTeX.' }),
      })
      .meta({ description: 'How to cite it.' }),
  })
  .meta({ description: 'What the dataset is, apart from its facts.' });

/** What a folder with further facts says about itself; it needs none of it. */
export const packForm = z
  .strictObject({
    pack: text
      .optional()
      .meta({ description: 'Its name, shown among the packs that are loaded; default: the folder’s.' }),
    recordedAt: instant.optional().meta({ description: 'When its facts were recorded; default: the first release.' }),
    licences: licences.optional(),
  })
  .meta({ description: 'What a folder with further facts says about itself.' });

export type DatasetForm = z.infer<typeof datasetForm>;
export type PackForm = z.infer<typeof packForm>;
