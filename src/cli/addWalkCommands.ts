import type { Command } from 'commander';
import { z } from 'zod';
import { type WalkOptions, walkVariables, wholeNumber, withWalkOptions } from './askOptions.js';
import { formatDependencies, type ReachedEntity, reachedEntity } from './formatDependencies.js';
import { formatPaths } from './formatPaths.js';
import { askWhole, type Graph, type Surroundings } from './Graph.js';
import { DEPENDENCIES_QUESTION, DEPENDENTS_QUESTION, PATHS_QUESTION } from './questions.js';

/** `ask dependencies`, `ask dependents`, `ask paths`. */
export function addWalkCommands(ask: Command, surroundings: Surroundings): void {
  addReachCommand(ask.command('dependencies'), DEPENDENCIES_QUESTION, surroundings).description(
    'whom and what it depends on',
  );
  addReachCommand(ask.command('dependents'), DEPENDENTS_QUESTION, surroundings).description(
    'who and what depends on it',
  );
  withWalkOptions(ask.command('paths'))
    .description('how two entities are connected, with the evidence of each step')
    .argument('<from>', 'id of the dependent')
    .argument('<to>', 'id of the provider')
    .option('--max-hops <steps>', 'paths of at most so many steps, 1..10', wholeNumber)
    .option('--first <paths>', 'at most so many, 1..100', wholeNumber)
    .action(async (from: string, to: string, options: WalkOptions & { maxHops?: number; first?: number }) => {
      const { maxHops, first } = options;
      const graph = await surroundings.openGraph(options.data);
      const { answer } = await askWhole(graph, PATHS_QUESTION, { from, to, maxHops, first, ...walkVariables(options) });
      surroundings.print(options.json ? JSON.stringify(answer, null, 2) : formatPaths(answer));
    });
}

function addReachCommand(command: Command, question: string, surroundings: Surroundings): Command {
  return withWalkOptions(command)
    .argument('<id>', 'such as company:openai')
    .option('--transitive', 'also through others')
    .option('--max-depth <steps>', 'up to how many steps away, 1..10', wholeNumber)
    .action(async (of: string, options: WalkOptions & { transitive?: boolean; maxDepth?: number }) => {
      const { transitive, maxDepth } = options;
      const graph = await surroundings.openGraph(options.data);
      const { root, reached, truncated } = await reachAll(graph, question, {
        of,
        transitive,
        maxDepth,
        ...walkVariables(options),
      });
      if (options.json) return surroundings.print(JSON.stringify({ of: root, truncated, edges: reached }, null, 2));
      surroundings.print(formatDependencies(root, reached));
      if (truncated) surroundings.print('The walk stopped at its budget; there may be more.');
    });
}

const reachAnswer = z.object({
  root: z.object({ id: z.string(), name: z.string() }),
  answer: z.object({
    truncated: z.boolean(),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
    edges: z.array(reachedEntity),
  }),
});

/** Everything that was reached, page by page. */
async function reachAll(graph: Graph, question: string, variables: Readonly<Record<string, unknown>>) {
  const reached: ReachedEntity[] = [];
  let after: string | null = null;
  for (;;) {
    const { root, answer } = reachAnswer.parse(await askWhole(graph, question, { ...variables, after }));
    reached.push(...answer.edges);
    if (!answer.pageInfo.hasNextPage) return { root, reached, truncated: answer.truncated };
    after = answer.pageInfo.endCursor;
  }
}
