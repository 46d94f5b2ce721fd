import type { Mark } from 'vega';
import { z } from 'zod';
import { formatValue } from '../formatValue.js';
import { CHART_WIDTH, type Chart, COLOURS, type Drawing, EDGE, LABEL_SIZE, type Provenance } from './Chart.js';
import { AXIS_HEIGHT, PLAIN_NUMBER, plot, textAt } from './marks.js';
import { coverageForm, excludedForm, named, sayExcluded, sayMembers, saySource, sayWhen } from './sayOf.js';

const answerForm = z.object({
  of: named,
  members: z.array(named),
  role: z.string(),
  totalUsd: z.number(),
  openAbove: z.boolean(),
  unscheduledUsd: z.number(),
  coverage: coverageForm,
  schedule: z.array(z.object({ year: z.number(), amountUsd: z.number(), basis: z.string() })),
  options: z.array(z.object({ counted: z.boolean() })),
  excluded: excludedForm,
});

type Schedule = z.infer<typeof answerForm>['schedule'];
type Sums = Pick<z.infer<typeof answerForm>, 'totalUsd' | 'openAbove' | 'unscheduledUsd' | 'coverage'>;

const LEFT = 90;
const WIDTH = CHART_WIDTH - LEFT - EDGE;
const HEIGHT = 320;
const TOP = 14;
/** Amounts above more bars than this would run into one another. */
const MOST_LABELS = 16;
const BASES = [
  { basis: 'PRO_RATA', colour: COLOURS.first, label: 'by day, in equal parts over the term' },
  { basis: 'TRANCHE', colour: COLOURS.second, label: 'by the dates of stated tranches' },
] as const;

/** Commitments year by year, in the order of years, stacked by how each amount was placed. Throws where the answer is none. */
export function scheduleChart(answer: unknown, provenance: Provenance): Chart {
  const { of, role, schedule, ...sums } = answerForm.parse(answer);
  const apart = sums.options.filter(({ counted }) => !counted).length;
  const title =
    role === 'PROVIDER'
      ? `What has been promised to ${of.name}, by year?`
      : `What has ${of.name} promised to pay, by year?`;
  return {
    title,
    subtitle: [
      `${sayMembers(sums.members, 1)}${sayTotal(sums)} ${sums.coverage.known} of ${sums.coverage.total} binding deals have a known amount. ${sayWhen(provenance)}`,
    ],
    key: BASES.filter(({ basis }) => schedule.some((part) => part.basis === basis)).map(({ label, colour }) => ({
      label,
      fill: colour,
    })),
    drawing: schedule.length > 0 ? drawYears(schedule) : NOTHING,
    caption: [
      ...sayExcluded(sums.excluded),
      ...(apart > 0 ? [`Options and conditional parts are not in the bars: ${apart}.`] : []),
      'Nominal US dollars: not adjusted for prices.',
      saySource(provenance),
    ],
  };
}

const NOTHING: Drawing = {
  height: 20,
  data: [{ name: 'notes', values: [{ text: 'No amount can be placed in a year.', x: EDGE, y: 14 }] }],
  marks: [textAt('notes')],
};

function drawYears(schedule: Schedule): Drawing {
  const years = yearsBetween(schedule.map(({ year }) => year));
  const sums = years.map((year) => sumOf(schedule.filter((part) => part.year === year)));
  const most = Math.max(...sums);
  const { unit, divisor } = scaleOf(most);
  const totals = years.map((year, i) => {
    const total = sums[i] ?? 0;
    return { year, total: total / divisor, text: total === 0 || years.length > MOST_LABELS ? '' : usd(total) };
  });
  return {
    height: TOP + HEIGHT + AXIS_HEIGHT,
    data: [
      { name: 'bars', values: years.flatMap((year) => stack(year, schedule, divisor)) },
      { name: 'totals', values: totals },
    ],
    marks: [
      plot({
        x: LEFT,
        y: TOP,
        width: WIDTH,
        height: HEIGHT,
        scales: [
          { name: 'x', type: 'band', domain: years, range: [0, WIDTH], padding: 0.25 },
          { name: 'y', type: 'linear', domain: [0, most / divisor], nice: true, range: [HEIGHT, 0] },
        ],
        axes: [
          { scale: 'y', orient: 'left', grid: true, tickCount: 6, title: unit, format: PLAIN_NUMBER },
          { scale: 'x', orient: 'bottom', title: 'Calendar year', labelOverlap: true },
        ],
        marks: [BARS, totalsMark(years.length)],
      }),
    ],
  };
}

const BARS: Mark = {
  type: 'rect',
  from: { data: 'bars' },
  encode: {
    enter: {
      x: { scale: 'x', field: 'year' },
      width: { scale: 'x', band: 1 },
      y: { scale: 'y', field: 'from' },
      y2: { scale: 'y', field: 'to' },
      fill: { field: 'colour' },
    },
  },
};

function totalsMark(years: number): Mark {
  return {
    type: 'text',
    from: { data: 'totals' },
    encode: {
      enter: {
        x: { scale: 'x', field: 'year', band: 0.5 },
        y: { scale: 'y', field: 'total', offset: -5 },
        align: { value: 'center' },
        text: { field: 'text' },
        fontSize: { value: years > 11 ? 10 : LABEL_SIZE },
      },
    },
  };
}

function sumOf(parts: Schedule): number {
  return parts.reduce((sum, part) => sum + part.amountUsd, 0);
}

/** What is not known is not zero. */
function sayTotal({ totalUsd, openAbove, unscheduledUsd, coverage }: Sums): string {
  if (coverage.known === 0) return 'No amount is known.';
  const dateless = unscheduledUsd > 0 ? `, of which ${usd(unscheduledUsd)} has no dates and is not drawn` : '';
  return `${openAbove ? 'At least ' : ''}${usd(totalUsd)} in all${dateless}.`;
}

function usd(amount: number): string {
  return formatValue('amountUsd', amount);
}

function stack(year: number, schedule: Schedule, divisor: number) {
  let from = 0;
  return BASES.flatMap(({ basis, colour }) => {
    const amount = sumOf(schedule.filter((part) => part.year === year && part.basis === basis)) / divisor;
    if (amount === 0) return [];
    const part = { year, from, to: from + amount, colour };
    from += amount;
    return [part];
  });
}

/** Years without an amount stand between those that have one: a gap is not skipped. */
function yearsBetween(years: readonly number[]): number[] {
  const first = Math.min(...years);
  return Array.from({ length: Math.max(...years) - first + 1 }, (_, i) => first + i);
}

/** The unit in which the largest amount is read easily. */
function scaleOf(most: number): { readonly unit: string; readonly divisor: number } {
  if (most >= 1e9) return { unit: 'US dollars, billions', divisor: 1e9 };
  if (most >= 1e6) return { unit: 'US dollars, millions', divisor: 1e6 };
  return { unit: 'US dollars', divisor: 1 };
}
