/** One statement: its text is made of this room's words alone, everything from outside is a parameter. */
export interface Query {
  readonly text: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}
