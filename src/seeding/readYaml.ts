import { readFile, stat } from 'node:fs/promises';
import { load, YAMLException } from 'js-yaml';
import { type SeedProblem, show } from './SeedProblems.js';

/** The content of a YAML file; undefined where it cannot be read, which is then one of the problems. */
export async function readYaml(file: string, problems: SeedProblem[]): Promise<unknown> {
  try {
    // Reading a pipe would wait for a writer that may never come.
    if (!(await stat(file)).isFile()) throw new Unreadable('a regular file', 'a pipe, device or folder');
    const text = decode(await readFile(file));
    // A file of comments only is an empty list: the place where an analyst begins.
    return /^\s*[^\s#]/m.test(text) ? load(text, { filename: file, maxAliases: 0 }) : [];
  } catch (error) {
    problems.push({ file, record: '', field: '', ...faultOf(error) });
    return undefined;
  }
}

class Unreadable extends Error {
  constructor(
    readonly expected: string,
    readonly got: string,
  ) {
    super(`expected ${expected}`);
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function decode(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new Unreadable('text in UTF-8', `bytes that are not, first in line ${lineOfFault(bytes)}`);
  }
}

/** The first line that is no UTF-8 by itself; no character spans lines. */
function lineOfFault(bytes: Uint8Array): number {
  const NEWLINE = 10;
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const newline = bytes.indexOf(NEWLINE, start);
    const end = newline === -1 ? bytes.length : newline;
    try {
      utf8.decode(bytes.subarray(start, end));
    } catch {
      break;
    }
    start = end + 1;
  }
  return line;
}

function faultOf(error: unknown): Pick<SeedProblem, 'expected' | 'got'> {
  if (error instanceof Unreadable) return error;
  if (!(error instanceof YAMLException)) return { expected: 'a readable file', got: messageOf(error) };
  const where = error.mark ? ` in line ${error.mark.line + 1}` : '';
  // An alias may stand for itself, or multiply what it stands for without end.
  if (error.reason.includes('maxAliases')) {
    return { expected: 'every value written out', got: `an alias (*name)${where}` };
  }
  return { expected: `YAML${where}`, got: error.reason };
}

/** What an error says, as a message shows it. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : show(error);
}
