import type { Command } from 'commander';
import { z } from 'zod';
import { type WalkOptions, walkVariables, wholeNumber, withChartOption, withWalkOptions } from './askOptions.js';
import type { Provenance } from './chart/Chart.js';
import { treeChart } from './chart/treeChart.js';
import { formatDependencies, type ReachedEntity, reachedEntity } from './formatDependencies.js';
import { formatPaths, hopRows } from './formatPaths.js';
import { askWhole, type Graph, type Surroundings } from './Graph.js';
import { DEPENDENCIES_QUESTION, DEPENDENTS_QUESTION, PATHS_QUESTION } from './questions.js';
import { readWhole, showForms } from './showAnswer.js';

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
      await showForms(surroundings, options, {
        answer: Object(answer),
        csv: { hops: hopRows(answer) },
        text: () => formatPaths(answer),
      });
    });
}

function addReachCommand(command: Command, question: string, surroundings: Surroundings): Command {
  return withChartOption(withWalkOptions(command))
    .argument('<id>', 'such as company:openai')
    .option('--transitive', 'also through others')
    .option('--max-depth <steps>', 'up to how many steps away, 1..10', wholeNumber)
    .action(async (of: string, options: WalkOptions & { transitive?: boolean; maxDepth?: number }) => {
      const { transitive, maxDepth } = options;
      const graph = await surroundings.openGraph(options.data);
      const variables = { of, transitive, maxDepth, ...walkVariables(options) };
      const { root, reached, truncated, provenance } = await reachAll(graph, question, variables, options);
      const { release, asOf } = provenance;
      const dependents = question === DEPENDENTS_QUESTION;
      await showForms(surroundings, options, {
        answer: { of: root, release, asOf, truncated, edges: reached },
        text: () => {
          const tree = formatDependencies(root, reached);
          return truncated ? `${tree}\nThe walk stopped at its budget; there may be more.` : tree;
        },
        chart: () => treeChart({ root, reached, truncated, dependents }, provenance),
      });
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

interface Reach {
  readonly root: { readonly id: string; readonly name: string };
  readonly reached: readonly ReachedEntity[];
  readonly truncated: boolean;
  readonly provenance: Provenance;
}

/** Everything that was reached, page by page. */
async function reachAll(
  graph: Graph,
  question: string,
  variables: Readonly<Record<string, unknown>>,
  options: WalkOptions,
): Promise<Reach> {
  const reached: ReachedEntity[] = [];
  let after: string | null = null;
  for (;;) {
    const whole = await askWhole(graph, question, { ...variables, after });
    const { root, answer } = reachAnswer.parse(whole);
    reached.push(...answer.edges);
    const { provenance } = readWhole(whole, options);
    if (!answer.pageInfo.hasNextPage) return { root, reached, truncated: answer.truncated, provenance };
    after = answer.pageInfo.endCursor;
  }
}
