import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { SHIPPED_SEEDS } from '../config.js';
import type { Facts } from '../model/dataset.js';
import { readFacts } from '../seeding/readFacts.js';
import { seedJsonSchemas, writeSeedJsonSchemas } from '../seeding/seedJsonSchema.js';
import type { Surroundings } from './Graph.js';
import { reportProgress } from './reportProgress.js';

const SCHEMA_SUFFIX = '.schema.json';

/** `seed validate`, `seed schema`: for whoever edits facts. */
export function addSeedCommands(program: Command, { print }: Surroundings): void {
  const seed = program.command('seed').description('help with the files of facts');
  seed
    .command('validate')
    .description('name every problem of the facts; folders that only add facts are checked on top of the shipped ones')
    .argument('[dirs...]', 'the folders, each laid over those before; the shipped facts without')
    .action(async (dirs: string[]) => {
      const [first] = dirs;
      const folders = first !== undefined && (await isWholeDataset(first)) ? dirs : [SHIPPED_SEEDS, ...dirs];
      const { meta, entities, statements } = await readWithProgress(folders);
      const release = [`release ${meta.release}`, ...meta.packs].join(' with ');
      print(`No problems: ${entities.length} entities and ${statements.length} statements, ${release}.`);
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

async function readWithProgress(folders: readonly string[]): Promise<Facts> {
  const progress = reportProgress(process.stderr);
  try {
    return await readFacts(folders, progress.step);
  } finally {
    progress.done();
  }
}

/** Whether the folder describes a dataset, not only facts that add to one. */
async function isWholeDataset(dir: string): Promise<boolean> {
  const file = join(dir, 'dataset.yaml');
  try {
    // Whatever else it may be, such as a pipe, is a problem that is named when the folder is read.
    return (await stat(file)).isFile() && /^dataThrough:/m.test(await readFile(file, 'utf8'));
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
