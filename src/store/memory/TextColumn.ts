import { firstPlace } from '../../model/firstPlace.js';

/** Half of a character: folded text is well formed, so none holds it. */
const BREAK = '\ud800';

/** The folded texts of many items as one, in which those that contain a text are found at the speed of memory. */
export class TextColumn<T> {
  private readonly items: readonly T[];
  /** Where the break before the text of each item is. */
  private readonly starts: Uint32Array;
  private readonly joined: string;

  /** `textOf`: an item's folded text; null leaves the item out. */
  constructor(items: Iterable<T>, textOf: (item: T) => string | null) {
    const kept: T[] = [];
    const texts: string[] = [];
    const starts: number[] = [];
    let at = 0;
    for (const item of items) {
      const text = textOf(item);
      if (text === null) continue;
      kept.push(item);
      texts.push(text);
      starts.push(at);
      at += 1 + text.length;
    }
    this.items = kept;
    this.starts = Uint32Array.from(starts);
    this.joined = texts.map((text) => BREAK + text).join('');
  }

  /** The items whose text contains a folded text, in their order; null where more than `most` do. */
  containing(text: string, most: number): readonly T[] | null {
    const found: T[] = [];
    for (let at = this.joined.indexOf(text); at >= 0 && at < this.joined.length; ) {
      const place = this.placeAt(at);
      const item = this.items[place];
      if (item === undefined) break;
      if (found.length >= most) return null;
      found.push(item);
      // Once an item: the search goes on where the next one begins.
      const next = this.starts[place + 1];
      if (next === undefined) break;
      at = this.joined.indexOf(text, next);
    }
    return found;
  }

  /** The items whose text begins with a folded text, in their order; null where more than `most` do. */
  startingWith(text: string, most: number): readonly T[] | null {
    return this.containing(BREAK + text, most);
  }

  /** The place of the item of which the character at `at`, or that break, is part. */
  private placeAt(at: number): number {
    return firstPlace(0, this.starts.length, (place) => (this.starts[place] ?? 0) <= at) - 1;
  }
}
