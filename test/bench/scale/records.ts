import { fork } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Loaded } from './loadRows.js';

/** As `npm start` has it. */
const YOUNG = '--max-semi-space-size=32';

/** Of one size: loaded from lines, and from the snapshot that was made of them. */
interface Sized {
  readonly size: number;
  readonly rows: Loaded;
  readonly snapshot: Loaded;
}

/**
 * What a packed graph costs with its records and evidence, and how that grows: each step in a process of its own, whose memory
 * is the most that it ever had. Files lie in a folder of their own until the end: ten gigabytes for a million entities.
 */
export async function measureRecords(sizes: readonly number[]): Promise<void> {
  // The compiled schema reads its SDL from beside itself.
  cpSync('schema', 'dist/bench/schema', { recursive: true });
  const dir = mkdtempSync(join(tmpdir(), 'scale-'));
  try {
    const sized: Sized[] = [];
    for (const size of sizes) {
      const [lines, file] = [join(dir, `${size}.jsonl`), join(dir, `${size}.aigraph`)];
      await run('writeRows.js', [String(size), lines]);
      const rows = await told<Loaded>('loadRows.js', ['rows', lines, file]);
      rmSync(lines);
      const snapshot = await told<Loaded>('loadRows.js', ['snapshot', file]);
      sized.push({ size, rows, snapshot });
      console.log(JSON.stringify(sized.at(-1)));
    }
    print(sized);
  } finally {
    rmSync(dir, { recursive: true });
  }
}

function print(sized: readonly Sized[]): void {
  const row = (name: string, cell: (of: Sized) => string) => `| ${name} | ${sized.map(cell).join(' | ')} |`;
  const load = ({ seconds, cpuSeconds }: Loaded) => `${seconds.toFixed(1)} s, ${cpuSeconds.toFixed(1)} s CPU`;
  const mb = (value: number) => `${Math.round(value).toLocaleString('en')} MB`;
  const [first] = sized;
  const lines = [
    row('', ({ size }) => `${size.toLocaleString('en')} entities`),
    `|---|${sized.map(() => '---|').join('')}`,
    row('file of lines; snapshot', ({ rows, snapshot }) => `${mb(rows.fileMb)}; ${mb(snapshot.fileMb)}`),
    row('loaded from lines', ({ rows }) => load(rows)),
    row('most memory meanwhile', ({ rows }) => mb(rows.peakMb)),
    row('loaded from the snapshot', ({ snapshot }) => load(snapshot)),
    row('most memory, questions included', ({ snapshot }) => mb(snapshot.peakMb)),
    row('topology, of that', ({ snapshot }) => mb(snapshot.topologyMb)),
    ...(first?.snapshot.answers ?? []).map(({ question }, i) =>
      row(`${question}, p50 / p99 / CPU ms`, ({ snapshot: { answers } }) => {
        const { p50 = 0, p99 = 0, cpu = 0 } = answers[i] ?? {};
        return [p50, p99, cpu].map((ms) => ms.toFixed(2)).join(' / ');
      }),
    ),
  ];
  console.log(`\n${lines.join('\n')}`);
}

async function run(program: string, args: readonly string[]): Promise<void> {
  const child = start(program, args);
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`${program} ended with ${code}.`);
}

async function told<T>(program: string, args: readonly string[]): Promise<T> {
  const child = start(program, args);
  const failed = once(child, 'exit').then(([code]) => Promise.reject(new Error(`${program} ended with ${code}.`)));
  const [message] = await Promise.race([once(child, 'message'), failed]);
  await failed.catch(() => {});
  return message;
}

function start(program: string, args: readonly string[]) {
  return fork(new URL(`./${program}`, import.meta.url), args, { execArgv: ['--max-old-space-size=4000', YOUNG] });
}
