import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export type Encoding = 'br' | 'gzip' | 'identity';

/** Of 11: beyond it takes seconds a file for a few percent. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } };
const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Few files that stay as they are: each is read once, and compressed once for each encoding, however often it is asked for. */
export class KeptFiles {
  readonly #read: (name: string) => Promise<Uint8Array>;
  readonly #kept = new Map<string, Promise<Uint8Array>>();

  constructor(read: (name: string) => Promise<Uint8Array>) {
    this.#read = read;
  }

  /** Rejects as the reading does, and reads again when asked again. */
  bytes(name: string, encoding: Encoding): Promise<Uint8Array> {
    const key = `${encoding} ${name}`;
    const before = this.#kept.get(key);
    if (before) return before;
    const made = encoding === 'identity' ? this.#read(name) : this.#compressed(name, encoding);
    this.#kept.set(key, made);
    made.catch(() => this.#kept.delete(key));
    return made;
  }

  async #compressed(name: string, encoding: 'br' | 'gzip'): Promise<Uint8Array> {
    const bytes = await this.bytes(name, 'identity');
    return encoding === 'br' ? brotli(bytes, BROTLI) : zip(bytes);
  }
}

/** The best of those that a client names; a quality of 0 is a refusal. */
export function encodingFor(accepted: string | undefined): Encoding {
  const names = (accepted ?? '').split(',').flatMap((one) => {
    const [name = '', ...parameters] = one.split(';').map((part) => part.trim().toLowerCase());
    return parameters.some((parameter) => /^q\s*=\s*0(\.0*)?$/.test(parameter)) ? [] : [name];
  });
  return names.includes('br') ? 'br' : names.includes('gzip') ? 'gzip' : 'identity';
}
