/** What somebody may do, the least first: each may all that those before it may. */
export const ROLES = ['anonymous', 'reader', 'editor', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** How a caller was told from others; `PROCESS` is whoever runs the command line, `NOTHING` is nobody in particular. */
export const IDENTIFIED_BY = ['NOTHING', 'KEY', 'TOKEN', 'JWT', 'PROCESS'] as const;
export type IdentifiedBy = (typeof IDENTIFIED_BY)[number];

/** Who asks. */
export interface Caller {
  /** The name of the key, the subject of the token; the same name is the same person. */
  readonly name: string;
  readonly role: Role;
  readonly how: IdentifiedBy;
}

export const ANONYMOUS: Caller = { name: 'anonymous', role: 'anonymous', how: 'NOTHING' };

/** Whoever may log in to the database itself, and so may do what a person with the role of an admin may. */
export const THIS_PROCESS: Caller = { name: 'aigraph', role: 'admin', how: 'PROCESS' };

/** Where a request comes from. */
export interface Origin {
  readonly caller: Caller;
  /** By which the log names the request; null for what is asked in process. */
  readonly requestId: string | null;
}

export const FROM_NOBODY: Origin = { caller: ANONYMOUS, requestId: null };

/** Whether a caller may what `role` may. */
export function mayAs(caller: Caller, role: Role): boolean {
  return ROLES.indexOf(caller.role) >= ROLES.indexOf(role);
}
