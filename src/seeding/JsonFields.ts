import type { EntityId } from '../model/ids.js';
import { hashed } from '../model/TextTable.js';
import { NEW_LINE } from './piecesOf.js';
import { SeenTexts } from './SeenTexts.js';

/** Where ids of entities are kept: most rows name three of them. */
export interface IdsByBytes {
  /** The id that has these ASCII bytes and their hash, if it is there. */
  idAt(bytes: Uint8Array, start: number, end: number, hash: number): EntityId | null;
}

/** How a text comes: as the id of an entity; again and again; mostly once. */
type Coming = 'entity' | 'often' | 'once';

/** What stands before a field's value: its bytes four by four, the last four of which may overlap those before. */
interface Key {
  readonly words: Int32Array;
  readonly length: number;
}

const NOWHERE = -1;

/** The fields of rows of a sort, and what each held in the row before, and where: the next row often holds the same. */
export class RowForm {
  readonly keys: readonly Key[];
  readonly texts: string[];
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  private piece: Uint8Array | null = null;

  constructor(row: string, fields: readonly string[]) {
    this.keys = fields.map((name, i) => keyOf(`${i === 0 ? `{"${row}":{` : ','}"${name}":`));
    this.texts = fields.map(() => '');
    this.starts = new Int32Array(fields.length).fill(NOWHERE);
    this.ends = new Int32Array(fields.length);
  }

  /** Another piece has nothing of the row before. */
  begin(piece: Uint8Array): void {
    if (piece === this.piece) return;
    this.piece = piece;
    this.starts.fill(NOWHERE);
  }
}

function keyOf(text: string): Key {
  const bytes = Buffer.from(text);
  const wordAt = (word: number) => bytes.readInt32LE(Math.min(word * 4, bytes.length - 4));
  return {
    words: Int32Array.from({ length: Math.ceil(bytes.length / 4) }, (_, word) => wordAt(word)),
    length: bytes.length,
  };
}

/** Reads the values of a line in the order of its fields, until one is not as it is mostly written. */
export class JsonFields {
  private readonly texts = new SeenTexts();
  private bytes: Buffer = Buffer.alloc(0);
  private view: DataView = new DataView(new ArrayBuffer(0));
  private form = new RowForm('', []);
  private at = 0;
  private field = 0;
  private isOdd = false;

  constructor(private readonly ids: IdsByBytes) {}

  /** Where reading goes on. */
  get end(): number {
    return this.at;
  }

  /** `bytes`: another object wherever they are others. */
  begin(bytes: Buffer, start: number, form: RowForm): void {
    if (bytes !== this.bytes) {
      this.bytes = bytes;
      this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    }
    form.begin(bytes);
    this.form = form;
    this.at = start;
    this.field = -1;
    this.isOdd = false;
  }

  /** Whether all fields were read and the line ends. */
  isWhole(): boolean {
    this.pass(END);
    return !this.isOdd;
  }

  /** What stands under the next key. */
  value(coming: Coming = 'often'): unknown {
    if (this.isOdd || !this.passKey()) return this.odd();
    return this.bytes[this.at] === ARRAY ? this.list(coming) : this.single(coming);
  }

  private list(coming: Coming): readonly unknown[] {
    this.at++;
    const items: unknown[] = [];
    if (this.bytes[this.at] === ARRAY_END) this.at++;
    else {
      items.push(this.single(coming));
      for (; this.bytes[this.at] === COMMA && !this.isOdd; items.push(this.single(coming))) this.at++;
      this.pass(LIST_END);
    }
    return items;
  }

  private single(coming: Coming): unknown {
    switch (this.bytes[this.at]) {
      case QUOTE:
        return this.text(coming);
      case NULL[0]:
        return this.pass(NULL);
      case TRUE[0]:
        this.pass(TRUE);
        return true;
      case FALSE[0]:
        this.pass(FALSE);
        return false;
      default:
        return this.count();
    }
  }

  private text(coming: Coming): string | null {
    const { bytes } = this;
    const start = this.at + 1;
    if (coming !== 'once' && this.isLast(start)) return this.form.texts[this.field] ?? '';
    let end = start;
    let hash = 0;
    for (let byte = bytes[end] ?? 0; byte !== QUOTE; byte = bytes[++end] ?? 0) {
      if (isSpecial(byte)) return this.odd();
      hash = hashed(hash, byte);
    }
    this.at = end + 1;
    if (coming === 'once') return bytes.toString('latin1', start, end);
    const id = coming === 'entity' ? this.ids.idAt(bytes, start, end, hash) : null;
    const text = id ?? this.texts.text(bytes, start, end, hash);
    this.form.texts[this.field] = text;
    this.form.starts[this.field] = start;
    this.form.ends[this.field] = end;
    return text;
  }

  /** Passes over the text where it is that which the field held before. */
  private isLast(start: number): boolean {
    const from = this.form.starts[this.field] ?? NOWHERE;
    if (from === NOWHERE) return false;
    const { bytes } = this;
    const by = start - from;
    const end = this.form.ends[this.field] ?? 0;
    for (let at = from; at <= end; at++) if (bytes[at] !== bytes[at + by]) return false;
    this.at = end + by + 1;
    return true;
  }

  /** Four bytes at a time. */
  private passKey(): boolean {
    const { view, at } = this;
    const key = this.form.keys[++this.field];
    if (key === undefined || at + key.length > view.byteLength) return false;
    const { words, length } = key;
    for (let i = 0; i < words.length - 1; i++) if (view.getInt32(at + i * 4, true) !== words[i]) return false;
    if (view.getInt32(at + length - 4, true) !== words[words.length - 1]) return false;
    this.at = at + length;
    return true;
  }

  private count(): number | null {
    const { bytes } = this;
    const start = this.at;
    let value = 0;
    for (let digit = (bytes[this.at] ?? 0) - ZERO; digit >= 0 && digit <= 9; digit = (bytes[this.at] ?? 0) - ZERO) {
      value = value * 10 + digit;
      this.at++;
    }
    const length = this.at - start;
    const isPlain = length > 0 && length <= MOST_DIGITS && (length === 1 || bytes[start] !== ZERO);
    return isPlain ? value : this.odd();
  }

  /** What must come next. */
  private pass(expected: Buffer): null {
    const { bytes, at } = this;
    for (let i = 0; i < expected.length; i++) if (bytes[at + i] !== expected[i]) return this.odd();
    this.at = at + expected.length;
    return null;
  }

  private odd(): null {
    this.isOdd = true;
    return null;
  }
}

/** Ends the line, or has another form than itself. */
function isSpecial(byte: number): boolean {
  return byte < 0x20 || byte > 0x7e || byte === BACKSLASH;
}

const [QUOTE, BACKSLASH, COMMA, ARRAY, ARRAY_END, ZERO] = [0x22, 0x5c, 0x2c, 0x5b, 0x5d, 0x30];
const [NULL, TRUE, FALSE, LIST_END] = [
  Buffer.from('null'),
  Buffer.from('true'),
  Buffer.from('false'),
  Buffer.from(']'),
];
const END = Buffer.from([0x7d, 0x7d, NEW_LINE]);
/** Of which each number is one that a double has. */
const MOST_DIGITS = 15;
