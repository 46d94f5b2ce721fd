import type { Command } from 'commander';
import { type AskOptions, enumValue, timeVariables, wholeNumber, withAskOptions } from './askOptions.js';
import { formatOutline } from './formatOutline.js';
import { askWhole, type Surroundings } from './Graph.js';
import { COMMITMENTS_QUESTION, COMPARE_QUESTION, CONCENTRATION_QUESTION, TIMELINE_QUESTION } from './questions.js';

/** `ask commitments`, `ask concentration`, `ask compare`, `ask timeline`. */
export function addSumCommands(ask: Command, surroundings: Surroundings): void {
  const show = async (question: string, variables: Readonly<Record<string, unknown>>, options: AskOptions) => {
    const graph = await surroundings.openGraph(options.data);
    const { answer } = await askWhole(graph, question, { ...timeVariables(options), ...variables });
    surroundings.print(options.json ? JSON.stringify(answer, null, 2) : formatOutline(Object(answer)));
  };

  withAskOptions(ask.command('commitments'))
    .description('what was promised: total, by counterparty, by year, and what was left out')
    .argument('<id>', 'a company, cloud or deal')
    .option('--role <role>', 'on which side of its deals: customer or provider')
    .option('--include-ceilings', 'count "up to" amounts as if they were reached')
    .option('--include-non-binding', 'count deals that do not bind')
    .action((of: string, options: CommitmentOptions) => {
      const { role, includeCeilings, includeNonBinding } = options;
      return show(COMMITMENTS_QUESTION, { of, role: enumValue(role), includeCeilings, includeNonBinding }, options);
    });

  withAskOptions(ask.command('concentration'))
    .description('on how few providers compute rests: shares and HHI')
    .argument('<ids...>', 'companies or clouds, taken together')
    .option('--by <what>', 'cloud-provider or provider-country', 'cloud-provider')
    .option('--basis <what>', 'contracted-usd or count', 'contracted-usd')
    .option('--include-ceilings', 'count "up to" amounts as if they were reached')
    .action((of: string[], options: ConcentrationOptions) => {
      const { by, basis, includeCeilings } = options;
      const variables = { of, by: enumValue(by), basis: enumValue(basis), includeCeilings };
      return show(CONCENTRATION_QUESTION, variables, options);
    });

  withAskOptions(ask.command('compare'))
    .description('initiatives side by side: budgets in US dollars, against a deal')
    .argument('[ids...]', 'initiatives; all of them without')
    .option('--countries <ids...>', 'the initiatives of these, such as country:FR country:DE')
    .option('--deal <id>', 'the deal to compare budgets with, such as deal:openai-aws-2025')
    .action((ids: string[], options: CompareOptions) => {
      const { countries, deal } = options;
      return show(COMPARE_QUESTION, { ids: someOf(ids), countries, deal }, options);
    });

  withAskOptions(ask.command('timeline'))
    .description('what happened or is planned, in the order of dates')
    .argument('[ids...]', 'entities that take part; all of them without')
    .option('--from <day>', 'on or after this day')
    .option('--to <day>', 'on or before this day')
    .option('--first <events>', 'at most so many, 1..100', wholeNumber, 100)
    .action((ids: string[], options: TimelineOptions) => {
      const { from, to, first } = options;
      return show(TIMELINE_QUESTION, { of: someOf(ids), from, to, first }, options);
    });
}

interface CommitmentOptions extends AskOptions {
  readonly role?: string;
  readonly includeCeilings?: boolean;
  readonly includeNonBinding?: boolean;
}

interface ConcentrationOptions extends AskOptions {
  readonly by: string;
  readonly basis: string;
  readonly includeCeilings?: boolean;
}

interface CompareOptions extends AskOptions {
  readonly countries?: readonly string[];
  readonly deal?: string;
}

interface TimelineOptions extends AskOptions {
  readonly from?: string;
  readonly to?: string;
  readonly first: number;
}

function someOf(ids: readonly string[]): readonly string[] | undefined {
  return ids.length > 0 ? ids : undefined;
}
