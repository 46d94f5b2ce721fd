import { badInput } from './errors.js';

/** The kinds of entity; a global id is `kind:slug`. */
export const ENTITY_KINDS = [
  'company',
  'cloud',
  'chip',
  'datacenter',
  'deal',
  'initiative',
  'country',
  'policy',
  'topic',
  'source',
] as const;
export type EntityKind = (typeof ENTITY_KINDS)[number];

/** `company:openai`, `country:US`, … */
export type EntityId = `${EntityKind}:${string}`;

const MAX_ID_LENGTH = 200;
const SLUG = /^[A-Za-z0-9_]+(?:[.-][A-Za-z0-9_]+)*$/;
const KINDS: ReadonlySet<string> = new Set(ENTITY_KINDS);

/** The one place where a global id is taken apart. Throws BAD_USER_INPUT for anything but `kind:slug`. */
export function parseId(text: string): { readonly kind: EntityKind; readonly slug: string } {
  const colon = text.indexOf(':');
  const kind = text.slice(0, colon);
  const slug = text.slice(colon + 1);
  if (!isKind(kind) || text.length > MAX_ID_LENGTH || !SLUG.test(slug)) {
    throw badInput('an id such as "company:openai"', text);
  }
  return { kind, slug };
}

/** Checks the form of an id and returns it typed. Throws BAD_USER_INPUT. */
export function toId(text: string): EntityId {
  const { kind, slug } = parseId(text);
  return `${kind}:${slug}`;
}

/** Whether the text has the form of a global id. */
export function isId(text: string): text is EntityId {
  const colon = text.indexOf(':');
  return isKind(text.slice(0, colon)) && text.length <= MAX_ID_LENGTH && SLUG.test(text.slice(colon + 1));
}

/** The kind of a well-formed id: only its beginning is looked at. */
export function kindOf(id: EntityId): EntityKind {
  const kind = id.slice(0, id.indexOf(':'));
  return isKind(kind) ? kind : parseId(id).kind;
}

/** Order of ids everywhere: by ASCII, never by locale. */
export function compareIds(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function isKind(text: string): text is EntityKind {
  return KINDS.has(text);
}
