import { badInput } from './errors.js';
import { hash64 } from './hash.js';
import type { Direction } from './orderKey.js';

/** What makes a list the same list: a cursor opens only there. */
export interface ListIdentity {
  /** What is listed: an entity kind, or the name of the field. */
  readonly kind: string;
  /** Every argument that decides what is in the list; any JSON. */
  readonly filter: unknown;
  readonly order: { readonly field: string; readonly direction: Direction } | null;
}

/**
 * The cursor of the item at `key`, which has no line break: opaque, base64url. It holds no secret and grants nothing; its
 * check is against accidents.
 */
export function makeCursor(list: ListIdentity, key: string): string {
  const body = [VERSION, list.order?.direction ?? 'ASC', listDigest(list), key].join('\n');
  return Buffer.from(`${hash64(body)}\n${body}`, 'utf8').toString('base64url');
}

/**
 * The key in a cursor of this list. Throws BAD_USER_INPUT for anything that {@link makeCursor} did not make for it: text
 * that is no cursor, altered or cut, of another version, or of a list with another kind, filter or order.
 */
export function openCursor(list: ListIdentity, cursor: string): string {
  const key =
    cursor.length <= MAX_CURSOR ? Buffer.from(cursor, 'base64url').toString('utf8').split('\n')[4] : undefined;
  // Made again and compared whole: nothing that decodes leniently can slip through.
  if (key === undefined || makeCursor(list, key) !== cursor) throw badInput('a cursor from this connection', cursor);
  return key;
}

const VERSION = '1';
const MAX_CURSOR = 10_000;

function listDigest({ kind, filter, order }: ListIdentity): string {
  return hash64(canonicalJson([kind, filter, order]));
}

/** JSON with sorted keys, so that arguments in another order make the same list. Absent, undefined and null are alike. */
function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value)
    .filter(([, member]) => member !== undefined && member !== null)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`).join(',')}}`;
}
