import type { Config } from '../config.js';
import { ConfigError } from '../config.js';
import { type Access, type Credentials, makeAccess } from '../server/access/Access.js';
import { jwtCredentials } from '../server/access/jwtCredentials.js';
import { KeysFile } from '../server/access/KeysFile.js';
import { KeysFileError } from '../server/access/keyStore.js';
import { tokenCredentials } from '../server/WriteAccess.js';

/**
 * Who may ask and write, by the settings, and a line for whoever starts the server. `report`: told what goes wrong while
 * nobody asks. Throws ConfigError where the keys file or a file of an issuer's keys can't be used.
 */
export async function openAccess(
  { neo4j, writeToken, access }: Pick<Config, 'neo4j' | 'writeToken' | 'access'>,
  report: (error: unknown) => void,
): Promise<{ readonly access: Access; readonly notes: readonly string[] }> {
  const { anonymousRead, keysFile, jwt, review, reviewOwn } = access;
  const credentials: Credentials[] = [];
  const holders: string[] = [];
  if (writeToken !== null) {
    credentials.push(tokenCredentials(writeToken));
    holders.push('WRITE_TOKEN');
  }
  if (keysFile !== null) {
    const { file, count } = await openKeys(keysFile, report);
    credentials.push(file);
    holders.push(`one of the ${count} keys of ${keysFile}`);
  }
  if (jwt !== null) {
    credentials.push(orConfigError('JWT_JWKS_URL', () => jwtCredentials(jwt)));
    holders.push(`a token of ${jwt.issuer}`);
  }
  const takesWrites = neo4j !== null;
  return {
    access: makeAccess({ credentials, anonymousRead, takesWrites, review: { isOn: review, ownToo: reviewOwn } }),
    notes: [...readNotes(anonymousRead, holders), ...(takesWrites ? [writeNote(holders, review)] : [])],
  };
}

function readNotes(anonymousRead: boolean, holders: readonly string[]): readonly string[] {
  return anonymousRead ? [] : [`Only who has ${holders.join(' or ')} may read.`];
}

function writeNote(holders: readonly string[], review: boolean): string {
  if (holders.length === 0) return 'Writing is switched off: no WRITE_TOKEN, KEYS_FILE or JWT_ISSUER.';
  const reviewed = review ? ' What editors write waits for an admin.' : '';
  return holders.length === 1 && holders[0] === 'WRITE_TOKEN'
    ? `Who has WRITE_TOKEN may write.${reviewed}`
    : `Who has ${holders.join(' or ')} may write, where its role allows it.${reviewed}`;
}

async function openKeys(path: string, report: (error: unknown) => void) {
  const file = new KeysFile(path, report);
  try {
    return { file, count: await file.open() };
  } catch (error) {
    throw error instanceof KeysFileError ? new ConfigError([error.message]) : error;
  }
}

function orConfigError<T>(setting: string, open: () => T): T {
  try {
    return open();
  } catch {
    throw new ConfigError([`Expected ${setting} to name a file with a set of JSON Web Keys.`]);
  }
}
