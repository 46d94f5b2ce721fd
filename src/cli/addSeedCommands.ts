import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { SHIPPED_SEEDS } from '../config.js';
import { readFacts } from '../seeding/readFacts.js';
import type { Surroundings } from './Graph.js';

/** `seed validate`, `seed schema`: for whoever edits facts. */
export function addSeedCommands(program: Command, { print }: Surroundings): void {
  const seed = program.command('seed').description('check the files of facts');
  seed
    .command('validate')
    .description(
      'name every problem of the facts; a folder without a dataset of its own is checked on top of the shipped one',
    )
    .argument('[dir]', 'the folder', SHIPPED_SEEDS)
    .action(async (dir: string) => {
      const folders = (await isWholeDataset(dir)) ? [dir] : [SHIPPED_SEEDS, dir];
      const { meta, entities, statements } = await readFacts(folders);
      print(`No problems: ${entities.length} entities and ${statements.length} statements, release ${meta.release}.`);
    });
}

/** Whether the folder describes a dataset, not only facts that add to one. */
async function isWholeDataset(dir: string): Promise<boolean> {
  try {
    return /^dataThrough:/m.test(await readFile(join(dir, 'dataset.yaml'), 'utf8'));
  } catch {
    return false;
  }
}
