import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { mergedHead } from '../derive/factsOf.js';
import { compareStatements } from '../model/applyChange.js';
import type { DatasetMeta, Facts } from '../model/dataset.js';
import type { EntityHead, SourceRecord } from '../model/entity.js';
import { kindOf } from '../model/ids.js';
import { checkImport } from './checkImport.js';
import { entityForm, metaForm, redirectForm, statementRowForm, versionForm } from './exportForm.js';
import { fieldOf, formProblems } from './formProblems.js';
import type { PlacedStatement } from './makeStatements.js';
import { type SeedProblem, SeedProblems, show } from './SeedProblems.js';

/** A head with the place at which it was read. */
export interface PlacedHead {
  readonly head: EntityHead | SourceRecord;
  readonly record: string;
}

/**
 * Reads a file that `exportDataset` wrote, of either format: JSON, or with the ending `.jsonl` a row a line. Throws
 * SeedProblems with all that is wrong with its form or its facts, each with its line, or in a document its path. Linear in
 * the file; a file of lines is read as a stream.
 */
export async function importExport(file: string): Promise<Facts> {
  const rows = new Rows(file);
  try {
    if (file.endsWith('.jsonl')) await readLines(file, rows);
    else readDocument(await readFile(file, 'utf8'), rows);
  } catch (error) {
    if (!isFileError(error)) throw error;
    rows.fault('', '', 'a readable file', error.message);
  }
  return rows.facts();
}

function isFileError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error;
}

const documentForm = z.strictObject({
  ...versionForm.shape,
  meta: z.unknown(),
  entities: z.array(z.unknown()),
  redirects: z.array(z.unknown()),
  statements: z.array(z.unknown()),
});

function readDocument(text: string, rows: Rows): void {
  const content = parseJson(text, '', rows);
  const parsed = content === undefined ? null : rows.parse(documentForm, content, '');
  if (parsed === null) return;
  rows.addMeta(parsed.meta, 'meta');
  for (const [i, row] of parsed.entities.entries()) rows.addEntity(row, `entities[${i}]`);
  for (const [i, row] of parsed.redirects.entries()) rows.addRedirect(row, `redirects[${i}]`);
  for (const [i, row] of parsed.statements.entries()) rows.addStatement(row, `statements[${i}]`);
}

const firstLineForm = z.strictObject({ ...versionForm.shape, meta: z.unknown() });
const lineForm = z.union(
  [
    z.strictObject({ entity: z.unknown() }),
    z.strictObject({ redirect: z.unknown() }),
    z.strictObject({ statement: z.unknown() }),
  ],
  { error: 'a row: an entity, a redirect or a statement' },
);

async function readLines(file: string, rows: Rows): Promise<void> {
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    const place = `line ${number}`;
    const content = parseJson(line, place, rows);
    if (content === undefined) continue;
    if (number === 1) {
      const first = rows.parse(firstLineForm, content, place);
      if (first !== null) rows.addMeta(first.meta, place);
      continue;
    }
    const row = rows.parse(lineForm, content, place);
    if (row === null) continue;
    if ('entity' in row) rows.addEntity(row.entity, place);
    else if ('redirect' in row) rows.addRedirect(row.redirect, place);
    else rows.addStatement(row.statement, place);
  }
}

/** Undefined where it is none; that is then a problem. */
function parseJson(text: string, place: string, rows: Rows): unknown {
  try {
    const content: unknown = JSON.parse(text);
    return content;
  } catch (error) {
    rows.fault(place, '', 'JSON', error instanceof Error ? error.message : show(error));
    return undefined;
  }
}

/** Rows in the form of an export, read one by one, and what was wrong with them. */
export class Rows {
  readonly #problems: SeedProblem[] = [];
  readonly #heads: PlacedHead[] = [];
  readonly #statements: PlacedStatement[] = [];
  #meta: DatasetMeta | null = null;
  #hasMeta = false;

  /** `file`: what problems name as the place of all rows. */
  constructor(private readonly file: string) {}

  fault(record: string, field: string, expected: string, got: string): void {
    this.#problems.push({ file: this.file, record, field, expected, got });
  }

  parse<T extends z.ZodType>(form: T, content: unknown, record: string): z.infer<T> | null {
    const parsed = form.safeParse(content);
    if (parsed.success) return parsed.data;
    const keys = form instanceof z.ZodObject ? Object.keys(form.shape) : [];
    const place = (path: readonly PropertyKey[]) => ({ file: this.file, record, field: fieldOf(path) });
    this.#problems.push(...formProblems(parsed.error.issues, content, keys, place));
    return null;
  }

  addMeta(content: unknown, record: string): void {
    this.#hasMeta = true;
    const row = this.parse(metaForm, content, record);
    if (row === null) return;
    const { closedBefore, ...meta } = row;
    this.#meta = { ...meta, ...(closedBefore !== undefined && { closedBefore }) };
  }

  addEntity(content: unknown, record: string): void {
    const row = this.parse(entityForm, content, record);
    if (row === null) return;
    const { publication, id, ...given } = row;
    // The fields in the order in which the seeds give them, so that equal facts are kept as equal text.
    const head: EntityHead = { id, kind: kindOf(id), ...given, mergedInto: null };
    if ((head.kind === 'source') !== (publication !== undefined)) {
      this.fault(record, 'publication', 'a publication of a source, and of nothing else', show(publication));
      return;
    }
    const source = publication && { ...head, kind: 'source' as const, country: null, ...publication };
    this.#heads.push({ head: source ?? head, record });
  }

  addRedirect(content: unknown, record: string): void {
    const row = this.parse(redirectForm, content, record);
    if (row !== null) this.#heads.push({ head: mergedHead(row.from, row.into), record });
  }

  addStatement(content: unknown, record: string): void {
    const row = this.parse(statementRowForm, content, record);
    if (row === null) return;
    const { saidNotBefore, ...given } = row;
    const statement = { ...given, ...(saidNotBefore !== undefined && { saidNotBefore }) };
    this.#statements.push({ statement, file: this.file, folder: 0, record, field: '' });
  }

  /** Throws SeedProblems. */
  facts(): Facts {
    if (!this.#hasMeta && this.#problems.length === 0) this.fault('', 'meta', 'a description of the dataset', 'none');
    const meta = this.#meta;
    // Where rows are missing, what points at them would be further problems without being any.
    if (meta === null || this.#problems.length > 0) throw new SeedProblems(this.#problems);
    const problems = checkImport(this.file, meta, this.#heads, this.#statements);
    if (problems.length > 0) throw new SeedProblems(problems);
    return {
      meta,
      entities: this.#heads.map(({ head }) => head),
      statements: this.#statements.map(({ statement }) => statement).sort(compareStatements),
    };
  }
}
