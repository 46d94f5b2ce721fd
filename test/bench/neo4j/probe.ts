import { Socket } from 'node:net';

/**
 * Loaded into every contestant before its program (`node --import`): counts the statements that it sends to Neo4j, on the
 * wire, so that all are counted alike, and tells the bench its CPU time and memory when asked.
 */

/** What a contestant has used since it started. */
export interface Usage {
  readonly statements: number;
  readonly cpuMs: number;
  readonly rssMb: number;
}

const HANDSHAKE = 0x6060b017;
/** Bolt's message that sends a statement. */
const RUN = 0x10;
let statements = 0;

/** Follows the chunks of one connection: two bytes of length, then so many bytes; length 0 ends a message. */
class BoltReader {
  #buffered: Buffer = Buffer.alloc(0);
  #atStart = true;
  #isFirst = true;

  read(bytes: Buffer): void {
    const isFirst = this.#isFirst;
    this.#isFirst = false;
    // Newer drivers choose the version in a second step, which is no chunk: it begins with two zeros.
    if (isFirst && bytes.length >= 2 && bytes.readUInt16BE(0) === 0) return;
    this.#buffered = this.#buffered.length === 0 ? bytes : Buffer.concat([this.#buffered, bytes]);
    let place = 0;
    while (place + 2 <= this.#buffered.length) {
      const length = this.#buffered.readUInt16BE(place);
      if (place + 2 + length > this.#buffered.length) break;
      if (length > 1 && this.#atStart && this.#buffered[place + 3] === RUN) statements++;
      this.#atStart = length === 0;
      place += 2 + length;
    }
    this.#buffered = this.#buffered.subarray(place);
  }
}

const readers = new WeakMap<Socket, BoltReader>();
const write = Socket.prototype.write;

Socket.prototype.write = function (this: Socket, ...args: unknown[]): boolean {
  const [bytes] = args;
  if (bytes instanceof Uint8Array) {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const reader = readers.get(this);
    if (reader) reader.read(buffer);
    else if (buffer.length >= 4 && buffer.readUInt32BE(0) === HANDSHAKE) readers.set(this, new BoltReader());
  }
  return Reflect.apply(write, this, args);
};

process.on('message', () => {
  const { user, system } = process.cpuUsage();
  const rssMb = Math.round(process.memoryUsage.rss() / 1e6);
  const usage: Usage = { statements, cpuMs: (user + system) / 1000, rssMb };
  process.send?.(usage);
});
// Being asked is no reason to stay.
process.channel?.unref();
