import type { Mark, Scale } from 'vega';
import { z } from 'zod';
import { formatValue } from '../formatValue.js';
import { type Chart, COLOURS, EDGE, LABEL_SIZE, type Provenance } from './Chart.js';
import { cutText, wrapText } from './fitText.js';
import { AXIS_HEIGHT, halo, intervals, PLAIN_NUMBER, plot, textAt } from './marks.js';
import { named, sayNames, saySource, sayWhen, words } from './sayOf.js';

const rowForm = z.object({
  initiative: named,
  budgetUsd: z.number().nullable(),
  stage: z.string(),
  budgetPerYearUsd: z.number().nullable(),
  inUsd: z.object({ perYearLow: z.number().nullable(), perYearHigh: z.number().nullable() }),
  isCeiling: z.boolean(),
  isFloor: z.boolean(),
  notComparableBecause: z.array(z.string()).nullable(),
});

const answerForm = z.object({
  deal: named.nullable(),
  dealUsd: z.number().nullable(),
  dealPerYearUsd: z.number().nullable(),
  rows: z.array(rowForm),
  countriesWithout: z.array(z.object({ id: z.string() })),
  truncated: z.boolean(),
});

type Row = z.infer<typeof rowForm>;

const ROW = 32;
const BAR = 14;
const TOP = 26;
const TOTAL = { x: 290, width: 200 };
const PER_YEAR = { x: 725, width: 130 };
const NAME = { size: 11.5, lead: 14 };

/** Budgets as bars and what they are a year as intervals, the largest first; what has no figure is named. Throws where the answer is none. */
export function compareChart(answer: unknown, provenance: Provenance): Chart {
  const { rows, deal, dealUsd, dealPerYearUsd, countriesWithout, truncated } = answerForm.parse(answer);
  const sorted = [...rows].sort((a, b) => (b.budgetUsd ?? -1) - (a.budgetUsd ?? -1));
  const height = ROW * sorted.length;
  const placed = sorted.map((row, i) => ({ row, y: ROW * (i + 0.5) }));
  const total = scaleTo([dealUsd, ...rows.map((row) => row.budgetUsd)], TOTAL.width);
  const perYear = scaleTo([dealPerYearUsd, ...rows.flatMap(mostPerYear)], PER_YEAR.width);
  return {
    title: deal ? `How do national programmes compare with ${deal.name}?` : 'How do national programmes compare?',
    subtitle: [
      'Budgets as claimed, in US dollars at the average rate of the year in which each was said, not adjusted for prices. ' +
        `Programmes overlap and must not be added up. ${sayWhen(provenance)}`,
    ],
    key: [
      { label: 'budget', fill: COLOURS.first },
      { label: 'ceiling ("up to")', fill: COLOURS.light, stroke: COLOURS.first },
      { label: 'the least and the most a year that its period allows', stroke: COLOURS.text, line: 'solid' },
      ...(dealUsd === null ? [] : [{ label: 'the deal', stroke: COLOURS.second, line: 'dashed' as const }]),
    ],
    drawing: {
      height: TOP + height + AXIS_HEIGHT,
      data: [
        { name: 'names', values: placed.flatMap(({ row, y }) => namesOf(row, y)) },
        { name: 'budgets', values: placed.flatMap(({ row, y }) => budgetOf(row, y)) },
        { name: 'years', values: placed.flatMap(({ row, y }) => yearOf(row, y)) },
        { name: 'notes', values: placed.flatMap(({ row, y }) => notesOf(row, y, total.pixels, perYear.pixels)) },
        { name: 'heads', values: [head('Whole budget', TOTAL.x), head('A year', PER_YEAR.x)] },
        { name: 'deal', values: dealUsd === null ? [] : [{ usd: dealUsd / 1e9 }] },
        { name: 'dealYear', values: dealPerYearUsd === null ? [] : [{ usd: dealPerYearUsd / 1e9 }] },
      ],
      marks: [
        plot({
          ...TOTAL,
          y: TOP,
          height,
          scales: [total.scale],
          axes: [AXIS],
          marks: [BUDGET_BARS, dealLine('deal', height)],
        }),
        plot({
          ...PER_YEAR,
          y: TOP,
          height,
          scales: [perYear.scale],
          axes: [{ ...AXIS, tickCount: 3 }],
          marks: [...intervals('years'), YEAR_DOTS, dealLine('dealYear', height)],
        }),
        textAt('names', 'right'),
        halo('notes'),
        textAt('notes'),
        textAt('heads'),
      ],
    },
    caption: [
      ...(deal ? [`The deal: ${deal.name}, ${usd(dealUsd)}, ${usd(dealPerYearUsd)} a year.`] : []),
      ...(countriesWithout.length > 0
        ? [`No programme is known of ${sayNames(countriesWithout.map(({ id }) => id))}.`]
        : []),
      ...(rows.some(isUndecided)
        ? ['* Proposed, drafted, reported or in preparation: the budget is not decided.']
        : []),
      ...(truncated ? ['There are more than 100 programmes; the others are missing here.'] : []),
      saySource(provenance),
    ],
  };
}

