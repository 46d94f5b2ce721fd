import { SHIPPED_SEEDS } from '../config.js';
import { deriveDataset } from '../derive/deriveDataset.js';
import { RULES_VERSION } from '../derive/rules.js';
import type { Facts } from '../model/dataset.js';
import { importExport, Rows } from '../seeding/importExport.js';
import { keepWritten } from '../seeding/keepWritten.js';
import { readFacts } from '../seeding/readFacts.js';
import type { Database } from '../store/neo4j/Database.js';
import { Importer, type ImportResult } from '../store/neo4j/Importer.js';
import { readFactRows } from '../store/neo4j/readFactRows.js';
import { readWritten } from '../store/neo4j/readWritten.js';

/** What an import did, for whoever ran it. */
export interface ImportReport extends ImportResult {
  readonly release: string;
}

type Step = (what: string) => void;

/** What is imported: folders laid over the shipped facts, or a file that an export wrote. */
export interface ImportFrom {
  readonly data: readonly string[];
  readonly file: string | null;
}

/**
 * Makes a graph in Neo4j hold facts, besides what people have written to it since the last import. Throws SeedProblems, and
 * then nothing was written; CONFLICT, UNAVAILABLE.
 */
export async function importGraph(database: Database, { data, file }: ImportFrom, step: Step): Promise<ImportReport> {
  const given = file === null ? await readFacts([SHIPPED_SEEDS, ...data], step) : await importExport(file);
  const written = await readWritten(database);
  const facts = written === null ? given : keepWritten(given, written.dataset, written.revisions);
  return write(database, facts, { reason: `Import of release ${facts.meta.release}`, mend: false }, step);
}

/**
 * Derives a graph again from its facts as they stand in the database, whoever wrote them: after somebody changed it behind
 * the API's back, and after the rules changed. Throws SeedProblems where the facts are not whole; then nothing was written.
 */
export async function rederiveGraph(database: Database, step: Step): Promise<ImportReport> {
  step('Reading the facts from the database');
  const rows = new Rows('the graph');
  await readFactRows(database, rows);
  return write(database, rows.facts(), { reason: 'Derived again', mend: true }, step);
}

async function write(
  database: Database,
  facts: Facts,
  { reason, mend }: { readonly reason: string; readonly mend: boolean },
  step: Step,
): Promise<ImportReport> {
  step('Deriving dependencies');
  const dataset = deriveDataset(facts);
  const options = { author: 'aigraph', reason, mend, rulesVersion: RULES_VERSION, step, now: () => new Date() };
  const result = await new Importer(database, options).run(dataset);
  return { ...result, release: dataset.meta.release };
}
