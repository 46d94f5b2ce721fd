import { mayAs, type Role } from '../model/caller.js';
import { GraphError } from '../model/errors.js';
import type { Context } from './context.js';

/** `what`: what needs the role, as the beginning of a sentence. Throws UNAUTHENTICATED, FORBIDDEN. */
export function requireRole({ reviewing }: Context, role: Role, what: string): void {
  const { caller } = reviewing.origin;
  if (mayAs(caller, role)) return;
  if (caller.role === 'anonymous') {
    const message = `${what} needs the header "Authorization: Bearer …" with a key or token of the role ${role}.`;
    throw new GraphError('UNAUTHENTICATED', message);
  }
  const article = /^[aeiou]/.test(caller.role) ? 'an' : 'a';
  throw new GraphError(
    'FORBIDDEN',
    `${what} needs the role ${role}, but "${caller.name}" is ${article} ${caller.role}.`,
  );
}
