import type { Axis, GroupMark, Mark, Scale, TextMark } from 'vega';
import { COLOURS, LABEL_SIZE } from './Chart.js';

/** An area with scales and axes of its own, in pixels from the drawing's corner. */
export interface Plot {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly scales: readonly Scale[];
  readonly axes: readonly Axis[];
  readonly marks: readonly Mark[];
}

/** `1,250` and `0.5`: Vega's own form of a large number is `1.25e+3`. */
export const PLAIN_NUMBER = ',.3~f';

/** What an axis needs below the area, in pixels. */
export const AXIS_HEIGHT = 46;

export function plot({ x, y, width, height, scales, axes, marks }: Plot): GroupMark {
  return {
    type: 'group',
    encode: { enter: { x: { value: x }, y: { value: y }, width: { value: width }, height: { value: height } } },
    // Grid lines reach as far as these say.
    signals: [
      { name: 'width', update: String(width) },
      { name: 'height', update: String(height) },
    ],
    scales: [...scales],
    axes: [...axes],
    marks: [...marks],
  };
}

/** Text at fields `x` and `y` of the data, from the field `text`; `weight` and `colour` where given. */
export function textAt(data: string, align: 'left' | 'right' | 'center' = 'left'): TextMark {
  return {
    type: 'text',
    from: { data },
    encode: {
      enter: {
        x: { field: 'x' },
        y: { field: 'y' },
        text: { field: 'text' },
        align: { value: align },
        fontSize: { signal: `datum.size || ${LABEL_SIZE}` },
        fontWeight: { signal: "datum.weight || 'normal'" },
        fill: { signal: `datum.colour || '${COLOURS.text}'` },
      },
    },
  };
}

/** A white edge around texts, to be drawn before them where lines run below. */
export function halo(data: string): TextMark {
  const mark = textAt(data);
  const enter = { ...mark.encode?.enter, stroke: { value: 'white' }, strokeWidth: { value: 5 } };
  return { ...mark, encode: { enter } };
}

/** Intervals from `low` to `high` along the scale `x`, at `y`, with ends that can be seen. */
export function intervals(data: string, capHeight = 8): readonly Mark[] {
  const cap = (field: 'low' | 'high'): Mark => ({
    type: 'rule',
    from: { data },
    encode: {
      enter: {
        x: { scale: 'x', field },
        y: { field: 'y', offset: -capHeight / 2 },
        y2: { field: 'y', offset: capHeight / 2 },
        stroke: { value: COLOURS.text },
        strokeWidth: { value: 1.5 },
      },
    },
  });
  return [
    {
      type: 'rule',
      from: { data },
      encode: {
        enter: {
          x: { scale: 'x', field: 'low' },
          x2: { scale: 'x', field: 'high' },
          y: { field: 'y' },
          stroke: { value: COLOURS.text },
          strokeWidth: { value: 1.5 },
        },
      },
    },
    cap('low'),
    cap('high'),
  ];
}
