import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { piecesOf } from '../../src/seeding/piecesOf.js';

const dir = mkdtempSync(join(tmpdir(), 'aigraph-pieces-'));
const file = join(dir, 'lines');
afterAll(() => rmSync(dir, { recursive: true }));

it.each([
  ['nothing', [], ''],
  ['a last line without its end', ['a', 'b'], ''],
  ['empty lines', ['', '', 'a', ''], '\n'],
  ['lines across pieces', Array.from({ length: 70_000 }, (_, i) => 'x'.repeat(i % 64)), '\n'],
  ['a line as long as pieces', ['a', 'y'.repeat(2 ** 20 - 3), 'z'.repeat(5_000_000), 'b'], '\n'],
])('gives whole lines of %s', (_, lines, end) => {
  writeFileSync(file, lines.join('\n') + end);
  let text = '';
  for (const piece of piecesOf(file)) {
    expect(piece.at(-1)).toBe(0x0a);
    text += piece.toString();
  }
  expect(text === lines.map((line) => `${line}\n`).join('')).toBe(true);
});
