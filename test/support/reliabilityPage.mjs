import { readFileSync, writeFileSync } from 'node:fs';

const PAGE = new URL('../../docs/reliability.md', import.meta.url);

/** Writes a table of docs/reliability.md, between the comments that have its name, and leaves all else as it is. */
export function putTable(name, heads, rows, page = PAGE) {
  const text = readFileSync(page, 'utf8');
  const begin = new RegExp(`<!-- ${name}: .*-->\n`).exec(text);
  const end = text.indexOf(`<!-- end of ${name} -->`);
  if (begin === null || end < begin.index) throw new Error(`Expected the comments of "${name}" in ${page}.`);
  const table = [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |\n`).join('');
  writeFileSync(page, text.slice(0, begin.index + begin[0].length) + table + text.slice(end));
}
