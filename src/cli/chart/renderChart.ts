import type { Config, Mark, Spec } from 'vega';
import { CHART_WIDTH, type Chart, COLOURS, EDGE, type KeyEntry, LABEL_SIZE } from './Chart.js';
import { cleanText, textWidth, wrapText } from './fitText.js';

const FONT = 'Arial, Helvetica, sans-serif';
const INNER_WIDTH = CHART_WIDTH - 2 * EDGE;
const TITLE = { size: 19, lead: 25 };
const SUBTITLE = { size: 13, lead: 18 };
const CAPTION = { size: 11.5, lead: 16 };
const KEY = { size: LABEL_SIZE, lead: 22, swatch: 16 };
const GAP = 16;

/** A line of words at its place, in pixels from the upper left corner of the picture. */
interface Words {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly weight: 'normal' | 'bold';
  readonly colour: string;
}

/**
 * The chart as SVG, the same bytes for the same chart. Vega is loaded by the first chart, so that nothing else pays for it.
 */
export async function renderChart(chart: Chart): Promise<string> {
  const { parse, View } = await import('vega');
  const view = new View(parse(specOf(chart)), { renderer: 'none' });
  try {
    return `${await view.toSVG()}\n`;
  } finally {
    view.finalize();
  }
}

/** The words around the drawing are marks of ours: Vega's own titles don't wrap. */
function specOf(chart: Chart): Spec {
  const { drawing } = chart;
  const words: Words[] = [];
  let y = EDGE;
  const write = (texts: readonly string[], { size, lead }: typeof TITLE, weight: Words['weight'], colour: string) => {
    for (const line of texts.flatMap((text) => wrapText(text, INNER_WIDTH, size))) {
      words.push({ text: line, x: EDGE, y: y + size, size, weight, colour });
      y += lead;
    }
  };
  write([chart.title], TITLE, 'bold', COLOURS.text);
  write(chart.subtitle, SUBTITLE, 'normal', COLOURS.quiet);
  const key = placeKey(chart.key ?? [], y);
  const top = key.bottom + GAP;
  y = top + drawing.height + GAP;
  write(chart.caption, CAPTION, 'normal', COLOURS.quiet);

  return {
    autosize: 'none',
    background: 'white',
    padding: 0,
    width: CHART_WIDTH,
    height: y + EDGE,
    description: cleanText(chart.title),
    config: CONFIG,
    data: [{ name: 'words', values: words }, { name: 'key', values: [...key.entries] }, ...drawing.data],
    marks: [
      { type: 'group', encode: { enter: { x: { value: 0 }, y: { value: top } } }, marks: [...drawing.marks] },
      ...KEY_MARKS,
      WORDS_MARK,
    ],
  };
}

const CONFIG: Config = {
  axis: {
    labelFont: FONT,
    titleFont: FONT,
    labelFontSize: LABEL_SIZE,
    titleFontSize: LABEL_SIZE,
    titleFontWeight: 'normal',
    titlePadding: 8,
    labelColor: COLOURS.text,
    titleColor: COLOURS.text,
    domainColor: COLOURS.line,
    tickColor: COLOURS.line,
    gridColor: COLOURS.grid,
  },
  text: { font: FONT, fontSize: LABEL_SIZE, fill: COLOURS.text },
};

interface PlacedEntry {
  readonly x: number;
  readonly y: number;
  readonly label: string;
  readonly fill: string;
  readonly stroke: string;
  readonly line: KeyEntry['line'] | null;
}

/** The key's entries one after the other, in as many lines as they need. */
function placeKey(entries: readonly KeyEntry[], top: number): { entries: readonly PlacedEntry[]; bottom: number } {
  let x = EDGE;
  let y = top + 4;
  const placed = entries.map(({ label, fill, stroke, line }): PlacedEntry => {
    const width = KEY.swatch + 6 + textWidth(label, KEY.size) + 18;
    if (x > EDGE && x + width > CHART_WIDTH - EDGE) {
      x = EDGE;
      y += KEY.lead;
    }
    const entry = { x, y, label: cleanText(label), fill: fill ?? 'transparent', stroke: stroke ?? 'transparent' };
    x += width;
    return { ...entry, line: line ?? null };
  });
  return { entries: placed, bottom: entries.length > 0 ? y + KEY.lead : top };
}

const KEY_MARKS: readonly Mark[] = [
  {
    type: 'rect',
    from: { data: 'key' },
    encode: {
      enter: {
        x: { field: 'x' },
        y: { field: 'y', offset: { signal: 'datum.line ? 6 : 0' } },
        width: { value: KEY.swatch },
        height: { signal: 'datum.line ? 0 : 12' },
        fill: { field: 'fill' },
        stroke: { field: 'stroke' },
        strokeDash: { signal: "datum.line === 'dashed' ? [4, 3] : []" },
        strokeWidth: { value: 1.5 },
      },
    },
  },
  {
    type: 'text',
    from: { data: 'key' },
    encode: {
      enter: {
        x: { field: 'x', offset: KEY.swatch + 6 },
        y: { field: 'y', offset: 10.5 },
        text: { field: 'label' },
        fontSize: { value: KEY.size },
        fill: { value: COLOURS.text },
      },
    },
  },
];

const WORDS_MARK: Mark = {
  type: 'text',
  from: { data: 'words' },
  encode: {
    enter: {
      x: { field: 'x' },
      y: { field: 'y' },
      text: { field: 'text' },
      fontSize: { field: 'size' },
      fontWeight: { field: 'weight' },
      fill: { field: 'colour' },
    },
  },
};
