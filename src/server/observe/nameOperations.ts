/** Names of operations that metrics tell apart; each has some twenty series. */
const MOST_NAMES = 100;
const NAME = /^[_A-Za-z][_0-9A-Za-z]{0,63}$/;

/** What an operation without a name is called, and one that is not told apart. */
export const ANONYMOUS = 'anonymous';
export const OTHER = 'other';

/**
 * Gives each operation the name under which metrics count it. Clients choose names, so only the first 100 are kept: who
 * invents more is counted under `other`.
 */
export function nameOperations(most = MOST_NAMES): (operation: string | null) => string {
  const names = new Set<string>();
  return (operation) => {
    if (operation === null) return ANONYMOUS;
    if (names.has(operation)) return operation;
    if (names.size >= most || !NAME.test(operation)) return OTHER;
    names.add(operation);
    return operation;
  };
}
