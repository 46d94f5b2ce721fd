import { mkdirSync, writeFileSync } from 'node:fs';

const FOLDER = new URL('../../.reliability/', import.meta.url);

/** A row of a table in docs/reliability.md; `npm run reliability:update` writes what the last runs of the suites noted. */
export interface FaultRow {
  readonly fault: string;
  /** What clients saw of reads and of writes while it lasted. */
  readonly reads: string;
  readonly writes: string;
  /** Of what was acknowledged. */
  readonly lost: string;
  /** Milliseconds until all was well again, or in words. */
  readonly recovered: number | string;
  /** The test's file. */
  readonly shownBy: string;
}

export function noteFault(id: string, row: FaultRow): void {
  note('faults', id, row);
}

/** The same of an attack: its cells, of which the last is what it cost, in ms of the processor. */
export function noteAttack(id: string, cells: readonly string[]): void {
  note('attacks', id, cells);
}

/** The same of an audit: what was audited, how much passed, the test's file. */
export function noteAudit(id: string, cells: readonly string[]): void {
  note('audits', id, cells);
}

function note(suite: string, id: string, row: unknown): void {
  const folder = new URL(`${suite}/`, FOLDER);
  mkdirSync(folder, { recursive: true });
  writeFileSync(new URL(`${id}.json`, folder), JSON.stringify(row));
}
