import { access } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { SharedReading } from '../../src/store/neo4j/SharedReading.js';

const SILENT_MS = 100;
/** Longer than silence may last and than the time between two looks. */
const BUSY_MS = 600;

function busyFor(ms: number): void {
  const until = performance.now() + ms;
  while (performance.now() < until);
}

describe('a shared reading', () => {
  it('ends when it shows no sign of life for longer than it said', async () => {
    const reading = new SharedReading(
      (signal, live) =>
        new Promise<string>((_, reject) => {
          live(SILENT_MS);
          signal.addEventListener('abort', () => reject(new Error('ended')));
        }),
      () => {},
    );
    await expect(reading.join(null)).rejects.toThrow('ended');
  });

  it('does not take the process’s own work for the silence of another', async () => {
    // In a turn in which something has come in: timers that are late have the next one, and what comes in the one after.
    await access('.');
    const reading = new SharedReading(
      async (signal, live) => {
        live(SILENT_MS);
        await access('.');
        return signal.aborted;
      },
      () => {},
    );
    busyFor(BUSY_MS);
    expect(await reading.join(null)).toBe(false);
  });

  it('ends when the last who waits has left, and only then', async () => {
    let isEnded = false;
    const reading = new SharedReading(
      (signal) =>
        new Promise<string>((_, reject) =>
          signal.addEventListener('abort', () => {
            isEnded = true;
            reject(new Error('ended'));
          }),
        ),
      () => {},
    );
    const [first, last] = [new AbortController(), new AbortController()];
    const joins = [first, last].map(({ signal }) => reading.join(signal));
    first.abort();
    await expect(joins[0]).rejects.toMatchObject({ kind: 'TIMEOUT' });
    expect(isEnded).toBe(false);
    last.abort();
    await expect(joins[1]).rejects.toMatchObject({ kind: 'TIMEOUT' });
    expect(isEnded).toBe(true);
  });
});
