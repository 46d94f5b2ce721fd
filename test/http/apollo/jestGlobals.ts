import { describe as group, afterEach as vitestAfterEach, test as vitestTest } from 'vitest';

export { afterAll, beforeAll, beforeEach, expect, vi as jest } from 'vitest';

// What Apollo's suite imports of Jest, from Vitest: the two agree on all else that it uses.

/** With Jest's callback for work that ends later, which Vitest has not. */
export function afterEach(work: (done: () => void) => unknown): void {
  vitestAfterEach(async () => {
    if (work.length > 0) await new Promise<void>((resolve) => work(resolve));
    else await work(() => {});
  });
}

export const describe = leavingOut(group);
export const it = leavingOut(vitestTest);
export const test = it;

/** The suite skips what only GraphQL 17 has, answers in parts: a test that cannot be is not one that somebody skipped. */
function leavingOut<T extends object>(define: T): T {
  return new Proxy(define, { get: (target, name) => (name === 'skip' ? () => {} : Reflect.get(target, name)) });
}
