import type { Mark } from 'vega';
import { z } from 'zod';
import { epochDay, firstDay, lastDay } from '../../model/time.js';
import { CHART_WIDTH, type Chart, COLOURS, EDGE, LABEL_SIZE, type Provenance } from './Chart.js';
import { wrapText } from './fitText.js';
import { plot, textAt } from './marks.js';
import { saySource, sayWhen } from './sayOf.js';

const answerForm = z.object({
  edges: z.array(z.object({ node: z.object({ date: z.string(), kind: z.string(), title: z.string() }) })),
  pageInfo: z.object({ hasNextPage: z.boolean() }),
});

/** What the timeline was asked about. */
export interface TimelineAsked {
  readonly names: readonly string[];
  readonly from: string | undefined;
  readonly to: string | undefined;
}

const DATE_X = 105;
const PLOT = { x: 125, width: 330 };
const TITLE_X = PLOT.x + PLOT.width + 20;
const TITLE_WIDTH = CHART_WIDTH - TITLE_X - EDGE;
const LEAD = 15;
const TOP = 24;
const MS_PER_DAY = 86_400_000;

const GROUPS = [
  { begin: 'DEAL_', label: 'deals', colour: COLOURS.first },
  { begin: 'CHIP_', label: 'chips', colour: COLOURS.second },
  { begin: 'DATACENTER_', label: 'datacenters', colour: COLOURS.third },
  { begin: 'INITIATIVE_', label: 'programmes', colour: COLOURS.fourth },
  { begin: 'POLICY', label: 'policy', colour: COLOURS.fifth },
] as const;

/**
 * Events one below the other, in the order of the answer. A day is a dot; a date known only to its month or year is drawn over
 * all of it. Throws where the answer is none.
 */
export function timelineChart(answer: unknown, asked: TimelineAsked, provenance: Provenance): Chart {
  const { edges, pageInfo } = answerForm.parse(answer);
  const events = edges.map(({ node }) => node);
  const rows: { y: number; from: number; to: number; colour: string; planned: boolean }[] = [];
  const dates: object[] = [];
  const titles: object[] = [];
  let y = 0;
  for (const { date, kind, title } of events) {
    const lines = wrapText(title, TITLE_WIDTH, LABEL_SIZE);
    const height = LEAD * lines.length + 9;
    // One known to a year that is not over may still be to come.
    const planned = lastDay(date) > provenance.asOf;
    rows.push({
      y: y + height / 2,
      from: epochDay(firstDay(date)) * MS_PER_DAY,
      to: (epochDay(lastDay(date)) + 1) * MS_PER_DAY,
      colour: groupOf(kind)?.colour ?? COLOURS.line,
      planned,
    });
    dates.push({ text: date, x: DATE_X, y: TOP + y + height / 2 + 4 });
    for (const [i, text] of lines.entries()) {
      titles.push({
        text,
        x: TITLE_X,
        y: TOP + y + height / 2 + 4 + LEAD * (i - (lines.length - 1) / 2),
        colour: planned ? COLOURS.quiet : COLOURS.text,
      });
    }
    y += height;
  }
  const present = GROUPS.filter(({ begin }) => events.some(({ kind }) => kind.startsWith(begin)));
  const domain = domainOf(rows, asked);
  const asOf = epochDay(provenance.asOf) * MS_PER_DAY;
  const showsAsOf = domain[0] <= asOf && asOf <= domain[1];
  return {
    title: titleOf(asked),
    subtitle: [
      `${events.length} events${pageInfo.hasNextPage ? ', and more after these (--first asks for up to 100)' : ''}. ` +
        `A date that is known only to its month, quarter or year is drawn over all of it. ${sayWhen(provenance)}`,
    ],
    key: [
      ...present.map(({ label, colour }) => ({ label, fill: colour })),
      ...(rows.some((row) => row.planned)
        ? [{ label: 'hollow: after that day, or perhaps after it', fill: 'white', stroke: COLOURS.text }]
        : []),
      ...(showsAsOf ? [{ label: `as of ${provenance.asOf}`, stroke: COLOURS.text, line: 'dashed' as const }] : []),
    ],
    drawing: {
      height: TOP + y,
      data: [
        { name: 'days', values: rows.filter((row) => row.to - row.from <= MS_PER_DAY) },
        { name: 'periods', values: rows.filter((row) => row.to - row.from > MS_PER_DAY) },
        { name: 'dates', values: dates },
        { name: 'titles', values: titles },
        { name: 'asOf', values: showsAsOf ? [{ at: asOf }] : [] },
        {
          name: 'notes',
          values: events.length > 0 ? [] : [{ text: 'Nothing is known of this time.', x: EDGE, y: 14 }],
        },
      ],
      marks: [
        plot({
          x: PLOT.x,
          y: TOP,
          width: PLOT.width,
          height: y,
          scales: [{ name: 'x', type: 'utc', domain: [...domain], range: [0, PLOT.width] }],
          axes: events.length > 0 ? [{ scale: 'x', orient: 'top', grid: true, tickCount: 4, labelOverlap: true }] : [],
          marks: [asOfLine(y), PERIODS, DAYS],
        }),
        textAt('dates', 'right'),
        textAt('titles'),
        textAt('notes'),
      ],
    },
    caption: [saySource(provenance)],
  };
}

function groupOf(kind: string) {
  return GROUPS.find(({ begin }) => kind.startsWith(begin));
}

function titleOf({ names, from, to }: TimelineAsked): string {
  const who = names.length === 0 ? '' : ` around ${names.join(', ')}`;
  const since = from === undefined ? '' : ` from ${from}`;
  return `What happened or is planned${who}${since}${to === undefined ? '' : ` to ${to}`}?`;
}

/** What was asked for, and no more than that where it was; else all that happens. */
function domainOf(
  rows: readonly { from: number; to: number }[],
  { from, to }: TimelineAsked,
): readonly [number, number] {
  const first = from === undefined ? Math.min(...rows.map((row) => row.from)) : epochDay(from) * MS_PER_DAY;
  const last = to === undefined ? Math.max(...rows.map((row) => row.to)) : (epochDay(to) + 1) * MS_PER_DAY;
  return rows.length === 0 ? [0, MS_PER_DAY] : [first, last];
}

const HOLLOW = { signal: "datum.planned ? 'white' : datum.colour" } as const;

/** A period that goes beyond what was asked for is cut at its edge. */
const PERIODS: Mark = {
  type: 'rect',
  from: { data: 'periods' },
  encode: {
    enter: {
      x: { signal: `max(0, scale('x', datum.from))` },
      x2: { signal: `min(${PLOT.width}, scale('x', datum.to))` },
      y: { field: 'y', offset: -4 },
      height: { value: 8 },
      fill: HOLLOW,
      stroke: { field: 'colour' },
    },
  },
};

const DAYS: Mark = {
  type: 'symbol',
  from: { data: 'days' },
  encode: {
    enter: {
      x: { scale: 'x', field: 'from' },
      y: { field: 'y' },
      size: { value: 60 },
      fill: HOLLOW,
      stroke: { field: 'colour' },
      strokeWidth: { value: 1.5 },
    },
  },
};

function asOfLine(height: number): Mark {
  return {
    type: 'rule',
    from: { data: 'asOf' },
    encode: {
      enter: {
        x: { scale: 'x', field: 'at' },
        y: { value: 0 },
        y2: { value: height },
        stroke: { value: COLOURS.text },
        strokeDash: { value: [4, 3] },
      },
    },
  };
}
