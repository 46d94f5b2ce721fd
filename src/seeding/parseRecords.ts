import type { z } from 'zod';
import { fact } from './factForm.js';
import type { RawRecord, SeedFiles } from './readSeedFiles.js';
import { type Noun, RECORD_FORMS, type RecordOfNoun } from './recordForms.js';
import { type SeedProblem, show } from './SeedProblems.js';
import { closest } from './suggest.js';

/** A record whose form is right, with where it was read. */
export interface SeedRecord<N extends Noun = Noun> {
  readonly noun: N;
  readonly data: RecordOfNoun[N];
  readonly raw: RawRecord;
}

const FACT_FIELDS = Object.keys(fact.shape);

/** The forms by noun, so that what is parsed has the noun's type. */
const FORMS: { readonly [N in Noun]: z.ZodType<RecordOfNoun[N]> } = RECORD_FORMS;

/** The records of one noun. */
export type RecordsByNoun = { readonly [N in Noun]: readonly SeedRecord<N>[] };

/** Checks the form of each record; what is wrong with any is added to `problems`, and the record is left out. */
export function parseRecords(files: SeedFiles, problems: SeedProblem[]): RecordsByNoun {
  const parse = <N extends Noun>(noun: N): readonly SeedRecord<N>[] =>
    files.records.filter((raw) => raw.noun === noun).flatMap((raw) => parseRecord(noun, raw, problems));
  return {
    source: parse('source'),
    country: parse('country'),
    topic: parse('topic'),
    company: parse('company'),
    cloud: parse('cloud'),
    chip: parse('chip'),
    datacenter: parse('datacenter'),
    deal: parse('deal'),
    initiative: parse('initiative'),
    policy: parse('policy'),
    relation: parse('relation'),
    'market-share': parse('market-share'),
    currency: parse('currency'),
  };
}

/** What tells a record apart in a message. */
export function labelOf(raw: RawRecord): string {
  const { id, subject, property, object, market, entity, period, currency, year } = raw.content;
  const parts = id !== undefined ? [id] : [subject, property, object, market, entity, period, currency, year];
  return parts.filter((part) => part !== undefined).join(' ');
}

/** The problems of a value that does not have the form, one for each place. */
export function formProblems(
  error: z.ZodError,
  content: unknown,
  form: { readonly keys: readonly string[] },
  place: (path: readonly PropertyKey[]) => Pick<SeedProblem, 'file' | 'record' | 'field'>,
): SeedProblem[] {
  return error.issues.flatMap((issue) => issueProblems(issue, content, form.keys, place));
}

function parseRecord<N extends Noun>(noun: N, raw: RawRecord, problems: SeedProblem[]): SeedRecord<N>[] {
  const parsed = FORMS[noun].safeParse(raw.content);
  if (parsed.success) return [{ noun, data: parsed.data, raw }];
  const keys = Object.keys(RECORD_FORMS[noun].shape);
  problems.push(...formProblems(parsed.error, raw.content, { keys }, (path) => placeOf(raw, path)));
  return [];
}

function placeOf(raw: RawRecord, path: readonly PropertyKey[]) {
  const [first, index, ...rest] = path;
  const origin = first === 'facts' && typeof index === 'number' ? raw.factOrigins[index] : undefined;
  return {
    file: origin?.file ?? raw.file,
    record: labelOf(raw),
    field: fieldOf(origin ? ['facts', origin.index, ...rest] : path),
  };
}

/** `facts[3].unit` */
export function fieldOf(path: readonly PropertyKey[]): string {
  return path
    .map((part, i) => (typeof part === 'number' ? `[${part}]` : `${i > 0 ? '.' : ''}${String(part)}`))
    .join('');
}

function issueProblems(
  issue: z.core.$ZodIssue,
  content: unknown,
  keys: readonly string[],
  place: (path: readonly PropertyKey[]) => Pick<SeedProblem, 'file' | 'record' | 'field'>,
): SeedProblem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const known = issue.path.length === 0 ? keys : issue.path[0] === 'facts' ? FACT_FIELDS : [];
      const expected = `a field that exists${closest(key, known)}`;
      return { ...place([...issue.path, key]), expected, got: show(key) };
    });
  }
  return [{ ...place(issue.path), expected: expectedOf(issue), got: show(at(content, issue.path)) }];
}

function expectedOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.message.startsWith('Invalid') ? `a ${issue.expected}` : issue.message;
    case 'invalid_value':
      return issue.values.length === 1 ? show(issue.values[0]) : `one of ${issue.values.map(show).join(', ')}`;
    case 'invalid_format':
      return issue.message.startsWith('Invalid')
        ? `an id or text of the form ${issue.pattern ?? issue.format}`
        : issue.message;
    case 'invalid_union':
      return issue.message.startsWith('Invalid') ? unionExpected(issue) : issue.message;
    case 'too_small':
      return issue.message.startsWith('Too small') ? `at least ${String(issue.minimum)}` : issue.message;
    case 'too_big':
      return issue.message.startsWith('Too big') ? `at most ${String(issue.maximum)}` : issue.message;
    default:
      return issue.message;
  }
}

function unionExpected(issue: z.core.$ZodIssueInvalidUnion): string {
  const options = issue.errors.flatMap((errors) => (errors[0] ? [expectedOf(errors[0])] : []));
  return [...new Set(options)].join(' or ') || 'another form';
}

function at(content: unknown, path: readonly PropertyKey[]): unknown {
  let value = content;
  for (const part of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Reflect.get(value, part);
  }
  return value;
}
