import { z } from 'zod';
import { anyId } from './factForm.js';

const ids = z.array(z.string()).readonly();
const entityIds = z.array(anyId).readonly();

const summaryForm = z.object({
  /** Tells one request from another. */
  request: z.string(),
  recorded: ids,
  retracted: ids,
  created: entityIds,
  updated: entityIds,
  merged: entityIds,
  edgesOpened: ids,
  edgesClosed: ids,
  edgesRemoved: ids,
});

export type EditSummary = z.infer<typeof summaryForm>;

/** What an edit keeps of itself with its revision, as text. */
export function writeSummary(summary: EditSummary): string {
  return JSON.stringify(summary);
}

/** The summary of a revision that an edit made. */
export function readSummary(text: string): EditSummary {
  return summaryForm.parse(JSON.parse(text));
}

/** The same, with what tells its request from others apart from what it changed. */
export function readEdit(text: string) {
  const { request, ...edit } = readSummary(text);
  return { request, edit };
}
