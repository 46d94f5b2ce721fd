import { hash64 } from '../model/hash.js';
import type { EntityId } from '../model/ids.js';
import { PROPERTIES } from '../model/properties.js';
import type { Confidence, FactValue, Statement } from '../model/statement.js';
import { type Day, firstDay, type Instant, lastDay, type PartialDate, parseInstant } from '../model/time.js';
import type { Draft } from './draft.js';
import { fieldOf, labelOf, type SeedRecord } from './parseRecords.js';
import type { Noun, RecordOfNoun } from './recordForms.js';

/** A statement with the place from which it was read. */
export interface PlacedStatement {
  readonly statement: Statement;
  readonly file: string;
  readonly record: string;
  readonly field: string;
}

/** What is needed to fill in the defaults. */
export interface StatementContext {
  readonly dataThrough: Day;
  /** When the facts of each folder were recorded. */
  readonly recordedAt: readonly Instant[];
  readonly published: ReadonlyMap<EntityId, PartialDate | null>;
}

export type EntityNoun = Exclude<Noun, 'source' | 'relation' | 'market-share' | 'currency'>;
type EntityForm = RecordOfNoun[EntityNoun];

/** The statements of an entity's record: first its plain fields as `drafts`, then its facts. */
export function entityStatements(
  { data, raw }: SeedRecord<EntityNoun>,
  drafts: readonly Draft[],
  context: StatementContext,
): PlacedStatement[] {
  const base: Confidence = data.confidence ?? 'confirmed';
  const structural = drafts.map((draft) => {
    const place = { file: raw.file, record: data.id, field: draft.field };
    const field = draft.field.replace(/\[.*/, '');
    const confidence = draft.confidence ?? (data.recalled?.includes(field) ? 'recalled' : base);
    const sources = draft.sources ?? data.sources;
    return placed(place, data.id, { ...draft, confidence, sources }, raw.folder, data, context);
  });
  const facts = (data.facts ?? []).map((fact, i) => {
    const origin = raw.factOrigins[i] ?? { file: raw.file, folder: raw.folder, index: i };
    const place = { file: origin.file, record: data.id, field: fieldOf(['facts', origin.index]) };
    return placed(place, data.id, { field: place.field, ...fact }, origin.folder, data, context);
  });
  return [...structural, ...facts];
}

/** The statement of a free-standing relation. */
export function relationStatement({ data, raw }: SeedRecord<'relation'>, context: StatementContext): PlacedStatement {
  const { subject, ...fact } = data;
  const place = { file: raw.file, record: labelOf(raw), field: '' };
  return placed(place, subject, { field: '', ...fact }, raw.folder, null, context);
}

/** The statement of a market share: its scope names market, measure, region and analyst, and it refers to the period. */
export function marketShareStatement(
  { data, raw }: SeedRecord<'market-share'>,
  context: StatementContext,
): PlacedStatement {
  const { market, entity, period, measure, region, analyst, ...rest } = data;
  const scope = [market, measure, region, analyst ?? ''].join('|');
  const draft = { field: '', property: 'market_share', scope, refersTo: period, ...rest };
  return placed({ file: raw.file, record: labelOf(raw), field: '' }, entity, draft, raw.folder, null, context);
}

function placed(
  place: Omit<PlacedStatement, 'statement'>,
  subject: EntityId,
  draft: Draft,
  folder: number,
  record: EntityForm | null,
  context: StatementContext,
): PlacedStatement {
  const info = PROPERTIES.get(draft.property);
  const sources = draft.sources ?? [];
  const said = draft.saidOn ?? defaultSaidOn(sources, record, context);
  const isCut = runsBeyond(said, context.dataThrough);
  const content = {
    subject,
    property: draft.property,
    scope: draft.scope ?? null,
    value: statedValue(draft.value, info?.value === 'date'),
    object: draft.object ?? null,
    unit: draft.unit ?? (draft.value === undefined ? null : (info?.unit ?? null)),
    qualifier: draft.qualifier ?? ('exact' as const),
    validFrom: draft.validFrom ?? null,
    validTo: draft.validTo ?? null,
    saidOn: isCut ? context.dataThrough : said,
    refersTo: draft.refersTo ?? null,
    confidence: draft.confidence ?? ('confirmed' as const),
    sources,
  };
  const statement: Statement = {
    id: `statement:${hash64(JSON.stringify(Object.values(content)))}`,
    ...content,
    recordedAt: draft.recordedAt ? parseInstant(draft.recordedAt) : (context.recordedAt[folder] ?? ''),
    retractedAt: draft.retractedAt ? parseInstant(draft.retractedAt) : null,
    note: draft.note ?? null,
    order: 0,
    ...(isCut && { saidNotBefore: firstDay(said) }),
  };
  return { ...place, statement };
}

function statedValue(value: FactValue | undefined, isDate: boolean): FactValue | null {
  if (value === undefined) return null;
  return isDate ? String(value) : value;
}

/** The earliest date of the sources; where they have none the record's start; where it has none the day the data was closed. */
function defaultSaidOn(
  sources: readonly EntityId[],
  record: EntityForm | null,
  { published, dataThrough }: StatementContext,
): PartialDate {
  let earliest: PartialDate | null = null;
  for (const source of sources) {
    const date = published.get(source) ?? null;
    if (date !== null && (earliest === null || lastDay(date) < lastDay(earliest))) earliest = date;
  }
  if (earliest !== null) return earliest;
  const start = record && startOf(record);
  return start !== null && firstDay(start) <= dataThrough ? start : dataThrough;
}

/** When the record's subject came about: announced, started, released, opened, issued. */
function startOf(record: EntityForm): PartialDate | null {
  if ('announced' in record) return record.announced;
  if ('government' in record) return record.start ?? null;
  if ('released' in record) return record.released ?? null;
  if ('firstOperational' in record) return record.firstOperational ?? null;
  return 'date' in record ? record.date : null;
}

/** What is in the dataset was said before it was closed: a coarse date that runs beyond that day is cut to that day. */
function runsBeyond(date: PartialDate, dataThrough: Day): boolean {
  return firstDay(date) <= dataThrough && dataThrough < lastDay(date);
}
