import type { Command } from 'commander';
import { withDataOption } from './askOptions.js';
import type { Surroundings } from './Graph.js';

/** `import`: for whoever keeps the graph in Neo4j. */
export function addGraphCommands(program: Command, { importGraph, print }: Surroundings): void {
  withDataOption(program.command('import'))
    .description(
      'make the graph in Neo4j (NEO4J_URI) hold the shipped facts and those of the folders; go on where it was killed',
    )
    .action(async ({ data }: { data: readonly string[] }) => {
      const { changed, revision, rows, release } = await importGraph(data);
      print(
        changed
          ? `Imported release ${release}: ${rows} rows written, revision ${revision}.`
          : `Nothing to change: the graph holds release ${release} already, at revision ${revision}.`,
      );
    });
}
