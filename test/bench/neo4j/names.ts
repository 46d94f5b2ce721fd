import type { Random } from './Random.js';

const SYLLABLES =
  'al be cor da el fa gri hol in jo ka lum mor ne or pax qui ra sol tec ul vi wen xa yor zen bra dun kel mir'.split(
    ' ',
  );
const ENDINGS = 'Systems Labs Compute Cloud Networks Silicon Power Data Works Dynamics Semiconductor Energy'.split(' ');

/**
 * A name in plain letters, each word with one capital. Capitals then stand in the same places wherever two names are alike
 * so far, so that the order of the names is that of their folded forms, on every contestant.
 */
export function makeName(random: Random): string {
  const word = random.pick(SYLLABLES) + random.pick(SYLLABLES) + random.pick(SYLLABLES);
  return `${word.charAt(0).toUpperCase()}${word.slice(1)} ${random.pick(ENDINGS)}`;
}

/** By how many of the companies sit there, the most first. */
export const COUNTRIES: readonly (readonly [code: string, name: string])[] = [
  ['US', 'United States'],
  ['CN', 'China'],
  ['DE', 'Germany'],
  ['JP', 'Japan'],
  ['GB', 'United Kingdom'],
  ['FR', 'France'],
  ['TW', 'Taiwan'],
  ['KR', 'South Korea'],
  ['IN', 'India'],
  ['NL', 'Netherlands'],
  ['CA', 'Canada'],
  ['IL', 'Israel'],
  ['SG', 'Singapore'],
  ['AE', 'United Arab Emirates'],
  ['SE', 'Sweden'],
  ['CH', 'Switzerland'],
  ['AU', 'Australia'],
  ['IT', 'Italy'],
  ['ES', 'Spain'],
  ['BR', 'Brazil'],
  ['NO', 'Norway'],
  ['FI', 'Finland'],
  ['IE', 'Ireland'],
  ['PL', 'Poland'],
  ['SA', 'Saudi Arabia'],
  ['MX', 'Mexico'],
  ['DK', 'Denmark'],
  ['AT', 'Austria'],
  ['BE', 'Belgium'],
  ['NZ', 'New Zealand'],
];
