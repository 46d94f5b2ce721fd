import { TextTable } from '../model/TextTable.js';

/** Beyond so many each text is made anew, and each that is longer: what comes again and again is short. */
const MOST = 2 ** 20;
const MOST_BYTES = 64;

/** ASCII texts that come again and again: each is one string, which a `Map` or `===` then compares at a glance. */
export class SeenTexts {
  readonly #table = new TextTable<string>();

  text(bytes: Buffer, start: number, end: number, hash: number): string {
    const number = this.#table.findBytes(bytes, start, end, hash);
    const known = this.#table.texts[number];
    if (known !== undefined) return known;
    const text = bytes.toString('latin1', start, end);
    if (end - start <= MOST_BYTES && this.#table.texts.length < MOST) this.#table.add(text);
    return text;
  }
}
