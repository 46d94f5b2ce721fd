import { hash64 } from '../model/hash.js';
import type { EntityId } from '../model/ids.js';
import { PROPERTIES } from '../model/properties.js';
import type { FactValue, Statement } from '../model/statement.js';
import { type Day, firstDay, type Instant, lastDay, type PartialDate, parseInstant } from '../model/time.js';
import type { Draft } from './draft.js';
import { fieldEvidence } from './fieldEvidence.js';
import { fieldOf } from './formProblems.js';
import { labelOf } from './labelOf.js';
import type { RecordState, SeedRecord } from './parseRecords.js';
import type { EntityNoun, RecordOfNoun } from './recordForms.js';

/** A statement with the place from which it was read. */
export interface PlacedStatement {
  readonly statement: Statement;
  readonly file: string;
  /** Index of the folder that the file is in. */
  readonly folder: number;
  readonly record: string;
  readonly field: string;
}

/** What is needed to fill in the defaults. */
export interface StatementContext {
  readonly dataThrough: Day;
  /** When the facts of each folder were recorded. */
  readonly recordedAt: readonly Instant[];
  readonly published: Pick<ReadonlyMap<EntityId, PartialDate | null>, 'get'>;
}

type EntityForm = RecordOfNoun[EntityNoun];

/** What the plain fields of a record say. */
export type DraftsOf<N extends EntityNoun> = (data: RecordOfNoun[N]) => readonly Draft[];

/**
 * The statements of an entity's record: first its plain fields, then its facts. What a later folder replaces was known
 * until that folder was recorded; what it leaves alone stays as it was.
 */
export function entityStatements<N extends EntityNoun>(
  record: SeedRecord<N>,
  draftsOf: DraftsOf<N>,
  context: StatementContext,
): PlacedStatement[] {
  let current: readonly PlacedStatement[] = [];
  let withdrawn: readonly PlacedStatement[] = [];
  for (const state of record.states) {
    const next = plainStatements(state, draftsOf(state.data), context);
    if (current.length === 0) {
      current = next;
      continue;
    }
    const ids = new Set(next.map(idOf));
    const kept = new Map(current.map((placed) => [idOf(placed), placed]));
    const until = context.recordedAt[state.raw.layers.at(-1)?.folder ?? 0] ?? '';
    const replaced = current.filter((placed) => !ids.has(idOf(placed)));
    withdrawn = [...withdrawn, ...replaced.flatMap((placed) => withdraw(placed, until))];
    current = next.map((placed) => kept.get(idOf(placed)) ?? placed);
  }
  return [...withdrawn, ...current, ...factStatements(record, context)];
}

function plainStatements(
  state: RecordState<EntityNoun>,
  drafts: readonly Draft[],
  context: StatementContext,
): PlacedStatement[] {
  return drafts.map((draft) => {
    const { layer, sources, confidence } = fieldEvidence(state, draft.field.replace(/\[.*/, ''));
    const { data } = state;
    const place = { file: layer.file, folder: layer.folder, record: data.id, field: draft.field };
    const cited = { ...draft, confidence: draft.confidence ?? confidence, sources: draft.sources ?? sources };
    return placeStatement(place, data.id, cited, startOf(data), context);
  });
}

/** Each fact as of the folder that added it. */
function factStatements({ data, raw, states }: SeedRecord<EntityNoun>, context: StatementContext): PlacedStatement[] {
  return (data.facts ?? []).map((fact, i) => {
    const origin = raw.factOrigins[i] ?? { ...raw.layers[0], index: i };
    const state = states.find((_, layer) => raw.layers[layer]?.folder === origin.folder) ?? states[0];
    const { file, folder, index } = origin;
    const place = { file, folder, record: data.id, field: fieldOf(['facts', index]) };
    return placeStatement(place, data.id, { field: place.field, ...fact }, startOf(state.data), context);
  });
}

/** The statement as it was known until a time; nothing where it was recorded no earlier. */
function withdraw(placed: PlacedStatement, until: Instant): PlacedStatement[] {
  const { statement } = placed;
  return statement.recordedAt < until ? [{ ...placed, statement: { ...statement, retractedAt: until } }] : [];
}

function idOf({ statement }: PlacedStatement): string {
  return statement.id;
}

/** The statement of a free-standing relation. */
export function relationStatement({ data, raw }: SeedRecord<'relation'>, context: StatementContext): PlacedStatement {
  const { subject, ...fact } = data;
  const [{ file, folder }] = raw.layers;
  const place = { file, folder, record: labelOf(raw), field: '' };
  return placeStatement(place, subject, { field: '', ...fact }, null, context);
}

/** The statement of a market share: its scope names market, measure, region and analyst, and it refers to the period. */
export function marketShareStatement(
  { data, raw }: SeedRecord<'market-share'>,
  context: StatementContext,
): PlacedStatement {
  const { market, entity, period, measure, region, analyst, ...rest } = data;
  const scope = [market, measure, region, analyst ?? ''].join('|');
  const draft = { field: '', property: 'market_share', scope, refersTo: period, ...rest };
  const [{ file, folder }] = raw.layers;
  return placeStatement({ file, folder, record: labelOf(raw), field: '' }, entity, draft, null, context);
}

/**
 * A claim with its defaults filled in. `start`: when its subject came about (announced, released, opened, …), which stands
 * for when something was said where no source has a date.
 */
export function placeStatement(
  place: Omit<PlacedStatement, 'statement'>,
  subject: EntityId,
  draft: Draft,
  start: PartialDate | null,
  context: StatementContext,
): PlacedStatement {
  const info = PROPERTIES.get(draft.property);
  const sources = draft.sources ?? [];
  const said = draft.saidOn ?? defaultSaidOn(sources, start, context);
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
    id: contentId(content),
    ...content,
    recordedAt: draft.recordedAt ? parseInstant(draft.recordedAt) : (context.recordedAt[place.folder] ?? ''),
    retractedAt: draft.retractedAt ? parseInstant(draft.retractedAt) : null,
    note: draft.note ?? null,
    order: 0,
    ...(isCut && { saidNotBefore: firstDay(said) }),
  };
  return { ...place, statement };
}

type Content = Omit<Statement, 'id' | 'recordedAt' | 'retractedAt' | 'note' | 'order' | 'saidNotBefore'>;

/** The id of whatever claims this: two claims of one content have the same. */
export function contentId(s: Content): string {
  const content = [
    s.subject,
    s.property,
    s.scope,
    s.value,
    s.object,
    s.unit,
    s.qualifier,
    s.validFrom,
    s.validTo,
    s.saidOn,
    s.refersTo,
    s.confidence,
    s.sources,
  ];
  return `statement:${hash64(JSON.stringify(content))}`;
}

function statedValue(value: FactValue | undefined, isDate: boolean): FactValue | null {
  if (value === undefined) return null;
  return isDate ? String(value) : value;
}

/** The earliest date of the sources; where they have none the subject's start; where it has none the day the data was closed. */
function defaultSaidOn(
  sources: readonly EntityId[],
  start: PartialDate | null,
  { published, dataThrough }: StatementContext,
): PartialDate {
  let earliest: PartialDate | null = null;
  for (const source of sources) {
    const date = published.get(source) ?? null;
    if (date !== null && (earliest === null || lastDay(date) < lastDay(earliest))) earliest = date;
  }
  if (earliest !== null) return earliest;
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
