import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { EntityRecord } from '../../src/model/entity.js';
import { compareIds, type EntityKind } from '../../src/model/ids.js';
import { partsOf, scoreName } from '../../src/model/scoreName.js';
import { packDataset } from '../../src/store/memory/packed/GraphPacker.js';
import { PackedStore } from '../../src/store/memory/packed/PackedStore.js';
import { cloud, company } from '../support/records.js';
import { smallDataset } from '../support/smallDataset.js';

/** More than a search ranks. */
const ENTITIES = 3_000;
const HITS = 1_000;
const LETTERS = 'ab';
const QUERIES = ['a', 'ab', 'aba', 'a b', 'ab a', 'b a b', 'a a', 'bb b'];
const KINDS: readonly (readonly EntityKind[] | null)[] = [null, ['company'], []];

it('ranks of very many that begin so the same ones as when all are looked at in turn', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer(), async (seed) => {
      const entities = makeEntities(seed);
      const named = entities.map((record) => ({ record, terms: termsOf(record) }));
      const store = new PackedStore(packDataset({ ...smallDataset(), entities }));
      for (const query of QUERIES) {
        for (const kinds of KINDS) {
          expect(await store.search(query, kinds, HITS), query).toEqual(ranked(named, query, kinds));
        }
      }
    }),
    { numRuns: 2 },
  );
});

interface Named {
  readonly record: EntityRecord;
  /** Words, and names as one word. */
  readonly terms: { readonly all: ReadonlySet<string>; readonly wholes: readonly string[] };
}

/** Names of one to three short words of two letters: most begin as many others do, and some are the same. By id. */
function makeEntities(seed: number): readonly EntityRecord[] {
  let state = seed >>> 0;
  const below = (count: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * count);
  };
  const word = () => Array.from({ length: 1 + below(9) }, () => LETTERS.charAt(below(2))).join('');
  const name = () => Array.from({ length: 1 + below(3) }, word).join(' ');
  const made = Array.from({ length: ENTITIES }, (_, i) => {
    const aliases = below(5) === 0 ? [name()] : [];
    return (below(4) === 0 ? cloud : company)(`e${below(10)}-${i}`, { name: name(), aliases });
  });
  return made.sort((a, b) => compareIds(a.id, b.id));
}

function termsOf({ name, aliases }: EntityRecord): Named['terms'] {
  const parts = [name, ...aliases].map(partsOf);
  return {
    all: new Set(parts.flatMap(({ words, compact }) => [...words, compact])),
    wholes: parts.map(({ compact }) => compact),
  };
}

/** The plain way, for words that are too short for typos. */
function ranked(named: readonly Named[], query: string, kinds: readonly EntityKind[] | null) {
  const asked = partsOf(query);
  const wanted = named.filter(({ record }) => kinds?.includes(record.kind) ?? true);
  const found = new Set<EntityRecord>();
  const add = (some: readonly Named[], most: number) => {
    for (const { record } of some) if (found.size < most) found.add(record);
  };
  const withWords = (meets: (term: string, word: string) => boolean) =>
    wanted.filter(({ terms }) => asked.words.every((word) => [...terms.all].some((term) => meets(term, word))));
  add(
    wanted.filter(({ terms }) => terms.all.has(asked.compact)),
    2_000,
  );
  add(
    withWords((term, word) => term === word),
    1_000,
  );
  const begun = new Set(named.flatMap(({ terms }) => terms.wholes).filter((whole) => whole.startsWith(asked.compact)));
  const shortest = [...begun].sort((a, b) => a.length - b.length || compareIds(a, b)).slice(0, 1_500);
  const byLength = new Map(shortest.map((whole) => [whole, [] as Named[]]));
  for (const one of wanted) for (const term of one.terms.all) byLength.get(term)?.push(one);
  for (const some of byLength.values()) add(some, 1_500);
  add(
    withWords((term, word) => term.startsWith(word)),
    2_000,
  );
  const hits = [...found].flatMap(({ id, kind, name, aliases }) => {
    const scores = [name, ...aliases].map((matched) => ({ id, kind, score: scoreName(query, matched), matched }));
    const best = scores.reduce((a, b) => (b.score > a.score ? b : a));
    return best.score === 0 ? [] : [best];
  });
  return hits.sort((a, b) => b.score - a.score || compareIds(a.id, b.id)).slice(0, HITS);
}
