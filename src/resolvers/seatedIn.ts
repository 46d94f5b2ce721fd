import type { EntityRecord } from '../model/entity.js';
import type { EntityId } from '../model/ids.js';
import type { TimeSlice } from '../model/time.js';
import type { Context } from './context.js';
import { referrers } from './referrers.js';

/** The companies with their seat in a country or, of a bloc, in any of its members, and those of the bloc itself. */
export async function seatedIn(ctx: Context, at: TimeSlice, country: EntityId): Promise<readonly EntityRecord[]> {
  const members = await membersOf(ctx, at, country);
  const seated = await Promise.all(
    [country, ...members].map((id) =>
      referrers(ctx, 'company', at, id, ['hq_country'], (company) => company.country === id),
    ),
  );
  return seated.flat();
}

/** The members of a bloc; none of a country. */
export async function membersOf(ctx: Context, at: TimeSlice, bloc: EntityId): Promise<readonly EntityId[]> {
  const members = await referrers(ctx, 'country', at, bloc, ['member_of'], (one) => one.memberOf.includes(bloc));
  return members.map(({ id }) => id);
}
