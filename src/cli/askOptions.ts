import { type Command, InvalidArgumentError } from 'commander';

/** What every question takes. */
export interface AskOptions {
  readonly asOf?: string;
  readonly knownAt?: string;
  readonly data: readonly string[];
  readonly json?: boolean;
}

/** What the questions take that walk along dependencies. */
export interface WalkOptions extends AskOptions {
  readonly kinds?: readonly string[];
  readonly prospective?: boolean;
  readonly minConfidence?: string;
}

export function withAskOptions(command: Command): Command {
  return withDataOption(command)
    .option('--as-of <day>', 'what held on this day, such as 2025-11-04')
    .option('--known-at <time>', 'as far as was known at this time, such as 2026-10-01T00:00:00Z')
    .option('--json', 'print JSON');
}

export function withWalkOptions(command: Command): Command {
  return withAskOptions(command)
    .option('--kinds <kinds...>', 'walk only these kinds of dependency, such as COMPUTE CHIPS')
    .option('--prospective', 'also what is only announced, reported or under way')
    .option('--min-confidence <confidence>', 'walk only what is at least this well known: recalled or confirmed');
}

export function withDataOption(command: Command): Command {
  const append = (folder: string, folders: readonly string[]) => [...folders, folder];
  return command.option('--data <dir>', 'lay the facts of this folder over the shipped ones (repeatable)', append, []);
}

/** The variables of {@link AskOptions}. */
export function timeVariables({ asOf, knownAt }: AskOptions): Record<string, unknown> {
  return { asOf, knownAt };
}

/** The variables of {@link WalkOptions}. */
export function walkVariables({ kinds, prospective, minConfidence, ...options }: WalkOptions): Record<string, unknown> {
  const names = kinds?.flatMap((kind) => kind.split(',')).map(enumValue);
  return { ...timeVariables(options), kinds: names, prospective, minConfidence: enumValue(minConfidence) };
}

/** `cloud-provider` → `CLOUD_PROVIDER`. */
export function enumValue(text: string | undefined): string | undefined {
  return text?.toUpperCase().replaceAll('-', '_');
}

/** For commander: a whole number, whose range the API checks. */
export function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('Expected a whole number.');
  return Number(text);
}
