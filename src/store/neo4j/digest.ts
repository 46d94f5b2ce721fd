/** A sum of row hashes, modulo 2^64: the same whatever the order of the rows, and kept up to date row by row. */
export class Digest {
  private sum: bigint;

  constructor(hex = '0') {
    this.sum = BigInt(`0x${hex}`);
  }

  add(hash: string): this {
    this.sum = BigInt.asUintN(64, this.sum + BigInt(`0x${hash}`));
    return this;
  }

  subtract(hash: string): this {
    this.sum = BigInt.asUintN(64, this.sum - BigInt(`0x${hash}`));
    return this;
  }

  toString(): string {
    return this.sum.toString(16);
  }
}
