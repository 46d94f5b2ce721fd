import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeFacts } from '../../src/derive/changeFacts.js';
import { deriveDataset } from '../../src/derive/deriveDataset.js';
import { deriveNext } from '../../src/derive/deriveNext.js';
import { applyChange } from '../../src/model/applyChange.js';
import type { Dataset, Facts } from '../../src/model/dataset.js';
import type { Instant } from '../../src/model/time.js';
import { inOneOrder } from '../support/randomDataset.js';
import { changeOf, firstFacts, randomWrites, timeOf, type Write } from '../support/randomWrites.js';
import { RECORDED } from '../support/smallDataset.js';

const RUNS = 300;

/** What stands after the writes, and the facts as they were told. */
function written(
  start: Facts,
  writes: readonly Write[],
  afterEach: (current: Dataset, facts: Facts) => void = () => {},
) {
  let facts = start;
  let current = deriveDataset(start);
  for (const [n, write] of writes.entries()) {
    const at = timeOf(n);
    const change = changeOf(write, current, at);
    current = applyChange(current, deriveNext(current, change, at), n + 2);
    facts = changeFacts(facts, change, at);
    afterEach(current, facts);
  }
  return { current, facts };
}

describe('deriveNext', () => {
  it('changes a dataset into what follows from all facts so far', () => {
    fc.assert(
      fc.property(randomWrites, ({ first, writes }) => {
        written(firstFacts(first), writes, (current, facts) => {
          expect(inOneOrder(current)).toEqual(inOneOrder(deriveDataset(facts)));
        });
      }),
      { numRuns: RUNS },
    );
  });

  it('keeps a history in which each time shows what follows from only what was known then', () => {
    fc.assert(
      fc.property(randomWrites, ({ first, writes }) => {
        const { current, facts } = written(firstFacts(first), writes);
        for (const at of [RECORDED, ...writes.map((_, n) => timeOf(n))]) {
          expect(visible(current, at)).toEqual(visible(deriveDataset(knownAt(facts, at)), at));
        }
      }),
      { numRuns: RUNS },
    );
  });
});

/** The facts as if all that was known then had been recorded at once and nothing else ever. */
function knownAt(facts: Facts, at: Instant): Facts {
  const known = facts.statements.filter((s) => isKnown(s.recordedAt, s.retractedAt, at));
  return { ...facts, statements: known.map((s) => ({ ...s, recordedAt: RECORDED, retractedAt: null })) };
}

function visible({ statements, edges, events }: Dataset, at: Instant) {
  const rows = <T extends { readonly knownFrom: Instant; readonly knownTo: Instant | null }>(all: readonly T[]) =>
    all
      .filter((row) => isKnown(row.knownFrom, row.knownTo, at))
      .map((row) => JSON.stringify({ ...row, id: '', knownFrom: '', knownTo: '' }))
      .sort();
  const told = statements.filter((s) => isKnown(s.recordedAt, s.retractedAt, at)).map(({ id }) => id);
  return { statements: told.sort(), edges: rows(edges), events: rows(events) };
}

function isKnown(from: Instant, to: Instant | null, at: Instant): boolean {
  return Date.parse(from) <= Date.parse(at) && (to === null || Date.parse(at) < Date.parse(to));
}
