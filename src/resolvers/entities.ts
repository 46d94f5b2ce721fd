import type { GraphQLResolveInfo } from 'graphql';
import type { EntityRecord, RecordOf } from '../model/entity.js';
import { badInput, notFound } from '../model/errors.js';
import { type EntityId, type EntityKind, parseId, toId } from '../model/ids.js';
import { type Soon, soon } from '../model/soon.js';
import type { TimeSlice } from '../model/time.js';
import type { Topology } from '../store/Topology.js';
import { asksForNames } from './asksForNames.js';
import type { Context } from './context.js';

const SUGGESTIONS = 3;

/** Whether the record is of that kind. */
export function isKind<K extends EntityKind>(kind: K, record: EntityRecord | null): record is RecordOf<K> {
  return record?.kind === kind;
}

/** The field that an entity is read for: where it asks for no more than names, no more is read. */
export type AskedBy = Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>;

function read(ctx: Context, at: TimeSlice, id: EntityId, asked: AskedBy | undefined): Soon<EntityRecord | null> {
  return asked !== undefined && asksForNames(asked) ? ctx.loaders.namedOf(at, id) : ctx.loaders.entityOf(at, id);
}

/** An entity of one kind by the id in an argument; null for an unknown one. Throws BAD_USER_INPUT for other kinds. */
export function oneOfKind<K extends EntityKind>(
  ctx: Context,
  kind: K,
  id: string,
  asked: AskedBy,
): Soon<RecordOf<K> | null> {
  if (parseId(id).kind !== kind) throw badInput(`an id that begins with "${kind}:"`, id);
  return refOf(ctx, kind, ctx.standard, toId(id), asked);
}

/** The entity that a question is about. Throws NOT_FOUND with suggestions of its kind for an unknown id, BAD_USER_INPUT for a malformed one. */
export async function existing(ctx: Context, id: string, at: TimeSlice): Promise<EntityRecord> {
  const record = await ctx.loaders.entity(at).load(toId(id));
  if (record) return record;
  throw await unknown(ctx, id);
}

/** The same for a question that is about its place in the graph alone: no more than its id is to be read of the record. */
export async function existingNode(ctx: Context, id: string, at: TimeSlice): Promise<EntityRecord> {
  return (await ctx.loaders.namedOf(at, toId(id))) ?? existing(ctx, id, at);
}

async function unknown(ctx: Context, id: string): Promise<Error> {
  const { kind, slug } = parseId(id);
  const words = slug.replaceAll(/[-_.]+/g, ' ');
  const hits = await ctx.loaders.search(words, [kind], SUGGESTIONS);
  return notFound(
    kind,
    id,
    hits.map((hit) => hit.id),
  );
}

/** The same for several ids, each once, in the order given. */
export async function allExisting(
  ctx: Context,
  ids: readonly string[],
  at: TimeSlice,
): Promise<readonly EntityRecord[]> {
  const found = new Map<EntityId, EntityRecord>();
  const records = await Promise.all(ids.map((id) => ctx.loaders.entity(at).load(toId(id))));
  for (const [i, record] of records.entries()) {
    // Of the first unknown one alone: a search for each would let a hundred wrong ids cost a hundred searches.
    if (!record) throw await unknown(ctx, ids[i] ?? '');
    found.set(record.id, record);
  }
  return [...found.values()];
}

/** Entities that a fact names; an id that nothing has (the seeds are checked for that) is left out. */
export async function entitiesOf(
  ctx: Context,
  at: TimeSlice,
  ids: readonly EntityId[],
  asked?: AskedBy,
): Promise<readonly EntityRecord[]> {
  const records = await Promise.all(ids.map((id) => read(ctx, at, id, asked)));
  return records.filter((record) => record !== null);
}

/** Those of one kind. */
export async function ofKind<K extends EntityKind>(
  ctx: Context,
  kind: K,
  at: TimeSlice,
  ids: readonly EntityId[],
): Promise<readonly RecordOf<K>[]> {
  const records = await entitiesOf(ctx, at, ids);
  return records.flatMap((record) => (isKind(kind, record) ? [record] : []));
}

/** The entity of one kind that a field refers to; null where the field is unknown. */
export function refOf<K extends EntityKind>(
  ctx: Context,
  kind: K,
  at: TimeSlice,
  id: EntityId | null,
  asked?: AskedBy,
): Soon<RecordOf<K> | null> {
  if (id === null) return null;
  return soon(read(ctx, at, id, asked), (record) => (isKind(kind, record) ? record : null));
}

/** The entity of any kind that a field refers to; null where the field is unknown. */
export function anyRef(ctx: Context, at: TimeSlice, id: EntityId | null, asked?: AskedBy): Soon<EntityRecord | null> {
  return id === null ? null : read(ctx, at, id, asked);
}

/** An entity that must exist, because a record names it. */
export function required(ctx: Context, at: TimeSlice, id: EntityId, asked?: AskedBy): Soon<EntityRecord> {
  return soon(read(ctx, at, id, asked), (record) => {
    if (!record) throw new Error(`The dataset names "${id}" but does not hold it.`);
    return record;
  });
}

/** The same by the number of a node. */
export function requiredAtNode(
  ctx: Context,
  at: TimeSlice,
  topology: Topology,
  node: number,
  asked: AskedBy,
): Soon<EntityRecord> {
  const named = asksForNames(asked) ? ctx.loaders.namedAtNode(at, topology, node) : undefined;
  return named ?? required(ctx, at, topology.nodeId(node), asked);
}

/** The same of one kind. */
export function requiredOf<K extends EntityKind>(
  ctx: Context,
  kind: K,
  at: TimeSlice,
  id: EntityId,
): Soon<RecordOf<K>> {
  return soon(required(ctx, at, id), (record) => {
    if (!isKind(kind, record)) throw new Error(`The dataset names "${id}" where a ${kind} belongs.`);
    return record;
  });
}
