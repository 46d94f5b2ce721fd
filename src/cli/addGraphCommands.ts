import { type Command, Option } from 'commander';
import { EXPORT_FORMATS, type ExportFormat } from '../seeding/exportDataset.js';
import type { ImportReport } from '../wiring/importGraph.js';
import { withDataOption } from './askOptions.js';
import { askWrite, readWrite } from './askWrite.js';
import type { Surroundings } from './Graph.js';

interface ImportOptions {
  readonly data: readonly string[];
  readonly file?: string;
}

interface ExportOptions {
  readonly data: readonly string[];
  readonly format: ExportFormat;
  readonly derived?: boolean;
}

interface SnapshotOptions {
  readonly data: readonly string[];
  readonly from?: string;
  readonly out: string;
}

interface RederiveOptions {
  readonly write?: string;
  readonly dryRun?: boolean;
}

/** `import`, `export`, `rederive`: for whoever keeps the graph in Neo4j; `snapshot`: for whoever keeps it in a file. */
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
    .addOption(
      new Option('--derived', 'with all that is derived, as rows that a snapshot is packed of').implies({
        format: 'jsonl',
      }),
    )
    .action(async ({ data, format, derived = false }: ExportOptions) =>
      surroundings.exportGraph(data, { format, derived }),
    );
  withDataOption(program.command('snapshot'))
    .description('pack the shipped facts, or a file, into a file that SNAPSHOT names: for graphs too large for memory')
    .requiredOption('--out <file>', 'the file to write')
    .addOption(
      new Option('--from <file>', 'a file that aigraph export wrote; with --derived of any size').conflicts('data'),
    )
    .action(async ({ data, from, out }: SnapshotOptions) => {
      await surroundings.makeSnapshot({ data, file: from ?? null }, out);
      print(`Packed: SNAPSHOT=${out} npm start serves it.`);
    });
  const rederive = program
    .command('rederive')
    .description('derive the graph in Neo4j (NEO4J_URI) again from its facts as they stand there')
    .option('--write <file>', 'a mutation and its input as JSON, {"recordStatements": {…}}: written whatever its size')
    .option('--dry-run', 'only say what that write would change')
    .action(async ({ write, dryRun = false }: RederiveOptions) => {
      if (write !== undefined) {
        const request = await readWrite(write);
        print(await surroundings.withLargeWrites((graph) => askWrite(graph, request, dryRun)));
      } else if (dryRun) rederive.error('error: --dry-run needs --write FILE');
      else print(describe('Derived again', await surroundings.rederiveGraph()));
    });
}

function describe(what: string, { changed, revision, rows, release, finished, restored }: ImportReport): string {
  const said: string[] = [];
  if (finished !== null) said.push(`Finished a large write that was interrupted: revision ${finished}.`);
  if (restored > 0) said.push(`Set right: ${restored} labels and relationships that were not as written.`);
  said.push(
    changed
      ? `${what}: release ${release}, ${rows} rows written, revision ${revision}.`
      : `Nothing to change: the graph holds release ${release} already, at revision ${revision}.`,
  );
  return said.join('\n');
}
