import type { DealInput } from '../analysis/dealSums.js';
import type { EntityRecord } from '../model/entity.js';
import type { EntityId } from '../model/ids.js';
import type { TimeSlice } from '../model/time.js';
import type { Context } from './context.js';
import { referrers } from './referrers.js';

/** Who a question is about: organisations stand for the clouds that they operate, too. */
export async function withTheirClouds(
  ctx: Context,
  at: TimeSlice,
  records: readonly EntityRecord[],
): Promise<ReadonlySet<EntityId>> {
  const clouds = await Promise.all(
    records.map(({ id }) => referrers(ctx, 'cloud', at, id, ['operated_by'], (cloud) => cloud.operator === id)),
  );
  return new Set([...records, ...clouds.flat()].map((record) => record.id));
}

/** All deals to which any of them is or was a party, with their terms at that time. */
export async function dealsOfAll(
  ctx: Context,
  at: TimeSlice,
  strictAsOf: boolean,
  of: ReadonlySet<EntityId>,
): Promise<readonly DealInput[]> {
  const ids = await Promise.all([...of].map((id) => ctx.loaders.dealsByParty(at.knownAt).load(id)));
  return dealInputs(ctx, at, strictAsOf, [...new Set(ids.flat())]);
}

/** Deals with their terms at a time. */
export function dealInputs(
  ctx: Context,
  at: TimeSlice,
  strictAsOf: boolean,
  ids: readonly EntityId[],
): Promise<readonly DealInput[]> {
  const terms = ctx.loaders.dealTerms(at.asOf, at.knownAt, strictAsOf);
  return Promise.all(ids.map(async (id) => ({ id, terms: await terms.load(id) })));
}
