import type { ListIdentity } from '../model/cursor.js';
import type { EntityRecord, RecordOf } from '../model/entity.js';
import type { Filter } from '../model/filter.js';
import { compareIds, type EntityId, type EntityKind } from '../model/ids.js';
import type { Direction } from '../model/orderKey.js';
import type { OrderBy } from '../store/GraphStore.js';
import type { Context } from './context.js';
import { isKind } from './entities.js';
import { type FilterInput, toFilter } from './filter.js';
import { type Connection, connect, type PageArgs, pageOf, pageRequest } from './page.js';

export interface ListArgs extends PageArgs {
  readonly filter?: FilterInput | null | undefined;
  readonly orderBy?: { readonly field: string; readonly direction?: Direction | null } | null | undefined;
}

/** The filtered, ordered connection of all entities of a kind, or of those that meet `always`. Throws BAD_USER_INPUT. */
export async function listOf<K extends EntityKind>(
  ctx: Context,
  kind: K,
  args: ListArgs,
  always: Filter | null = null,
): Promise<Connection<RecordOf<K>>> {
  const asked = toFilter(kind, args.filter);
  const filter = always && asked ? { and: [always, asked] } : (always ?? asked);
  const orderBy = orderOf(kind, args.orderBy);
  const list: ListIdentity = { kind, filter, order: orderBy };
  const page = await ctx.loaders.list({ kind, filter, orderBy, page: pageRequest(args, list) });
  const toEdge = (record: EntityRecord) => {
    if (!isKind(kind, record)) throw new Error(`The list of ${kind} holds "${record.id}".`);
    return { node: record };
  };
  return connect(list, page, toEdge, () => ctx.loaders.count(kind, filter));
}

/** The default is that of the schema, which null leaves out of play: deals latest first, all else by name. */
function orderOf(kind: EntityKind, asked: ListArgs['orderBy']): OrderBy {
  if (asked) return { field: fieldName(asked.field), direction: asked.direction ?? 'ASC' };
  return kind === 'deal' ? { field: 'announced', direction: 'DESC' } : { field: 'name', direction: 'ASC' };
}

/** `MEMORY_GB` is the field `memoryGb`. */
function fieldName(field: string): string {
  return field.toLowerCase().replaceAll(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** The connection of a few records that are in memory, by id. `name` and `args` tell this list from others. */
export function connectionOf<T extends { readonly id: EntityId }>(
  name: string,
  owner: EntityId,
  args: PageArgs,
  records: readonly T[],
): Connection<T> {
  const { first: _first, after: _after, last: _last, before: _before, ...rest } = args;
  const list: ListIdentity = { kind: name, filter: { owner, ...rest }, order: null };
  const sorted = [...new Map(records.map((record) => [record.id, record])).values()];
  sorted.sort((a, b) => compareIds(a.id, b.id));
  const page = pageOf(sorted, (record) => record.id, pageRequest(args, list));
  return connect(
    list,
    page,
    (record) => ({ node: record }),
    () => sorted.length,
  );
}
