import { basename, resolve } from 'node:path';
import { z } from 'zod';
import type { DatasetMeta } from '../model/dataset.js';
import type { CurrencyRate } from '../model/money.js';
import { type Instant, parseInstant } from '../model/time.js';
import { type DatasetForm, datasetForm, type PackForm, packForm } from './datasetForm.js';
import { fieldOf, formProblems } from './formProblems.js';
import type { SeedRecord } from './parseRecords.js';
import type { RawDatasetFile, SeedFiles } from './readSeedFiles.js';
import type { SeedProblem } from './SeedProblems.js';

export interface DatasetDescription {
  readonly meta: DatasetMeta;
  /** When the facts of each folder were recorded, unless they say so themselves; empty where that is unknown. */
  readonly recordedAt: readonly Instant[];
}

/**
 * Reads the first folder's dataset.yaml and those of the packs. Where one is missing or wrong, that is a problem, and
 * what can be told of it stands in, so that the facts can be checked all the same.
 */
export function readDatasetMeta(
  files: SeedFiles,
  folders: readonly string[],
  rates: readonly SeedRecord<'currency'>[],
  problems: SeedProblem[],
): DatasetDescription {
  const main = files.datasets.find(({ folder }) => folder === 0);
  const dataset = (main ? parse(datasetForm, main, problems) : null) ?? standIn(main?.content);
  const packs = new Map<number, PackForm>();
  for (const file of files.datasets.filter(({ folder }) => folder > 0)) {
    packs.set(file.folder, parsePack(file, problems) ?? { recordedAt: UNKNOWN });
  }
  const [first = ''] = folders;
  if (!main && !files.problems.some(({ file }) => file === first)) {
    const expected = 'a file dataset.yaml in the first folder';
    problems.push({ file: first, record: '', field: '', expected, got: 'none' });
  }

  const firstRecordedAt = inUtc(dataset.firstRecordedAt);
  const { title, release, releasedAt, dataThrough, licences, citation } = dataset;
  return {
    meta: {
      title,
      release,
      revision: 1,
      firstRecordedAt,
      releasedAt: inUtc(releasedAt),
      dataThrough,
      licences: [...licences, ...[...packs.values()].flatMap((pack) => pack.licences ?? [])],
      citation,
      rates: rates.map(rateOf),
      packs: folders.slice(1).map((path, i) => packs.get(i + 1)?.pack ?? basename(resolve(path))),
    },
    recordedAt: folders.map((_, folder) => {
      const recordedAt = packs.get(folder)?.recordedAt;
      return recordedAt === undefined ? firstRecordedAt : inUtc(recordedAt);
    }),
  };
}

const UNKNOWN = '';

/** What a wrong dataset.yaml still tells, and else what contradicts no fact. */
function standIn(content: unknown): DatasetForm {
  const { dataThrough, firstRecordedAt } = datasetForm.shape;
  const given = z.looseObject({}).safeParse(content).data ?? {};
  return {
    title: '',
    release: '',
    firstRecordedAt: firstRecordedAt.safeParse(given.firstRecordedAt).data ?? UNKNOWN,
    releasedAt: UNKNOWN,
    dataThrough: dataThrough.safeParse(given.dataThrough).data ?? '9999-12-31',
    licences: [],
    citation: { text: '', bibtex: '' },
  };
}

function inUtc(instant: Instant): Instant {
  return instant === UNKNOWN ? UNKNOWN : parseInstant(instant);
}

function parsePack(file: RawDatasetFile, problems: SeedProblem[]): PackForm | null {
  const { content } = file;
  if (typeof content !== 'object' || content === null || !('dataThrough' in content)) {
    return parse(packForm, file, problems);
  }
  const expected = 'pack, recordedAt and licences of a folder that adds facts; a whole dataset comes first';
  problems.push({ file: file.file, record: '', field: '', expected, got: 'a whole dataset' });
  return null;
}

function rateOf({ data }: SeedRecord<'currency'>): CurrencyRate {
  const { currency, year, usd, source, confidence = 'confirmed' } = data;
  return { currency, year, usd, source, confidence };
}

function parse<T extends z.ZodObject>(form: T, { file, content }: RawDatasetFile, problems: SeedProblem[]) {
  // A file that cannot be read is a problem already.
  if (content === undefined) return null;
  const parsed = form.safeParse(content);
  if (parsed.success) return parsed.data;
  const keys = Object.keys(form.shape);
  problems.push(
    ...formProblems(parsed.error.issues, content, keys, (path) => ({ file, record: '', field: fieldOf(path) })),
  );
  return null;
}
