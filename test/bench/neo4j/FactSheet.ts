import type { DatasetMeta, Facts } from '../../../src/model/dataset.js';
import type { EntityHead, SourceRecord } from '../../../src/model/entity.js';
import { hash64 } from '../../../src/model/hash.js';
import { type EntityId, type EntityKind, toId } from '../../../src/model/ids.js';
import type { Statement } from '../../../src/model/statement.js';
import type { Random } from './Random.js';

/** When the dataset learned things: most of it at first, the rest in a later release. */
export const LEARNED = ['2026-07-01T00:00:00.000Z', '2026-10-01T00:00:00.000Z'] as const;

const META: DatasetMeta = {
  title: 'Generated graph',
  release: '2026.09',
  revision: 1,
  firstRecordedAt: LEARNED[0],
  releasedAt: LEARNED[1],
  dataThrough: '2026-09-30',
  licences: [{ licence: 'CC0-1.0', covers: 'all of it: it is made up' }],
  citation: { text: 'Generated graph.', bibtex: '@misc{generated}' },
  rates: [],
  packs: [],
};

export type Claim = Partial<Omit<Statement, 'id' | 'subject' | 'property' | 'order'>>;

/** Collects made-up entities and statements about them, with evidence, as the seeds would. */
export class FactSheet {
  readonly #entities: (EntityHead | SourceRecord)[] = [];
  readonly #statements: Statement[] = [];
  readonly #sources: EntityId[] = [];
  readonly #published = new Map<EntityId, string>();
  readonly #names = new Set<string>();
  readonly #random: Random;

  constructor(random: Random) {
    this.#random = random;
  }

  /** Adds an entity with a name of its own; the id is made of the name, or of `slug`. */
  entity<K extends EntityKind>(kind: K, name: string, slug = slugOf(name)): EntityId {
    this.#entities.push(this.#head(kind, name, slug));
    return toId(`${kind}:${slug}`);
  }

  source(publisher: string, number: number): void {
    const published = this.#random.chance(0.9) ? this.#random.day(2023, 2025) : null;
    const head = this.#head('source', `${publisher} ${number}`, `s-${number}`);
    const read = { medium: 'news', read: 'direct', licence: 'all-rights-reserved (facts only)' } as const;
    const url = `https://example.org/${number}`;
    this.#entities.push({ ...head, country: null, publisher, url, published, ...read });
    this.#sources.push(head.id);
    if (published !== null) this.#published.set(head.id, published);
  }

  /** States something; what is left out is made up: sources, when it was said and learned, how sure it is. */
  state(subject: EntityId, property: string, claim: Claim): void {
    const sources = claim.sources ?? this.#citations();
    const content = {
      subject,
      property,
      scope: null,
      value: null,
      object: null,
      unit: null,
      qualifier: 'exact',
      validFrom: null,
      validTo: null,
      saidOn: this.#published.get(sources[0] ?? 'source:none') ?? META.dataThrough,
      refersTo: null,
      confidence: this.#random.chance(0.1) ? 'recalled' : 'confirmed',
      ...claim,
      sources,
    } as const;
    this.#statements.push({
      id: `statement:${hash64(JSON.stringify(Object.values(content)))}`,
      recordedAt: this.#learned(),
      retractedAt: null,
      note: null,
      order: this.#statements.length,
      ...content,
    });
  }

  facts(): Facts {
    return { meta: META, entities: this.#entities, statements: this.#statements };
  }

  /** The same name only once: later ones get a number. */
  unique(name: string): string {
    let free = name;
    for (let number = 2; this.#names.has(free); number++) free = `${name} ${number}`;
    this.#names.add(free);
    return free;
  }

  #head<K extends EntityKind>(kind: K, name: string, slug: string): EntityHead<K> {
    const aliases = this.#random.chance(0.2) ? [`${name} Group`] : [];
    const externalIds = this.#random.chance(0.3)
      ? [{ scheme: 'wikidata', value: `Q${1_000_000 + this.#entities.length}` }]
      : [];
    const sources = kind === 'source' ? [] : this.#citations();
    const id = toId(`${kind}:${slug}`);
    return { id, kind, name, aliases, externalIds, confidence: 'confirmed', sources, mergedInto: null };
  }

  #citations(): EntityId[] {
    const first = this.#random.pick(this.#sources);
    if (this.#random.chance(0.8)) return [first];
    return [...new Set([first, this.#random.pick(this.#sources)])];
  }

  #learned(): string {
    return this.#random.chance(0.8) ? LEARNED[0] : LEARNED[1];
  }
}

function slugOf(name: string): string {
  return name.toLowerCase().replaceAll(' ', '-');
}
