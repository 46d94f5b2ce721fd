import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { changeFacts, NO_FACT_CHANGE } from '../../src/derive/changeFacts.js';
import { deriveDataset } from '../../src/derive/deriveDataset.js';
import { factsOf, mergedHead } from '../../src/derive/factsOf.js';
import type { Dataset } from '../../src/model/dataset.js';
import { isSameContent } from '../../src/model/diffDatasets.js';
import { EXPORT_FORMATS, type ExportFormat, exportDataset } from '../../src/seeding/exportDataset.js';
import { importExport } from '../../src/seeding/importExport.js';
import { readFacts } from '../../src/seeding/readFacts.js';
import { SeedProblems } from '../../src/seeding/SeedProblems.js';
import { inOneOrder } from '../support/randomDataset.js';
import { company, source } from '../support/records.js';
import { smallDataset, statement } from '../support/smallDataset.js';
import { SMALL, seedFolder } from './seedFolder.js';

const SEEDS = new URL('../../seeds', import.meta.url).pathname;

let folder: string;
let small: Dataset;

beforeAll(async () => {
  folder = await seedFolder(SMALL);
  small = deriveDataset(await readFacts([folder]));
});

const textOf = (dataset: Dataset, format: ExportFormat) => [...exportDataset(dataset, format)].join('');

async function importText(text: string, format: ExportFormat) {
  const file = join(folder, `export.${format}`);
  await writeFile(file, text);
  return importExport(file);
}

/** What is wrong with a text, without the folder of the file. */
async function problemsOf(text: string, format: ExportFormat) {
  try {
    await importText(text, format);
  } catch (error) {
    if (error instanceof SeedProblems)
      return error.problems.map(({ file, ...problem }) => Object.values(problem).join(' | '));
    throw error;
  }
  return [];
}

describe.each(EXPORT_FORMATS)('an export as %s', (format) => {
  it('gives back the shipped dataset, byte for byte when exported again, also with a merge in it', async () => {
    const facts = await readFacts([SEEDS]);
    const heads = [mergedHead('company:xai', 'company:meta')];
    const at = '2026-11-15T10:00:00.000Z';
    const [withdrawn] = facts.statements;
    const retracted = new Set(withdrawn ? [withdrawn.id] : []);
    const dataset = deriveDataset(changeFacts(facts, { ...NO_FACT_CHANGE, heads, retracted }, at));
    const text = textOf(dataset, format);
    const again = deriveDataset(await importText(text, format));
    expect(isSameContent(inOneOrder(again), inOneOrder(dataset))).toBe(true);
    expect(textOf(again, format) === text).toBe(true);
  }, 120_000);

  it('gives back any facts', async () => {
    const text = fc.string({ minLength: 1, unit: 'binary' });
    const facts = fc.record({
      name: text,
      aliases: fc.array(text, { maxLength: 3 }),
      notes: fc.uniqueArray(
        fc.record({ value: fc.oneof(text, fc.boolean()), note: fc.option(text), scope: fc.option(text) }),
        {
          selector: (n) => JSON.stringify(n),
          maxLength: 4,
        },
      ),
    });
    await fc.assert(
      fc.asyncProperty(facts, async ({ name, aliases, notes }) => {
        const dataset = smallDataset({
          entities: [
            company('a', { name, aliases, externalIds: [{ scheme: 'x', value: name }] }),
            source('s1', { url: 'https://example.org' }),
          ],
          statements: notes.map((n) => ({ subject: 'company:a', property: 'remark', ...n })),
        });
        const given = deriveDataset(factsOf(dataset));
        const again = deriveDataset(await importText(textOf(given, format), format));
        expect(inOneOrder(again)).toEqual(inOneOrder(given));
      }),
      { numRuns: 50 },
    );
  });

  it('is the same whatever the order of rows and fields', () => {
    const turned = { ...small, entities: [...small.entities].reverse(), statements: [...small.statements].reverse() };
    const fields = turned.statements.map(({ id, subject, ...rest }) => ({ ...rest, subject, id }));
    expect(textOf({ ...turned, statements: fields }, format)).toBe(textOf(small, format));
  });

  it('is given piece by piece', () => {
    const sizes = [...exportDataset(small, format)].map(({ length }) => length);
    expect(sizes.length).toBeGreaterThan(small.statements.length);
  });
});

describe('importExport', () => {
  it('names the line of each problem of form', async () => {
    const [first = '', second = ''] = textOf(small, 'jsonl').split('\n');
    const rows = [first, second, '{', '{"deal":1}', '{"redirect":{"from":"company:x","into":"x","why":1}}'];
    const [json = '', ...others] = await problemsOf(rows.join('\n'), 'jsonl');
    // What the parser says differs from one Node to another.
    expect(json).toMatch(/^line 3 \| {2}\| JSON \| ./);
    expect(others.map((problem) => problem.replace(/an id such as .* \|/, 'an id |'))).toEqual([
      'line 4 |  | a row: an entity, a redirect or a statement | {"deal":1}',
      'line 5 | into | an id | "x"',
      'line 5 | why | a field that exists | "why"',
    ]);
    expect(await problemsOf(first.replace('"version":1', '"version":9'), 'jsonl')).toEqual([
      'line 1 | version | 1 | 9',
    ]);
  });

  it('names the path in a document, and the rule that is broken', async () => {
    const broken = textOf(small, 'json')
      .replace('"value":"COMPUTE_PURCHASE"', '"value":7')
      .replace('"object":"cloud:aws"', '"object":"cloud:awz"');
    expect(await problemsOf(broken, 'json')).toEqual([
      'statements[5] |  | a cloud that exists (did you mean "cloud:aws"?) | "cloud:awz"',
      'statements[3] | value | a text | 7',
    ]);
    expect(await problemsOf('{}', 'json')).toHaveLength(6);
    expect(await problemsOf('', 'json')).toHaveLength(1);
  });

  it('refuses statements and redirects of entities that are not there', async () => {
    const extra = { ...small, redirects: new Map([['company:old', 'company:none'] as const]) };
    const stray = statement({
      subject: 'company:openai',
      property: 'remark',
      value: 'x',
      sources: ['source:none'],
      order: 99,
    });
    expect(await problemsOf(textOf({ ...extra, statements: [...small.statements, stray] }, 'json'), 'json')).toEqual([
      'redirects[0] | into | a company that exists (did you mean "company:old"?) | "company:none"',
      `statements[${small.statements.length}] | sources | a source that exists | "source:none"`,
    ]);
  });

  it('says where a file cannot be read', async () => {
    await expect(importExport(join(folder, 'none.jsonl'))).rejects.toThrow('expected a readable file');
  });
});
