import type { onRequestHookHandler } from 'fastify';

/** Stands first, so that nothing that is malformed takes it in; says something of types alone that nothing else is said of. */
export const ELSE_ANYTHING = '*/*;q=0.001, ';

/**
 * Answers JSON also to whoever accepts other types alone, as RFC 9110, 12.5.1, lets a server do. Apollo would answer 406, but only
 * after the operation was executed: a mutation would be written and then refused.
 */
export const takeJson: onRequestHookHandler = ({ raw: { headers } }, _reply, done) => {
  if (headers.accept) headers.accept = `${ELSE_ANYTHING}${headers.accept.split(',').filter(isWanted).join(',')}`;
  done();
};

/** Not so with a quality of 0, or with one that is no number. */
function isWanted(range: string): boolean {
  return [...range.matchAll(/;\s*q\s*=\s*"?([^;"\s]*)/gi)].every(([, quality]) => Number(quality) > 0);
}
