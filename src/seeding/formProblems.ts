import type { z } from 'zod';
import { fact } from './factForm.js';
import { type SeedProblem, show } from './SeedProblems.js';
import { closest } from './suggest.js';

type Place = Pick<SeedProblem, 'file' | 'record' | 'field'>;

const FACT_FIELDS = Object.keys(fact.shape);

/** The problems of a value that does not have the form, one for each place. `keys`: the fields of the form. */
export function formProblems(
  issues: readonly z.core.$ZodIssue[],
  content: unknown,
  keys: readonly string[],
  place: (path: readonly PropertyKey[]) => Place,
): SeedProblem[] {
  return issues.flatMap((issue) => issueProblems(issue, content, keys, place));
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
  place: (path: readonly PropertyKey[]) => Place,
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

/** Sorts of value in the words of whoever writes YAML. */
const SORTS: ReadonlyMap<string, string> = new Map([
  ['object', 'an object'],
  ['record', 'an object'],
  ['array', 'a list'],
  ['string', 'a text'],
  ['number', 'a number'],
  ['int', 'a whole number'],
  ['boolean', 'true or false'],
]);

/** The message of the form, or where it has none of its own, words for the code. */
function expectedOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.message.startsWith('Invalid') ? (SORTS.get(issue.expected) ?? issue.expected) : issue.message;
    case 'invalid_value':
      return issue.values.length === 1 ? show(issue.values[0]) : `one of ${issue.values.map(show).join(', ')}`;
    case 'invalid_union':
      return issue.message.startsWith('Invalid') ? unionExpected(issue) : issue.message;
    case 'too_small':
      return issue.message.startsWith('Too small')
        ? bound(issue, issue.minimum, 'at least', 'more than')
        : issue.message;
    case 'too_big':
      return issue.message.startsWith('Too big') ? bound(issue, issue.maximum, 'at most', 'less than') : issue.message;
    default:
      return issue.message;
  }
}

function bound(
  { origin, inclusive }: { readonly origin: string; readonly inclusive?: boolean | undefined },
  limit: number | bigint,
  including: string,
  excluding: string,
): string {
  const counted = origin === 'array' || origin === 'set' || origin === 'map';
  return `${inclusive === false ? excluding : including} ${limit}${counted ? ` item${limit === 1 ? '' : 's'}` : ''}`;
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
