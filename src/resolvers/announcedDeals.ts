import { isSaidBy } from '../model/claims.js';
import type { DealRecord } from '../model/entity.js';
import type { EntityId } from '../model/ids.js';
import type { TimeSlice } from '../model/time.js';
import type { Context } from './context.js';
import { ofKind } from './entities.js';

/**
 * Of these deals those that had certainly been announced by the day of the answer: what came later is no part of it. A
 * deal whose announcement no source dates is there from its first mention.
 */
export async function announcedDeals(
  ctx: Context,
  at: TimeSlice,
  ids: readonly EntityId[],
): Promise<readonly DealRecord[]> {
  const deals = await ofKind(ctx, 'deal', at, ids);
  const announced = await Promise.all(deals.map((deal) => isAnnounced(ctx, at, deal)));
  return deals.filter((_, i) => announced[i]);
}

async function isAnnounced(ctx: Context, at: TimeSlice, { id, inForceFrom }: DealRecord): Promise<boolean> {
  if (inForceFrom !== null) return inForceFrom <= at.asOf;
  const claims = await ctx.loaders.known(id, at.knownAt);
  return claims.some((claim) => isSaidBy(claim, at.asOf));
}
