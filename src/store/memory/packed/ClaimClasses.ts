import { isSaidBy } from '../../../model/claims.js';
import type { StatementRecord } from '../../../model/statement.js';
import type { ReadAt } from '../../GraphStore.js';
import type { KnownTests } from '../KnownTests.js';
import type { Sections, SectionsDraft } from './Sections.js';

/** What of a statement decides whether a question reads it: few differ, so that it is kept once and decided once a question. */
export type ClaimClass = Pick<
  StatementRecord,
  'saidOn' | 'saidNotBefore' | 'recordedAt' | 'retractedAt' | 'confidence' | 'best' | 'conflicting' | 'publishers'
>;

/** Numbers the classes as they come. */
export class ClaimClassesDraft {
  readonly classes: ClaimClass[] = [];
  /** By the times of knowledge, then when it was said, then the rest. */
  readonly #numbers = new Map<string, Map<string, Map<string, Map<string | number, number>>>>();

  numberOf(s: StatementRecord): number {
    const { saidOn, saidNotBefore, recordedAt, retractedAt, confidence, best, conflicting, publishers } = s;
    const flags = (confidence === 'confirmed' ? 1 : 0) | (best ? 2 : 0) | (conflicting ? 4 : 0);
    const rest = publishers * 8 + flags;
    const key = saidNotBefore === undefined ? rest : `${rest}|${saidNotBefore}`;
    const numbers = under(under(under(this.#numbers, recordedAt), retractedAt ?? ''), saidOn);
    let number = numbers.get(key);
    if (number === undefined) {
      number = this.classes.length;
      numbers.set(key, number);
      const one = { saidOn, recordedAt, retractedAt, confidence, best, conflicting, publishers };
      this.classes.push(saidNotBefore === undefined ? one : { ...one, saidNotBefore });
    }
    return number;
  }

  done(sections: SectionsDraft): void {
    sections.addJson('statements.classes', this.classes);
  }
}

function under<K, V>(maps: Map<string, Map<K, V>>, key: string): Map<K, V> {
  let found = maps.get(key);
  if (found === undefined) {
    found = new Map();
    maps.set(key, found);
  }
  return found;
}

/** Whether a question reads the statements of a class. */
export type ClassTest = (number: number) => boolean;

export class ClaimClasses {
  readonly classes: readonly ClaimClass[];

  constructor(
    sections: Sections,
    private readonly known: KnownTests,
  ) {
    this.classes = JSON.parse(sections.text('statements.classes'));
  }

  at(number: number): ClaimClass {
    const found = this.classes[number];
    if (found === undefined)
      throw new RangeError(`Expected a class in 0..${this.classes.length - 1} but got: ${number}.`);
    return found;
  }

  /** Decided once a class, when it is first met. `more`: what else the class must meet. */
  readTest({ asOf, knownAt, minConfidence }: ReadAt, more: (one: ClaimClass) => boolean = () => true): ClassTest {
    const isKnown = this.known.at(knownAt);
    const decided = new Uint8Array(this.classes.length);
    return (number) => {
      if (decided[number] === UNDECIDED) {
        const one = this.at(number);
        const passes =
          (minConfidence === 'recalled' || one.confidence === 'confirmed') &&
          isSaidBy(one, asOf) &&
          isKnown(one.recordedAt, one.retractedAt) &&
          more(one);
        decided[number] = passes ? PASSES : FAILS;
      }
      return decided[number] === PASSES;
    };
  }
}

const UNDECIDED = 0;
const PASSES = 1;
const FAILS = 2;
