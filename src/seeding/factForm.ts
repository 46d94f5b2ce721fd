import { z } from 'zod';
import { ENTITY_KINDS, type EntityKind } from '../model/ids.js';
import { CONFIDENCES, QUALIFIERS } from '../model/statement.js';
import { isPartialDate, parseInstant } from '../model/time.js';
import { COUNTRY_CODES } from './countryCodes.js';
import { offering, PROPERTY_WORDS, UNIT_WORDS } from './suggested.js';

const SLUG = '[A-Za-z0-9_]+(?:[.-][A-Za-z0-9_]+)*';
const DATE = /^\d{4}(?:-(?:\d{2}(?:-\d{2})?|Q[1-4]|H[12]))?$/;
const MAX_TEXT = 2_000;
const COUNTRY_CODE = 'a country code of ISO 3166-1 such as NO, or EU';
const SOURCE_SLUG = 'the slug of a source, without "source:"';

/** Half of a surrogate pair is no character: a database would keep another one instead. */
export const text = z
  .string()
  .min(1, 'a text that is not empty')
  .max(MAX_TEXT, `at most ${MAX_TEXT} characters`)
  .refine((value) => value.isWellFormed(), 'a text of whole characters');

/** A date as precise as its source. A bare year may be written as a number. */
export const date = z
  .union([z.string().regex(DATE), z.int().min(1000).max(9999)], {
    error: 'a date such as 2025-11-03, 2025-11, 2025-Q4, 2025-H2 or 2025',
  })
  .transform(String)
  .refine(isPartialDate, 'a date that exists')
  .meta({ description: 'A date as precise as its source: 2025-11-03, 2025-11, 2025-Q4, 2025-H2 or 2025.' });

/** A point in time with an offset. */
export const instant = z
  .string()
  .refine(isInstant, 'a time such as 2026-10-01T00:00:00Z')
  .meta({ description: 'A point in time such as 2026-10-01T00:00:00Z.' });

/** The id of an entity of one of these kinds. */
export function idOf<const K extends EntityKind>(...kinds: readonly [K, ...K[]]) {
  const error = `an id such as ${kinds.map((kind) => `"${EXAMPLE_IDS[kind]}"`).join(' or ')}`;
  return z
    .templateLiteral([z.enum(kinds), ':', z.string().regex(new RegExp(SLUG))], { error })
    .refine((id) => new RegExp(`^[a-z]+:${SLUG}$`).test(id) && String(id).length <= MAX_ID_LENGTH, error)
    .meta({ description: `Id of a ${kinds.join(' or ')}, such as ${EXAMPLE_IDS[kinds[0]]}.` });
}

const MAX_ID_LENGTH = 200;

const EXAMPLE_IDS: Readonly<Record<EntityKind, string>> = {
  company: 'company:openai',
  cloud: 'cloud:aws',
  chip: 'chip:gb200',
  datacenter: 'datacenter:stargate-abilene',
  deal: 'deal:openai-aws-2025',
  initiative: 'initiative:us-stargate',
  country: 'country:US',
  policy: 'policy:us-g42-licence-2025',
  topic: 'topic:euv-lithography',
  source: 'source:seed-analysis',
};

export const anyId = idOf(...ENTITY_KINDS);

/** ISO 3166-1 alpha-2, or EU. */
export const countryCode = z
  .string({ error: COUNTRY_CODE })
  .refine((code) => COUNTRY_CODES.has(code), COUNTRY_CODE)
  .transform((code) => `country:${code}` as const)
  .meta({
    description: "ISO 3166-1 alpha-2, or EU. Put 'NO' in quotes: some tools read the bare word as false.",
    enum: [...COUNTRY_CODES].sort(),
  });

/** A source's slug; its id without `source:`. */
export const sourceSlug = z
  .string({ error: SOURCE_SLUG })
  .regex(new RegExp(`^${SLUG}$`), SOURCE_SLUG)
  .transform((slug) => `source:${slug}` as const)
  .meta({ description: 'Slug of a source: its id in source.yaml without "source:".' });

export const sources = z
  .array(sourceSlug, { error: 'a list with at least one source' })
  .min(1, 'at least one source')
  .meta({ description: 'Slugs from source.yaml of the publications in which this was read. At least one.' });

export const confidence = z
  .enum(CONFIDENCES)
  .meta({ description: 'confirmed (the default): read in a stored source. recalled: general knowledge.' });

const note = text.optional().meta({ description: 'A remark for readers; no rule reads it.' });

/** What says when and by whom something was said; shared by facts and by structural fields with evidence of their own. */
export const evidence = {
  sources,
  confidence: confidence.optional(),
  saidOn: date.optional().meta({ description: 'When it was said; default: the earliest date of its sources.' }),
  note,
};

/** The same, where the record's own sources serve unless others are given. */
export const optionalEvidence = {
  ...evidence,
  sources: sources.optional().meta({ description: 'Slugs from source.yaml; default: those of the record.' }),
};

/** One claim about the record. */
export const fact = z
  .strictObject({
    property: offering(
      z.string().regex(/^[a-z][a-z0-9_]*$/, 'a property in snake_case'),
      PROPERTY_WORDS,
      'What is claimed: one of the properties that the code reads, or any other name in snake_case.',
      'Any other name in snake_case, shown under otherFacts.',
    ),
    value: z
      .union([z.number(), text, z.boolean()], { error: 'a number, a text, true or false' })
      .optional()
      .meta({ description: 'The number, text or date that is claimed; beside an object a stake, share or count.' }),
    object: anyId.optional().meta({ description: 'Another entity, where the claim is a relation.' }),
    unit: offering(text, UNIT_WORDS, 'A unit or a currency; omitted where the property has a fixed one.').optional(),
    scope: text.optional().meta({ description: 'The part it speaks of: a tranche, phase, site, role, variant.' }),
    qualifier: z
      .enum(QUALIFIERS)
      .optional()
      .meta({ description: 'Default exact. upTo is a ceiling, atLeast a floor.' }),
    refersTo: date.optional().meta({ description: 'The date that a plan or a target speaks of.' }),
    validFrom: date
      .optional()
      .meta({ description: 'From when on it holds: the day of a status, tranche or contract.' }),
    validTo: date.optional().meta({ description: 'Through when it holds.' }),
    recordedAt: instant.optional().meta({ description: 'When the dataset learned it; default: the first release.' }),
    retractedAt: instant.optional().meta({ description: 'When the dataset withdrew it.' }),
    ...evidence,
  })
  .meta({ description: 'One claim with its evidence: a value, an object, or both.' });

export type FactForm = z.infer<typeof fact>;

function isInstant(value: string): boolean {
  try {
    parseInstant(value);
    return true;
  } catch {
    return false;
  }
}
