// Ten minutes of 64 clients on one server: memory flat, no error, an event loop that answers. `-- --minutes 2`, `-- --clients 8`;
// `-- --write` writes it into docs/reliability.md.
import { setPriority } from 'node:os';
import { parseArgs } from 'node:util';
import autocannon from 'autocannon';
import { QUESTIONS } from './questions.mjs';
import { startServer } from './startServer.mjs';
import { writeLoad } from './writeLoad.mjs';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    clients: { type: 'string', default: '64' },
    write: { type: 'boolean', default: false },
  },
});
const MINUTES = Number(values.minutes);
const CLIENTS = Number(values.clients);
const LOOK_MS = 2_000;
/** Caches fill and code is compiled in the first fifth. */
const WARM = 0.2;
const MOST_GROWTH = 1.1;
const MOST_DELAY_MS = 50;
/** Clients are elsewhere: those here take no core from the server while it wants it. */
const GIVES_WAY = 10;

const { url, child } = await startServer('dist/main.js', { LOG_LEVEL: 'error' });
setPriority(GIVES_WAY);
const looks = [];
const began = performance.now();
const timer = setInterval(async () => looks.push(await look()), LOOK_MS);
const result = await autocannon({
  url: `${url}/graphql`,
  connections: CLIENTS,
  duration: MINUTES * 60,
  requests: QUESTIONS.map((query) => ({
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  })),
});
clearInterval(timer);
const codes = await codesOf(await text());
child.kill('SIGTERM');

const settled = looks.filter(({ atMs }) => atMs > WARM * MINUTES * 60_000);
const third = Math.ceil(settled.length / 3);
const growth = median(settled.slice(-third), 'rssMb') / median(settled.slice(0, third), 'rssMb');
const delays = settled.map(({ delayMs }) => delayMs).sort((a, b) => a - b);
const delayMs = delays[Math.floor(delays.length * 0.99)];
// At the end the clients leave what they wait for.
const unwanted = [...codes].filter(([code, n]) => code !== 'OK' && (code !== 'HUNG_UP' || n > CLIENTS));
const failed = result.errors + result.timeouts + result.non2xx + unwanted.length;

const checks = [
  [failed === 0, `errors: ${failed}${unwanted.map(([code, n]) => `, ${code} ${n} times`).join('')}`],
  [
    growth <= MOST_GROWTH,
    `memory: ${median(settled.slice(-third), 'rssMb')} MB at the end, ${growth.toFixed(3)} of the beginning's`,
  ],
  [delayMs < MOST_DELAY_MS, `event loop: p99 ${delayMs.toFixed(1)} ms in 99 of 100 spans of ${LOOK_MS / 1000} s`],
];
const perSecond = Math.round(result.requests.total / (MINUTES * 60));
console.log(
  `${MINUTES} minutes, ${CLIENTS} clients: ${result.requests.total} answers, ${perSecond} a second, p99 ${result.latency.p99} ms`,
);
for (const [isWell, said] of checks) console.log(`${isWell ? 'ok  ' : 'FAIL'} ${said}`);
process.exitCode = checks.every(([isWell]) => isWell) ? 0 : 1;
if (values.write) {
  const answers = result.requests.total.toLocaleString('en');
  writeLoad('soak', [
    [
      `answers in ${MINUTES} minutes to ${CLIENTS} clients`,
      `${answers}, ${perSecond.toLocaleString('en')} a second`,
      '',
    ],
    ['errors', String(failed), '0'],
    [
      'memory at the end, of that when warm',
      `${growth.toFixed(2)} (${median(settled.slice(-third), 'rssMb')} MB)`,
      `≤ ${MOST_GROWTH}`,
    ],
    ['delay of the event loop, p99', `${delayMs.toFixed(1)} ms`, `< ${MOST_DELAY_MS} ms`],
  ]);
}

async function text() {
  return (await fetch(`${url}/metrics`)).text();
}

async function look() {
  const metrics = await text();
  const value = (name) => Number(new RegExp(`^${name} (\\S+)`, 'm').exec(metrics)?.[1]);
  return {
    atMs: performance.now() - began,
    rssMb: Math.round(value('process_resident_memory_bytes') / 1024 / 1024),
    delayMs: value('nodejs_eventloop_lag_p99_seconds') * 1000,
  };
}

function codesOf(metrics) {
  const codes = new Map();
  for (const [, code, n] of metrics.matchAll(/^aigraph_requests_total\{.*code="(\w+)"\} (\d+)/gm)) {
    codes.set(code, (codes.get(code) ?? 0) + Number(n));
  }
  return codes;
}

function median(some, name) {
  const sorted = some.map((one) => one[name]).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
