import type { DatasetMeta } from '../model/dataset.js';
import type { EntityRecord } from '../model/entity.js';
import type { EntityId } from '../model/ids.js';
import type { Statement } from '../model/statement.js';
import type { TimeSlice } from '../model/time.js';
import { ClaimReader } from './ClaimReader.js';
import { countriesNeeded, materialise } from './materialise.js';
import { supersededOn } from './supersededOn.js';

/** Where to find what a record needs beyond the entity's own statements; each answer is as known at the time asked for. */
export interface Surroundings {
  readonly meta: Pick<DatasetMeta, 'rates'>;
  readonly statementsOf: (id: EntityId) => Promise<readonly Statement[]>;
  /** The deals that replace this one; without it no deal counts as superseded. */
  readonly supersedersOf?: (deal: EntityId) => Promise<readonly EntityId[]>;
}

/**
 * An entity's plain fields at another time than the default, marked with it. `record`: the entity as the store has it;
 * `statements`: all of its statements that were known at `at.knownAt`. Asks for the operator's statements of a cloud, the
 * issuer's of a rule, and the superseding deals' of a deal; nothing else.
 */
export async function materialiseAt(
  record: EntityRecord,
  statements: readonly Statement[],
  at: TimeSlice,
  surroundings: Surroundings,
): Promise<EntityRecord> {
  const countries = new Map<EntityId, EntityId | null>();
  for (const id of countriesNeeded(record, statements, at)) {
    const read = new ClaimReader(await surroundings.statementsOf(id), at.asOf);
    countries.set(id, read.object('hq_country'));
  }
  const superseders = record.kind === 'deal' ? ((await surroundings.supersedersOf?.(record.id)) ?? []) : [];
  const superseded = supersededOn(await Promise.all(superseders.map(surroundings.statementsOf)));
  const made = materialise(record, statements, at, {
    rates: surroundings.meta.rates,
    countryOf: (company) => countries.get(company) ?? null,
    supersededOn: () => superseded,
  });
  return made.kind === 'source' ? made : { ...made, at };
}
