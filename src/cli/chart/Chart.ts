import type { Data, Mark } from 'vega';

/** An entry of the key: what a colour or a line stands for. */
export interface KeyEntry {
  readonly label: string;
  readonly fill?: string;
  readonly stroke?: string;
  /** Drawn as a line instead of a box. */
  readonly line?: 'solid' | 'dashed';
}

/** What is drawn between the words: in pixels from the left edge of the picture and from where the drawing begins. */
export interface Drawing {
  readonly height: number;
  readonly data: readonly Data[];
  readonly marks: readonly Mark[];
}

/** A picture of an answer, with all that it needs to stand alone. */
export interface Chart {
  /** The question that it answers. */
  readonly title: string;
  /** What the figures speak for: the day, the total, what is unknown. */
  readonly subtitle: readonly string[];
  readonly key?: readonly KeyEntry[];
  readonly drawing: Drawing;
  /** What was left out, and how to read it. */
  readonly caption: readonly string[];
}

/** What an answer was read from. */
export interface Provenance {
  readonly release: string;
  /** How to cite the dataset. */
  readonly citation: string;
  /** The day as of which it was answered. */
  readonly asOf: string;
  /** Given where the question named one. */
  readonly knownAt: string | undefined;
}

/** Width of every chart, and of the margin at its sides, in pixels. */
export const CHART_WIDTH = 960;
export const EDGE = 20;
export const LABEL_SIZE = 12;

export const COLOURS = {
  text: '#1a1a1a',
  quiet: '#555555',
  grid: '#e2e2e2',
  line: '#888888',
  first: '#2b6cb0',
  second: '#dd8452',
  third: '#55895a',
  fourth: '#8172b3',
  fifth: '#937860',
  light: '#d6e4f2',
} as const;
