import type { z } from 'zod';
import type { EntityRecord } from '../model/entity.js';
import { type EntityId, kindOf } from '../model/ids.js';
import type { Standing } from '../model/Standing.js';
import type { Instant, PartialDate } from '../model/time.js';
import type { StatementDraft } from '../store/GraphEditor.js';
import { statementForm } from './draftForms.js';
import { fieldOf, formProblems } from './formProblems.js';
import { type PlacedStatement, placeStatement, type StatementContext } from './makeStatements.js';
import { plainValueForm } from './plainProperties.js';
import type { SeedProblem } from './SeedProblems.js';

/** A claim that was given, and where. */
export interface GivenClaim {
  /** `statements[3]`, `entities[0].statements[2]`. */
  readonly place: string;
  readonly draft: StatementDraft;
}

/** What drafts are read against. */
export interface DraftContext {
  readonly redirects: ReadonlyMap<EntityId, EntityId>;
  readonly records: { get(id: EntityId): EntityRecord | undefined };
  readonly statements: StatementContext;
}

/** `published` of new sources lies over that of those that are there. */
export function draftContext(
  current: Standing,
  dataThrough: string,
  at: Instant,
  published: ReadonlyMap<EntityId, PartialDate | null> = new Map(),
): DraftContext {
  const publishedThere = (id: EntityId) => {
    const record = current.entities.get(id);
    return record?.kind === 'source' ? record.published : undefined;
  };
  return {
    redirects: current.redirects,
    records: current.entities,
    statements: {
      dataThrough,
      recordedAt: [at],
      published: { get: (id) => (published.has(id) ? published.get(id) : publishedThere(id)) },
    },
  };
}

/**
 * Checks the form of claims and fills in their defaults. Ids that redirect stand for what they lead to. What is wrong with
 * any is added to `problems`, and the claim is left out.
 */
export function readDrafts(
  given: readonly GivenClaim[],
  context: DraftContext,
  problems: SeedProblem[],
): readonly PlacedStatement[] {
  return given.flatMap(({ place, draft }) => {
    const content = withoutNulls(draft);
    const parsed = statementForm.safeParse(content);
    if (parsed.success) return [placeDraft(place, parsed.data, context, problems)];
    problems.push(...problemsIn(parsed.error, content, Object.keys(statementForm.shape), place));
    return [];
  });
}

/** The fields that are given: what is null is as good as left out. */
export function withoutNulls(given: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null && value !== undefined));
}

/** The problems of a value that does not have the form; `place` is where it was given. */
export function problemsIn(
  error: z.ZodError,
  content: unknown,
  keys: readonly string[],
  place: string,
): readonly SeedProblem[] {
  return formProblems(error.issues, content, keys, (path) => ({ file: '', record: place, field: fieldOf(path) }));
}

function placeDraft(
  place: string,
  { subject: about, object, sources, ...rest }: z.infer<typeof statementForm>,
  { redirects, records, statements }: DraftContext,
  problems: SeedProblem[],
): PlacedStatement {
  const follow = (id: EntityId) => redirects.get(id) ?? id;
  const subject = follow(about);
  const followed = {
    ...rest,
    field: '',
    object: object === undefined ? undefined : follow(object),
    sources: [...new Set(sources.map(follow))],
  };
  const valueForm = plainValueForm(kindOf(subject), rest.property);
  const value = valueForm?.safeParse(rest.value);
  if (value && !value.success) {
    for (const problem of problemsIn(value.error, rest.value, [], place)) problems.push({ ...problem, field: 'value' });
  }
  const record = records.get(subject);
  const start = record === undefined ? null : startOf(record);
  return placeStatement({ file: '', folder: 0, record: place, field: '' }, subject, followed, start, statements);
}

/** When the subject came about, as in the seeds: announced, started, released, opened, issued. */
function startOf(record: EntityRecord): PartialDate | null {
  switch (record.kind) {
    case 'deal':
      return record.announced;
    case 'initiative':
      return record.start;
    case 'chip':
      return record.released;
    case 'datacenter':
      return record.firstOperational;
    case 'policy':
      return record.date;
    default:
      return null;
  }
}
