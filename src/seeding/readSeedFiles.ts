import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { load, YAMLException } from 'js-yaml';
import { NOUNS, type Noun } from './recordForms.js';
import { type SeedProblem, show } from './SeedProblems.js';
import { closest } from './suggest.js';

/** A record as it stands in the files, before it is checked. */
export interface RawRecord {
  readonly noun: Noun;
  readonly content: { readonly [field: string]: unknown };
  /** The last file that says something about it. */
  readonly file: string;
  /** Index of its folder among those that were read. */
  readonly folder: number;
  /** Where each of `content.facts` comes from. */
  readonly factOrigins: readonly { readonly file: string; readonly folder: number; readonly index: number }[];
}

export interface RawDatasetFile {
  readonly file: string;
  readonly folder: number;
  readonly content: unknown;
}

export interface SeedFiles {
  readonly records: readonly RawRecord[];
  readonly datasets: readonly RawDatasetFile[];
  readonly problems: readonly SeedProblem[];
}

const IGNORED = new Set(['schema', 'packs']);

/**
 * Reads the folders' YAML files. A record of a later folder extends the one with the same id: its facts are added, the
 * fields that it gives replace. Records keep their order: nouns, then folders, then place in the file.
 */
export async function readSeedFiles(folders: readonly string[]): Promise<SeedFiles> {
  const problems: SeedProblem[] = [];
  const datasets: RawDatasetFile[] = [];
  const byNoun = new Map<Noun, Map<string, RawRecord>>(NOUNS.map((noun) => [noun, new Map()]));
  for (const [folder, path] of folders.entries()) {
    for (const { noun, file, content } of await readFolder(path, problems)) {
      if (noun === 'dataset') datasets.push({ file, folder, content });
      else addRecords(byNoun.get(noun) ?? new Map(), { noun, file, folder, content }, problems);
    }
  }
  return { records: [...byNoun.values()].flatMap((records) => [...records.values()]), datasets, problems };
}

interface SeedFile {
  readonly noun: Noun | 'dataset';
  readonly file: string;
  readonly content: unknown;
}

async function readFolder(folder: string, problems: SeedProblem[]): Promise<readonly SeedFile[]> {
  const names = await listFolder(folder, problems);
  const files: SeedFile[] = [];
  for (const name of names.filter((n) => /\.ya?ml$/.test(n)).sort()) {
    const file = join(folder, name);
    const base = name.replace(/\.ya?ml$/, '');
    const noun = base === 'dataset' ? ('dataset' as const) : NOUNS.find((known) => known === base);
    if (!noun) {
      const expected = `a file named after a noun (dataset, ${NOUNS.join(', ')})${closest(base, NOUNS)}`;
      problems.push({ file, record: '', field: '', expected, got: show(name) });
      continue;
    }
    const content = await readYaml(file, problems);
    if (content !== undefined) files.push({ noun, file, content });
  }
  if (names.length > 0 && files.length === 0 && problems.length === 0) {
    problems.push({ file: folder, record: '', field: '', expected: 'a folder with seed files', got: 'none' });
  }
  return files;
}

async function listFolder(folder: string, problems: SeedProblem[]): Promise<readonly string[]> {
  try {
    if (!(await stat(folder)).isDirectory()) throw new Error('a file');
    const names = await readdir(folder);
    if (names.length === 0) throw new Error('an empty folder');
    return names.filter((name) => !IGNORED.has(name));
  } catch (error) {
    problems.push({
      file: folder,
      record: '',
      field: '',
      expected: 'a readable folder of seeds',
      got: messageOf(error),
    });
    return [];
  }
}

async function readYaml(file: string, problems: SeedProblem[]): Promise<unknown> {
  try {
    const text = await readFile(file, 'utf8');
    // A file of comments only is an empty list: the place where an analyst begins.
    return /^\s*[^\s#]/m.test(text) ? load(text, { filename: file }) : [];
  } catch (error) {
    const line = error instanceof YAMLException ? error.mark?.line : undefined;
    const expected = line === undefined ? 'YAML' : `YAML in line ${line + 1}`;
    const got = error instanceof YAMLException ? error.reason : messageOf(error);
    problems.push({ file, record: '', field: '', expected, got });
    return undefined;
  }
}

function addRecords(
  records: Map<string, RawRecord>,
  { noun, file, folder, content }: Omit<RawRecord, 'content' | 'factOrigins'> & { readonly content: unknown },
  problems: SeedProblem[],
): void {
  if (!Array.isArray(content)) {
    problems.push({ file, record: '', field: '', expected: 'a list of records', got: show(content) });
    return;
  }
  for (const [index, item] of content.entries()) {
    if (!isObject(item)) {
      problems.push({ file, record: `record ${index + 1}`, field: '', expected: 'a record', got: show(item) });
      continue;
    }
    const key = keyOf(noun, item) ?? `${file} ${index}`;
    const factOrigins = listOf(item.facts).map((_, i) => ({ file, folder, index: i }));
    const record: RawRecord = { noun, content: item, file, folder, factOrigins };
    const earlier = records.get(key);
    if (earlier && earlier.folder === folder) {
      problems.push({ file, record: key, field: 'id', expected: 'an id used once', got: `${show(key)} twice` });
    } else {
      records.set(key, earlier ? extend(earlier, record) : record);
    }
  }
}

/** What tells a record apart: its id; of a rate its currency and year. Relations and shares have no id and never merge. */
function keyOf(noun: Noun, item: { readonly [field: string]: unknown }): string | null {
  if (noun === 'currency') return `${item.currency} ${item.year}`;
  return typeof item.id === 'string' ? item.id : null;
}

function extend(earlier: RawRecord, later: RawRecord): RawRecord {
  const facts = [...listOf(earlier.content.facts), ...listOf(later.content.facts)];
  return {
    ...later,
    content: { ...earlier.content, ...later.content, ...(facts.length > 0 && { facts }) },
    factOrigins: [...earlier.factOrigins, ...later.factOrigins],
  };
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isObject(value: unknown): value is { readonly [field: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
