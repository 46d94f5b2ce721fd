import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CACHE } from './folders.js';
import { freePort } from './freePort.js';
import { startWithJava } from './startWithJava.js';

/** `npm run neo4j`: a developer's Neo4j in the foreground, whose graph is there again the next time. */

const USUAL_PORT = 7687;
const PORTS_TRIED = 20;
/** NEO4J_DATA, or what this folder keeps from one run to the next. */
const FOLDER = resolve(process.env.NEO4J_DATA ?? CACHE);
const DATA = join(FOLDER, 'data');
const PASSWORD_FILE = join(FOLDER, 'password');

const port = await choosePort();
const password = keptPassword();
console.log('Starting Neo4j …');
const server = await startWithJava({ port, password, dataDir: DATA, heapMb: 1024, pageCacheMb: 256 });
const login = `NEO4J_URI=${server.uri} NEO4J_PASSWORD=${password}`;
console.log(`
Neo4j answered after ${(server.startedInMs / 1000).toFixed(1)} s and takes ${server.rssMb()} MB. Ctrl-C stops it; its graph stays in ${DATA}.

  URI       ${server.uri}
  user      ${server.user}
  password  ${password}

Next, in another terminal:

  ${login} npx aigraph import
  ${login} npm start
`);

let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    console.log('Stopping Neo4j …');
    server.stop().then(() => process.exit(0));
  });
// Keeps this process alive, and ends it with a server that ended by itself.
setInterval(() => {
  if (!stopping && !server.running) {
    console.error(`Neo4j ended by itself. Its log: ${join(DATA, 'logs/neo4j.log')}`);
    process.exit(1);
  }
}, 500);

/** NEO4J_PORT, which must be free, or the first free one from Neo4j's usual port on. */
async function choosePort(): Promise<number> {
  const chosen = process.env.NEO4J_PORT;
  if (chosen !== undefined) {
    const wanted = Number(chosen);
    if ((await freePort(wanted)) !== wanted)
      throw new Error(`Expected NEO4J_PORT to be a free port but got: ${chosen}.`);
    return wanted;
  }
  for (let wanted = USUAL_PORT; wanted < USUAL_PORT + PORTS_TRIED; wanted++)
    if ((await freePort(wanted)) === wanted) return wanted;
  return freePort();
}

/** A graph keeps the password with which it was made: NEO4J_PASSWORD then, or a random one. */
function keptPassword(): string {
  if (existsSync(DATA) && existsSync(PASSWORD_FILE)) return readFileSync(PASSWORD_FILE, 'utf8').trim();
  const made = process.env.NEO4J_PASSWORD ?? randomBytes(12).toString('hex');
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(PASSWORD_FILE, `${made}\n`, { mode: 0o600 });
  return made;
}
