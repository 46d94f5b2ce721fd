import type { z } from 'zod';
import { uncitedProblems } from './fieldEvidence.js';
import { fieldOf, formProblems } from './formProblems.js';
import { labelOf } from './labelOf.js';
import { earlier, layerOf, type RawRecord } from './layRecords.js';
import type { SeedFiles } from './readSeedFiles.js';
import { recalledProblems } from './recalledProblems.js';
import { type EntityNoun, type Noun, RECORD_FORMS, type RecordOfNoun } from './recordForms.js';
import { type SeedProblem, show } from './SeedProblems.js';
import { closest } from './suggest.js';

/** A record as it stood when some of its layers were laid. */
export interface RecordState<N extends Noun = Noun> {
  readonly data: RecordOfNoun[N];
  readonly raw: RawRecord;
}

/** A record whose form is right, with where it was read. */
export interface SeedRecord<N extends Noun = Noun> extends RecordState<N> {
  readonly noun: N;
  /** With its first layer alone, then with each further one; the last is the record as it is. */
  readonly states: readonly [RecordState<N>, ...RecordState<N>[]];
}

/** The forms by noun, so that what is parsed has the noun's type. */
const FORMS: { readonly [N in Noun]: z.ZodType<RecordOfNoun[N]> } = RECORD_FORMS;

/** The records of one noun. */
export type RecordsByNoun = { readonly [N in Noun]: readonly SeedRecord<N>[] };

/** Checks the form of each record; what is wrong with any is added to `problems`, and the record is left out. */
export function parseRecords(files: SeedFiles, problems: SeedProblem[]): RecordsByNoun {
  const parse = <N extends Noun>(noun: N): readonly SeedRecord<N>[] =>
    files.records.filter((raw) => raw.noun === noun).flatMap((raw) => parseRecord(noun, raw, files, problems));
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

/** The records of all nouns that become entities with statements. */
export function entityRecords(records: RecordsByNoun): readonly SeedRecord<EntityNoun>[] {
  const { country, topic, company, cloud, chip, datacenter, deal, initiative, policy } = records;
  return [country, topic, company, cloud, chip, datacenter, deal, initiative, policy].flat();
}

function parseRecord<N extends Noun>(
  noun: N,
  raw: RawRecord,
  files: SeedFiles,
  problems: SeedProblem[],
): SeedRecord<N>[] {
  const states: RecordState<N>[] = [];
  for (const count of raw.layers.keys()) {
    const state = count === raw.layers.length - 1 ? raw : earlier(raw, count + 1);
    const parsed = FORMS[noun].safeParse(state.content);
    const faults = parsed.success
      ? [...uncitedProblems(state), ...recalledProblems(state)]
      : faultsOf(noun, state, parsed.error, files);
    if (!parsed.success || faults.length > 0) {
      problems.push(...faults);
      return [];
    }
    states.push({ data: parsed.data, raw: state });
  }
  const [first, ...later] = states;
  return first ? [{ noun, ...(later.at(-1) ?? first), states: [first, ...later] }] : [];
}

function faultsOf(noun: Noun, raw: RawRecord, { issues }: z.ZodError, files: SeedFiles): SeedProblem[] {
  const place = (path: readonly PropertyKey[]) => placeOf(raw, path);
  const keys = Object.keys(RECORD_FORMS[noun].shape);
  const { id } = raw.content;
  const missing = issues.filter(({ path }) => path.length === 1 && !(String(path[0]) in raw.content));
  const isAddition = raw.layers.length === 1 && raw.layers[0].folder > 0 && typeof id === 'string';
  if (!isAddition || missing.length === 0) return formProblems(issues, raw.content, keys, place);

  // Whole records come with all their fields: this one was meant to add to a record, of which the id is wrong.
  const rest = issues.filter((issue) => !missing.includes(issue));
  const ids = files.records.flatMap(({ content }) =>
    typeof content.id === 'string' && content.id !== id ? [content.id] : [],
  );
  const near = closest(
    id,
    ids.filter((other) => other.startsWith(`${noun}:`)),
  );
  const fields = missing.map(({ path }) => fieldOf(path)).join(', ');
  const expected = `the id of a record of an earlier folder${near}, or a new record with ${fields} too`;
  const unknown = files.incomplete.has(noun) ? [] : [{ ...place(['id']), expected, got: show(id) }];
  return [...unknown, ...formProblems(rest, raw.content, keys, place)];
}

function placeOf(raw: RawRecord, path: readonly PropertyKey[]) {
  const [first, index, ...rest] = path;
  const origin = first === 'facts' && typeof index === 'number' ? raw.factOrigins[index] : undefined;
  return {
    file: origin?.file ?? layerOf(raw, String(first)).file,
    record: labelOf(raw),
    field: fieldOf(origin ? ['facts', origin.index, ...rest] : path),
  };
}
