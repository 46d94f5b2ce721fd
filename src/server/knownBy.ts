import type { ContextOptions } from '../resolvers/context.js';
import type { PinnedGraph } from '../store/GraphSource.js';

/**
 * The clock of whoever reads a pinned graph: never behind the moment when its revision was made. Whoever wrote it may have a
 * clock that runs ahead, and what was written then must be known now.
 */
export function knownBy({ at }: Pick<PinnedGraph, 'at'>, now: ContextOptions['now']): ContextOptions['now'] {
  return at === null ? now : () => new Date(Math.max(now().getTime(), Date.parse(at)));
}
