import { FAR, FILTERED_PAGE, NEAR, RARE } from './questions.js';
import { type Cell, COLD, DATABASE, PEER, PROJECTION, RAW } from './report.js';

/** Times the peer's requests a second. */
const DATABASE_TO_PEER = 1.5;
const DATABASE_TO_PEER_ON_THE_PAGE = 3;
const PROJECTION_TO_PEER = 3;
const DATABASE_TO_RAW = 0.4;
/** Times the seconds of page 1. */
const FAR_TO_NEAR = 2;

/** What the bench is there to show, a line each: passed or short, for every question of the five and each number of clients. */
export function checks(cells: readonly Cell[]): readonly string[] {
  return cells.flatMap((cell) => {
    const { question, clients, runs } = cell;
    const perSecond = (name: string) => runs.get(name)?.perSecond ?? 0;
    const check = (name: string, other: string, atLeast: number) => {
      const ratio = perSecond(name) / perSecond(other);
      return line(
        perSecond(other) > 0 && ratio >= atLeast,
        `${question}, ${clients} clients: ${name} ${ratio.toFixed(2)} × ${other}, ≥ ${atLeast}`,
      );
    };
    if (question === RARE) return [];
    if (question === NEAR) return [DATABASE, COLD, PROJECTION].flatMap((name) => farToNear(cells, cell, name));
    const least = question === FILTERED_PAGE ? DATABASE_TO_PEER_ON_THE_PAGE : DATABASE_TO_PEER;
    const toPeer = clients === 1 ? 1 : least;
    return [
      ...[DATABASE, COLD].map((name) => check(name, PEER, toPeer)),
      check(PROJECTION, PEER, PROJECTION_TO_PEER),
      ...[DATABASE, COLD].map((name) => check(name, RAW, DATABASE_TO_RAW)),
    ];
  });
}

/** How the far page compares with page 1; nothing where the far page was not asked. */
function farToNear(cells: readonly Cell[], { clients, runs }: Cell, name: string): readonly string[] {
  const far = cells.find((cell) => cell.question === FAR && cell.clients === clients)?.runs.get(name);
  if (far === undefined) return [];
  const ratio = (runs.get(name)?.perSecond ?? 0) / far.perSecond;
  return [
    line(
      ratio > 0 && ratio <= FAR_TO_NEAR,
      `${FAR}, ${clients} clients: ${name} ${ratio.toFixed(2)} × the time of "${NEAR}", ≤ ${FAR_TO_NEAR}`,
    ),
  ];
}

function line(passed: boolean, text: string): string {
  return `${passed ? 'passed' : 'SHORT '} ${text}`;
}
