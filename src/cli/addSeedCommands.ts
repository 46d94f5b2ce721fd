import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { SHIPPED_SEEDS } from '../config.js';
import { readFacts } from '../seeding/readFacts.js';
import { seedJsonSchemas, writeSeedJsonSchemas } from '../seeding/seedJsonSchema.js';
import type { Surroundings } from './Graph.js';

const SCHEMA_SUFFIX = '.schema.json';

/** `seed validate`, `seed schema`: for whoever edits facts. */
export function addSeedCommands(program: Command, { print }: Surroundings): void {
  const seed = program.command('seed').description('help with the files of facts');
  seed
    .command('validate')
    .description('name every problem of the facts; a folder that only adds facts is checked on top of the shipped ones')
    .argument('[dir]', 'the folder; the shipped facts without')
    .action(async (dir: string = SHIPPED_SEEDS) => {
      const folders = (await isWholeDataset(dir)) ? [dir] : [SHIPPED_SEEDS, dir];
      const { meta, entities, statements } = await readFacts(folders);
      print(`No problems: ${entities.length} entities and ${statements.length} statements, release ${meta.release}.`);
    });
  seed
    .command('schema')
    .description('print the JSON Schema of a file of facts, by which editors complete and check it')
    .argument('[noun]', 'chip, company, deal, …', toNoun)
    .option('--write <dir>', 'write the schemas of all files into this folder')
    .action(async (noun: string | undefined, { write }: { write?: string }) => {
      if (write !== undefined) {
        await writeSeedJsonSchemas(write);
      } else if (noun !== undefined) {
        print(JSON.stringify(seedJsonSchemas().get(noun + SCHEMA_SUFFIX), null, 2));
      } else {
        print(nouns().join('\n'));
      }
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

function toNoun(text: string): string {
  if (!nouns().includes(text)) throw new InvalidArgumentError(`Expected one of ${nouns().join(', ')}.`);
  return text;
}

function nouns(): string[] {
  return [...seedJsonSchemas().keys()].map((file) => file.slice(0, -SCHEMA_SUFFIX.length));
}
