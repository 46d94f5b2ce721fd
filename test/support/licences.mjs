// docs/licences.md: what is installed to run, of package-lock.json. `update` writes it, `check` compares.
import { readFileSync, writeFileSync } from 'node:fs';
import { packagesToRun } from './packagesToRun.mjs';

const FILE = new URL('../../docs/licences.md', import.meta.url);

const rows = new Map();
for (const [path, name, { version, license }] of packagesToRun()) {
  rows.set(`${name} ${version}`, `| ${name} | ${version} | ${license ?? licenceOf(path)} |`);
}
const text = `# Licences

What is installed to run the server and \`aigraph\`, packages of packages included. Made by \`npm run docs:licences\`.

| package | version | licence |
|---|---|---|
${[...rows]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([, row]) => row)
  .join('\n')}
`;

if (process.argv[2] === 'update') writeFileSync(FILE, text);
else if (readFileSync(FILE, 'utf8') !== text) {
  console.error('docs/licences.md is not of package-lock.json. Run: npm run docs:licences');
  process.exitCode = 1;
}

/** Of a package whose lock entry names none. */
function licenceOf(path) {
  const { license, licenses } = JSON.parse(
    readFileSync(new URL(`../../${path}/package.json`, import.meta.url), 'utf8'),
  );
  return license?.type ?? license ?? licenses?.map(({ type }) => type).join(' or ') ?? 'none named';
}
