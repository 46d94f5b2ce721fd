import type { EntityId } from '../model/ids.js';
import type { Confidence } from '../model/statement.js';
import { sources as sourcesForm } from './factForm.js';
import { labelOf } from './labelOf.js';
import { isCited, type Layer, type RawRecord } from './layRecords.js';
import type { RecordState } from './parseRecords.js';
import type { EntityNoun } from './recordForms.js';
import type { SeedProblem } from './SeedProblems.js';

/** Who says a plain field, and on what evidence. */
export interface FieldEvidence {
  readonly layer: Layer;
  readonly sources: readonly EntityId[];
  readonly confidence: Confidence;
}

/**
 * The evidence of a plain field: that of the last layer that gives it. A layer without sources that only repeats the
 * field leaves it as it is.
 */
export function fieldEvidence({ data, raw }: RecordState<EntityNoun>, field: string): FieldEvidence {
  const layer = raw.layers.findLast((_, i) => i > 0 && replaces(raw, i, field)) ?? raw.layers[0];
  const { confidence, recalled } = layer.content;
  const isRecalled = confidence === 'recalled' || (Array.isArray(recalled) && recalled.includes(field));
  const sources = raw.layers.length === 1 ? data.sources : sourcesOf(layer);
  return { layer, sources, confidence: isRecalled ? 'recalled' : 'confirmed' };
}

/** Fields that the last layer replaces without a source of its own; they would be cited to what says otherwise. */
export function uncitedProblems(raw: RawRecord): SeedProblem[] {
  const at = raw.layers.length - 1;
  const layer = raw.layers[at];
  if (at === 0 || !layer || raw.noun === 'source' || hasSources(raw, layer)) return [];
  const replaced = Object.keys(layer.content).filter((field) => isCited(field) && replaces(raw, at, field));
  return replaced
    .filter((field) => !citesItself(layer.content[field]))
    .map((field) => {
      const expected = `${raw.noun === 'currency' ? '`source`' : '`sources`'} in this file for what replaces an earlier folder’s field`;
      return { file: layer.file, record: labelOf(raw), field, expected, got: 'none' };
    });
}

function replaces(raw: RawRecord, at: number, field: string): boolean {
  const layer = raw.layers[at];
  const value = layer?.content[field];
  if (!layer || value === undefined) return false;
  if (hasSources(raw, layer)) return true;
  const below = raw.layers.slice(0, at).findLast(({ content }) => content[field] !== undefined);
  return !below || JSON.stringify(below.content[field]) !== JSON.stringify(value);
}

function hasSources({ noun }: RawRecord, { content }: Layer): boolean {
  return (noun === 'currency' ? content.source : content.sources) !== undefined;
}

function citesItself(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === 'object' && item !== null && 'sources' in item);
}

function sourcesOf({ content }: Layer): readonly EntityId[] {
  return sourcesForm.safeParse(content.sources).data ?? [];
}
