import type { EntityRecord } from './entity.js';
import type { GraphEvent } from './event.js';
import { type FieldType, type FieldValue, orderableFieldOf } from './fields.js';
import { compareIds, type EntityKind } from './ids.js';
import type { Statement } from './statement.js';
import { fold } from './text.js';
import { chronologicalKey, firstDay, type Instant } from './time.js';

export type Direction = 'ASC' | 'DESC';

/**
 * Where a record stands in the order of a field: keys compare as ASCII strings, smaller first in both directions, unknown
 * last in both, ties by id. Stores sort and page by nothing else, so that both give the same order.
 * Throws BAD_USER_INPUT for a field that cannot be ordered by.
 */
export function orderKey(kind: EntityKind, field: string, record: EntityRecord, direction: Direction): string {
  const { type, read } = orderableFieldOf(kind, field);
  const text = keyText(type, read(record));
  if (text === null) return UNKNOWN + record.id;
  return KNOWN + (direction === 'ASC' ? text + LOWEST : invert(text) + HIGHEST) + record.id;
}

/** Where a statement stands in lists: by subject, property, scope, order in the seeds, id. */
export function statementKey(s: Statement): string {
  const order = String(s.order).padStart(9, '0');
  return [s.subject, s.property, ascii(s.scope ?? ''), order, s.id].join(LOWEST);
}

/** Puts statements in the order of their keys without making these. */
export function compareStatementKeys(a: Statement, b: Statement): number {
  return (
    compareIds(a.subject, b.subject) ||
    compareIds(a.property, b.property) ||
    (a.scope === b.scope ? 0 : compareIds(ascii(a.scope ?? ''), ascii(b.scope ?? ''))) ||
    a.order - b.order ||
    compareIds(a.id, b.id)
  );
}

/** Where what became of a statement at a time stands: by time, then by the statement's own place, recorded before withdrawn. */
export function changeKey(at: Instant, s: Statement, isAdded: boolean): string {
  return [momentKey(at), statementKey(s), isAdded ? ADDED : WITHDRAWN].join(LOWEST);
}

/** Whether a key of {@link changeKey} is that of a statement that was recorded, not withdrawn. */
export function isAddedKey(key: string): boolean {
  return key.endsWith(LOWEST + ADDED);
}

/** Just above the keys of all that became of statements by a time, and below those of all that did later. */
export function afterMoment(at: Instant): string {
  return momentKey(at) + ABOVE_LOWEST;
}

/** Puts events in the order of their keys. */
export function compareEventKeys(a: GraphEvent, b: GraphEvent): number {
  return a === b ? 0 : compareIds(eventKey(a), eventKey(b));
}

/** Where an event stands in a timeline: by the day by which it certainly happened, the precise first, then by id. */
export function eventKey(event: GraphEvent): string {
  return chronologicalKey(event.date) + LOWEST + event.id;
}

const KNOWN = '0';
const UNKNOWN = '1';
/** Ends a text of free length: below every character of it, and above every character of an inverted one. */
const LOWEST = '\t';
const HIGHEST = '\x7f';
/** Above all that goes on with {@link LOWEST}. */
const ABOVE_LOWEST = '\n';
const ADDED = '0';
const WITHDRAWN = '1';
/** Longer texts are told apart by their ids; an index entry stays far below what databases accept. */
const MAX_TEXT = 200;

function momentKey(at: Instant): string {
  return numberText(Date.parse(at));
}

function keyText(type: FieldType, value: FieldValue): string | null {
  if (typeof value === 'number') return Number.isFinite(value) ? numberText(value) : null;
  if (typeof value !== 'string') return null;
  if (type === 'date') return firstDay(value);
  return ascii(type === 'text' ? fold(value) : value);
}

/** Text in printable ASCII in the order of its code points: spaces and controls as one space, beyond `}` as `~` and six hex digits. */
export function ascii(text: string): string {
  let out = '';
  let taken = 0;
  for (const char of text) {
    if (taken++ === MAX_TEXT) break;
    const code = char.codePointAt(0) ?? 0;
    if (code <= SPACE) out += ' ';
    else out += code < TILDE ? char : `~${code.toString(16).padStart(6, '0')}`;
  }
  return out;
}

const SPACE = 0x20;
const TILDE = 0x7e;

/** The bits of a double as 16 hex digits, changed so that they compare as the numbers do. */
function numberText(value: number): string {
  bits.setFloat64(0, value === 0 ? 0 : value);
  const negative = bits.getUint32(0) >>> 31 === 1;
  const high = negative ? ~bits.getUint32(0) : bits.getUint32(0) ^ 0x80000000;
  const low = negative ? ~bits.getUint32(4) : bits.getUint32(4);
  return hex(high) + hex(low);
}

const bits = new DataView(new ArrayBuffer(8));

function hex(word: number): string {
  return (word >>> 0).toString(16).padStart(8, '0');
}

/** Turns the order of printable ASCII around, character by character. */
function invert(text: string): string {
  let out = '';
  for (let i = 0; i < text.length; i++) out += String.fromCharCode(SPACE + TILDE - text.charCodeAt(i));
  return out;
}
