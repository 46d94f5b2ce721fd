import { GrowingBytes } from './GrowingBytes.js';
import { GrowingColumn } from './GrowingColumn.js';
import type { Sections, SectionsDraft } from './Sections.js';

/** Begins a text with half of a surrogate pair, which UTF-8 has no form for: no UTF-8 begins so. */
const UTF16 = 0xff;
const encoder = new TextEncoder();

/** Texts that are numbered as they come, each once. */
export class TextPoolDraft {
  readonly texts: string[] = [];
  readonly #numbers = new Map<string, number>();

  numberOf(text: string): number {
    let number = this.#numbers.get(text);
    if (number === undefined) {
      number = this.texts.length;
      this.#numbers.set(text, number);
      this.texts.push(text);
    }
    return number;
  }

  done(name: string, sections: SectionsDraft): void {
    const bytes = new GrowingBytes(name);
    const starts = new GrowingColumn();
    for (const text of this.texts) {
      starts.push(bytes.length);
      if (text.isWellFormed()) bytes.add(encoder.encode(text));
      else {
        bytes.byte(UTF16);
        bytes.add(Buffer.from(text, 'utf16le'));
      }
    }
    starts.push(bytes.length);
    sections.add(`${name}.bytes`, bytes.done());
    sections.add(`${name}.starts`, starts.done());
  }
}

const REMEMBERED = 2 ** 16;

/** Texts by number. Those that were asked for last are kept: the same dates and units come again and again. */
export class TextPool {
  private readonly bytes: Buffer;
  private readonly starts: Uint32Array;
  private readonly last = new Int32Array(REMEMBERED).fill(-1);
  private readonly texts: string[] = new Array(REMEMBERED).fill('');

  constructor(name: string, sections: Sections) {
    const bytes = sections.uint8(`${name}.bytes`);
    this.bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.starts = sections.uint32(`${name}.starts`);
  }

  get length(): number {
    return this.starts.length - 1;
  }

  text(number: number): string {
    const place = number % REMEMBERED;
    if (this.last[place] === number) return this.texts[place] ?? '';
    const text = this.decode(number);
    this.last[place] = number;
    this.texts[place] = text;
    return text;
  }

  private decode(number: number): string {
    const start = this.starts[number] ?? 0;
    const end = this.starts[number + 1] ?? 0;
    if (this.bytes[start] === UTF16 && end > start) return this.bytes.toString('utf16le', start + 1, end);
    return this.bytes.toString('utf8', start, end);
  }
}
