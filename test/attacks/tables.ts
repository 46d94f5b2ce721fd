import type { Attack } from './Attack.js';
import { ACCESS } from './access.js';
import { ANALYSES } from './analyses.js';
import { CURSORS } from './cursors.js';
import { FLOODS } from './floods.js';
import { INJECTION } from './injection.js';
import { NESTING } from './nesting.js';
import { NUMBERS } from './numbers.js';
import { PERSISTED } from './persisted.js';
import { TRANSPORT } from './transport.js';
import { VALUES } from './values.js';

/** All attacks but those on credentials, which are sent to a server that takes some. */
export const TABLES: readonly { readonly name: string; readonly attacks: readonly Attack[] }[] = [
  { name: 'floods', attacks: FLOODS },
  { name: 'nesting', attacks: NESTING },
  { name: 'numbers', attacks: NUMBERS },
  { name: 'values', attacks: VALUES },
  { name: 'transport', attacks: TRANSPORT },
  { name: 'cursors', attacks: CURSORS },
  { name: 'analyses', attacks: ANALYSES },
  { name: 'injection', attacks: INJECTION },
  { name: 'persisted queries', attacks: PERSISTED },
];

/** In the order of their ids. */
export const ALL_ATTACKS: readonly Attack[] = [...TABLES.flatMap(({ attacks }) => attacks), ...ACCESS].sort((a, b) =>
  a.id < b.id ? -1 : 1,
);
