import type { Command } from 'commander';
import {
  enumValue,
  enumValues,
  type WalkOptions,
  walkVariables,
  wholeNumber,
  withAskOptions,
  withWalkOptions,
} from './askOptions.js';
import type { Surroundings } from './Graph.js';
import { CHOKEPOINTS_QUESTION, EXPOSURE_QUESTION, IMPACT_QUESTION } from './lossQuestions.js';
import { showAnswer } from './showAnswer.js';

/** `ask exposure`, `ask impact`, `ask chokepoints`. */
export function addLossCommands(ask: Command, surroundings: Surroundings): void {
  withAskOptions(ask.command('exposure'))
    .description('how much of what somebody uses rests on somebody else, at least and at most')
    .argument('<of>', 'a company, cloud, initiative, country or datacenter')
    .argument('<to>', 'a company, cloud, chip or datacenter')
    .option('--via <kinds...>', 'along these kinds of dependency; COMPUTE and CHIPS without')
    .option('--basis <what>', 'contracted-usd, count, chip-count or megawatt')
    .option('--prospective', 'also what is only announced, reported or under way')
    .action((of: string, to: string, options: ExposureOptions) => {
      const { via, basis, prospective } = options;
      const variables = { of, to, via: enumValues(via), basis: enumValue(basis), prospective };
      return showAnswer(surroundings, options, EXPOSURE_QUESTION, variables);
    });

  withWalkOptions(ask.command('impact'))
    .description('what breaks and what is stressed when somebody or something is taken away')
    .argument('<ids...>', 'companies, clouds, chips, datacenters or countries, taken away together')
    .option('--only <kinds...>', 'take away only what they provide of these kinds, such as FABRICATION')
    .option('--first <hits>', 'at most so many of each, 1..1000', wholeNumber, 1000)
    .action((remove: string[], options: ImpactOptions) => {
      const { only, first } = options;
      const variables = { ...walkVariables(options), remove, only: enumValues(only), first };
      return showAnswer(surroundings, options, IMPACT_QUESTION, variables);
    });

  withWalkOptions(ask.command('chokepoints'))
    .description('whose removal breaks most: where there is no documented alternative')
    .option('--by <what>', 'ranked by breaks, usd or megawatt', 'breaks')
    .option('--first <entities>', 'at most so many, 1..100', wholeNumber)
    .action((options: ChokepointOptions) => {
      const { by, first } = options;
      const variables = { ...walkVariables(options), by: enumValue(by), first };
      return showAnswer(surroundings, options, CHOKEPOINTS_QUESTION, variables);
    });
}

interface ExposureOptions extends WalkOptions {
  readonly via?: readonly string[];
  readonly basis?: string;
}

interface ImpactOptions extends WalkOptions {
  readonly only?: readonly string[];
  readonly first: number;
}

interface ChokepointOptions extends WalkOptions {
  readonly by: string;
  readonly first?: number;
}
