import type { Command } from 'commander';
import { z } from 'zod';
import { type AskOptions, wholeNumber, withDataOption, withOutputOptions } from './askOptions.js';
import { formatOutline } from './formatOutline.js';
import { askWhole, type Surroundings } from './Graph.js';
import { showForms } from './showAnswer.js';

const SAYS = 'value unit object { id }';
const CHANGES_QUESTION = `query ($since: DateTime!, $knownAt: DateTime, $first: Int) {
    answer: changes(since: $since, knownAt: $knownAt, first: $first) {
      edges { node { at change statement { subject { id } property scope ${SAYS} } replacedBy { ${SAYS} } } }
      pageInfo { hasNextPage }
    }
  }`;

const said = z.object({
  value: z.union([z.string(), z.number(), z.boolean()]).nullable(),
  unit: z.string().nullable(),
  object: z.object({ id: z.string() }).nullable(),
});
const page = z.object({
  edges: z.array(
    z.object({
      node: z.object({
        at: z.string(),
        change: z.string(),
        statement: said.extend({
          subject: z.object({ id: z.string() }),
          property: z.string(),
          scope: z.string().nullable(),
        }),
        replacedBy: z.array(said),
      }),
    }),
  ),
  pageInfo: z.object({ hasNextPage: z.boolean() }),
});

interface ChangesOptions extends AskOptions {
  readonly since: string;
  readonly first: number;
}

/** `ask changes`. */
export function addChangesCommand(ask: Command, surroundings: Surroundings): void {
  withOutputOptions(withDataOption(ask.command('changes')))
    .description('what the dataset learned: statements that were recorded, withdrawn and replaced')
    .requiredOption('--since <time>', 'later than this time, such as 2026-10-01T00:00:00Z')
    .option('--known-at <time>', 'by this time; by now without')
    .option('--first <changes>', 'at most so many, 1..100', wholeNumber, 100)
    .action(async (options: ChangesOptions) => {
      const { since, knownAt, first, data } = options;
      const graph = await surroundings.openGraph(data);
      const { answer } = await askWhole(graph, CHANGES_QUESTION, { since, knownAt, first });
      const found = page.parse(answer);
      const table = asTable(found);
      await showForms(surroundings, options, { answer: found, csv: table, text: () => formatOutline(table) });
    });
}

/** A change a row. */
function asTable({ edges, pageInfo }: z.infer<typeof page>): object {
  const rows = edges.map(({ node: { at, change, statement, replacedBy } }) => {
    const { subject, property, scope } = statement;
    return {
      node: { at, change, subject, property, scope, says: words(statement), replacedBy: replacedBy.map(words) },
    };
  });
  return { edges: rows, pageInfo };
}

/** `38000000000 USD`, `company:openai`. */
function words({ value, unit, object }: z.infer<typeof said>): string {
  return [value, unit, object?.id].filter((part) => part !== null && part !== undefined).join(' ');
}
