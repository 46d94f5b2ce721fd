// Writes into docs/reliability.md what the suites noted in .reliability/ when they last ran.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';

const FILE = new URL('../../docs/reliability.md', import.meta.url);
const NOTES = new URL('../../.reliability/', import.meta.url);

let text = readFileSync(FILE, 'utf8');
put('faults', ['fault', 'reads', 'writes', 'acknowledged and lost', 'well again', 'shown by'], (row) => [
  row.fault,
  row.reads,
  row.writes,
  row.lost,
  typeof row.recovered === 'number' ? `${(row.recovered / 1000).toFixed(1)} s after` : row.recovered,
  `\`${row.shownBy}\``,
]);
put('attacks', ['id', 'attack', 'ends in', 'ms'], (cells) => cells);
writeFileSync(FILE, text);

function put(name, heads, cellsOf) {
  const folder = new URL(`${name}/`, NOTES);
  if (!existsSync(folder)) return;
  const [begin, end] = [`<!-- ${name}: npm run reliability:update -->`, `<!-- end of ${name} -->`];
  const rows = readdirSync(folder)
    .sort()
    .map((file) => cellsOf(JSON.parse(readFileSync(new URL(file, folder), 'utf8'))));
  const table = [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  const before = text.slice(0, text.indexOf(begin) + begin.length);
  text = `${before}\n${table}\n${text.slice(text.indexOf(end))}`;
}
