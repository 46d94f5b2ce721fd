import { NOUNS, type Noun } from './recordForms.js';
import { type SeedProblem, show } from './SeedProblems.js';

type Content = { readonly [field: string]: unknown };

/** What one folder says about a record, as it stands in its file. */
export interface Layer {
  readonly file: string;
  /** Index of the folder among those that were read. */
  readonly folder: number;
  readonly content: Content;
}

/** A record as it stands in the files, before it is checked. */
export interface RawRecord {
  readonly noun: Noun;
  /** What the layers say together: the facts of all, each plain field as the last one gives it. */
  readonly content: Content;
  /** First to last; at least one. */
  readonly layers: readonly [Layer, ...Layer[]];
  /** Where each of `content.facts` comes from. */
  readonly factOrigins: readonly { readonly file: string; readonly folder: number; readonly index: number }[];
}

/** Parsed seed files in the order of their folders. */
export interface SeedFile {
  readonly noun: Noun;
  readonly file: string;
  readonly folder: number;
  readonly content: unknown;
}

/** What says nothing about the world by itself, and so needs no source of its own. */
const WITHOUT_EVIDENCE = new Set(['id', 'name', 'aliases', 'mergedInto', 'confidence', 'recalled', 'sources', 'facts']);

/** Whether the field is one that is cited to sources. */
export function isCited(field: string): boolean {
  return !WITHOUT_EVIDENCE.has(field);
}

/**
 * Lays the records of later folders over those with the same id: facts are added, plain fields replace. Records keep
 * their order: nouns, then folders, then place in the file. Nouns of which a record cannot be told apart are added to
 * `incomplete`.
 */
export function layRecords(files: readonly SeedFile[], problems: SeedProblem[], incomplete: Set<Noun>): RawRecord[] {
  const byNoun = new Map<Noun, Map<string, RawRecord>>(NOUNS.map((noun) => [noun, new Map()]));
  for (const { noun, file, folder, content } of files) {
    if (!Array.isArray(content)) {
      problems.push({ file, record: '', field: '', expected: 'a list of records', got: show(content) });
      incomplete.add(noun);
      continue;
    }
    const records = byNoun.get(noun) ?? new Map<string, RawRecord>();
    for (const [index, item] of content.entries()) {
      if (!isObject(item)) {
        problems.push({ file, record: `record ${index + 1}`, field: '', expected: 'a record', got: show(item) });
        incomplete.add(noun);
        continue;
      }
      const key = keyOf(noun, item);
      if (key === null && !WITHOUT_ID.has(noun)) incomplete.add(noun);
      add(records, key ?? `${file} ${index}`, noun, { file, folder, content: item }, problems);
    }
  }
  return [...byNoun.values()].flatMap((records) => [...records.values()]);
}

/** The layer that gives the field, among the first `count`: the last that does, else the first layer. */
export function layerOf({ layers }: RawRecord, field: string, count = layers.length): Layer {
  return layers.slice(0, count).findLast(({ content }) => content[field] !== undefined) ?? layers[0];
}

/** The record as it stood when only the first `count` layers were laid. */
export function earlier(raw: RawRecord, count: number): RawRecord {
  const [first, ...later] = raw.layers;
  return later.slice(0, count - 1).reduce((below, layer) => extend(below, layer), bottom(raw.noun, first));
}

const WITHOUT_ID: ReadonlySet<Noun> = new Set(['relation', 'market-share']);

function add(records: Map<string, RawRecord>, key: string, noun: Noun, layer: Layer, problems: SeedProblem[]): void {
  const below = records.get(key);
  if (below?.layers.at(-1)?.folder === layer.folder) {
    problems.push({
      file: layer.file,
      record: key,
      field: 'id',
      expected: 'an id used once',
      got: `${show(key)} twice`,
    });
    return;
  }
  records.set(key, below ? extend(below, layer) : bottom(noun, layer));
}

/** What tells a record apart: its id; of a rate its currency and year. Relations and shares have no id and never merge. */
function keyOf(noun: Noun, { id, currency, year }: Content): string | null {
  if (noun !== 'currency') return typeof id === 'string' && !WITHOUT_ID.has(noun) ? id : null;
  return typeof currency === 'string' && typeof year === 'number' ? `${currency} ${year}` : null;
}

function bottom(noun: Noun, layer: Layer): RawRecord {
  return { noun, content: layer.content, layers: [layer], factOrigins: factOrigins(layer) };
}

function extend(below: RawRecord, layer: Layer): RawRecord {
  return {
    noun: below.noun,
    content: {
      ...below.content,
      ...layer.content,
      ...joined('facts', below, layer),
      ...joined('sources', below, layer),
    },
    layers: [...below.layers, layer],
    factOrigins: [...below.factOrigins, ...factOrigins(layer)],
  };
}

/** Both lists one after the other, without repeats of a text; whatever is no list stays for the form to refuse. */
function joined(field: string, { content: below }: RawRecord, { content: above }: Layer): Content {
  const [lower, upper] = [below[field], above[field]];
  if (!Array.isArray(lower) || !Array.isArray(upper)) return {};
  return { [field]: [...lower, ...upper.filter((item) => typeof item !== 'string' || !lower.includes(item))] };
}

function factOrigins({ file, folder, content: { facts } }: Layer) {
  return Array.isArray(facts) ? facts.map((_, index) => ({ file, folder, index })) : [];
}

function isObject(value: unknown): value is Content {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
