import { writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { type AskOptions, timeVariables } from './askOptions.js';
import type { Chart, Provenance } from './chart/Chart.js';
import { renderChart } from './chart/renderChart.js';
import { formatCsv } from './formatCsv.js';
import { formatOutline } from './formatOutline.js';
import { askWhole, type Surroundings } from './Graph.js';

const wholeForm = z.object({
  dataset: z.object({ release: z.string(), citation: z.object({ text: z.string() }) }),
  answer: z.looseObject({ asOf: z.string() }),
});

/** The forms in which an answer may be wanted; only the one that is asked for is made. */
export interface Forms {
  /** For JSON, and for CSV where there is no `csv`. */
  readonly answer: object;
  readonly csv?: object;
  readonly text?: () => string;
  readonly chart?: () => Chart;
}

/**
 * Shows an answer as the options say, and draws it first where a file is named: where that fails nothing is printed. Throws
 * where the file can't be written.
 */
export async function showForms({ print }: Surroundings, options: AskOptions, forms: Forms): Promise<void> {
  if (options.chart !== undefined && forms.chart) await writeChart(options.chart, forms.chart());
  if (options.json) print(JSON.stringify(forms.answer, null, 2));
  // `print` ends the last line itself, with the second half of CSV's CRLF.
  else if (options.csv) print(formatCsv(forms.csv ?? forms.answer).slice(0, -1));
  else print(forms.text?.() ?? formatOutline(forms.answer));
}

/** How a question's answer is drawn; `whole` is all that was asked, the answer among it. */
export type DrawAnswer = (answer: unknown, provenance: Provenance, whole: unknown) => Chart;

/**
 * Asks a question whose answer is `answer` in its document, and shows it with the release that it was read from. `write` is
 * for answers that as a plain outline would be too wide.
 */
export async function showAnswer(
  surroundings: Surroundings,
  options: AskOptions,
  question: string,
  variables: Readonly<Record<string, unknown>>,
  draw?: DrawAnswer,
  write?: (answer: object) => string,
): Promise<void> {
  const graph = await surroundings.openGraph(options.data);
  const whole = await askWhole(graph, question, { ...timeVariables(options), ...variables });
  const { provenance, answer } = readWhole(whole, options);
  const released = { release: provenance.release, ...answer };
  await showForms(surroundings, options, {
    answer: released,
    ...(write ? { text: () => write(released) } : {}),
    ...(draw ? { chart: () => draw(answer, provenance, whole) } : {}),
  });
}

/** The answer, and what it was read from. */
export function readWhole(whole: unknown, { knownAt }: AskOptions): { provenance: Provenance; answer: object } {
  const { dataset, answer } = wholeForm.parse(whole);
  const { release, citation } = dataset;
  return { answer, provenance: { release, citation: citation.text, asOf: answer.asOf, knownAt } };
}

async function writeChart(file: string, chart: Chart): Promise<void> {
  const svg = await renderChart(chart);
  try {
    await writeFile(file, svg);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`Expected a file that can be written but got: "${file}" (${why}).`, { cause: error });
  }
}
