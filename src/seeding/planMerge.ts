import { NO_FACT_CHANGE } from '../derive/changeFacts.js';
import { headOf, mergedHead } from '../derive/factsOf.js';
import { followRedirects } from '../derive/redirects.js';
import type { DatasetIndex } from '../model/DatasetIndex.js';
import type { EntityHead, EntityRecord, ExternalId, SourceRecord } from '../model/entity.js';
import { badInput, notFound } from '../model/errors.js';
import { compareIds, type EntityId, isId, kindOf } from '../model/ids.js';
import { ClaimsAround, standing } from './ClaimsAround.js';
import { CHAINED, checkAddedCycles } from './checkCycles.js';
import { refuseConflicts, refuseProblems } from './editProblems.js';
import type { EditPlan } from './planEdit.js';
import { show } from './SeedProblems.js';
import { nearest } from './suggest.js';

/**
 * `from` becomes a redirect to `into`, which takes over its names, ids elsewhere and sources. Throws NOT_FOUND for an
 * unknown id, CONFLICT where `from` was merged before, BAD_USER_INPUT where the two are of different kinds, are the same,
 * or one would then own, contain or supersede itself. Costs what names either, and the chains that go on from there.
 */
export function planMerge(current: DatasetIndex, from: EntityId, into: EntityId): EditPlan {
  const earlier = current.redirects.get(from);
  refuseConflicts(earlier === undefined ? [] : [`${show(from)} was merged into ${show(earlier)} already.`]);
  const old = recordOf(current, from);
  const survivor = recordOf(current, current.redirects.get(into) ?? into);
  if (old.kind !== survivor.kind) throw badInput(`into of the kind "${old.kind}"`, into);
  if (old.id === survivor.id) throw badInput(`into other than ${show(from)} itself`, into);
  refuseCycles(current, old.id, survivor.id);
  return {
    change: { ...NO_FACT_CHANGE, heads: [joined(headOf(survivor), old), mergedHead(old.id, survivor.id)] },
    recorded: [],
    retracted: [],
    created: [],
    updated: [survivor.id],
    merged: [old.id],
    touchedIds: [old.id, survivor.id].sort(compareIds),
  };
}

function recordOf({ entities }: DatasetIndex, id: EntityId): EntityRecord {
  const record = entities.get(id);
  if (record) return record;
  if (!isId(id)) throw badInput('an id such as "company:openai"', id);
  const kind = kindOf(id);
  const meant = nearest(
    id,
    [...entities.values()].flatMap((entity) => (entity.kind === kind ? [entity.id] : [])),
  );
  throw notFound(kind, id, meant === null ? [] : [meant]);
}

/** The survivor is found by all that either was called. */
function joined(survivor: EntityHead | SourceRecord, old: EntityRecord): EntityHead | SourceRecord {
  const names = [...survivor.aliases, old.name, ...old.aliases];
  const externalIds = new Map<string, ExternalId>();
  for (const id of [...survivor.externalIds, ...old.externalIds]) externalIds.set(`${id.scheme} ${id.value}`, id);
  return {
    ...survivor,
    aliases: [...new Set(names)].filter((name) => name !== survivor.name),
    externalIds: [...externalIds.values()],
    sources: [...new Set([...survivor.sources, ...old.sources])],
  };
}

function refuseCycles(current: DatasetIndex, from: EntityId, into: EntityId): void {
  const redirects = new Map([[from, into]]);
  const claims = new ClaimsAround(current, { added: [], retracted: new Set() });
  const around = (id: EntityId) => {
    const ids = id === into ? [into, from] : [id];
    return followRedirects(
      ids.flatMap((one) => claims.around(one, CHAINED)),
      redirects,
    );
  };
  const moved = followRedirects(claims.around(from, CHAINED), redirects).map(standing);
  refuseProblems(checkAddedCycles(moved, around));
}
