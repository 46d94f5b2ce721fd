/**
 * 64-bit content hash as 16 hex digits (FNV-1a over UTF-16 code units, two lanes with different offsets and a final
 * avalanche). For ids only: stable across machines, not for secrets.
 */
export function hash64(text: string): string {
  let a = 0x811c9dc5;
  let b = 0x9e3779b9;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ unit, 0x85ebca6b);
    b = (b << 13) | (b >>> 19);
  }
  a = mix(a ^ b);
  b = mix(b ^ a ^ text.length);
  return hex(a) + hex(b);
}

function mix(x: number): number {
  let y = x ^ (x >>> 16);
  y = Math.imul(y, 0x7feb352d);
  y ^= y >>> 15;
  y = Math.imul(y, 0x846ca68b);
  return y ^ (y >>> 16);
}

const BYTES = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Four look-ups: millions of hashes are made, and turning a number into text takes longer than the hash. */
function hex(x: number): string {
  return `${BYTES[x >>> 24]}${BYTES[(x >>> 16) & 255]}${BYTES[(x >>> 8) & 255]}${BYTES[x & 255]}`;
}
