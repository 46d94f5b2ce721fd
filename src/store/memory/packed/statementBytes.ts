import type { EntityId } from '../../../model/ids.js';
import { type FactValue, QUALIFIERS, type Qualifier, type Statement } from '../../../model/statement.js';
import type { ByteReader, GrowingBytes } from './GrowingBytes.js';
import type { IdPool, IdPoolDraft } from './IdPool.js';
import type { TextPool, TextPoolDraft } from './TextPool.js';

/** What of a statement is read only with the whole of it. */
export type StatementRest = Pick<
  Statement,
  | 'scope'
  | 'value'
  | 'object'
  | 'unit'
  | 'qualifier'
  | 'validFrom'
  | 'validTo'
  | 'refersTo'
  | 'sources'
  | 'note'
  | 'order'
>;

/** How a value is kept: as what, and then perhaps the value. */
const VALUE = { none: 0, no: 1, yes: 2, text: 3, count: 4, number: 5 } as const;

export function writeStatement(s: StatementRest, out: GrowingBytes, ids: IdPoolDraft, texts: TextPoolDraft): void {
  const optional = (text: string | null) => out.varint(text === null ? 0 : 1 + texts.numberOf(text));
  optional(s.scope);
  writeValue(s.value, out, texts);
  out.varint(s.object === null ? 0 : 1 + ids.numberOf(s.object));
  optional(s.unit);
  out.byte(QUALIFIERS.indexOf(s.qualifier));
  optional(s.validFrom);
  optional(s.validTo);
  optional(s.refersTo);
  out.varint(s.sources.length);
  for (const source of s.sources) out.varint(ids.numberOf(source));
  optional(s.note);
  out.varint(s.order);
}

export function readStatement(from: ByteReader, ids: IdPool, texts: TextPool): StatementRest {
  const scope = optionalText(from, texts);
  const value = readValue(from, texts);
  const object = from.varint();
  const unit = optionalText(from, texts);
  const qualifier: Qualifier = QUALIFIERS[from.byte()] ?? 'exact';
  const validFrom = optionalText(from, texts);
  const validTo = optionalText(from, texts);
  const refersTo = optionalText(from, texts);
  const sources: EntityId[] = [];
  for (let left = from.varint(); left > 0; left--) sources.push(ids.id(from.varint()));
  const note = optionalText(from, texts);
  const order = from.varint();
  return {
    scope,
    value,
    object: object === 0 ? null : ids.id(object - 1),
    unit,
    qualifier,
    validFrom,
    validTo,
    refersTo,
    sources,
    note,
    order,
  };
}

export function optionalText(from: ByteReader, texts: TextPool): string | null {
  const number = from.varint();
  return number === 0 ? null : texts.text(number - 1);
}

function writeValue(value: FactValue | null, out: GrowingBytes, texts: TextPoolDraft): void {
  if (value === null) out.byte(VALUE.none);
  else if (typeof value === 'boolean') out.byte(value ? VALUE.yes : VALUE.no);
  else if (typeof value === 'string') {
    out.byte(VALUE.text);
    out.varint(texts.numberOf(value));
  } else if (Number.isSafeInteger(value) && value >= 0 && !Object.is(value, -0)) {
    out.byte(VALUE.count);
    out.varint(value);
  } else {
    out.byte(VALUE.number);
    out.double(value);
  }
}

function readValue(from: ByteReader, texts: TextPool): FactValue | null {
  switch (from.byte()) {
    case VALUE.no:
      return false;
    case VALUE.yes:
      return true;
    case VALUE.text:
      return texts.text(from.varint());
    case VALUE.count:
      return from.varint();
    case VALUE.number:
      return from.double();
    default:
      return null;
  }
}
