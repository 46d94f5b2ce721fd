import type { z } from 'zod';
import type { DatasetMeta } from '../model/dataset.js';
import type { CurrencyRate } from '../model/money.js';
import { type Instant, parseInstant } from '../model/time.js';
import { type DatasetForm, datasetForm, type PackForm, packForm } from './datasetForm.js';
import { fieldOf, formProblems, type SeedRecord } from './parseRecords.js';
import type { RawDatasetFile, SeedFiles } from './readSeedFiles.js';
import type { SeedProblem } from './SeedProblems.js';

export interface DatasetDescription {
  readonly meta: DatasetMeta;
  /** When the facts of each folder were recorded, unless they say so themselves. */
  readonly recordedAt: readonly Instant[];
}

/** Reads the first folder's dataset.yaml and those of the packs. Null where the first is missing or wrong. */
export function readDatasetMeta(
  files: SeedFiles,
  folders: readonly string[],
  rates: readonly SeedRecord<'currency'>[],
  problems: SeedProblem[],
): DatasetDescription | null {
  const main = files.datasets.find(({ folder }) => folder === 0);
  const dataset: DatasetForm | null = main ? parse(datasetForm, main, problems) : null;
  const packs = new Map<number, PackForm>();
  for (const file of files.datasets.filter(({ folder }) => folder > 0)) {
    const pack = parse(packForm, file, problems);
    if (pack) packs.set(file.folder, pack);
  }
  if (!main && !files.problems.some(({ file }) => file === folders[0] || file.endsWith('dataset.yaml'))) {
    const expected = 'a file dataset.yaml in the first folder';
    problems.push({ file: folders[0] ?? '', record: '', field: '', expected, got: 'none' });
  }
  if (!dataset) return null;

  const first = parseInstant(dataset.firstRecordedAt);
  const { title, release, releasedAt, dataThrough, licences, citation } = dataset;
  return {
    meta: {
      title,
      release,
      revision: 1,
      firstRecordedAt: first,
      releasedAt: parseInstant(releasedAt),
      dataThrough,
      licences: [...licences, ...[...packs.values()].flatMap((pack) => pack.licences ?? [])],
      citation,
      rates: rates.map(rateOf),
      packs: [...packs.values()].map(({ pack }) => pack),
    },
    recordedAt: folders.map((_, folder) => {
      const recordedAt = packs.get(folder)?.recordedAt;
      return recordedAt ? parseInstant(recordedAt) : first;
    }),
  };
}

function rateOf({ data }: SeedRecord<'currency'>): CurrencyRate {
  const { currency, year, usd, source, confidence = 'confirmed' } = data;
  return { currency, year, usd, source, confidence };
}

function parse<T extends z.ZodObject>(form: T, { file, content }: RawDatasetFile, problems: SeedProblem[]) {
  const parsed = form.safeParse(content);
  if (parsed.success) return parsed.data;
  const keys = Object.keys(form.shape);
  problems.push(
    ...formProblems(parsed.error, content, { keys }, (path) => ({ file, record: '', field: fieldOf(path) })),
  );
  return null;
}
