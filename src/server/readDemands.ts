import type { IncomingHttpHeaders } from 'node:http';
import { GraphQLError } from 'graphql';
import { badInput } from '../model/errors.js';

/** Of a request: writes that it must see, as the reply to each write named them. May be repeated. */
export const BOOKMARK_HEADER = 'graph-bookmark';
/** Of a request: the least revision that it may read. */
export const REVISION_AT_LEAST_HEADER = 'graph-revision-at-least';
/** Of a reply to a write: the revision that it made. */
export const REVISION_HEADER = 'graph-revision';

const MAX_BOOKMARKS = 10;
const BOOKMARK = /^[\x21-\x7e]{1,500}$/;
const REVISION = /^[1-9]\d{0,14}$/;

export interface Demands {
  readonly bookmarks: readonly string[];
  readonly revisionAtLeast: number | null;
}

/** What the headers demand of the graph to be read. Throws GraphQLError with status 400 for malformed ones. */
export function readDemands(headers: IncomingHttpHeaders): Demands {
  const bookmarks = valuesOf(headers[BOOKMARK_HEADER]);
  const [atLeast, ...others] = valuesOf(headers[REVISION_AT_LEAST_HEADER]);
  if (bookmarks.length > MAX_BOOKMARKS) {
    throw refused(`at most ${MAX_BOOKMARKS} bookmarks in ${BOOKMARK_HEADER}`, bookmarks.length);
  }
  const unfit = bookmarks.find((bookmark) => !BOOKMARK.test(bookmark));
  if (unfit !== undefined) throw refused(`bookmarks of 1..500 characters in ${BOOKMARK_HEADER}`, unfit);
  if (atLeast === undefined) return { bookmarks, revisionAtLeast: null };
  if (others.length > 0 || !REVISION.test(atLeast)) {
    throw refused(`${REVISION_AT_LEAST_HEADER} to be a positive whole number`, [atLeast, ...others].join(', '));
  }
  return { bookmarks, revisionAtLeast: Number(atLeast) };
}

/** A header that is repeated arrives as one, with commas. */
function valuesOf(header: string | string[] | undefined): string[] {
  if (header === undefined) return [];
  return [header]
    .flat()
    .flatMap((text) => text.split(','))
    .map((text) => text.trim())
    .filter((text) => text !== '');
}

function refused(expected: string, got: unknown): GraphQLError {
  const originalError = badInput(expected, got);
  return new GraphQLError(originalError.message, { originalError, extensions: { http: { status: 400 } } });
}
