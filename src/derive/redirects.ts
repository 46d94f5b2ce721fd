import type { EntityHead } from '../model/entity.js';
import type { EntityId } from '../model/ids.js';
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

/** The statements as if they had been made about the merged entities. They keep their ids. */
export function followRedirects(
  statements: readonly Statement[],
  redirects: ReadonlyMap<EntityId, EntityId>,
): readonly Statement[] {
  if (redirects.size === 0) return statements;
  return statements.map((s) => {
    const subject = redirects.get(s.subject) ?? s.subject;
    const object = s.object === null ? null : (redirects.get(s.object) ?? s.object);
    return subject === s.subject && object === s.object ? s : { ...s, subject, object };
  });
}
