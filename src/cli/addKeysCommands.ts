import { type Command, InvalidArgumentError, Option } from 'commander';
import { readKeysFile } from '../config.js';
import type { Role } from '../model/caller.js';
import { addDays, parseDay, parseInstant } from '../model/time.js';
import { KEY_ROLES, type KeyRecord } from '../server/access/keyRecords.js';
import { createKey, readKeys, revokeKey } from '../server/access/keyStore.js';
import type { Surroundings } from './Graph.js';

const MAX_NAME = 200;

interface FileOption {
  readonly file?: string;
}

interface CreateOptions extends FileOption {
  readonly name: string;
  readonly role: Exclude<Role, 'anonymous'>;
  readonly expires?: Date;
}

/** `keys create`, `keys list`, `keys revoke`: who may ask and write. A running server sees each change within a second. */
export function addKeysCommands(program: Command, { print, environment }: Surroundings): void {
  const keys = program.command('keys').description('API keys of the server: who may ask and write');
  const fileOf = (command: Command, { file }: FileOption): string =>
    file ?? readKeysFile(environment) ?? command.error('error: set KEYS_FILE, or give --file FILE');
  const add = (name: string) => {
    return keys.command(name).option('--file <file>', 'the file of keys; KEYS_FILE without');
  };

  const create = add('create')
    .description('make a key and print it, this once: only its hash is kept')
    .requiredOption('--name <name>', 'the person or program that it is for; the audit trail tells it', toName)
    .addOption(
      new Option('--role <role>', 'reader asks, editor writes or proposes, admin decides and reads the audit trail')
        .choices(KEY_ROLES)
        .makeOptionMandatory(),
    )
    .option('--expires <date>', 'the last day on which it is good, or a time with an offset', toEnd)
    .action(async ({ name, role, expires, ...options }: CreateOptions) => {
      const given = { name, role, created: new Date(), expires: expires ?? null };
      const { key, record } = await createKey(fileOf(create, options), given);
      print(key);
      print(
        `Send it as "Authorization: Bearer …". It is shown only now; revoke it with: aigraph keys revoke ${record.id}`,
      );
    });
  const list = add('list')
    .description('print all keys, without their secrets')
    .action(async (options: FileOption) => {
      const records = await readKeys(fileOf(list, options));
      const now = Date.now();
      print(records.length === 0 ? 'There are no keys.' : records.map((record) => describe(record, now)).join('\n'));
    });
  const revoke = add('revoke')
    .description('end a key')
    .argument('<id>', 'as aigraph keys list shows it')
    .action(async (id: string, options: FileOption) => {
      const { name, revoked } = await revokeKey(fileOf(revoke, options), id, new Date());
      print(`The key ${id} of "${name}" is revoked since ${revoked}.`);
    });
}

/** One line: id, role, name, and since or until when. */
function describe({ id, role, name, created, expires, revoked }: KeyRecord, now: number): string {
  return `${id}  ${role.padEnd('reader'.length)}  ${name}  created ${created}, ${ending(expires, revoked, now)}`;
}

function ending(expires: string | null, revoked: string | null, now: number): string {
  if (revoked !== null) return `revoked ${revoked}`;
  if (expires === null) return 'never expires';
  return `${Date.parse(expires) <= now ? 'expired' : 'expires'} ${expires}`;
}

function toName(text: string): string {
  // A name goes into logs and lists: one line of it.
  if (/^[^\p{C}]+$/u.test(text) && text.trim() === text && text.length <= MAX_NAME) return text;
  throw new InvalidArgumentError(`Expected a name of 1..${MAX_NAME} characters on one line.`);
}

function toEnd(text: string): Date {
  const end = new Date(endOf(text));
  if (end.getTime() > Date.now()) return end;
  throw new InvalidArgumentError('Expected a time to come.');
}

/** Through a day, or until a time. */
function endOf(text: string): string {
  try {
    return text.includes('T') ? parseInstant(text) : `${addDays(parseDay(text), 1)}T00:00:00Z`;
  } catch (error) {
    throw new InvalidArgumentError(error instanceof Error ? error.message : String(error));
  }
}
