import { afterMoment } from '../../../model/orderKey.js';
import { MOST_COUNTERPARTS } from '../../../model/statementChange.js';
import type { KnowledgeSpan, PageRequest } from '../../GraphStore.js';
import { KEY_BREAK, KEY_END } from '../rowProperties.js';
import { turn } from './lists.js';
import type { Query } from './Query.js';

/** Length of the time with which the keys of changes begin. */
const MOMENT = afterMoment('1970-01-01T00:00:00Z').length - KEY_END.length;

/** The two keys that a statement has among changes: where it was recorded, and where it was withdrawn. */
const KEYS = ['addedKey', 'withdrawnKey'] as const;
type Key = (typeof KEYS)[number];

/**
 * A page of changes: a walk along the index of each key, and of both the first. `others`: for each the claims of its
 * identity with which the other happened at the same time.
 */
export function changesQuery(span: KnowledgeSpan, page: PageRequest): Query {
  const order = turn(page);
  const walk = (key: Key) =>
    `MATCH (s:Statement) WHERE ${within(key)} RETURN s, s.${key} AS key ORDER BY s.${key} ${order} LIMIT toInteger($limit)`;
  const text = `CALL () {
  ${KEYS.map(walk).join('\n UNION ALL\n  ')}
}
WITH s, key, left(key, ${MOMENT}) AS moment ORDER BY key ${order} LIMIT toInteger($limit)
CALL (s, key, moment) {
  CALL (s, key, moment) {
    ${counterparts('addedKey', 'withdrawnKey')}
   UNION ALL
    ${counterparts('withdrawnKey', 'addedKey')}
  }
  RETURN collect(record) AS found
}
RETURN collect(s.record) AS records, collect(key) AS keys, collect(found) AS others`;
  const { after, before } = spanParameters(span);
  const limit = (page.last ?? page.first ?? 0) + 1;
  return {
    text,
    parameters: {
      after: page.after !== undefined && page.after > after ? page.after : after,
      before: page.before !== undefined && page.before < before ? page.before : before,
      limit,
      most: MOST_COUNTERPARTS + 1,
      break: KEY_BREAK,
      end: KEY_END,
    },
  };
}

export function countChangesQuery(span: KnowledgeSpan): Query {
  const count = (key: Key) => `MATCH (s:Statement) WHERE ${within(key)} RETURN count(s) AS some`;
  const text = `CALL () { ${KEYS.map(count).join(' UNION ALL ')} } RETURN sum(some) AS count`;
  return { text, parameters: spanParameters(span) };
}

function within(key: Key): string {
  return `s.${key} > $after AND s.${key} < $before`;
}

/** The claims `o` that stand at the same time by one key as `s` does by the other. */
function counterparts(key: Key, own: Key): string {
  return `MATCH (o:Statement) WHERE o.claim = s.claim AND o.${key} > moment + $break AND o.${key} < moment + $end
      AND s.${own} = key AND o.id <> s.id
    RETURN o.record AS record ORDER BY o.claim, o.${key} LIMIT toInteger($most)`;
}

/** Keys just below the first and just above the last of the span. */
function spanParameters({ since, knownAt }: KnowledgeSpan) {
  return { after: afterMoment(since), before: afterMoment(knownAt) };
}
