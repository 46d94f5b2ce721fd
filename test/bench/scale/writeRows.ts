import { closeSync, openSync, writeSync } from 'node:fs';
import { EXPORT_VERSION } from '../../../src/seeding/exportDataset.js';
import { generateRows, META } from './generateRows.js';

/** Writes a generated graph as `aigraph export --derived` would: `node writeRows.js ENTITIES FILE`. */
const [entities = '', file = ''] = process.argv.slice(2);
const SEED = 1;
const RELATIONS_EACH = 10;
const AT_ONCE = 2_000;

const fd = openSync(file, 'w');
let lines: string[] = [];

function write(row: unknown): void {
  lines.push(JSON.stringify(row));
  if (lines.length >= AT_ONCE) flush();
}

function flush(): void {
  writeSync(fd, `${lines.join('\n')}\n`);
  lines = [];
}

write({ format: 'ai-infra-graph', version: EXPORT_VERSION, derived: true, meta: META });
generateRows({ entities: Number(entities), relations: Number(entities) * RELATIONS_EACH }, SEED, {
  addEntity: (entity) => write({ entity }),
  addStatement: (statement) => write({ statement }),
  addEdge: (edge) => write({ edge }),
  addEvent: (event) => write({ event }),
});
flush();
closeSync(fd);
