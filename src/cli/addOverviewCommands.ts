import type { Command } from 'commander';
import { z } from 'zod';
import { type AskOptions, someOf, wholeNumber, withAskOptions, withChartOption } from './askOptions.js';
import { compareChart } from './chart/compareChart.js';
import { nationalChart } from './chart/nationalChart.js';
import { timelineChart } from './chart/timelineChart.js';
import { formatComparison } from './formatComparison.js';
import type { Surroundings } from './Graph.js';
import { COMPARE_QUESTION, TIMELINE_QUESTION } from './questions.js';
import { showAnswer } from './showAnswer.js';
import { NATIONAL_QUESTION } from './sumQuestions.js';

/** `ask compare`, `ask national`, `ask timeline`. */
export function addOverviewCommands(ask: Command, surroundings: Surroundings): void {
  withChartOption(withAskOptions(ask.command('compare')))
    .description('initiatives side by side: budgets in US dollars, against a deal')
    .argument('[ids...]', 'initiatives; all of them without')
    .option('--countries <ids...>', 'the initiatives of these, such as country:FR country:DE')
    .option('--deal <id>', 'the deal to compare budgets with, such as deal:openai-aws-2025')
    .option('--currency <code>', 'show amounts in this currency as well, such as EUR')
    .action((ids: string[], options: CompareOptions) => {
      const { countries, deal, currency } = options;
      const variables = { ids: someOf(ids), countries, deal, currency };
      return showAnswer(surroundings, options, COMPARE_QUESTION, variables, compareChart, formatComparison);
    });

  withChartOption(withAskOptions(ask.command('national')))
    .description('where a country’s AI capacity stands, who runs it, and on whose chips')
    .argument('<country>', 'a country or bloc, such as country:DE or country:EU')
    .action((country: string, options: AskOptions) =>
      showAnswer(surroundings, options, NATIONAL_QUESTION, { country }, nationalChart),
    );

  withChartOption(withAskOptions(ask.command('timeline')))
    .description('what happened or is planned, in the order of dates')
    .argument('[ids...]', 'entities that take part; all of them without')
    .option('--from <day>', 'on or after this day')
    .option('--to <day>', 'on or before this day')
    .option('--first <events>', 'at most so many, 1..100', wholeNumber, 100)
    .action((ids: string[], options: TimelineOptions) => {
      const { from, to, first } = options;
      const variables = { of: someOf(ids), names: ids, named: ids.length > 0, from, to, first };
      return showAnswer(surroundings, options, TIMELINE_QUESTION, variables, (answer, provenance, whole) => {
        const names = (namesForm.parse(whole).names ?? []).flatMap((node) => node?.name ?? []);
        return timelineChart(answer, { names, from, to }, provenance);
      });
    });
}

const namesForm = z.object({ names: z.array(z.object({ name: z.string() }).nullable()).optional() });

interface CompareOptions extends AskOptions {
  readonly countries?: readonly string[];
  readonly deal?: string;
  readonly currency?: string;
}

interface TimelineOptions extends AskOptions {
  readonly from?: string;
  readonly to?: string;
  readonly first: number;
}
