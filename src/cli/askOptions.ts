import { type Command, InvalidArgumentError, Option } from 'commander';

/** How an answer is shown. */
export interface OutputOptions {
  readonly json?: boolean;
  readonly csv?: boolean;
  /** Name of a file. */
  readonly chart?: string;
}

/** What every question takes. */
export interface AskOptions extends OutputOptions {
  readonly asOf?: string;
  readonly knownAt?: string;
  readonly data: readonly string[];
}

/** What the questions take that walk along dependencies. */
export interface WalkOptions extends AskOptions {
  readonly kinds?: readonly string[];
  readonly prospective?: boolean;
  readonly minConfidence?: string;
}

export function withAskOptions(command: Command): Command {
  return withOutputOptions(
    withDataOption(command)
      .option('--as-of <day>', 'what held on this day, such as 2025-11-04')
      .option('--known-at <time>', 'as far as was known at this time, such as 2026-10-01T00:00:00Z'),
  );
}

export function withOutputOptions(command: Command): Command {
  return command
    .option('--json', 'print JSON')
    .addOption(new Option('--csv', 'print CSV for spreadsheets: the column "part" names the list').conflicts('json'));
}

export function withWalkOptions(command: Command): Command {
  return withAskOptions(command)
    .option('--kinds <kinds...>', 'walk only these kinds of dependency, such as COMPUTE CHIPS')
    .option('--prospective', 'also what is only announced, reported or under way')
    .option('--min-confidence <confidence>', 'walk only what is at least this well known: recalled or confirmed');
}

/** For the questions whose answer is better looked at. */
export function withChartOption(command: Command): Command {
  return command.option('--chart <file.svg>', 'also draw the answer into this file', svgFile);
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
  return {
    ...timeVariables(options),
    kinds: enumValues(kinds),
    prospective,
    minConfidence: enumValue(minConfidence),
  };
}

/** `cloud-provider` → `CLOUD_PROVIDER`. */
export function enumValue(text: string | undefined): string | undefined {
  return text?.toUpperCase().replaceAll('-', '_');
}

/** The same of several, which commas may separate as well. */
export function enumValues(texts: readonly string[] | undefined): readonly (string | undefined)[] | undefined {
  return texts?.flatMap((text) => text.split(',')).map(enumValue);
}

/** Nothing instead of an empty list, which the API refuses. */
export function someOf(ids: readonly string[]): readonly string[] | undefined {
  return ids.length > 0 ? ids : undefined;
}

/** For commander: a whole number, whose range the API checks. */
export function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('Expected a whole number.');
  return Number(text);
}

function svgFile(text: string): string {
  if (!/.\.svg$/i.test(text)) throw new InvalidArgumentError('Expected the name of a file that ends in ".svg".');
  return text;
}
