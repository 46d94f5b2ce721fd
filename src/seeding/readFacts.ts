import type { Facts } from '../model/dataset.js';
import type { EntityHead, SourceRecord } from '../model/entity.js';
import { type EntityId, kindOf } from '../model/ids.js';
import type { Statement } from '../model/statement.js';
import { checkCycles } from './checkCycles.js';
import { checkMerges } from './checkMerges.js';
import { checkOrder } from './checkOrder.js';
import { checkReferences } from './checkReferences.js';
import { checkRepeats } from './checkRepeats.js';
import { checkShares } from './checkShares.js';
import { checkStatements } from './checkStatements.js';
import { checkSuccession } from './checkSuccession.js';
import {
  entityStatements,
  marketShareStatement,
  type PlacedStatement,
  relationStatement,
  type StatementContext,
} from './makeStatements.js';
import { entityRecords, parseRecords, type RecordsByNoun, type SeedRecord } from './parseRecords.js';
import { readDatasetMeta } from './readDatasetMeta.js';
import { readSeedFiles, type SeedFiles } from './readSeedFiles.js';
import type { EntityNoun } from './recordForms.js';
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
 * that is wrong in any file; then nothing is loaded. `step` is told what begins. Linear in the size of the files.
 */
export async function readFacts(folders: readonly string[], step: (what: string) => void = () => {}): Promise<Facts> {
  step('Reading facts');
  const files = await readSeedFiles(folders);
  const problems: SeedProblem[] = [...files.problems];
  step('Checking the form of records');
  const records = parseRecords(files, problems);
  const dataset = readDatasetMeta(files, folders, records.currency, problems);

  const context: StatementContext = {
    dataThrough: dataset.meta.dataThrough,
    recordedAt: dataset.recordedAt,
    published: new Map(records.source.map(({ data }) => [data.id, data.published ?? null])),
  };
  step('Checking what they say');
  const placed = allStatements(records, context);
  const standing = placed.filter(({ statement }) => statement.retractedAt === null);
  const bounds = { ...dataset.meta, currencies: currenciesIn(files) };
  problems.push(
    ...checkReferences(records, placed, files),
    ...checkStatements(placed, bounds),
    ...checkRepeats(placed, folders),
    ...checkOrder(standing),
    ...checkCycles(standing),
    ...checkSuccession(standing),
    ...checkMerges(entityRecords(records)),
    ...checkShares(standing),
  );
  if (problems.length > 0) throw new SeedProblems(problems);

  return {
    meta: dataset.meta,
    entities: entitiesOf(records),
    statements: placed.map(({ statement }, order): Statement => ({ ...statement, order })),
  };
}

/** The dollar needs no rate. Null where some rates could not be read. */
function currenciesIn({ records, incomplete }: SeedFiles): ReadonlySet<string> | null {
  if (incomplete.has('currency')) return null;
  return new Set([
    'USD',
    ...records.flatMap(({ noun, content }) => (noun === 'currency' ? [String(content.currency)] : [])),
  ]);
}

function allStatements(records: RecordsByNoun, context: StatementContext): PlacedStatement[] {
  return [
    ...records.country.flatMap((r) => entityStatements(r, countryFacts, context)),
    ...records.topic.flatMap((r) => entityStatements(r, () => [], context)),
    ...records.company.flatMap((r) => entityStatements(r, companyFacts, context)),
    ...records.cloud.flatMap((r) => entityStatements(r, cloudFacts, context)),
    ...records.chip.flatMap((r) => entityStatements(r, chipFacts, context)),
    ...records.datacenter.flatMap((r) => entityStatements(r, datacenterFacts, context)),
    ...records.deal.flatMap((r) => entityStatements(r, dealFacts, context)),
    ...records.initiative.flatMap((r) => entityStatements(r, initiativeFacts, context)),
    ...records.policy.flatMap((r) => entityStatements(r, policyFacts, context)),
    ...records.relation.map((r) => relationStatement(r, context)),
    ...records['market-share'].map((r) => marketShareStatement(r, context)),
  ];
}

function entitiesOf(records: RecordsByNoun): (EntityHead | SourceRecord)[] {
  return [...entityRecords(records).map(headOf), ...records.source.map(sourceOf)];
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
