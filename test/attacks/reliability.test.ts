import { serverAudits } from 'graphql-http';
import { expect, test } from 'vitest';
import { listedAttacks, rowOf, sectionOf } from './reliability.js';
import { ALL_ATTACKS } from './tables.js';

test('every attack has an id of its own', () => {
  expect(new Set(ALL_ATTACKS.map(({ id }) => id)).size).toBe(ALL_ATTACKS.length);
});

test('docs/reliability.md lists exactly these attacks; npm run reliability:update writes it', () => {
  expect(listedAttacks()).toEqual(ALL_ATTACKS.map(rowOf));
});

test('docs/reliability.md tells how many audits there are', () => {
  expect(sectionOf('Audits')).toContain(
    `| ${serverAudits({ url: '' }).length} of ${serverAudits({ url: '' }).length} |`,
  );
});
