import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SHIPPED_SEEDS } from '../../src/config.js';
import { deriveDataset } from '../../src/derive/deriveDataset.js';
import type { EntityRecord } from '../../src/model/entity.js';
import { partsOf, scoreParts } from '../../src/model/scoreName.js';
import { typosAllowed } from '../../src/model/text.js';
import { readFacts } from '../../src/seeding/readFacts.js';
import type { GraphStore, SearchHit } from '../../src/store/GraphStore.js';
import { MemoryStore } from '../../src/store/memory/MemoryStore.js';
import { Random } from '../bench/neo4j/Random.js';
import { openDatabase } from './database.js';

const { database, write } = openDatabase();
const SEED = 4;
/** Names of one statement; more than a page ever asks for. */
const BATCH = 200;
/** Of all prefixes and typos of all names, so many are asked for. */
const SAMPLE = 1_000;
const LIMIT = 100;

let memory: GraphStore;
let neo4j: GraphStore;
let entities: readonly EntityRecord[];
afterAll(() => database.close());

beforeAll(async () => {
  const dataset = deriveDataset(await readFacts([SHIPPED_SEEDS], () => {}));
  const merged = new Set([...dataset.redirects.keys()]);
  entities = dataset.entities.filter(({ id, mergedInto }) => mergedInto === null && !merged.has(id));
  memory = new MemoryStore(dataset);
  neo4j = await write(dataset);
});

/** A text to ask for, and an entity that must be found by it. */
interface Asked {
  readonly text: string;
  readonly entity: EntityRecord;
}

function namesOf(entity: EntityRecord): readonly Asked[] {
  return [entity.name, ...entity.aliases].map((text) => ({ text, entity }));
}

/** What both stores find they rank alike; far down the list, one may know of a hit that the other never looked at. */
describe('on the shipped dataset both stores find', () => {
  it('every name and every alias, and rank what both find in the same order', async () => {
    const asked = entities.flatMap(namesOf).filter(({ text }) => partsOf(text).words.length > 0);
    expect(asked.length).toBeGreaterThan(1_000);
    await compare(asked, (hit) => hit.score === 100);
  });

  it('what begins so, from the third letter on', async () => {
    const asked = entities.flatMap(namesOf).flatMap(({ text, entity }) => {
      const letters = [...text];
      return letters.slice(3).map((_, i) => ({ text: letters.slice(0, i + 3).join(''), entity }));
    });
    await compare(sample(asked.filter(({ text }) => partsOf(text).compact.length >= 3)));
  });

  it('what has one typo in it: a letter missing, added, wrong, or swapped with the next', async () => {
    const random = new Random(SEED);
    const asked = entities.flatMap(namesOf).flatMap(({ text, entity }) => {
      // Of a name of one short word nothing may differ.
      return typosAllowed(partsOf(text).compact.length) === 0
        ? []
        : typosOf(text, random).map((typo) => ({ text: typo, entity }));
    });
    await compare(sample(asked.filter(({ text, entity }) => hasOneTypo(text, entity))));
  });

  it('words of several names at once, or what is in none, alike', async () => {
    const random = new Random(SEED);
    const words = entities.flatMap(({ name }) => partsOf(name).words);
    const texts = Array.from({ length: 300 }, () => `${random.pick(words)} ${random.pick(words)}`);
    const [expected, found] = await Promise.all([memory, neo4j].map((store) => store.resolve(texts, null, LIMIT)));
    expect(rankedAlike(texts, expected ?? [], found ?? [])).toEqual([]);
  });
});

