/** Numbers or bytes of one sort, on shared memory where a worker thread reads them. */
export type Column = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array;

/** By name. */
export type PackedColumns = ReadonlyMap<string, Column>;

const text = { decoder: new TextDecoder(), encoder: new TextEncoder() };

/** The parts of a packed graph while it is made. */
export class SectionsDraft {
  readonly columns = new Map<string, Column>();

  add(name: string, column: Column): void {
    this.columns.set(name, column);
  }

  /** What is small, or has no form of its own. */
  addJson(name: string, content: unknown): void {
    this.add(name, text.encoder.encode(JSON.stringify(content)));
  }

  done(): Sections {
    return new Sections(this.columns);
  }
}

/** The parts of a packed graph by name: what a snapshot file holds. */
export class Sections {
  constructor(readonly columns: PackedColumns) {}

  uint8(name: string): Uint8Array {
    const column = this.columns.get(name);
    if (column instanceof Uint8Array) return column;
    throw missing(name);
  }

  uint32(name: string): Uint32Array {
    const column = this.columns.get(name);
    if (column instanceof Uint32Array) return column;
    throw missing(name);
  }

  int32(name: string): Int32Array {
    const column = this.columns.get(name);
    if (column instanceof Int32Array) return column;
    throw missing(name);
  }

  uint16(name: string): Uint16Array {
    const column = this.columns.get(name);
    if (column instanceof Uint16Array) return column;
    throw missing(name);
  }

  float64(name: string): Float64Array {
    const column = this.columns.get(name);
    if (column instanceof Float64Array) return column;
    throw missing(name);
  }

  text(name: string): string {
    // Copied: a decoder takes nothing from shared memory.
    return text.decoder.decode(this.uint8(name).slice());
  }
}

function missing(name: string): Error {
  return new Error(`Expected a section "${name}" in the packed graph but there is none of its form.`);
}
