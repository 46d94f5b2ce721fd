// Writes the answers of the README's queries as the program gives them now; read the diff before committing it.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const WIDTH = 116;
const root = new URL('../../', import.meta.url);
const readme = new URL('README.md', root);
const text = readFileSync(readme, 'utf8');

const written = text.replace(
  /(```graphql\n)([\s\S]*?)(```\s+(?:[^\n`]+\s+)?```json\n)[\s\S]*?(```)/g,
  (_, open, query, between, close) => {
    const output = execFileSync('node', ['dist/cli.js', 'query', query], { cwd: root, encoding: 'utf8' });
    return `${open}${query}${between}${format(JSON.parse(output).data)}\n${close}`;
  },
);
writeFileSync(readme, written);

/** JSON in which whatever fits a line stands on one. */
function format(value, indent = '') {
  const flat = oneLine(value);
  if (typeof value !== 'object' || value === null || indent.length + flat.length <= WIDTH) return flat;
  const inner = `${indent}  `;
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const parts = Array.isArray(value)
    ? value.map((item) => inner + format(item, inner))
    : Object.entries(value).map(([key, item]) => `${inner}${JSON.stringify(key)}: ${format(item, inner)}`);
  return `${open}\n${parts.join(',\n')}\n${indent}${close}`;
}

function oneLine(value) {
  if (Array.isArray(value)) return `[${value.map(oneLine).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${oneLine(item)}`);
  return entries.length > 0 ? `{ ${entries.join(', ')} }` : '{}';
}
