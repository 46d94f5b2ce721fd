import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { datasetForm, packForm } from './datasetForm.js';
import { NOUNS, RECORD_FORMS } from './recordForms.js';

/**
 * The JSON Schemas of the seed files by file name, made of the forms that the reader checks with, so that an editor
 * completes and marks what the reader would.
 */
export function seedJsonSchemas(): ReadonlyMap<string, object> {
  return new Map([
    ['dataset.schema.json', schemaOf(datasetForm, 'What the dataset is')],
    ['pack.schema.json', schemaOf(packForm, 'What a folder with further facts says about itself')],
    ...NOUNS.map((noun) => [`${noun}.schema.json`, schemaOf(z.array(RECORD_FORMS[noun]), `Seeds: ${noun}`)] as const),
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
