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

const HEADINGS = ['file', 'records', 'facts beside plain fields'];

/** The counts as the table of `docs/dataset.md`, in columns. */
export function formatSeedCounts(counts: readonly SeedCount[]): string {
  const rows = counts.map(({ noun, records, facts }) => [`\`${noun}.yaml\``, String(records), String(facts)]);
  const widths = HEADINGS.map((heading, i) => Math.max(heading.length, ...rows.map((row) => row[i]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join(' | ')} |`;
  const headings = `| ${HEADINGS.map((heading, i) => heading.padEnd(widths[i] ?? 0)).join(' | ')} |`;
  const rule = `| ${widths.map((width, i) => (i === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  return [headings, rule, ...rows.map(line)].join('\n');
}
