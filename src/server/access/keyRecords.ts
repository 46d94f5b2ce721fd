import { createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { ROLES, type Role } from '../../model/caller.js';

/** The roles that a key or token can have. */
export const KEY_ROLES = ROLES.filter((role) => role !== 'anonymous');

const ID_LENGTH = 10;
const ID_CHARACTERS = 'abcdefghijkmnpqrstuvwxyz23456789';
const SECRET_BYTES = 32;
const SALT_BYTES = 16;
const KEY = /^aigk_([a-z0-9]{10})_([A-Za-z0-9_-]{43})$/;

const keyForm = z.strictObject({
  id: z.string(),
  name: z.string().min(1),
  role: z.enum(KEY_ROLES),
  salt: z.string(),
  hash: z.string(),
  created: z.iso.datetime(),
  expires: z.iso.datetime().nullable(),
  revoked: z.iso.datetime().nullable(),
});

const fileForm = z.strictObject({ version: z.literal(1), keys: z.array(keyForm).readonly() });

/** What is kept of a key: never its secret, of which only a salted hash is there. */
export type KeyRecord = z.infer<typeof keyForm>;

/** The keys of a file's text. Throws where it is no keys file. */
export function parseKeys(text: string): readonly KeyRecord[] {
  return fileForm.parse(JSON.parse(text)).keys;
}

export function keysText(keys: readonly KeyRecord[]): string {
  return `${JSON.stringify({ version: 1, keys }, null, 2)}\n`;
}

export interface NewKey {
  readonly name: string;
  readonly role: Exclude<Role, 'anonymous'>;
  readonly created: Date;
  readonly expires: Date | null;
}

/** A new key, `aigk_<id>_<secret>` with 256 random bits, and what is kept of it. */
export function makeKey({ name, role, created, expires }: NewKey): {
  readonly key: string;
  readonly record: KeyRecord;
} {
  const id = Array.from({ length: ID_LENGTH }, () => ID_CHARACTERS[randomInt(ID_CHARACTERS.length)]).join('');
  const secret = randomBytes(SECRET_BYTES).toString('base64url');
  const salt = randomBytes(SALT_BYTES).toString('base64url');
  return {
    key: `aigk_${id}_${secret}`,
    record: {
      id,
      name,
      role,
      salt,
      hash: hashOf(salt, secret).toString('base64url'),
      created: created.toISOString(),
      expires: expires?.toISOString() ?? null,
      revoked: null,
    },
  };
}

/** The parts of a text that has the form of a key; null for any other. */
export function splitKey(text: string): { readonly id: string; readonly secret: string } | null {
  const [, id, secret] = KEY.exec(text) ?? [];
  return id === undefined || secret === undefined ? null : { id, secret };
}

/** Whether a secret is that of the key. Takes the same time whatever differs. */
export function isSecretOf({ salt, hash }: Pick<KeyRecord, 'salt' | 'hash'>, secret: string): boolean {
  const given = hashOf(salt, secret);
  const expected = Buffer.from(hash, 'base64url');
  return expected.length === given.length && timingSafeEqual(given, expected);
}

/** A secret of 256 random bits can't be guessed from its hash, however fast that is made; a slow hash would only help floods. */
function hashOf(salt: string, secret: string): Buffer {
  return createHmac('sha256', salt).update(secret).digest();
}