describe('what Lucene takes for syntax', () => {
  const SIGNS = [
    '+',
    '-',
    '&&',
    '||',
    '!',
    '(',
    ')',
    '{',
    '}',
    '[',
    ']',
    '^',
    '"',
    '~',
    '*',
    '?',
    ':',
    '\\',
    '/',
    '~2',
    '^9',
    '&',
    '|',
    '=',
    '<',
    '>',
    '@',
    '#',
    '.',
  ];

  it('is nothing but a sign between words', async () => {
    const plain = await neo4j.search('amazon web', null, LIMIT);
    expect(plain).not.toEqual([]);
    for (const sign of SIGNS) {
      for (const text of [
        `amazon ${sign} web`,
        `${sign}amazon web`,
        `amazon web ${sign}`,
        `amazon${sign} ${sign}web`,
      ]) {
        const hits = await neo4j.search(text, null, LIMIT);
        expect(hits, text).toEqual(await memory.search(text, null, LIMIT));
        // A sign alone is no word, unless there is a digit in it.
        if (!/\d/.test(sign)) expect(hits, text).toEqual(plain);
      }
    }
  });

  it('and its words are words like any other', async () => {
    for (const text of [
      'amazon AND web',
      'amazon OR web',
      'NOT amazon',
      'AND',
      'OR',
      'NOT',
      'TO',
      '[a TO z]',
      'kind:company',
      'searchTerms:amazon',
      'id:*',
      '*:*',
      '_exists_:name',
    ]) {
      expect(await neo4j.search(text, null, LIMIT), text).toEqual(await memory.search(text, null, LIMIT));
    }
  });
});

/** Asks both stores for all of the texts: each must find its entity, and what both find they must rank alike. */
async function compare(asked: readonly Asked[], isRight: (hit: SearchHit) => boolean = () => true): Promise<void> {
  const wrong: string[] = [];
  for (let start = 0; start < asked.length; start += BATCH) {
    const some = asked.slice(start, start + BATCH);
    const texts = some.map(({ text }) => text);
    const [expected = [], found = []] = await Promise.all(
      [memory, neo4j].map((store) => store.resolve(texts, null, 2_000)),
    );
    for (const [i, { text, entity }] of some.entries()) {
      for (const [name, hits] of [
        ['memory', expected[i]],
        ['Neo4j', found[i]],
      ] as const) {
        const own = hits?.find(({ id }) => id === entity.id);
        if (!own || !isRight(own)) wrong.push(`${name} for ${JSON.stringify(text)}: no ${entity.id}`);
      }
    }
    wrong.push(...rankedAlike(texts, expected, found));
  }
  expect(wrong).toEqual([]);
}

/** Where the hits that both stores have differ in anything. */
function rankedAlike(
  texts: readonly string[],
  expected: readonly (readonly SearchHit[])[],
  found: readonly (readonly SearchHit[])[],
): readonly string[] {
  return texts.filter((_, i) => {
    const [one = [], other = []] = [expected[i], found[i]];
    const common = (hits: readonly SearchHit[], others: readonly SearchHit[]) => {
      const ids = new Set(others.map(({ id }) => id));
      return JSON.stringify(hits.filter(({ id }) => ids.has(id)));
    };
    return common(one, other) !== common(other, one);
  });
}

function typosOf(text: string, random: Random): readonly string[] {
  const letters = [...text];
  const i = random.below(letters.length);
  const before = letters.slice(0, i).join('');
  const [letter = '', next = ''] = letters.slice(i);
  const after = letters.slice(i + 1).join('');
  const swapped = next + letter + letters.slice(i + 2).join('');
  return [before + after, `${before}q${letter}${after}`, `${before}q${after}`, before + swapped];
}

/** Whether the scoring itself takes the text for a name of the entity: a typo in a short word, or a lost space, may make another word of it. */
function hasOneTypo(text: string, entity: EntityRecord): boolean {
  const asked = partsOf(text);
  return [entity.name, ...entity.aliases].some((name) => scoreParts(asked, partsOf(name)) > 0);
}

function sample<T>(items: readonly T[]): readonly T[] {
  const random = new Random(SEED);
  return Array.from({ length: Math.min(SAMPLE, items.length) }, () => random.pick(items));
}
