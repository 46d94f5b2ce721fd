import { compareIds, type EntityId } from '../model/ids.js';

/** Whose it may be where it may be any of several: all of theirs, ascending; nobody named where of one of them nothing is known. */
export function allOrNone(lists: readonly (readonly EntityId[])[]): readonly EntityId[] {
  if (lists.some((list) => list.length === 0)) return [];
  return [...new Set(lists.flat())].sort(compareIds);
}
