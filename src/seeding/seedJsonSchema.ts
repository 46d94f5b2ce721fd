import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { datasetForm, packForm } from './datasetForm.js';
import { type EntityNoun, isEntityNoun, NOUNS, RECORD_FORMS } from './recordForms.js';

/**
 * The JSON Schemas of the seed files by file name, made of the forms that the reader checks with, so that an editor
 * completes and marks what the reader would.
 */
export function seedJsonSchemas(): ReadonlyMap<string, object> {
  return new Map([
    ['dataset.schema.json', schemaOf(datasetForm, 'What the dataset is')],
    ['pack.schema.json', schemaOf(packForm, 'What a folder with further facts says about itself')],
    ...NOUNS.map(
      (noun) =>
        [
          `${noun}.schema.json`,
          isEntityNoun(noun) ? entitiesSchema(noun) : schemaOf(z.array(RECORD_FORMS[noun]), `Seeds: ${noun}`),
        ] as const,
    ),
  ]);
}

/** Writes the schemas into a folder; `seeds/schema/` is where the shipped files look for theirs. */
export async function writeSeedJsonSchemas(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [name, schema] of seedJsonSchemas()) await writeFile(join(folder, name), formatJsonSchema(schema));
}

/** As written to `seeds/schema/`. */
export function formatJsonSchema(schema: object): string {
  return `${JSON.stringify(schema, null, 1)}\n`;
}

function schemaOf(form: z.ZodType, title: string): object {
  return { title, ...z.toJSONSchema(form, { io: 'input', reused: 'ref' }) };
}

/**
 * The schema of a file of entities. A record of a folder that is laid over others may be an addition, with an id and
 * facts, or with the fields that it replaces and their sources: only one with both a name and sources is taken for a
 * whole record. The reader, which knows the other folders, is stricter.
 */
function entitiesSchema(noun: EntityNoun): object {
  const schema = z.toJSONSchema(RECORD_FORMS[noun], { io: 'input', reused: 'ref' });
  const { $schema, $defs, required = [], ...record } = schema;
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema, in an object that nobody awaits.
  const whole = { if: { required: ['name', 'sources'] }, then: { required } };
  return { title: `Seeds: ${noun}`, $schema, type: 'array', items: { ...record, required: ['id'], ...whole }, $defs };
}
