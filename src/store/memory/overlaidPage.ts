import { compareIds } from '../../model/ids.js';
import type { Page, PageRequest } from '../GraphStore.js';

/** The same page with so many items more, and one by which to tell whether there are any behind it. */
export function withRoomFor(page: PageRequest, more: number): PageRequest {
  return page.last === undefined
    ? { ...page, first: (page.first ?? 0) + more + 1 }
    : { ...page, last: page.last + more + 1 };
}

/**
 * One page of what a store has without the hidden items, and of what lies over it. Both pages were asked for
 * {@link withRoomFor}: the store's for all that is hidden.
 */
export function overlaidPage<T>(
  asked: PageRequest,
  below: Page<T> | undefined,
  above: Page<T> | undefined,
  isHidden: (item: T) => boolean,
): Page<T> {
  const placed = [...placedIn(below).filter(({ item }) => !isHidden(item)), ...placedIn(above)].sort((a, b) =>
    compareIds(a.key, b.key),
  );
  const isBackward = asked.last !== undefined;
  const size = asked.last ?? asked.first ?? 0;
  const shown = isBackward ? placed.slice(Math.max(0, placed.length - size)) : placed.slice(0, size);
  const more = placed.length > size;
  return {
    items: shown.map(({ item }) => item),
    keys: shown.map(({ key }) => key),
    hasNextPage: asked.before !== undefined || (!isBackward && more),
    hasPreviousPage: asked.after !== undefined || (isBackward && more),
  };
}

function placedIn<T>(page: Page<T> | undefined): readonly { readonly item: T; readonly key: string }[] {
  if (page === undefined) return [];
  return page.items.map((item, i) => ({ item, key: page.keys[i] ?? '' }));
}
