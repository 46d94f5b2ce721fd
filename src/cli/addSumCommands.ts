import type { Command } from 'commander';
import { type AskOptions, enumValue, withAskOptions, withChartOption } from './askOptions.js';
import { concentrationChart } from './chart/concentrationChart.js';
import { marketChart } from './chart/marketChart.js';
import { scheduleChart } from './chart/scheduleChart.js';
import { formatMarket } from './formatMarket.js';
import type { Surroundings } from './Graph.js';
import { showAnswer } from './showAnswer.js';
import { COMMITMENTS_QUESTION, CONCENTRATION_QUESTION, MARKET_QUESTION } from './sumQuestions.js';

/** `ask commitments`, `ask concentration`, `ask market`. */
export function addSumCommands(ask: Command, surroundings: Surroundings): void {
  withChartOption(withAskOptions(ask.command('commitments')))
    .description('what was promised: total, by counterparty, by year, and what was left out')
    .argument('<id>', 'a company, cloud or deal')
    .option('--group', 'with all that it owns; what members promised one another is listed apart')
    .option('--role <role>', 'on which side of its deals: customer or provider')
    .option('--include-ceilings', 'count "up to" amounts as if they were reached')
    .option('--include-non-binding', 'count deals that do not bind')
    .action((of: string, options: CommitmentOptions) => {
      const { group, role, includeCeilings, includeNonBinding } = options;
      const variables = { of, group, role: enumValue(role), includeCeilings, includeNonBinding };
      return showAnswer(surroundings, options, COMMITMENTS_QUESTION, variables, scheduleChart);
    });

  withChartOption(withAskOptions(ask.command('concentration')))
    .description('on how few providers compute rests: shares and HHI')
    .argument('<ids...>', 'companies or clouds, taken together')
    .option('--group', 'with all that they own; what members promised one another has no share')
    .option('--by <what>', 'cloud-provider, provider-country, chip-vendor or foundry', 'cloud-provider')
    .option('--basis <what>', 'contracted-usd, count, megawatt or chip-count', 'contracted-usd')
    .option('--include-ceilings', 'count "up to" amounts as if they were reached')
    .action((of: string[], options: ConcentrationOptions) => {
      const { group, by, basis, includeCeilings } = options;
      const variables = { of, group, by: enumValue(by), basis: enumValue(basis), includeCeilings };
      return showAnswer(surroundings, options, CONCENTRATION_QUESTION, variables, concentrationChart);
    });

  withChartOption(withAskOptions(ask.command('market')))
    .description('how concentrated a market is, by the shares that analysts report')
    .argument('<market>', 'such as cloud_infrastructure, ai_accelerators, foundry or hbm')
    .option('--period <period>', 'only what is reported of this period, such as 2025-Q3')
    .action((market: string, options: MarketOptions) =>
      showAnswer(surroundings, options, MARKET_QUESTION, { market, period: options.period }, marketChart, formatMarket),
    );
}

interface CommitmentOptions extends AskOptions {
  readonly group?: boolean;
  readonly role?: string;
  readonly includeCeilings?: boolean;
  readonly includeNonBinding?: boolean;
}

interface ConcentrationOptions extends AskOptions {
  readonly group?: boolean;
  readonly by: string;
  readonly basis: string;
  readonly includeCeilings?: boolean;
}

interface MarketOptions extends AskOptions {
  readonly period?: string;
}
