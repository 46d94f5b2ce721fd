import type { DatasetIndex } from '../model/DatasetIndex.js';
import { hash64 } from '../model/hash.js';
import type { Instant } from '../model/time.js';
import type { EditRequest } from '../store/GraphEditor.js';
import { type EditPlan, planRecord, planRetract, planUpsert } from './planEdit.js';
import { planMerge } from './planMerge.js';

/** Checks a request against the graph as it stands. Throws what the plan of its kind throws. */
export function planRequest(current: DatasetIndex, request: EditRequest, at: Instant): EditPlan {
  switch (request.edit) {
    case 'RECORD_STATEMENTS':
      return planRecord(current, request, at);
    case 'RETRACT_STATEMENTS':
      return planRetract(current, request.ids);
    case 'UPSERT_ENTITIES':
      return planUpsert(current, request.drafts, at);
    case 'MERGE_ENTITIES':
      return planMerge(current, request.from, request.into);
  }
}

/** Tells a request from another: what is null is as good as left out, and fields may come in any order. */
export function requestHash(request: EditRequest): string {
  return hash64(JSON.stringify(partsOf(request), (_name, value: unknown) => (isFields(value) ? given(value) : value)));
}

/** In the form that the keys of all earlier writes stand for. */
function partsOf(request: EditRequest): readonly unknown[] {
  switch (request.edit) {
    case 'RECORD_STATEMENTS': {
      const { drafts, dataThrough, retract } = request;
      // Without what is retracted as it always was.
      return ['recordStatements', drafts, dataThrough, ...(retract.length > 0 ? [retract] : [])];
    }
    case 'RETRACT_STATEMENTS':
      return ['retractStatements', request.ids];
    case 'UPSERT_ENTITIES':
      return ['upsertEntities', request.drafts];
    case 'MERGE_ENTITIES':
      return ['mergeEntities', request.from, request.into];
  }
}

/** A request as a proposal keeps it. */
export function requestText(request: EditRequest): string {
  return JSON.stringify(request);
}

/** Only {@link requestText} makes the text, so its form is not checked again; what it says is, by {@link planRequest}. */
export function parseRequest(text: string): EditRequest {
  return JSON.parse(text);
}

function isFields(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function given(fields: object): object {
  const set = Object.entries(fields).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(set.sort(([a], [b]) => (a < b ? -1 : 1)));
}
