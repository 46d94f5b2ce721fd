import { CHART_WIDTH, type Chart, COLOURS, EDGE, LABEL_SIZE } from './Chart.js';
import { cutText, wrapText } from './fitText.js';
import { AXIS_HEIGHT, intervals, plot, textAt } from './marks.js';

/** One share, in percent. */
export interface ShareBar {
  readonly name: string;
  readonly percent: number;
  /** The least and the most that it can be, where the answer knows. */
  readonly low?: number;
  readonly high?: number;
  /** What stands behind the percentage, such as "$38.00B". */
  readonly note?: string;
}

/** Shares of one whole. */
export interface SharePanel {
  readonly heading: string;
  /** What of the whole is not known. */
  readonly remarks: readonly string[];
  readonly bars: readonly ShareBar[];
}

export interface SharesInput extends Pick<Chart, 'title' | 'subtitle' | 'caption'> {
  readonly panels: readonly SharePanel[];
  /** Of what the shares are, for the axis. */
  readonly axis: string;
}

const LEFT = 280;
const PLOT_WIDTH = 500;
const ROW = 26;
const BAR = 14;

/** Shares as bars from 0 to 100 %, one panel below the other, with their bounds drawn over the bars. */
export function sharesChart({ panels, axis, ...words }: SharesInput): Chart {
  const bars: { y: number; percent: number; low: number; high: number }[] = [];
  const lines: object[] = [];
  const names: object[] = [];
  let y = 0;
  for (const { heading, remarks, bars: shares } of panels) {
    const wrapped = remarks.flatMap((remark) => wrapText(remark, CHART_WIDTH - 2 * EDGE, LABEL_SIZE));
    lines.push({ text: heading, x: EDGE, y: y + LABEL_SIZE, weight: 'bold' });
    for (const [i, text] of wrapped.entries()) {
      lines.push({ text, x: EDGE, y: y + LABEL_SIZE + 18 * (i + 1), colour: COLOURS.quiet });
    }
    y += 26 + 18 * wrapped.length;
    for (const { name, percent, low = percent, high = percent, note } of shares) {
      const middle = y + ROW / 2;
      bars.push({ y: middle, percent, low, high });
      names.push({
        text: cutText(name, LEFT - EDGE - 10, LABEL_SIZE),
        x: LEFT - 10,
        y: middle + 4,
      });
      lines.push({
        text: `${percent.toFixed(1)} %${note === undefined ? '' : `, ${note}`}`,
        x: LEFT + (PLOT_WIDTH * Math.max(percent, high)) / 100 + 8,
        y: middle + 4,
      });
      y += ROW;
    }
    y += 14;
  }
  const uncertain = bars.filter(({ low, high }) => low < high);
  return {
    ...words,
    key:
      uncertain.length === 0
        ? []
        : [
            { label: 'share as claimed', fill: COLOURS.first },
            { label: 'the least and the most that the claim allows', stroke: COLOURS.text, line: 'solid' },
          ],
    drawing: {
      height: bars.length > 0 ? y + AXIS_HEIGHT : y,
      data: [
        { name: 'bars', values: bars },
        { name: 'uncertain', values: uncertain },
        { name: 'lines', values: lines },
        { name: 'names', values: names },
      ],
      marks: [
        plot({
          x: LEFT,
          y: 0,
          width: PLOT_WIDTH,
          height: y,
          scales: [{ name: 'x', type: 'linear', domain: [0, 100], range: [0, PLOT_WIDTH] }],
          axes:
            bars.length > 0 ? [{ scale: 'x', orient: 'bottom', title: axis, values: [0, 20, 40, 60, 80, 100] }] : [],
          marks: [
            {
              type: 'rect',
              from: { data: 'bars' },
              encode: {
                enter: {
                  x: { scale: 'x', value: 0 },
                  x2: { scale: 'x', field: 'percent' },
                  y: { field: 'y', offset: -BAR / 2 },
                  height: { value: BAR },
                  fill: { value: COLOURS.first },
                },
              },
            },
            ...intervals('uncertain'),
          ],
        }),
        textAt('lines'),
        textAt('names', 'right'),
      ],
    },
  };
}
