import type { Run } from './load.js';

export const PEER = '@neo4j/graphql';
export const DATABASE = 'ours, READS=database';
/** The same, with no record kept from one request to the next. */
export const COLD = 'ours, READS=database, cold';
export const PROJECTION = 'ours, READS=projection';
export const RAW = 'one raw statement';

/** Of one question with so many clients: each contestant's median run. */
export interface Cell {
  readonly question: string;
  readonly clients: number;
  readonly runs: ReadonlyMap<string, Run>;
}

/** The table of all runs in Markdown, with ratios to the peer's and the raw statement's requests a second. */
export function table(cells: readonly Cell[]): string {
  const head =
    '| question | clients | contestant | requests/s | p50 ms | p99 ms | statements | CPU ms | RSS MB | × peer | × raw |';
  const lines = [head, '|---|---|---|---|---|---|---|---|---|---|---|'];
  for (const { question, clients, runs } of cells) {
    for (const [name, run] of runs) {
      const failed = run.failed > 0 ? ` (${run.failed} FAILED)` : '';
      const times = (other: string) => ratio(run.perSecond, runs.get(other)?.perSecond);
      lines.push(
        `| ${question} | ${clients} | ${name} | ${figure(run.perSecond)}${failed} | ${figure(run.p50)} | ${figure(run.p99)} ` +
          `| ${run.statements.toFixed(2)} | ${run.cpuMs.toFixed(2)} | ${run.rssMb} | ${times(PEER)} | ${times(RAW)} |`,
      );
    }
  }
  return lines.join('\n');
}

/** How a contestant's speed on one question compares with that on another. */
export function compare(cells: readonly Cell[], clients: number, far: string, near: string): string {
  const runOf = (question: string, name: string) =>
    cells.find((cell) => cell.question === question && cell.clients === clients)?.runs.get(name);
  return [PEER, DATABASE, COLD, PROJECTION]
    .map(
      (name) =>
        `${name}: ${ratio(runOf(near, name)?.perSecond ?? 0, runOf(far, name)?.perSecond)} times the time of "${near}"`,
    )
    .join('; ');
}

function ratio(a: number, b: number | undefined): string {
  return b === undefined || b === 0 ? '–' : (a / b).toFixed(2);
}

function figure(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(1);
}
