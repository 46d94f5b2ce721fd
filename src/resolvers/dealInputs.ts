import type { DealInput } from '../analysis/dealSums.js';
import { isFulfilled } from '../model/deal.js';
import type { EntityRecord, RecordOf } from '../model/entity.js';
import { badInput } from '../model/errors.js';
import { compareIds, type EntityId } from '../model/ids.js';
import type { TimeSlice } from '../model/time.js';
import type { Context } from './context.js';
import { referrers } from './referrers.js';

/** Who a question is about: organisations stand for the clouds that they operate, too. */
export async function withTheirClouds(
  ctx: Context,
  at: TimeSlice,
  records: readonly EntityRecord[],
): Promise<ReadonlySet<EntityId>> {
  const clouds = await Promise.all(records.map(({ id }) => cloudsOf(ctx, at, id)));
  return new Set([...records, ...clouds.flat()].map((record) => record.id));
}

function cloudsOf(ctx: Context, at: TimeSlice, id: EntityId): Promise<readonly RecordOf<'cloud'>[]> {
  return referrers(ctx, 'cloud', at, id, ['operated_by'], (cloud) => cloud.operator === id);
}

function subsidiariesOf(ctx: Context, at: TimeSlice, id: EntityId): Promise<readonly RecordOf<'company'>[]> {
  return referrers(ctx, 'company', at, id, ['parent'], (company) => company.parent === id);
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
  return Promise.all(
    ids.map(async (id) => {
      const own = await terms.load(id);
      const conditions = await Promise.all(own.contingentOn.map((other) => terms.load(other)));
      return { id, terms: own, isContingent: !conditions.every(isFulfilled) };
    }),
  );
}

/** Companies with all that they own, step by step, and the clouds that they operate. Throws BAD_USER_INPUT for too many. */
async function groupOf(
  ctx: Context,
  at: TimeSlice,
  records: readonly EntityRecord[],
): Promise<readonly EntityRecord[]> {
  const members = new Map(records.map((record) => [record.id, record]));
  for (let level = records; level.length > 0; ) {
    const below = await Promise.all(level.flatMap(({ id }) => [cloudsOf(ctx, at, id), subsidiariesOf(ctx, at, id)]));
    const found = new Map(below.flat().map((record): [EntityId, EntityRecord] => [record.id, record]));
    level = [...found.values()].filter((record) => !members.has(record.id));
    for (const record of level) members.set(record.id, record);
    if (members.size > MOST_MEMBERS) throw badInput(`a group of at most ${MOST_MEMBERS} members`, members.size);
  }
  return [...members.values()].sort((a, b) => compareIds(a.id, b.id));
}

/** Who a question is about. */
export interface AskedParties {
  readonly of: ReadonlySet<EntityId>;
  /** The same where it is about a group, whose members' deals with one another don't count. */
  readonly group?: ReadonlySet<EntityId>;
}

/** Companies and clouds as they are asked about: with the clouds that they operate, or as a group. */
export async function askedParties(
  ctx: Context,
  at: TimeSlice,
  records: readonly EntityRecord[],
  isGroup: boolean | null | undefined,
): Promise<AskedParties> {
  if (!isGroup) return { of: await withTheirClouds(ctx, at, records) };
  const members = new Set((await groupOf(ctx, at, records)).map((record) => record.id));
  return { of: members, group: members };
}

/** Groups are small; a larger one would be a mistake in the facts. */
const MOST_MEMBERS = 1_000;
