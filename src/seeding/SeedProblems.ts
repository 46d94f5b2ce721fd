/** One thing that is wrong with the seeds, in words that whoever edits them understands. */
export interface SeedProblem {
  readonly file: string;
  /** The record's id, or what else tells it apart; empty for the file as a whole. */
  readonly record: string;
  /** `start`, `facts[3].unit`; empty for the record as a whole. */
  readonly field: string;
  readonly expected: string;
  readonly got: string;
}

/** All that is wrong with the seeds at once. Where it is thrown, nothing was loaded. */
export class SeedProblems extends Error {
  readonly problems: readonly SeedProblem[];

  constructor(problems: readonly SeedProblem[]) {
    super(`The seeds have ${problems.length === 1 ? '1 problem' : `${problems.length} problems`}:\n${list(problems)}`);
    this.name = 'SeedProblems';
    this.problems = problems;
  }
}

/** What the work gives, or the problems that it throws: an error with its class does not cross to another thread. */
export function orProblems<T extends object>(work: () => T): T | { readonly problems: readonly SeedProblem[] } {
  try {
    return work();
  } catch (error) {
    if (error instanceof SeedProblems) return { problems: error.problems };
    throw error;
  }
}

/** `seeds/deal.yaml, deal:x, facts[3].unit: expected a unit or a currency but got: "USDD".` */
export function describeProblem({ file, record, field, expected, got }: SeedProblem): string {
  const place = [file, record, field].filter((part) => part !== '').join(', ');
  return `${place}: expected ${expected} but got: ${got}.`;
}

const SHOWN_LENGTH = 80;

/** A value as a message shows it: texts quoted, long ones cut. Looks at no more of it than is shown. */
export function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = written(value, SHOWN_LENGTH + 1);
  return text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH)}…` : text;
}

/** About the first `room` characters of the value as JSON; a text is quoted as it stands. */
function written(value: unknown, room: number): string {
  if (typeof value === 'string') return `"${value.slice(0, room)}"`;
  if (typeof value !== 'object' || value === null) return String(value);
  const isList = Array.isArray(value);
  let text = isList ? '[' : '{';
  for (const key in value) {
    const before = text.length > 1 ? ',' : '';
    text += isList ? before : `${before}"${key.slice(0, room)}":`;
    if (text.length >= room) return text;
    text += written(Reflect.get(value, key), room - text.length);
  }
  return text + (isList ? ']' : '}');
}

function list(problems: readonly SeedProblem[]): string {
  return problems.map((problem) => `  ${describeProblem(problem)}`).join('\n');
}
