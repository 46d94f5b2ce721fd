import { Command } from 'commander';
import { addChangesCommand } from './addChangesCommand.js';
import { addGraphCommands } from './addGraphCommands.js';
import { addKeysCommands } from './addKeysCommands.js';
import { addLossCommands } from './addLossCommands.js';
import { addOverviewCommands } from './addOverviewCommands.js';
import { addQueryCommand } from './addQueryCommand.js';
import { addSeedCommands } from './addSeedCommands.js';
import { addSumCommands } from './addSumCommands.js';
import { addWalkCommands } from './addWalkCommands.js';
import type { Surroundings } from './Graph.js';

/** All commands of `aigraph`. Instead of ending the process it throws CommanderError for usage errors and for help. */
export function createProgram(surroundings: Surroundings): Command {
  const program = new Command('aigraph')
    .description('Asks a knowledge graph of AI infrastructure: who depends on whom, by which evidence.')
    .exitOverride()
    .showHelpAfterError('(--help shows what is possible)');
  addQueryCommand(program, surroundings);
  const ask = program.command('ask').description('ask one of the main questions');
  addWalkCommands(ask, surroundings);
  addSumCommands(ask, surroundings);
  addLossCommands(ask, surroundings);
  addOverviewCommands(ask, surroundings);
  addChangesCommand(ask, surroundings);
  addSeedCommands(program, surroundings);
  addGraphCommands(program, surroundings);
  addKeysCommands(program, surroundings);
  return program;
}
