import type { Result, Record as Row } from 'neo4j-driver';

export type TakeRow = (row: Row) => void;

/** After which others have theirs. */
const TURN_MS = 8;

export function takeFast(result: Result, take: TakeRow): Promise<void> {
  return new Promise((resolve, reject) => {
    result.subscribe({ onNext: take, onCompleted: () => resolve(), onError: reject });
  });
}

/** The driver asks for more rows only when these are taken. */
export async function takeGently(result: Result, take: TakeRow): Promise<void> {
  let began = performance.now();
  for await (const row of result) {
    take(row);
    if (performance.now() - began < TURN_MS) continue;
    await new Promise((resolve) => setImmediate(resolve));
    began = performance.now();
  }
}
