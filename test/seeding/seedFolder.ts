import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { readFacts } from '../../src/seeding/readFacts.js';
import { describeProblem, type SeedProblem, SeedProblems } from '../../src/seeding/SeedProblems.js';

const folders: string[] = [];

afterAll(async () => {
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })));
});

/** The smallest dataset that is right: one source, two companies, a cloud and a deal between them. */
export const SMALL: Readonly<Record<string, string>> = {
  'dataset.yaml': `
title: Test facts
release: '2026.09'
firstRecordedAt: 2026-10-01T00:00:00Z
releasedAt: 2026-10-01T00:00:00Z
dataThrough: 2026-09-30
licences: [{ licence: CC0-1.0, covers: all }]
citation: { text: Test facts, bibtex: '@misc{test}' }
`,
  'source.yaml': `
- { id: source:press, name: Press, publisher: Press, published: 2025-11-03, medium: news, read: direct, licence: CC0-1.0 }
`,
  'country.yaml': '- { id: country:US, name: United States, sources: [press] }',
  'company.yaml': `
- { id: company:openai, name: OpenAI, country: US, sources: [press] }
- { id: company:amazon, name: Amazon, country: US, sources: [press] }
`,
  'cloud.yaml': '- { id: cloud:aws, name: AWS, operatedBy: company:amazon, sources: [press] }',
  'deal.yaml': deal('openai-aws', ''),
};

/** A deal between OpenAI and AWS with further fields. */
export function deal(slug: string, fields: string, announced = '2025-11-03'): string {
  return `
- id: deal:${slug}
  name: Deal
  form: COMPUTE_PURCHASE
  parties: [{ role: customer, entity: company:openai }, { role: provider, entity: cloud:aws }]
  announced: ${announced}
  status: ACTIVE
  sources: [press]
${fields}`;
}

/** Writes seed files to a new folder, removed after the tests, and returns its path. */
export async function seedFolder(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'seeds-'));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}

/** What is wrong with the small dataset and these files, with files named by their last part. */
export async function problemsOf(files: Readonly<Record<string, string>>): Promise<readonly SeedProblem[]> {
  return problemsIn([await seedFolder({ ...SMALL, ...files })]);
}

export async function problemsIn(given: readonly string[]): Promise<readonly SeedProblem[]> {
  try {
    await readFacts(given);
    return [];
  } catch (error) {
    if (!(error instanceof SeedProblems)) throw error;
    return error.problems.map((problem) => ({ ...problem, file: problem.file.replace(/^.*\//, '') }));
  }
}

/** The deal of the small dataset with one more fact. */
export const fact = (line: string) => deal('openai-aws', `  facts:\n    - ${line}\n`);

/** The problems of the small dataset with one more fact about its deal, as messages. */
export async function messages(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  return (await problemsOf(files)).map(describeProblem);
}
