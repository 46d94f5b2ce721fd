// `docs/schema.graphql` is the schema as clients know it. `check` fails when the schema has changed without the snapshot,
// `update` writes it; both refuse a breaking change that `docs/schema-changes.md` does not name under "Unreleased".
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { makeExecutableSchema } from '@graphql-tools/schema';
import { buildSchema, findBreakingChanges, lexicographicSortSchema, printSchema } from 'graphql';

const root = new URL('../../', import.meta.url);
const snapshotFile = new URL('docs/schema.graphql', root);
const changesFile = new URL('docs/schema-changes.md', root);

const files = (await readdir(new URL('schema/', root))).filter((file) => file.endsWith('.graphql')).sort();
const typeDefs = await Promise.all(files.map((file) => readFile(new URL(`schema/${file}`, root), 'utf8')));
const schema = lexicographicSortSchema(makeExecutableSchema({ typeDefs }));
const printed = `${printSchema(schema)}\n`;
const snapshot = await readIfThere(snapshotFile);
const named = section(await readIfThere(changesFile), '## Unreleased');

const unnamed = snapshot === '' ? [] : findBreakingChanges(buildSchema(snapshot), schema);
const silent = unnamed.filter(({ description }) => !named.includes(description));
for (const { type, description } of silent) {
  console.error(`Breaking change (${type}) that docs/schema-changes.md does not name: ${description}`);
}
if (silent.length > 0) {
  console.error('Keep what clients use, or copy the sentences into docs/schema-changes.md, with what to use instead.');
  process.exitCode = 1;
} else if (process.argv[2] === 'update') {
  await writeFile(snapshotFile, printed);
  console.log('docs/schema.graphql is written.');
} else if (snapshot !== printed) {
  console.error('docs/schema.graphql is not what schema/ says. Run: npm run schema:update');
  process.exitCode = 1;
} else {
  console.log('docs/schema.graphql is up to date.');
}

/** An entry of an earlier release must not let the same break pass again. */
function section(text, heading) {
  const from = text.split(`${heading}\n`)[1] ?? '';
  return from.split('\n## ')[0];
}

async function readIfThere(url) {
  try {
    return await readFile(url, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return '';
    throw error;
  }
}
