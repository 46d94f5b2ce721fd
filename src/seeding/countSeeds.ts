import { readSeedFiles } from './readSeedFiles.js';

/** How much a seed file holds. */
export interface SeedCount {
  /** Its noun; the file is `<noun>.yaml`. */
  readonly noun: string;
  readonly records: number;
  /** Claims beside the plain fields of the records. */
  readonly facts: number;
}

/** Counts records and facts in each file of a folder, without checking them; files that cannot be read count nothing. */
export async function countSeeds(folder: string): Promise<readonly SeedCount[]> {
  const { records } = await readSeedFiles([folder]);
  const counts = new Map<string, { records: number; facts: number }>();
  for (const { noun, factOrigins } of records) {
    const count = counts.get(noun) ?? { records: 0, facts: 0 };
    counts.set(noun, { records: count.records + 1, facts: count.facts + factOrigins.length });
  }
  return [...counts].map(([noun, count]) => ({ noun, ...count }));
}

/** The counts as the table of `docs/dataset.md`. */
export function formatSeedCounts(counts: readonly SeedCount[]): string {
  const rows = counts.map(({ noun, records, facts }) => `| \`${noun}.yaml\` | ${records} | ${facts} |`);
  return ['| file | records | facts beside plain fields |', '| --- | ---: | ---: |', ...rows].join('\n');
}
