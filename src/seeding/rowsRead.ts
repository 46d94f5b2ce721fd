/** Which rows are read: those of a file may be read by two threads, one of which takes the statements and events. */
export type RowsRead = 'all' | 'claims' | 'rest';

/** By the beginning of the line: `{"edge":…`. What is left out is not even decoded. */
export function isWanted(bytes: Uint8Array, start: number, rows: RowsRead): boolean {
  return rows === 'all' || (rows === 'rest' ? !isClaimOrEvent(bytes, start) : !isEdge(bytes, start));
}

const BEGINNING = {
  edge: Buffer.from('{"edge":'),
  event: Buffer.from('{"event":'),
  statement: Buffer.from('{"statement":'),
};

export function isEdge(bytes: Uint8Array, start: number): boolean {
  return begins(bytes, start, BEGINNING.edge);
}

export function isClaimOrEvent(bytes: Uint8Array, start: number): boolean {
  return begins(bytes, start, BEGINNING.statement) || begins(bytes, start, BEGINNING.event);
}

function begins(bytes: Uint8Array, start: number, beginning: Uint8Array): boolean {
  for (let i = 0; i < beginning.length; i++) if (bytes[start + i] !== beginning[i]) return false;
  return true;
}
