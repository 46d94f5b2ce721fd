import { z } from 'zod';
import type { EntityKind } from '../model/ids.js';
import { anyId, confidence, fact, idOf, text } from './factForm.js';
import { RECORD_FORMS } from './recordForms.js';

/** Enough for any claim; a longer list is a mistake. */
const MAX_SOURCES = 50;
const MAX_NAMES = 100;

const sources = z.array(idOf('source')).min(1, 'at least one source').max(MAX_SOURCES);
const { shape: claimed } = fact.omit({ recordedAt: true, retractedAt: true });

/** A claim about any entity but a source, as a person gives it: a fact of the seeds, with whole ids of its sources. */
export const statementForm = z.strictObject({
  subject: anyId.refine(isSubject, 'an id of an entity that facts are about, not of a source'),
  ...claimed,
  sources,
});

const names = {
  name: text.optional(),
  aliases: z.array(text).max(MAX_NAMES).optional(),
  externalIds: z
    .array(z.strictObject({ scheme: text, value: text }))
    .max(MAX_NAMES)
    .optional(),
};

const publicationShape = RECORD_FORMS.source.pick({
  publisher: true,
  url: true,
  published: true,
  medium: true,
  read: true,
  licence: true,
}).shape;

/** All that a new source says of its publication. */
export const publicationForm = z.strictObject(publicationShape);

/** The head of an entity of one kind: all of it is optional here, since what is left out stays. Claims are read apart. */
export function headForm(kind: EntityKind) {
  const id = RECORD_FORMS[kind].shape.id;
  return kind === 'source'
    ? z.strictObject({ id, ...names, publication: publicationForm.partial().optional() })
    : z.strictObject({
        id,
        ...names,
        confidence: confidence.optional(),
        sources: sources.optional(),
      });
}

function isSubject(id: string): boolean {
  return !id.startsWith('source:');
}
