import { expect, test } from 'vitest';
import { AUDITS, listedAudits } from '../support/audits.js';
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
