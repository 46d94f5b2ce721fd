import { closeSync, fstatSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { GraphError } from '../model/errors.js';
import { type Column, Sections } from '../store/memory/packed/Sections.js';

/**
 * A packed graph as a file:
 *
 * | bytes | what |
 * |---|---|
 * | 0..8 | {@link MAGIC} |
 * | 8..20 | three words: {@link SNAPSHOT_VERSION}, the length of the header in bytes, its CRC-32 |
 * | from 20 | the header, JSON: of each section its name, its sort of numbers, its length in bytes and its CRC-32 |
 * | then | the sections in that order |
 *
 * Numbers are in the machine's order: one of another order reads another version, and refuses.
 */
const MAGIC = 'aigraph\n';
/** Counted up whenever a section has another form, or another name. */
export const SNAPSHOT_VERSION = 1;

interface SectionHead {
  readonly name: string;
  readonly type: keyof typeof COLUMNS;
  readonly bytes: number;
  readonly crc: number;
}

const COLUMNS = {
  uint8: (buffer: SharedArrayBuffer): Column => new Uint8Array(buffer),
  uint16: (buffer: SharedArrayBuffer): Column => new Uint16Array(buffer),
  uint32: (buffer: SharedArrayBuffer): Column => new Uint32Array(buffer),
  int32: (buffer: SharedArrayBuffer): Column => new Int32Array(buffer),
  float64: (buffer: SharedArrayBuffer): Column => new Float64Array(buffer),
} as const;
const WORDS = 3;
const START = MAGIC.length + WORDS * 4;
/** More at once is more than the system reads. */
const PIECE = 2 ** 28;

/** Writes a packed graph; until it is whole, under another name. */
export function writeSnapshot(file: string, sections: Sections): void {
  const half = `${file}.half`;
  const fd = openSync(half, 'w');
  try {
    const heads = [...sections.columns].map(([name, column]): SectionHead => {
      return { name, type: typeOf(column), bytes: column.byteLength, crc: crcOf(bytesOf(column)) };
    });
    const header = Buffer.from(JSON.stringify(heads));
    const words = new Uint32Array([SNAPSHOT_VERSION, header.length, crcOf(header)]);
    const parts = [
      Buffer.from(MAGIC),
      new Uint8Array(words.buffer),
      header,
      ...[...sections.columns.values()].map(bytesOf),
    ];
    for (const part of parts) for (const piece of piecesOf(part)) writeWhole(fd, piece);
  } catch (error) {
    rmSync(half, { force: true });
    throw error;
  } finally {
    closeSync(fd);
  }
  renameSync(half, file);
}

/**
 * Reads a packed graph into shared memory. Throws UNAVAILABLE for a file that cannot be read, is no snapshot, is of another
 * version, cut off or altered: it is served as a whole or not at all.
 */
export function readSnapshot(file: string): Sections {
  let fd: number;
  try {
    fd = openSync(file, 'r');
  } catch (error) {
    throw refused(file, 'a readable file', error instanceof Error ? error.message : String(error));
  }
  try {
    return readSections(file, fd);
  } finally {
    closeSync(fd);
  }
}

function readSections(file: string, fd: number): Sections {
  const { size } = fstatSync(fd);
  const start = new Uint8Array(START);
  if (size < START || !readWhole(fd, start, 0) || Buffer.from(start.subarray(0, MAGIC.length)).toString() !== MAGIC) {
    throw refused(file, 'a snapshot that "aigraph snapshot" wrote', 'another file');
  }
  const [version = 0, length = 0, crc = 0] = new Uint32Array(start.slice(MAGIC.length).buffer);
  if (version !== SNAPSHOT_VERSION) {
    throw refused(file, `a snapshot of version ${SNAPSHOT_VERSION}, which this program reads`, `version ${version}`);
  }
  if (size < START + length) throw refused(file, 'a whole snapshot', `one that is cut off after ${size} bytes`);
  const header = new Uint8Array(length);
  if (!readWhole(fd, header, START) || crcOf(header) !== crc)
    throw refused(file, 'a whole snapshot', 'an altered header');
  const heads: readonly SectionHead[] = JSON.parse(Buffer.from(header).toString());
  const end = heads.reduce((sum, { bytes }) => sum + bytes, START + length);
  if (size !== end) throw refused(file, `a snapshot of ${end} bytes`, `${size} bytes`);
  let at = START + length;
  const columns = new Map<string, Column>();
  for (const { name, type, bytes, crc: expected } of heads) {
    const buffer = new SharedArrayBuffer(bytes);
    const found = readWhole(fd, new Uint8Array(buffer), at) ? crcOf(new Uint8Array(buffer)) : null;
    at += bytes;
    if (found !== expected) throw refused(file, 'a whole snapshot', `an altered section "${name}"`);
    columns.set(name, COLUMNS[type](buffer));
  }
  return new Sections(columns);
}

function refused(file: string, expected: string, got: string): GraphError {
  const again = 'Make it again: aigraph snapshot --out FILE.';
  return new GraphError('UNAVAILABLE', `Expected ${expected} in "${file}" but got: ${got}. ${again}`);
}

function typeOf(column: Column): SectionHead['type'] {
  if (column instanceof Uint8Array) return 'uint8';
  if (column instanceof Uint16Array) return 'uint16';
  if (column instanceof Uint32Array) return 'uint32';
  return column instanceof Int32Array ? 'int32' : 'float64';
}

function bytesOf(column: Column): Uint8Array {
  return new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
}

function* piecesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += PIECE) yield bytes.subarray(start, start + PIECE);
}

function crcOf(bytes: Uint8Array): number {
  let crc = 0;
  for (const piece of piecesOf(bytes)) crc = crc32(piece, crc);
  return crc;
}

/** The system may write less than it was given. */
function writeWhole(fd: number, bytes: Uint8Array): void {
  let done = 0;
  while (done < bytes.length) done += writeSync(fd, bytes, done, bytes.length - done);
}

/** Whether there were so many bytes. */
function readWhole(fd: number, bytes: Uint8Array, at: number): boolean {
  let done = 0;
  while (done < bytes.length) {
    const read = readSync(fd, bytes, done, Math.min(PIECE, bytes.length - done), at + done);
    if (read === 0) return false;
    done += read;
  }
  return true;
}
