import { bestByIdentity } from '../model/claims.js';
import type { Facts } from '../model/dataset.js';
import type { EventKind, GraphEvent } from '../model/event.js';
import { hash64 } from '../model/hash.js';
import { compareIds, type EntityId, type EntityKind, kindOf } from '../model/ids.js';
import type { Statement } from '../model/statement.js';
import { type Instant, lastDay, type PartialDate } from '../model/time.js';
import { closingDays } from './closingDays.js';
import { dealEvents } from './dealEvents.js';
import { viewDeal } from './dealView.js';
import { FactIndex, headsById } from './FactIndex.js';
import { groupBy } from './groupBy.js';
import { knownVersions } from './knownVersions.js';

/** Something on a date, as the facts known at one time tell it. */
export interface EventDraft {
  readonly kind: EventKind;
  readonly date: PartialDate;
  readonly title: string;
  readonly entities: readonly EntityId[];
  /** What says so: the date's statement first. */
  readonly evidence: readonly [Statement, ...Statement[]];
}

/**
 * Dated events as versions, in order of their ids; a date keeps the precision of its source. Deterministic. `only`: the
 * entities whose own events are wanted; without it all. Cost: each entity is derived at the times at which something was
 * learned of it or of a deal that supersedes it.
 */
export function deriveEvents(
  { meta, entities, statements }: Facts,
  only?: ReadonlySet<EntityId>,
): readonly GraphEvent[] {
  const heads = headsById(entities);
  const closing = closingDays(meta);
  const related = relatedStatements(statements, only);
  const ids = only ? [...only].filter((id) => heads.has(id)) : [...heads.keys()];
  return ids
    .filter((id) => WITH_EVENTS.has(kindOf(id)))
    .flatMap((id) => knownVersions(related(id), (known) => eventsByKey(new FactIndex(heads, known, closing), [id])))
    .map(({ item, knownFrom, knownTo }) => eventFrom(item, knownFrom, knownTo))
    .sort((a, b) => compareIds(a.id, b.id));
}

/** The statements that the events of an entity rest on: its own, and those of the deals that supersede it. */
function relatedStatements(
  statements: readonly Statement[],
  only: ReadonlySet<EntityId> | undefined,
): (id: EntityId) => readonly Statement[] {
  const superseding = groupBy(
    statements.filter((s) => s.property === 'supersedes'),
    (s) => s.object,
  );
  const rivals = (id: EntityId) => [...new Set(superseding.get(id)?.map((s) => s.subject))].filter((r) => r !== id);
  const wanted = only && new Set([...only, ...[...only].flatMap(rivals)]);
  const bySubject = groupBy(wanted ? statements.filter((s) => wanted.has(s.subject)) : statements, (s) => s.subject);
  return (id) => [id, ...rivals(id)].flatMap((subject) => bySubject.get(subject) ?? []);
}

/** Events about anything but deals and changes of status. `byPart`: each phase of the subject has one of its own. */
const DATED_PROPERTIES: readonly {
  readonly kind: EventKind;
  readonly of: 'chip' | 'datacenter' | 'initiative' | 'policy';
  readonly property: string;
  readonly byPart?: true;
  readonly title: (name: string, facts: FactIndex, claim: Statement) => string;
}[] = [
  { kind: 'CHIP_RELEASED', of: 'chip', property: 'released', title: (name) => `${name} released` },
  {
    kind: 'DATACENTER_ONLINE',
    of: 'datacenter',
    property: 'first_operational',
    byPart: true,
    title: (name, facts, claim) => (hasOpened(facts, claim) ? `${name} first in operation` : `${name} due to open`),
  },
  { kind: 'INITIATIVE_START', of: 'initiative', property: 'start', title: (name) => `${name} begins` },
  { kind: 'INITIATIVE_END', of: 'initiative', property: 'end', title: (name) => `${name} ends` },
  { kind: 'POLICY', of: 'policy', property: 'date', title: (name) => name },
];

/** What a status of such an entity, dated by the day from which it holds, is an event of. */
const STATUS_EVENTS: ReadonlyMap<EntityKind, EventKind> = new Map([
  ['datacenter', 'DATACENTER_STATUS'],
  ['initiative', 'INITIATIVE_STATUS'],
]);

/** The kinds of entity that have events of their own. */
const WITH_EVENTS: ReadonlySet<EntityKind> = new Set(['deal', ...DATED_PROPERTIES.map(({ of }) => of)]);

/** The events of these entities that the facts known at one time tell, by a key that says all about each. */
export function eventsByKey(facts: FactIndex, ids: Iterable<EntityId>): ReadonlyMap<string, EventDraft> {
  const drafts = [...ids].flatMap((id) => draftEvents(facts, id));
  return new Map(drafts.map((draft) => [keyOf(draft), draft]));
}

