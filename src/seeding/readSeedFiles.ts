import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { layRecords, type RawRecord, type SeedFile } from './layRecords.js';
import { messageOf, readYaml } from './readYaml.js';
import { NOUNS, type Noun } from './recordForms.js';
import { type SeedProblem, show } from './SeedProblems.js';
import { closest, nearest } from './suggest.js';

export interface RawDatasetFile {
  readonly file: string;
  readonly folder: number;
  readonly content: unknown;
}

export interface SeedFiles {
  readonly records: readonly RawRecord[];
  readonly datasets: readonly RawDatasetFile[];
  /** Nouns of which some record may be there that could not be read: what is missing of them is no further problem. */
  readonly incomplete: ReadonlySet<Noun>;
  readonly problems: readonly SeedProblem[];
}

const IGNORED = new Set(['schema', 'packs']);

/** Reads the folders' YAML files and lays each over those before it. */
export async function readSeedFiles(folders: readonly string[]): Promise<SeedFiles> {
  const problems: SeedProblem[] = [];
  const incomplete = new Set<Noun>();
  const datasets: RawDatasetFile[] = [];
  const files: SeedFile[] = [];
  for (const [folder, path] of folders.entries()) {
    for (const { base, file } of await listFiles(path, problems, incomplete)) {
      const noun = base === 'dataset' ? 'dataset' : nounOf(base, file, problems, incomplete);
      if (noun === null) continue;
      const content = await readYaml(file, problems);
      if (noun === 'dataset') datasets.push({ file, folder, content });
      else if (content === undefined) incomplete.add(noun);
      else files.push({ noun, file, folder, content });
    }
  }
  return { records: layRecords(files, problems, incomplete), datasets, incomplete, problems };
}

interface NamedFile {
  readonly base: string;
  readonly file: string;
}

async function listFiles(
  folder: string,
  problems: SeedProblem[],
  incomplete: Set<Noun>,
): Promise<readonly NamedFile[]> {
  try {
    if (!(await stat(folder)).isDirectory()) throw new Error('a file');
    const names = (await readdir(folder)).filter((name) => !IGNORED.has(name) && /\.ya?ml$/.test(name)).sort();
    if (names.length === 0) throw new Error('a folder without any .yaml file');
    return names.map((name) => ({ base: name.replace(/\.ya?ml$/, ''), file: join(folder, name) }));
  } catch (error) {
    for (const noun of NOUNS) incomplete.add(noun);
    const expected = 'a readable folder of seeds';
    problems.push({ file: folder, record: '', field: '', expected, got: messageOf(error) });
    return [];
  }
}

function nounOf(base: string, file: string, problems: SeedProblem[], incomplete: Set<Noun>): Noun | null {
  const noun = NOUNS.find((known) => known === base);
  if (noun) return noun;
  const meant = nearest(base, NOUNS);
  for (const known of NOUNS) if (known === meant) incomplete.add(known);
  const expected = `a file named after a noun (dataset, ${NOUNS.join(', ')})${closest(base, NOUNS)}`;
  problems.push({ file, record: '', field: '', expected, got: show(basename(file)) });
  return null;
}
