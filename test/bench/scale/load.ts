import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { cpSync } from 'node:fs';
import type { Delays, Started } from './served.js';

const ENTITIES = 100_000;
const SECONDS = 10;
const LONG_CLIENTS = 2;
const SHORT_CLIENTS = 2;

/**
 * How long `company(id)` takes over HTTP, and how long the server's event loop is held up, while others ask what takes long: on a
 * graph of 100,000 entities and a million relations, with threads and without.
 */
export async function measureLoad(): Promise<void> {
  // The compiled schema reads its SDL from beside itself.
  cpSync('schema', 'dist/bench/schema', { recursive: true });
  console.log(
    `\n| ${ENTITIES.toLocaleString('en')} entities, ${SHORT_CLIENTS} clients of one company | p50 ms | p99 ms | a second | event loop p99 ms | most ms | long answers, median ms |`,
  );
  console.log('|---|---|---|---|---|---|---|');
  for (const [name, threads, long] of [
    ['alone', 1, 0],
    [`beside ${LONG_CLIENTS} that ask what takes long, with threads`, 1, LONG_CLIENTS],
    ['the same without threads', 0, LONG_CLIENTS],
  ] as const) {
    const child = fork(new URL('./served.js', import.meta.url), [String(ENTITIES), String(threads)], {
      execArgv: ['--max-old-space-size=4000'],
    });
    try {
      const started = await told<Started>(child);
      await ask(started, long, 2);
      await delays(child);
      const { short, longer } = await ask(started, long, SECONDS);
      const { p99, max } = await delays(child);
      const cells = [at(short, 0.5), at(short, 0.99), short.length / SECONDS, p99, max, at(longer, 0.5)];
      console.log(`| ${name} | ${cells.map((cell) => cell.toFixed(1)).join(' | ')} |`);
    } finally {
      child.kill();
    }
  }
}

async function delays(child: ChildProcess): Promise<Delays> {
  const answer = told<Delays>(child);
  child.send('delays');
  return answer;
}

async function told<T>(child: ChildProcess): Promise<T> {
  const [message] = await once(child, 'message');
  return message;
}

/** Milliseconds of each answer, ascending. */
async function ask({ url, hub, companies }: Started, long: number, seconds: number) {
  const until = performance.now() + seconds * 1_000;
  const short: number[] = [];
  const longer: number[] = [];
  const client = async (queries: readonly string[], times: number[]) => {
    for (let i = 0; performance.now() < until; i++) {
      const began = performance.now();
      const query = queries[i % queries.length] ?? '';
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      });
      const text = await response.text();
      if (text.includes('"errors"')) throw new Error(text.slice(0, 500));
      times.push(performance.now() - began);
    }
  };
  const one = companies.map((id) => `{ company(id: "${id}") { id name } }`);
  const heavy = [
    `{ dependents(of: "${hub}", transitive: true, first: 20) { totalCount truncated edges { depth node { id name } } } }`,
    `{ impact(remove: ["${hub}"]) { breakCount stressCount coverage { known total } breaks(first: 20) { node { id } reason } } }`,
  ];
  await Promise.all([
    ...Array.from({ length: SHORT_CLIENTS }, () => client(one, short)),
    ...Array.from({ length: long }, () => client(heavy, longer)),
  ]);
  const ascending = (times: number[]) => times.sort((a, b) => a - b);
  return { short: ascending(short), longer: ascending(longer) };
}

function at(times: readonly number[], share: number): number {
  return times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
}
