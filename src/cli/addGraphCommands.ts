import { type Command, Option } from 'commander';
import { EXPORT_FORMATS, type ExportFormat } from '../seeding/exportDataset.js';
import type { ImportReport } from '../wiring/importGraph.js';
import { withDataOption } from './askOptions.js';
import type { Surroundings } from './Graph.js';

interface ImportOptions {
  readonly data: readonly string[];
  readonly file?: string;
}

interface ExportOptions {
  readonly data: readonly string[];
  readonly format: ExportFormat;
}

/** `import`, `export`, `rederive`: for whoever keeps the graph in Neo4j. */
export function addGraphCommands(program: Command, surroundings: Surroundings): void {
  const { print } = surroundings;
  withDataOption(program.command('import'))
    .description('make the graph in Neo4j (NEO4J_URI) hold the shipped facts; killed, it goes on when it is run again')
    .option('--file <file>', 'a file that aigraph export wrote, instead of the shipped facts')
    .action(async ({ data, file }: ImportOptions) => {
      print(describe('Imported', await surroundings.importGraph({ data, file: file ?? null })));
    });
  withDataOption(program.command('export'))
    .description('print all facts, of the graph in Neo4j where NEO4J_URI is set')
    .addOption(
      new Option('--format <format>', 'one document, or a row a line').choices(EXPORT_FORMATS).default('jsonl'),
    )
    .action(async ({ data, format }: ExportOptions) => surroundings.exportGraph(data, format));
  program
    .command('rederive')
    .description('derive the graph in Neo4j (NEO4J_URI) again from its facts as they stand there')
    .action(async () => print(describe('Derived again', await surroundings.rederiveGraph())));
}

function describe(what: string, { changed, revision, rows, release }: ImportReport): string {
  return changed
    ? `${what}: release ${release}, ${rows} rows written, revision ${revision}.`
    : `Nothing to change: the graph holds release ${release} already, at revision ${revision}.`;
}
