import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { AUDITS, listedAudits } from '../support/audits.js';
import { putTable } from '../support/reliabilityPage.mjs';
import { listedAttacks, rowOf } from './reliability.js';
import { ALL_ATTACKS } from './tables.js';

test('every attack has an id of its own', () => {
  expect(new Set(ALL_ATTACKS.map(({ id }) => id)).size).toBe(ALL_ATTACKS.length);
});

test('docs/reliability.md lists exactly these attacks; npm run reliability:update writes it', () => {
  expect(listedAttacks()).toEqual(ALL_ATTACKS.map(rowOf));
});

test('docs/reliability.md lists exactly these audits, and what passed is all there is', () => {
  expect(listedAudits().map(([what, _passed, file]) => [what, file])).toEqual(Object.values(AUDITS));
  for (const [, passed] of listedAudits()) expect(passed).toMatch(/^([\d,]+) of \1$/);
});

test.each(['attacks', 'audits', 'faults', 'limits', 'soak'])(
  'docs/reliability.md: %s is written alone',
  async (name) => {
    const folder = await mkdtemp(join(tmpdir(), 'reliability-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const copy = join(folder, 'reliability.md');
    const text = await readFile(new URL('../../docs/reliability.md', import.meta.url), 'utf8');
    await writeFile(copy, text);
    putTable(name, ['what', 'aim'], [['errors', '0']], copy);
    const table = new RegExp(`(<!-- ${name}: npm run .* -->\n)(?:\\|.*\\n)+(<!-- end of ${name} -->)`);
    expect(text).toMatch(table);
    expect(await readFile(copy, 'utf8')).toBe(
      text.replace(table, '$1| what | aim |\n| --- | --- |\n| errors | 0 |\n$2'),
    );
  },
);
