import type { EntityId } from '../model/ids.js';
import { labelOf } from './labelOf.js';
import { layerOf } from './layRecords.js';
import type { SeedRecord } from './parseRecords.js';
import type { EntityNoun } from './recordForms.js';
import type { SeedProblem } from './SeedProblems.js';

/** No record is merged into itself, directly or through others: its id would redirect for ever. */
export function checkMerges(records: readonly SeedRecord<EntityNoun>[]): SeedProblem[] {
  const merged = records.filter(({ data }) => data.mergedInto !== undefined);
  const target = new Map<EntityId, EntityId | undefined>(merged.map(({ data }) => [data.id, data.mergedInto]));
  const reported = new Set<EntityId>();
  return merged.flatMap(({ data, raw }) => {
    const path: EntityId[] = [data.id];
    for (let id = target.get(data.id); id !== undefined && !reported.has(id); id = target.get(id)) {
      path.push(id);
      if (id === data.id) {
        for (const part of path) reported.add(part);
        const { file } = layerOf(raw, 'mergedInto');
        const expected = 'a record that is not merged into it';
        return [{ file, record: labelOf(raw), field: 'mergedInto', expected, got: path.join(' → ') }];
      }
      // A cycle further on is reported at its own records.
      if (path.indexOf(id) < path.length - 1) break;
    }
    return [];
  });
}
