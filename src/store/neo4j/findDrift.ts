import { toId } from '../../model/ids.js';
import { countStrays, linkedRows, mislabelledRows, revisionLog } from './cypher/drift.js';
import { redirectsSince, SORTS } from './cypher/writes.js';
import { ANY_READER, type Database, type Reader } from './Database.js';
import { type GraphState, readGraphState, servable } from './graphState.js';
import { redirectDigest } from './redirectDigest.js';
import { column, numberIn, type Row, textIn } from './rows.js';
import { followRedirects } from './Snapshot.js';
import { propertyOf, Tally } from './Tally.js';

/** What somebody changed without going through this program. Of ids the first {@link MAX_NAMED} are named. */
export interface Drift {
  /** Rows whose properties are not those that were written. */
  readonly changed: readonly string[];
  readonly changedCount: number;
  /** Rows that are linked to something else. */
  readonly relinked: readonly string[];
  readonly relinkedCount: number;
  /** Rows that have others of our labels. */
  readonly mislabelled: readonly string[];
  readonly mislabelledCount: number;
  /** Rows were added or taken away. */
  readonly isDigestOther: boolean;
  /** There are relationships of our types that belong to no row. */
  readonly areLinksOther: boolean;
  readonly areRedirectsOther: boolean;
  /** The description of the dataset. */
  readonly isMetaOther: boolean;
  /** What is wrong with the log of revisions, in words. */
  readonly log: readonly string[];
}

const MAX_NAMED = 5;

/**
 * Compares every row with what this program would write for it, and all of them with the digest that the last write left.
 * Null where a write or an import came in between. Reads the whole graph, row by row: linear in its rows and links.
 */
export async function findDrift(database: Database, reader: Reader = ANY_READER): Promise<Drift | null> {
  const before = servable(await readGraphState(database, reader));
  const tally = await tallyGraph(database, reader);
  const mislabelled = await database.read(mislabelledRows(), reader);
  const [strays] = await database.read(countStrays(), reader);
  const redirects = await readRedirects(database, reader);
  const log = logProblems(await database.read(revisionLog(), reader), before);
  const after = await readGraphState(database, reader);
  // An import writes rows before it makes its revision.
  if (after?.revision !== before.revision || after.isImporting || after.halfWrittenBy !== null) return null;
  const changed = SORTS.flatMap((sort) => tally.changed.get(sort) ?? []);
  const relinked = SORTS.flatMap((sort) => tally.relinked.get(sort) ?? []);
  return {
    changed: changed.slice(0, MAX_NAMED),
    changedCount: changed.length,
    relinked: relinked.slice(0, MAX_NAMED),
    relinkedCount: relinked.length,
    mislabelled: mislabelled.slice(0, MAX_NAMED).map((row) => String(column(row, 'id'))),
    mislabelledCount: mislabelled.length,
    isDigestOther: tally.digest() !== before.digest,
    areLinksOther: numberIn(strays, 'strays') > 0,
    areRedirectsOther: before.redirectDigest !== null && redirectDigest(redirects) !== before.redirectDigest,
    isMetaOther: before.isMetaOther,
    log,
  };
}

/** Looks at every row and what it is linked to. */
export async function tallyGraph(database: Database, reader: Reader = ANY_READER): Promise<Tally> {
  const confirmed = new Set<string>();
  const tally = new Tally({
    canonical: followRedirects(await readRedirects(database, reader)),
    isConfirmed: (id) => confirmed.has(id),
  });
  // Statements before events, which ask whether theirs are confirmed.
  for (const sort of SORTS) {
    const begin = () => {
      tally.begin(sort);
      return (row: Row) => {
        const properties = column(row, 'row');
        if (sort === 'statements' && propertyOf(properties, 'confidence') === 'confirmed') {
          confirmed.add(String(propertyOf(properties, 'id')));
        }
        tally.take(sort, properties, row);
      };
    };
    // A server looks while it answers.
    await database.stream(linkedRows(sort), reader, begin, 'gentle');
  }
  return tally;
}

async function readRedirects(database: Database, reader: Reader) {
  const rows = await database.read(redirectsSince(0), reader);
  return new Map(rows.map((row) => [toId(textIn(row, 'id') ?? ''), toId(textIn(row, 'into') ?? '')]));
}

/** Revisions are counted from 1 without a gap, each later than the one before, and the graph is as of the last. */
function logProblems(rows: readonly Row[], { revision, at }: GraphState): readonly string[] {
  const byNumber = new Map(rows.map((row) => [numberIn(row, 'number'), row]));
  const problems: string[] = [];
  let before = '';
  for (let number = 1; number <= revision && problems.length < MAX_NAMED; number++) {
    const row = byNumber.get(number);
    const time = textIn(row, 'at') ?? '';
    if (row === undefined) problems.push(`revision ${number} is missing`);
    else if (column(row, 'isWhole') !== true || time <= before || (number === revision && time !== at)) {
      problems.push(`revision ${number} is not as written`);
    }
    before = row === undefined ? before : time;
  }
  const beyond = rows.filter((row) => !(numberIn(row, 'number') >= 1 && numberIn(row, 'number') <= revision));
  if (beyond.length > 0) problems.push(`there are ${beyond.length} beyond revision ${revision} of the graph`);
  return problems;
}
