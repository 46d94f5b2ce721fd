import type { Sections } from './Sections.js';

/** Rows as JSON. */
export class JsonRows {
  private readonly bytes: Buffer;
  private readonly starts: Uint32Array;
  private readonly ends: Uint32Array;

  constructor(name: string, sections: Sections) {
    const bytes = sections.uint8(`${name}.bytes`);
    this.bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.starts = sections.uint32(`${name}.starts`);
    this.ends = sections.uint32(`${name}.ends`);
  }

  get length(): number {
    return this.starts.length;
  }

  text(row: number): string {
    return this.bytes.toString('utf8', this.starts[row] ?? 0, this.ends[row] ?? 0);
  }
}
