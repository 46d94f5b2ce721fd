import type { DatasetMeta } from '../../../src/model/dataset.js';
import type { DependencyKind, Edge } from '../../../src/model/edge.js';
import type { EntityRecord } from '../../../src/model/entity.js';
import type { GraphEvent } from '../../../src/model/event.js';
import { type EntityId, kindOf } from '../../../src/model/ids.js';
import type { StatementRecord } from '../../../src/model/statement.js';
import { NEVER_FORGOTTEN, NO_END } from '../../../src/store/ArrayTopology.js';
import { bareRecord } from '../../support/records.js';
import { smallDataset } from '../../support/smallDataset.js';
import { COUNTRIES, makeName } from '../neo4j/names.js';
import { Random } from '../neo4j/Random.js';
import { generateTopology, type Size } from './generate.js';

/** Whoever takes rows one by one. */
export interface RowSink {
  addEntity(record: EntityRecord): void;
  addStatement(statement: StatementRecord): void;
  addEdge(edge: Edge): void;
  addEvent(event: GraphEvent): void;
}

export const META: DatasetMeta = {
  ...smallDataset().meta,
  title: 'Generated graph',
  firstRecordedAt: '2026-01-01T00:00:00.000Z',
};

const MS_PER_DAY = 86_400_000;
/** A source for each so many entities. */
const ENTITIES_A_SOURCE = 100;

/**
 * The topology of {@link generateTopology} as rows: entities with names of their own, and for each dependency a statement that
 * says it, with its source. The same for the same size and seed.
 */
export function generateRows(size: Size, seed: number, sink: RowSink): void {
  const { topology } = generateTopology(size, seed);
  const random = new Random(seed + 1);
  const { nodeIds, ...columns } = topology.data;
  const names = new Names(random);
  const sources = Array.from(
    { length: Math.max(10, Math.round(size.entities / ENTITIES_A_SOURCE)) },
    (_, i): EntityId => `source:report-${String(i).padStart(6, '0')}`,
  );
  for (const [code, name] of COUNTRIES) sink.addEntity({ ...bareRecord(`country:${code}`), name });
  for (const id of sources) sink.addEntity({ ...bareRecord(id), name: `${names.next()}: who supplies whom` });
  for (const id of nodeIds) {
    const name = names.next();
    const aliases = random.chance(0.3) ? [`${initials(name)} ${random.below(1_000)}`] : [];
    const record = { ...bareRecord(id), name, aliases, sources: [random.pick(sources)] };
    const country: EntityId = `country:${random.pick(COUNTRIES)[0]}`;
    sink.addEntity(record.kind === 'source' ? record : { ...record, country });
  }
  const times = Array.from(columns.instants, (ms) => new Date(ms).toISOString());
  for (let edge = 0; edge < topology.edgeCount; edge++) {
    const from = topology.nodeId(columns.from[edge] ?? 0);
    const to = topology.nodeId(columns.to[edge] ?? 0);
    const kind = topology.kind(edge);
    const knownFrom = times[columns.knownFrom[edge] ?? 0] ?? '';
    const forgotten = columns.knownTo[edge] ?? NEVER_FORGOTTEN;
    const knownTo = forgotten === NEVER_FORGOTTEN ? null : (times[forgotten] ?? null);
    // Known again only after it was known: a time that is not later stands for never.
    const until = knownTo !== null && knownTo > knownFrom ? knownTo : null;
    const end = columns.validTo[edge] ?? NO_END;
    const validFrom = dayOf(columns.validFrom[edge] ?? 0);
    const validTo = end === NO_END ? null : dayOf(end);
    const confidence = topology.confidence(edge);
    const statement: StatementRecord = {
      id: `statement:${hashOf(edge, 0x9e3779b9)}`,
      subject: from,
      property: propertyOf(kind, to),
      scope: null,
      value: null,
      object: to,
      unit: null,
      qualifier: 'exact',
      validFrom,
      validTo,
      saidOn: validFrom,
      refersTo: null,
      recordedAt: knownFrom,
      retractedAt: until,
      confidence,
      sources: [random.pick(sources)],
      note: null,
      order: edge,
      best: true,
      conflicting: false,
      publishers: 1,
    };
    sink.addStatement(statement);
    sink.addEdge({
      id: `edge:${hashOf(edge, 0x7feb352d)}`,
      kind,
      rule: `stated-${kind.toLowerCase()}`,
      from,
      to,
      validFrom,
      validTo,
      startUnknown: false,
      knownFrom,
      knownTo: until,
      prospective: false,
      confidence,
      sharePercent: null,
      deal: null,
      statementIds: [statement.id],
    });
  }
  for (const [i, id] of nodeIds.filter((one) => kindOf(one) === 'chip').entries()) {
    sink.addEvent({
      id: `event:${hashOf(i, 0x846ca68b)}`,
      kind: 'CHIP_RELEASED',
      date: random.month(2019, 2025),
      saidOn: '2026-01-01',
      title: `Release of ${id}`,
      entities: [id],
      sources: [random.pick(sources)],
      statementIds: [`statement:${hashOf(i, 0x9e3779b9)}`],
      knownFrom: times[0] ?? '',
      knownTo: null,
    });
  }
}

/** What says so, of a property that may point there. */
function propertyOf(kind: DependencyKind, to: EntityId): string {
  switch (kindOf(to)) {
    case 'chip':
      return 'component';
    case 'datacenter':
      return 'computes_at_site';
    default:
      return PROPERTY_OF[kind] ?? 'customer_of';
  }
}

const PROPERTY_OF: Readonly<Partial<Record<DependencyKind, string>>> = {
  FABRICATION: 'fabricates_at',
  PACKAGING: 'packages_at',
  DESIGN: 'develops_own_chips_with',
};

function dayOf(day: number): string {
  return days.get(day) ?? remember(day);
}

const days = new Map<number, string>();

function remember(day: number): string {
  const text = new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
  days.set(day, text);
  return text;
}

/** Sixteen hex digits, spread as those of a hash are, and each once: the low word tells the numbers apart. */
function hashOf(number: number, salt: number): string {
  const low = Math.imul(number ^ salt, 0x9e3779b1) >>> 0;
  const high = Math.imul(low ^ (low >>> 15) ^ salt, 0x85ebca6b) >>> 0;
  return high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0');
}

function initials(name: string): string {
  return name
    .split(' ')
    .map((word) => word.charAt(0))
    .join('');
}

/** Names of two words, and of three where those are taken. */
class Names {
  readonly #taken = new Set<string>();

  constructor(private readonly random: Random) {}

  next(): string {
    let name = makeName(this.random);
    while (this.#taken.has(name)) {
      const [first = ''] = makeName(this.random).split(' ');
      name = `${first} ${makeName(this.random)}`;
    }
    this.#taken.add(name);
    return name;
  }
}
