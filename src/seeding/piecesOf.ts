import { closeSync, openSync, readSync } from 'node:fs';

const PIECE = 2 ** 20;
export const NEW_LINE = 0x0a;

/** The bytes of a file in pieces of whole lines, each line with its end. A piece lasts until the next one is asked for. */
export function* piecesOf(file: string): Generator<Buffer> {
  const fd = openSync(file, 'r');
  try {
    let bytes = Buffer.allocUnsafe(PIECE);
    let rest = 0;
    for (let read = readSync(fd, bytes, 0, room(bytes, 0), null); read > 0; ) {
      const length = rest + read;
      const end = bytes.subarray(rest, length).lastIndexOf(NEW_LINE) + 1;
      if (end > 0) {
        yield bytes.subarray(0, rest + end);
        bytes.copyWithin(0, rest + end, length);
        rest = read - end;
      } else rest = length;
      if (room(bytes, rest) === 0) bytes = Buffer.concat([bytes], bytes.length * 2);
      read = readSync(fd, bytes, rest, room(bytes, rest), null);
    }
    if (rest > 0) {
      bytes[rest] = NEW_LINE;
      yield bytes.subarray(0, rest + 1);
    }
  } finally {
    closeSync(fd);
  }
}

/** A byte is kept for the end of a last line that has none. */
function room(bytes: Uint8Array, filled: number): number {
  return bytes.length - filled - 1;
}
