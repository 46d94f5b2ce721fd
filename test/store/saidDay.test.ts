import { expect, it } from 'vitest';
import { saidDay } from '../../src/store/saidDay.js';

it('is the last day of the period, but not after the day on which the data was closed', () => {
  expect(saidDay('2025', '2026-09-30')).toBe('2025-12-31');
  expect(saidDay('2026-08', '2026-09-30')).toBe('2026-08-31');
  expect(saidDay('2026', '2026-09-30')).toBe('2026-09-30');
  expect(saidDay('2026-09-30', '2026-09-30')).toBe('2026-09-30');
});

it('stays after that day for what can only have been said later', () => {
  expect(saidDay('2026-10', '2026-09-30')).toBe('2026-10-31');
  expect(saidDay('2027', '2026-09-30')).toBe('2027-12-31');
});
