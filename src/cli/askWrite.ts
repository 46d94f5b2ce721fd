import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { askWhole, type Graph } from './Graph.js';

/** The input type of each mutation. */
const INPUTS: ReadonlyMap<string, string> = new Map([
  ['recordStatements', 'RecordStatementsInput'],
  ['retractStatements', 'RetractStatementsInput'],
  ['upsertEntities', 'UpsertEntitiesInput'],
  ['mergeEntities', 'MergeEntitiesInput'],
]);

/** A mutation as a file gives it. */
export interface WriteRequest {
  readonly mutation: string;
  /** As the mutation's input, which checks it. */
  readonly input: Readonly<Record<string, unknown>>;
}

/** Reads `{"recordStatements": {…}}`, JSON with the name of one mutation and its input. Throws where it is none. */
export async function readWrite(file: string): Promise<WriteRequest> {
  const entries = Object.entries(fieldsOf(parse(await readText(file), file), `a JSON object in ${quoted(file)}`));
  const [entry] = entries;
  const names = [...INPUTS.keys()].join(', ');
  if (entry === undefined || entries.length > 1) {
    throw new Error(`Expected one write in ${quoted(file)}, of ${names}, but got: ${entries.length}.`);
  }
  const [mutation, input] = entry;
  if (!INPUTS.has(mutation)) {
    throw new Error(`Expected one of ${names} in ${quoted(file)} but got: ${quoted(mutation)}.`);
  }
  return { mutation, input: fieldsOf(input, `a JSON object as the input of ${mutation} in ${quoted(file)}`) };
}

/** Writes, or with `dryRun` says what would change. Resolves to what was done, in words. Throws QuestionFailed. */
export async function askWrite(graph: Graph, { mutation, input }: WriteRequest, dryRun: boolean): Promise<string> {
  const query = `mutation ($input: ${INPUTS.get(mutation)}!) { done: ${mutation}(input: $input) { revision repeated
    ${COUNTED.map(([field]) => `${field} { count }`).join(' ')} } }`;
  const answer = await askWhole(graph, query, { input: dryRun ? { ...input, dryRun } : input });
  const { done } = answerForm.parse(answer);
  const counts = COUNTED.flatMap(([field, what]) => {
    const count = done[field]?.count ?? 0;
    return count === 0 ? [] : [`${count} ${what}`];
  });
  const changes = counts.length === 0 ? 'nothing' : counts.join(', ');
  if (done.revision === null) return `Would change: ${changes}. Nothing was written.`;
  const made = `revision ${done.revision}: ${changes}`;
  return done.repeated ? `Nothing to change: a write with this key made ${made}.` : `Wrote ${made}.`;
}

const COUNTED = [
  ['recorded', 'statements recorded'],
  ['retracted', 'statements retracted'],
  ['created', 'entities created'],
  ['updated', 'entities updated'],
  ['merged', 'entities merged'],
  ['edgesOpened', 'dependencies opened'],
  ['edgesClosed', 'dependencies closed'],
  ['edgesRemoved', 'dependencies removed'],
] as const;

const counted = z.object({ count: z.number() });
const answerForm = z.object({
  done: z.object({ revision: z.number().nullable(), repeated: z.boolean() }).catchall(z.unknown().pipe(counted)),
});

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    throw new Error(`Expected the name of a readable file but got: ${quoted(file)}.`);
  }
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`Expected JSON in ${quoted(file)}: ${why}.`);
  }
}

function fieldsOf(value: unknown, expected: string): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  throw new Error(`Expected ${expected} but got: ${JSON.stringify(value)?.slice(0, SHOWN)}.`);
}

const SHOWN = 80;

function quoted(text: string): string {
  return JSON.stringify(text);
}