const AXIS = {
  scale: 'x',
  orient: 'bottom',
  grid: true,
  tickCount: 5,
  format: PLAIN_NUMBER,
  title: 'US dollars, billions',
  zindex: 0,
} as const;

function head(text: string, x: number): object {
  return { text, x, y: LABEL_SIZE, weight: 'bold' };
}

/** A long name in two lines. */
function namesOf({ initiative }: Row, y: number): object[] {
  const width = TOTAL.x - EDGE - 10;
  const [first = '', ...others] = wrapText(initiative.name, width, NAME.size);
  const lines = others.length === 0 ? [first] : [first, cutText(others.join(' '), width, NAME.size)];
  return lines.map((text, i) => ({
    text,
    x: TOTAL.x - 10,
    y: TOP + y + 4 + NAME.lead * (i - (lines.length - 1) / 2),
    size: NAME.size,
  }));
}

function budgetOf({ budgetUsd, isCeiling }: Row, y: number): object[] {
  if (budgetUsd === null) return [];
  return [{ usd: budgetUsd / 1e9, fill: isCeiling ? COLOURS.light : COLOURS.first, y }];
}

function yearOf({ budgetPerYearUsd: value, inUsd }: Row, y: number): object[] {
  if (value === null) return [];
  const low = inUsd.perYearLow ?? value;
  return [{ value: value / 1e9, low: low / 1e9, high: (inUsd.perYearHigh ?? value) / 1e9, y }];
}

function notesOf(row: Row, y: number, ofTotal: (usd: number) => number, ofYear: (usd: number) => number): object[] {
  const { budgetUsd, stage, isCeiling, isFloor, budgetPerYearUsd, inUsd, notComparableBecause } = row;
  const at = { y: TOP + y + 4 };
  if (budgetUsd === null) {
    const because = (notComparableBecause ?? []).includes('NO_RATE') ? 'no exchange rate' : 'no budget known';
    return [{ ...at, text: because, x: TOTAL.x + 6, colour: COLOURS.quiet }];
  }
  const bound = isCeiling ? 'up to ' : isFloor ? 'at least ' : '';
  const undecided = isUndecided(row) ? ' *' : '';
  const stageSaid = stage === 'UNKNOWN_STAGE' ? '' : `, ${words(stage)}`;
  const open = budgetPerYearUsd !== null && inUsd.perYearHigh === null ? ' or more' : '';
  return [
    { ...at, text: `${bound}${usd(budgetUsd)}${stageSaid}${undecided}`, x: TOTAL.x + ofTotal(budgetUsd) + 6 },
    budgetPerYearUsd === null
      ? { ...at, text: 'period unknown', x: PER_YEAR.x + 6, colour: COLOURS.quiet }
      : {
          ...at,
          text: `${usd(budgetPerYearUsd)}${open}`,
          x: PER_YEAR.x + ofYear(inUsd.perYearHigh ?? budgetPerYearUsd) + 8,
        },
  ];
}

function isUndecided({ budgetUsd, notComparableBecause }: Row): boolean {
  return budgetUsd !== null && (notComparableBecause ?? []).includes('NOT_DECIDED');
}

function mostPerYear({ budgetPerYearUsd, inUsd }: Row): readonly (number | null)[] {
  return [budgetPerYearUsd, inUsd.perYearHigh];
}

/** A scale from nothing to the largest amount, in billions, and where an amount lies on it. */
function scaleTo(amounts: readonly (number | null)[], width: number) {
  const most = Math.max(...amounts.map((amount) => amount ?? 0), 0) / 1e9 || 1;
  const scale: Scale = { name: 'x', type: 'linear', domain: [0, most], range: [0, width] };
  return { scale, pixels: (amount: number) => (width * amount) / 1e9 / most };
}

const BUDGET_BARS: Mark = {
  type: 'rect',
  from: { data: 'budgets' },
  encode: {
    enter: {
      x: { scale: 'x', value: 0 },
      x2: { scale: 'x', field: 'usd' },
      y: { field: 'y', offset: -BAR / 2 },
      height: { value: BAR },
      fill: { field: 'fill' },
      stroke: { value: COLOURS.first },
    },
  },
};

const YEAR_DOTS: Mark = {
  type: 'symbol',
  from: { data: 'years' },
  encode: {
    enter: {
      x: { scale: 'x', field: 'value' },
      y: { field: 'y' },
      size: { value: 45 },
      fill: { value: COLOURS.first },
    },
  },
};

function dealLine(data: string, height: number): Mark {
  return {
    type: 'rule',
    from: { data },
    encode: {
      enter: {
        x: { scale: 'x', field: 'usd' },
        y: { value: -6 },
        y2: { value: height },
        stroke: { value: COLOURS.second },
        strokeDash: { value: [4, 3] },
        strokeWidth: { value: 1.5 },
      },
    },
  };
}

function usd(amount: number | null): string {
  return amount === null ? 'amount unknown' : formatValue('amountUsd', amount);
}
