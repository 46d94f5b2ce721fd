import { createHash } from 'node:crypto';
import type { Database } from '../../src/store/neo4j/Database.js';

/** When something was written, and by which run: it differs between two graphs that hold the same. */
const OF_THE_WRITE: ReadonlySet<string> = new Set(['rev', 'at', 'mark', 'lock', 'revision', 'number']);

/**
 * A digest of all that a database holds: each node and relationship with its labels, ends and properties. `which`: a condition
 * on nodes.
 */
export async function digestOf(database: Database, which = 'true'): Promise<string> {
  const nodes = `MATCH (n) WHERE ${which} RETURN labels(n) AS labels, properties(n) AS properties`;
  const links = `MATCH (a)-[r]->(b)
    RETURN type(r) AS type, coalesce(a.id, '') AS a, coalesce(b.id, '') AS b, properties(r) AS properties`;
  const rows: string[] = [];
  for (const text of [nodes, links]) {
    for (const row of await database.read({ text, parameters: {} }))
      rows.push(JSON.stringify(row.toObject(), canonical));
  }
  return createHash('sha256').update(rows.sort().join('\n')).digest('hex');
}

function canonical(_name: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const kept = Object.entries(value).filter(([name]) => !OF_THE_WRITE.has(name));
  return Object.fromEntries(kept.sort(([a], [b]) => (a < b ? -1 : 1)));
}
