import { SHIPPED_SEEDS } from '../config.js';
import { deriveDataset } from '../derive/deriveDataset.js';
import { RULES_VERSION } from '../derive/rules.js';
import type { Facts } from '../model/dataset.js';
import { importExport, Rows } from '../seeding/importExport.js';
import { keepWritten } from '../seeding/keepWritten.js';
import { readFacts } from '../seeding/readFacts.js';
import type { Database } from '../store/neo4j/Database.js';
import { Importer, type ImportOptions, type ImportResult } from '../store/neo4j/Importer.js';
import { readFactRows } from '../store/neo4j/readFactRows.js';
import { readWritten } from '../store/neo4j/readWritten.js';
import { restoreRows } from '../store/neo4j/restoreRows.js';
import { againWhereOvertaken } from './againWhereOvertaken.js';
import { finishWrite } from './WholeLedger.js';

/** What an import did, for whoever ran it. */
export interface ImportReport extends ImportResult {
  readonly release: string;
  /** The revision that finished a large write which had been killed; null where there was none. */
  readonly finished: number | null;
  /** Labels and relationships that were set right before the facts were read. */
  readonly restored: number;
}

type Written = Omit<ImportReport, 'finished' | 'restored'>;
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
  return afterLargeWrite(database, step, async () => {
    const { dataset, revisions, revision } = await readWritten(database);
    const facts = dataset === null ? given : keepWritten(given, dataset, revisions);
    const reason = `Import of release ${facts.meta.release}`;
    return write(database, facts, { reason, work: 'import', mend: false, madeOf: revision }, step);
  });
}

/**
 * Derives a graph again from its facts as they stand in the database, whoever wrote them: after somebody changed it behind
 * the API's back, and after the rules changed. Throws SeedProblems where the facts are not whole; then nothing was written.
 */
export async function rederiveGraph(database: Database, step: Step): Promise<ImportReport> {
  return afterLargeWrite(database, step, async () => {
    step('Reading the facts from the database');
    const restored = await restoreRows(database);
    const rows = new Rows('the graph');
    const madeOf = await readFactRows(database, rows);
    const given = { reason: 'Derived again', work: 'rederive', mend: true, madeOf } as const;
    return { ...(await write(database, rows.facts(), given, step)), restored };
  });
}

/** What is half written is finished first. */
async function afterLargeWrite(
  database: Database,
  step: Step,
  work: () => Promise<Written & { readonly restored?: number }>,
): Promise<ImportReport> {
  let finished: number | null = null;
  return againWhereOvertaken(async () => {
    finished = (await finishWrite(database, step)) ?? finished;
    return { restored: 0, ...(await work()), finished };
  });
}

async function write(
  database: Database,
  facts: Facts,
  given: Pick<ImportOptions, 'reason' | 'work' | 'mend' | 'madeOf'>,
  step: Step,
): Promise<Written> {
  step('Deriving dependencies');
  const dataset = deriveDataset(facts);
  const options = { ...given, author: 'aigraph', rulesVersion: RULES_VERSION, step, now: () => new Date() };
  const result = await new Importer(database, options).run(dataset);
  return { ...result, release: dataset.meta.release };
}
