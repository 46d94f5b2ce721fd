import { DealFacts } from '../model/dealFacts.js';
import type { Statement } from '../model/statement.js';
import { type Day, lastDay } from '../model/time.js';

/**
 * The day by which the first of the deals that supersede another had certainly been announced; null where there is none.
 * `superseding`: the statements of each deal whose `supersedes` points at it.
 */
export function supersededOn(superseding: Iterable<readonly Statement[]>): Day | null {
  const days: Day[] = [];
  for (const statements of superseding) {
    const announced = new DealFacts(statements, '9999-12-31').date('announced');
    if (announced !== null) days.push(lastDay(announced));
  }
  return days.sort()[0] ?? null;
}
