import type { Instant } from '../../model/time.js';

/** Whether an interval of knowledge, from its start until before its end, covers the instant of a question. */
export type KnownTest = (from: Instant, to: Instant | null) => boolean;

/** Makes the test of one question. It parses each instant of the data once: they are few and stand on every record. */
export class KnownTests {
  private readonly parsed = new Map<Instant, number>();

  at(knownAt: Instant): KnownTest {
    const at = Date.parse(knownAt);
    return (from, to) => this.parse(from) <= at && (to === null || at < this.parse(to));
  }

  private parse(instant: Instant): number {
    let ms = this.parsed.get(instant);
    if (ms === undefined) {
      ms = Date.parse(instant);
      this.parsed.set(instant, ms);
    }
    return ms;
  }
}
