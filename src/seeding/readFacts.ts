import type { Facts } from '../model/dataset.js';
import type { EntityHead, SourceRecord } from '../model/entity.js';
import { type EntityId, kindOf } from '../model/ids.js';
import type { Statement } from '../model/statement.js';
import { checkCycles } from './checkCycles.js';
import { checkReferences } from './checkReferences.js';
import { checkShares } from './checkShares.js';
import { checkStatements } from './checkStatements.js';
import {
  type EntityNoun,
  entityStatements,
  marketShareStatement,
  type PlacedStatement,
  relationStatement,
  type StatementContext,
} from './makeStatements.js';
import { parseRecords, type RecordsByNoun, type SeedRecord } from './parseRecords.js';
import { readDatasetMeta } from './readDatasetMeta.js';
import { readSeedFiles } from './readSeedFiles.js';
import { type SeedProblem, SeedProblems } from './SeedProblems.js';
import {
  chipFacts,
  cloudFacts,
  companyFacts,
  countryFacts,
  datacenterFacts,
  dealFacts,
  initiativeFacts,
  policyFacts,
} from './structuralFacts.js';

/**
 * Reads and checks folders of seeds: the first is a whole dataset, the others add to it. Throws SeedProblems with all
 * that is wrong in any file; then nothing is loaded. Linear in the size of the files.
 */
export async function readFacts(folders: readonly string[]): Promise<Facts> {
  const files = await readSeedFiles(folders);
  const problems: SeedProblem[] = [...files.problems];
  const records = parseRecords(files, problems);
  const dataset = readDatasetMeta(files, folders, records.currency, problems);
  if (!dataset) throw new SeedProblems(problems);

  const context: StatementContext = {
    dataThrough: dataset.meta.dataThrough,
    recordedAt: dataset.recordedAt,
    published: new Map(records.source.map(({ data }) => [data.id, data.published ?? null])),
  };
  const placed = allStatements(records, context);
  problems.push(
    ...checkReferences(records, placed, files.records),
    ...checkStatements(placed, dataset.meta.rates),
    ...checkCycles(placed),
    ...checkShares(placed),
  );
  if (problems.length > 0) throw new SeedProblems(problems);

  return {
    meta: dataset.meta,
    entities: entitiesOf(records),
    statements: placed.map(({ statement }, order): Statement => ({ ...statement, order })),
  };
}

function allStatements(records: RecordsByNoun, context: StatementContext): PlacedStatement[] {
  return [
    ...records.country.flatMap((r) => entityStatements(r, countryFacts(r.data), context)),
    ...records.topic.flatMap((r) => entityStatements(r, [], context)),
    ...records.company.flatMap((r) => entityStatements(r, companyFacts(r.data), context)),
    ...records.cloud.flatMap((r) => entityStatements(r, cloudFacts(r.data), context)),
    ...records.chip.flatMap((r) => entityStatements(r, chipFacts(r.data), context)),
    ...records.datacenter.flatMap((r) => entityStatements(r, datacenterFacts(r.data), context)),
    ...records.deal.flatMap((r) => entityStatements(r, dealFacts(r.data), context)),
    ...records.initiative.flatMap((r) => entityStatements(r, initiativeFacts(r.data), context)),
    ...records.policy.flatMap((r) => entityStatements(r, policyFacts(r.data), context)),
    ...records.relation.map((r) => relationStatement(r, context)),
    ...records['market-share'].map((r) => marketShareStatement(r, context)),
  ];
}

function entitiesOf(records: RecordsByNoun): (EntityHead | SourceRecord)[] {
  return [
    ...records.country.map(headOf),
    ...records.topic.map(headOf),
    ...records.company.map(headOf),
    ...records.cloud.map(headOf),
    ...records.chip.map(headOf),
    ...records.datacenter.map(headOf),
    ...records.deal.map(headOf),
    ...records.initiative.map(headOf),
    ...records.policy.map(headOf),
    ...records.source.map(sourceOf),
  ];
}

function headOf({ data }: SeedRecord<EntityNoun>): EntityHead {
  const id: EntityId = data.id;
  return {
    id,
    kind: kindOf(id),
    name: data.name,
    aliases: data.aliases ?? [],
    externalIds: Object.entries(data.externalIds ?? {}).map(([scheme, value]) => ({ scheme, value })),
    confidence: data.confidence ?? 'confirmed',
    sources: data.sources,
    mergedInto: data.mergedInto ?? null,
  };
}

function sourceOf({ data }: SeedRecord<'source'>): SourceRecord {
  return {
    id: data.id,
    kind: 'source',
    name: data.name,
    aliases: [],
    externalIds: [],
    confidence: data.read === 'none' ? 'recalled' : 'confirmed',
    sources: [],
    mergedInto: null,
    country: null,
    publisher: data.publisher,
    url: data.url ?? null,
    published: data.published ?? null,
    medium: data.medium,
    read: data.read,
    licence: data.licence,
  };
}
