import { availableParallelism, cpus, totalmem } from 'node:os';
import { putTable } from '../../support/reliabilityPage.mjs';

const GB = 1024 ** 3;

/** Writes a table of docs/reliability.md of what a load showed: rows of what, measured, aim. Adds on what machine. */
export function writeLoad(name, rows) {
  const machine = `${availableParallelism()} cores of ${cpus()[0].model.trim()}, which clients and servers share, ${Math.round(totalmem() / GB)} GB, Node ${process.version}`;
  putTable(name, ['what', 'measured', 'aim'], [...rows, ['machine', machine, '']]);
}
