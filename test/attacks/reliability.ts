import { readFileSync } from 'node:fs';
import type { Attack } from './Attack.js';

const PAGE = new URL('../../docs/reliability.md', import.meta.url);
const ROW = /^\| (ATT-\d+) \| (.+) \| (.+) \| .* \|$/gm;

/** The attacks that docs/reliability.md lists: id, what, how it ends. */
export function listedAttacks(): readonly (readonly string[])[] {
  return [...sectionOf('Attacks').matchAll(ROW)].map((row) => row.slice(1, 4));
}

/** The same of an attack of the suite. */
export function rowOf({ id, what, ends }: Attack): readonly string[] {
  return [id, what, ends === null ? 'an answer' : `\`${ends}\``];
}

/** What the page says under a heading. */
export function sectionOf(heading: string): string {
  const [, rest = ''] = readFileSync(PAGE, 'utf8').split(`\n## ${heading}\n`);
  return rest.split('\n## ')[0] ?? '';
}
