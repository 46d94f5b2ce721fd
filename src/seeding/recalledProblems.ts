import { labelOf } from './labelOf.js';
import { isCited, type RawRecord } from './layRecords.js';
import { type SeedProblem, show } from './SeedProblems.js';
import { closest } from './suggest.js';

/** `recalled` of the last layer names plain fields that this layer gives. */
export function recalledProblems(raw: RawRecord): SeedProblem[] {
  const { file, content } = raw.layers.at(-1) ?? raw.layers[0];
  if (!Array.isArray(content.recalled)) return [];
  const given = Object.keys(content).filter(isCited);
  return content.recalled.flatMap((field: unknown, i) => {
    if (typeof field === 'string' && given.includes(field)) return [];
    const expected = `a plain field of this record${closest(String(field), given)}`;
    return [{ file, record: labelOf(raw), field: `recalled[${i}]`, expected, got: show(field) }];
  });
}
