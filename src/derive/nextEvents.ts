import type { RowChange } from '../model/change.js';
import type { DatasetMeta } from '../model/dataset.js';
import { diffRows } from '../model/diffDatasets.js';
import type { GraphEvent } from '../model/event.js';
import type { EntityId } from '../model/ids.js';
import type { Statement } from '../model/statement.js';
import type { FactChange } from './changeFacts.js';
import { renamed } from './changesPast.js';
import { deriveEvents, eventFrom, eventKey, eventsByKey } from './deriveEvents.js';
import { headOf } from './factsOf.js';
import { LocalFacts } from './LocalFacts.js';
import type { Write } from './nextEdges.js';
import { nextVersions } from './nextVersions.js';

/** A write with what it says besides statements. */
export interface WholeWrite extends Write {
  /** With the redirects followed. */
  readonly change: FactChange;
  readonly meta: DatasetMeta;
}

/** Of what is touched the events at the new time; of what has a title with another name now, all of its history. */
export function nextEvents(write: WholeWrite): RowChange<GraphEvent> {
  const retitled = retitledBy(write);
  const touched = new Set([...write.touched.map((s) => s.subject), ...supersededBy(write)]);
  for (const id of retitled) touched.delete(id);
  const told = eventsAt(write, touched);
  if (retitled.size === 0) return told;
  const statements = eventFacts(write, retitled);
  const named = new Set(statements.flatMap((s) => [s.subject, ...(s.object === null ? [] : [s.object])]));
  const heads = [...new Set([...retitled, ...named])].flatMap((id) => write.after.head(id) ?? []);
  const facts = { meta: write.meta, entities: heads.map(headOf), statements };
  const history = diffRows(eventsOf(write, retitled), deriveEvents(facts, retitled));
  return { put: [...told.put, ...history.put], removed: history.removed };
}

/** The deals that the touched deals supersede, or superseded until now: they read them. */
export function supersededBy({ after, touched }: Write): ReadonlySet<EntityId> {
  const subjects = new Set(touched.map((s) => s.subject));
  const links = [...subjects].flatMap((id) => after.about(id).filter((s) => s.property === 'supersedes'));
  return new Set(links.map((s) => s.object).filter((id) => id !== null));
}

function retitledBy({ current, change }: WholeWrite): ReadonlySet<EntityId> {
  const events = [...renamed(current, change)].flatMap((id) => current.eventsOf(id));
  return new Set(events.flatMap(({ entities }) => entities.slice(0, 1)));
}

function eventsAt(write: WholeWrite, ids: ReadonlySet<EntityId>): RowChange<GraphEvent> {
  const facts = new LocalFacts(write.after, { starts: ids, ends: null }, write.closingDays);
  const open = eventsOf(write, ids).filter(({ knownTo }) => knownTo === null);
  const there = [...ids].filter((id) => facts.heads.has(id));
  return nextVersions(open, eventsByKey(facts, there), write.at, eventKey, (item) => eventFrom(item, write.at, null));
}

/** What events of these entities rest on: all about them, and about the deals that supersede or superseded them. */
function eventFacts({ after }: Write, ids: ReadonlySet<EntityId>): readonly Statement[] {
  const links = [...ids].flatMap((id) => [...after.naming(id, SUPERSEDES)]);
  return [...new Set([...ids, ...links])].flatMap((id) => after.about(id));
}

const SUPERSEDES: ReadonlySet<string> = new Set(['supersedes']);

function eventsOf({ current }: Write, ids: ReadonlySet<EntityId>): readonly GraphEvent[] {
  return [...ids].flatMap((id) => current.eventsOf(id).filter(({ entities }) => entities[0] === id));
}
