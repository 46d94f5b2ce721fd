// Writes into docs/reliability.md what the suites noted in .reliability/ when they last ran.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { putTable } from './reliabilityPage.mjs';

const NOTES = new URL('../../.reliability/', import.meta.url);

put('faults', ['fault', 'reads', 'writes', 'acknowledged and lost', 'well again', 'shown by'], (row) => [
  row.fault,
  row.reads,
  row.writes,
  row.lost,
  typeof row.recovered === 'number' ? `${(row.recovered / 1000).toFixed(1)} s after` : row.recovered,
  `\`${row.shownBy}\``,
]);
put('attacks', ['id', 'attack', 'ends in', 'ms'], (cells) => cells);
put('audits', ['audit', 'passed', 'shown by'], ([what, passed, file]) => [what, passed, `\`${file}\``]);

function put(name, heads, cellsOf) {
  const folder = new URL(`${name}/`, NOTES);
  if (!existsSync(folder)) return;
  const rows = readdirSync(folder)
    .sort()
    .map((file) => cellsOf(JSON.parse(readFileSync(new URL(file, folder), 'utf8'))));
  putTable(name, heads, rows);
}
