import { expect, it } from 'vitest';
import { renderChart } from '../../src/cli/chart/renderChart.js';
import { scheduleChart } from '../../src/cli/chart/scheduleChart.js';
import { readSvg } from './readSvg.js';

const PROVENANCE = { release: '2026.09', citation: 'us.', asOf: '2026-09-30', knownAt: undefined };

const answer = (schedule: readonly object[], more: object = {}) => ({
  of: { id: 'company:a', name: 'A' },
  members: [],
  role: 'CUSTOMER',
  totalUsd: 10e6,
  openAbove: false,
  unscheduledUsd: 0,
  coverage: { known: 1, total: 1 },
  schedule,
  options: [],
  excluded: [],
  ...more,
});

it('stacks tranches on what is pro rata, and leaves room for the years between', async () => {
  const chart = scheduleChart(
    answer([
      { year: 2026, amountUsd: 3e6, basis: 'PRO_RATA' },
      { year: 2026, amountUsd: 2e6, basis: 'TRANCHE' },
      { year: 2028, amountUsd: 5e6, basis: 'TRANCHE' },
    ]),
    PROVENANCE,
  );
  expect(chart.key?.map(({ label }) => label)).toEqual([
    'by day, in equal parts over the term',
    'by the dates of stated tranches',
  ]);
  const { data } = chart.drawing;
  expect(data.find(({ name }) => name === 'bars')).toMatchObject({
    values: [
      { year: 2026, from: 0, to: 3 },
      { year: 2026, from: 3, to: 5 },
      { year: 2028, from: 0, to: 5 },
    ],
  });
  const words = readSvg(await renderChart(chart)).texts.map(({ text }) => text);
  expect(words).toEqual(expect.arrayContaining(['US dollars, millions', '2027', '$5.00M']));
  expect(words).toContain(
    '$10.00M in all. 1 of 1 binding deals have a known amount. As of 2026-09-30, release 2026.09.',
  );
});

it('counts only the options that no ceiling covers, and tells apart what is small', () => {
  const chart = scheduleChart(
    answer([{ year: 2026, amountUsd: 12.5, basis: 'PRO_RATA' }], { options: [{ counted: true }, { counted: false }] }),
    PROVENANCE,
  );
  expect(chart.caption).toContain('Options and conditional parts are not in the bars: 1.');
});

it('refuses what is no answer', () => {
  expect(() => scheduleChart({}, PROVENANCE)).toThrow('schedule');
});
