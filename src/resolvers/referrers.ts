import { wheneverSaid } from '../loaders.js';
import { holdsOn } from '../model/claims.js';
import type { RecordOf } from '../model/entity.js';
import { compareIds, type EntityId, type EntityKind } from '../model/ids.js';
import type { TimeSlice } from '../model/time.js';
import type { Context } from './context.js';
import { ofKind } from './entities.js';

/**
 * The entities of a kind whose plain field refers to `id`: those with a claim of one of the properties that points there,
 * and for which it is the best claim (`refers` looks at the field). Who says so is found whenever it was said: only the
 * record knows which claims speak for the day. Batched over all ids of the answer, ordered by id.
 */
export async function referrers<K extends EntityKind>(
  ctx: Context,
  kind: K,
  at: TimeSlice,
  id: EntityId,
  properties: readonly string[],
  refers: (record: RecordOf<K>) => boolean,
): Promise<readonly RecordOf<K>[]> {
  const known = wheneverSaid(at.knownAt);
  const claims = await Promise.all(properties.map((p) => ctx.loaders.statementsByObject(p, known).load(id)));
  const holding = claims.flat().filter((claim) => holdsOn(claim, at.asOf));
  const subjects = new Set(holding.map((claim) => claim.subject));
  const records = await ofKind(ctx, kind, at, [...subjects].sort(compareIds));
  return records.filter(refers);
}