function draftEvents(facts: FactIndex, subject: EntityId): EventDraft[] {
  const subjectKind = kindOf(subject);
  if (subjectKind === 'deal') return dealEvents(facts, viewDeal(facts, subject));
  const entities = [subject, ...involved(facts, subject)];
  const dated = DATED_PROPERTIES.filter(({ of }) => of === subjectKind).flatMap((one) =>
    claimsOf(facts, subject, one.property, one.byPart).flatMap((claim): EventDraft[] => {
      if (typeof claim.value !== 'string') return [];
      const title = one.title(nameOf(facts, claim), facts, claim);
      return [{ kind: one.kind, date: claim.value, title, entities, evidence: [claim] }];
    }),
  );
  return [...dated, ...statusEvents(facts, subject, entities)];
}

/** The best claim of the whole or, where its parts count for themselves, of each. */
function claimsOf(facts: FactIndex, subject: EntityId, property: string, byPart = false): readonly Statement[] {
  const claims = facts.about(subject, property).filter((s) => s.refersTo === null && (byPart || s.scope === null));
  return bestByIdentity(claims);
}

function statusEvents(facts: FactIndex, subject: EntityId, entities: readonly EntityId[]): EventDraft[] {
  const kind = STATUS_EVENTS.get(kindOf(subject));
  if (kind === undefined) return [];
  return claimsOf(facts, subject, 'status', true).flatMap((claim) => {
    // Without a day it tells how things stand, not that anything happened.
    if (claim.validFrom === null) return [];
    const title = `${nameOf(facts, claim)}: ${String(claim.value).replaceAll('_', ' ')}`;
    return [{ kind, date: claim.validFrom, title, entities, evidence: [claim] }];
  });
}

/** What a claim speaks of: `Abilene`, or `Abilene, phase-1`. */
function nameOf(facts: FactIndex, { subject, scope }: Statement): string {
  return scope === null ? facts.name(subject) : `${facts.name(subject)}, ${scope}`;
}

/** Whether a source speaks of the opening as past: by its basis, or an announced one by the status since, of a site that of any phase. */
function hasOpened(facts: FactIndex, { subject, scope }: Statement): boolean {
  const bases = claimsOf(facts, subject, 'first_operational_basis', true);
  const basis = bases.find((s) => s.scope === scope)?.value;
  const isRunning = facts
    .about(subject, 'status')
    .some((s) => s.value === 'operational' && (scope === null || s.scope === scope));
  return basis === 'actual_estimate' || (basis === 'announced' && isRunning);
}

const INVOLVED = ['designed_by', 'operated_by', 'tenant', 'government', 'issued_by', 'targets'];

/** Who else an event of this entity concerns: it appears on their timelines too. */
function involved(facts: FactIndex, subject: EntityId): readonly EntityId[] {
  const objects = INVOLVED.flatMap((property) => bestByIdentity(facts.about(subject, property)).map((s) => s.object));
  return [...new Set(objects)].filter((id) => id !== null).sort(compareIds);
}

/** The key of an event that is stored. */
export function eventKey({
  kind,
  date,
  title,
  entities,
  statementIds,
}: Pick<GraphEvent, 'kind' | 'date' | 'title' | 'entities' | 'statementIds'>): string {
  return [kind, date, title, ...entities, ...statementIds].join('|');
}

function keyOf({ evidence, ...draft }: EventDraft): string {
  return eventKey({ ...draft, statementIds: evidence.map((s) => s.id) });
}

/** The version of an event that was known from `knownFrom` on. */
export function eventFrom(item: EventDraft, knownFrom: Instant, knownTo: Instant | null): GraphEvent {
  const { kind, date, title, entities, evidence } = item;
  return {
    id: `event:${hash64(`${keyOf(item)}|${knownFrom}`)}`,
    kind,
    date,
    saidOn: saidOnOf(item),
    title,
    entities,
    sources: [...new Set(evidence.flatMap((s) => s.sources))],
    statementIds: evidence.map((s) => s.id),
    knownFrom,
    knownTo,
  };
}

/**
 * Announcements, releases and rules are public acts: whenever a source reported them, they were said when they happened.
 * That a site began to run is often only estimated, and then known from when the estimate was made.
 */
function saidOnOf({ kind, date, evidence }: EventDraft): PartialDate {
  const { saidOn } = evidence[0];
  return !ESTIMATED.has(kind) && lastDay(date) < lastDay(saidOn) ? date : saidOn;
}

const ESTIMATED: ReadonlySet<EventKind> = new Set(['DATACENTER_ONLINE', 'DATACENTER_STATUS']);
