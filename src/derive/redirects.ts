import type { EntityHead } from '../model/entity.js';
import { type EntityId, isId } from '../model/ids.js';
import type { Statement } from '../model/statement.js';

/** Old ids with the entity that they were finally merged into. A merge in a circle leads nowhere and is left out. */
export function redirectsOf(heads: readonly EntityHead[]): ReadonlyMap<EntityId, EntityId> {
  const direct = new Map<EntityId, EntityId>();
  for (const head of heads) if (head.mergedInto !== null) direct.set(head.id, head.mergedInto);
  const redirects = new Map<EntityId, EntityId>();
  for (const from of direct.keys()) {
    const seen = new Set<EntityId>();
    let to: EntityId = from;
    for (let next = direct.get(to); next !== undefined && !seen.has(to); next = direct.get(to)) {
      seen.add(to);
      to = next;
    }
    if (!direct.has(to)) redirects.set(from, to);
  }
  return redirects;
}

/**
 * The statements as if they had been made about the merged entities, in their scope and by their sources too. They keep
 * their ids.
 */
export function followRedirects(
  statements: readonly Statement[],
  redirects: ReadonlyMap<EntityId, EntityId>,
): readonly Statement[] {
  if (redirects.size === 0) return statements;
  return statements.map((s) => {
    const subject = redirects.get(s.subject) ?? s.subject;
    const object = s.object === null ? null : (redirects.get(s.object) ?? s.object);
    const scope = s.scope !== null && isId(s.scope) ? (redirects.get(s.scope) ?? s.scope) : s.scope;
    const sources = followed(s.sources, redirects);
    const isSame = subject === s.subject && object === s.object && scope === s.scope && sources === s.sources;
    return isSame ? s : { ...s, subject, object, scope, sources };
  });
}

/** The heads with the sources that theirs were merged into. */
export function followedHeads<H extends EntityHead>(
  heads: readonly H[],
  redirects: ReadonlyMap<EntityId, EntityId>,
): readonly H[] {
  if (redirects.size === 0) return heads;
  return heads.map((head) => {
    const sources = followed(head.sources, redirects);
    return sources === head.sources ? head : { ...head, sources };
  });
}

/** Each once; the same list where none was merged. */
function followed(ids: readonly EntityId[], redirects: ReadonlyMap<EntityId, EntityId>): readonly EntityId[] {
  return ids.some((id) => redirects.has(id)) ? [...new Set(ids.map((id) => redirects.get(id) ?? id))] : ids;
}
