// What limits, counting and logging cost: requests a second of 64 clients on the server as a public one is set, and on one without
// any of it. `-- --write` writes it into docs/reliability.md.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import autocannon from 'autocannon';
import { QUESTIONS } from './questions.mjs';
import { startServer } from './startServer.mjs';
import { writeLoad } from './writeLoad.mjs';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '8' },
    rounds: { type: 'string', default: '5' },
    write: { type: 'boolean', default: false },
  },
});
const LEAST = 0.85;
const CLIENTS = 64;
/** Requests until the code is compiled, however busy the machine is. */
const WARM = 12_000;
/** Every client has an address of its own, as behind a proxy: this machine itself is not counted. None is refused at this rate. */
const PUBLIC = { TRUST_PROXY: 'loopback', RATE_LIMIT_PER_MINUTE: '1000000' };

const servers = {
  off: await startServer('test/bench/load/bare.mjs'),
  // Answers that are kept hide what limits cost.
  unkept: await startServer('dist/main.js', { ...PUBLIC, RESPONSE_CACHE_MB: '0' }, 'ignore'),
  on: await startServer('dist/main.js', PUBLIC, 'ignore'),
};
const SAID = {
  off: 'every limit off',
  unkept: 'every limit on, no answers kept',
  on: 'every limit on, answers kept as by default',
};
for (const server of Object.values(servers)) await load(server, { amount: WARM });
const rounds = [];
for (let round = 0; round < Number(values.rounds); round++) {
  const found = {};
  for (const [name, server] of Object.entries(servers))
    found[name] = await load(server, { duration: Number(values.seconds) });
  rounds.push(found);
  for (const [name, { perSecond, cpuMs }] of Object.entries(found)) {
    console.log(`${round + 1}: ${SAID[name]}: ${perSecond.toFixed(0)} a second, ${cpuMs.toFixed(3)} ms of CPU each`);
  }
}
for (const { child } of Object.values(servers)) child.kill('SIGKILL');

const ratios = ['unkept', 'on'].map((name) => ({
  name,
  ratio: median(rounds.map((found) => found[name].perSecond / found.off.perSecond)),
  cpu: median(rounds.map((found) => found[name].cpuMs / found.off.cpuMs)),
}));
for (const { name, ratio, cpu } of ratios) {
  console.log(
    `${ratio >= LEAST ? 'ok  ' : 'FAIL'} ${SAID[name]}: ${ratio.toFixed(3)} of the requests a second without, at least ${LEAST}; ${cpu.toFixed(3)} of the CPU`,
  );
}
process.exitCode = ratios.every(({ ratio }) => ratio >= LEAST) ? 0 : 1;
if (values.write) {
  const clients = `${CLIENTS} clients, median of ${values.rounds} rounds`;
  writeLoad('limits', [
    [`requests a second, ${SAID.off}, ${clients}`, figures('off'), ''],
    ...ratios.flatMap(({ name, ratio, cpu }) => [
      [`the same, ${SAID[name]}`, figures(name), ''],
      [
        'of that without limits, median of the rounds’ ratios',
        `${ratio.toFixed(2)} (CPU: ${cpu.toFixed(2)})`,
        `≥ ${LEAST}`,
      ],
    ]),
  ]);
}

function figures(name) {
  const perSecond = Math.round(median(rounds.map((found) => found[name].perSecond)));
  return `${perSecond.toLocaleString('en')}, ${median(rounds.map((found) => found[name].cpuMs)).toFixed(2)} ms of CPU each`;
}

/** Requests a second, and the server's CPU for one, which other work of the machine changes less. */
async function load({ url, child }, span) {
  const before = cpuMs(child.pid);
  let clients = 0;
  const { requests, duration, errors, non2xx, statusCodeStats } = await autocannon({
    url: `${url}/graphql`,
    connections: CLIENTS,
    ...span,
    setupClient: (client) => {
      const headers = { 'content-type': 'application/json', 'x-forwarded-for': `192.0.2.${++clients}` };
      client.setRequests(QUESTIONS.map((query) => ({ method: 'POST', headers, body: JSON.stringify({ query }) })));
    },
  });
  if (errors + non2xx > 0)
    throw new Error(`${errors} errors at ${url}, and status ${JSON.stringify(statusCodeStats)}.`);
  return { perSecond: requests.total / duration, cpuMs: (cpuMs(child.pid) - before) / requests.total };
}

/** By Linux: user and system time, which it counts in hundredths of a second. */
function cpuMs(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

function median(some) {
  return [...some].sort((a, b) => a - b)[Math.floor(some.length / 2)];
}
