// The table of settings in docs/operations.md, made of the schema that checks them. `update` writes it, `check` compares.
import { readFileSync, writeFileSync } from 'node:fs';
import { SECRET, SETTINGS } from '../../dist/config.js';

const FILE = new URL('../../docs/operations.md', import.meta.url);
const [BEGIN, END] = ['<!-- settings: npm run docs:config -->', '<!-- end of settings -->'];
/** No setting takes the first; most that have a form refuse the second. */
const UNFIT = ['', '\u0000'];

const [verb] = process.argv.slice(2);
const text = readFileSync(FILE, 'utf8');
const [before, rest = ''] = text.split(BEGIN);
const after = rest.slice(rest.indexOf(END));
const written = `${before}${BEGIN}\n${table()}\n${after}`;
if (verb === 'update') writeFileSync(FILE, written);
else if (written !== text) {
  console.error('The settings in docs/operations.md are not those of src/config.ts. Run: npm run docs:config');
  process.exitCode = 1;
}

function table() {
  const rows = Object.entries(SETTINGS.shape).sort(([a], [b]) => (a < b ? -1 : 1));
  return ['| name | default | expects | what it does |', '|---|---|---|---|', ...rows.map(row)].join('\n');
}

function row([name, schema]) {
  if (!schema.description)
    throw new Error(`${name} has no description: end its schema in src/config with .describe(…).`);
  const secret = SECRET.has(name) ? '; never shown' : '';
  return `| \`${name}\` | ${byDefault(schema)} | ${formOf(schema)}${secret} | ${schema.description} |`;
}

function byDefault(schema) {
  const value = schema.safeParse(undefined).data;
  if (typeof value === 'boolean') return value ? '`on`' : '`off`';
  const isNone = value === undefined || value === null || (Array.isArray(value) && value.length === 0);
  return isNone ? '' : `\`${value}\``;
}

/** What the schema says that it expects, as it says it to whoever gives something else. */
function formOf(schema) {
  const messages = UNFIT.map((value) => schema.safeParse(value).error?.issues[0]?.message);
  return messages.find((message) => message !== undefined) ?? 'text';
}
