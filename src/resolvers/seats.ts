import type { EntityRecord } from '../model/entity.js';
import type { EntityId } from '../model/ids.js';
import type { TimeSlice } from '../model/time.js';
import type { Context } from './context.js';

/** Parents above parents are followed at most so far, so that a circle ends. */
const MOST_PARENTS = 10;

/**
 * Where each organisation is steered from: the country of the seat of its ultimate parent, of a cloud that of its operating
 * company. Null where the last one that is known has no known seat.
 */
export async function seatsOf(
  ctx: Context,
  at: TimeSlice,
  ids: readonly EntityId[],
): Promise<ReadonlyMap<EntityId, EntityId | null>> {
  const seats = await Promise.all(ids.map(async (id) => [id, await seatOf(ctx, at, id)] as const));
  return new Map(seats);
}

async function seatOf(ctx: Context, at: TimeSlice, id: EntityId): Promise<EntityId | null> {
  let record: EntityRecord | null = await ctx.loaders.entity(at).load(id);
  let country = record?.country ?? null;
  for (let hops = 0; record && hops < MOST_PARENTS; hops++) {
    const above = parentOf(record);
    if (above === null) break;
    record = await ctx.loaders.entity(at).load(above);
    country = record?.country ?? country;
  }
  return country;
}

/** Who steers an organisation: of a cloud its operating company, of a company its parent. */
function parentOf(record: EntityRecord): EntityId | null {
  if (record.kind === 'cloud') return record.operator;
  return record.kind === 'company' ? record.parent : null;
}
