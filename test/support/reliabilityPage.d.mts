/** Throws where the page has no such table. `page`: docs/reliability.md where it is left out. */
export function putTable(
  name: string,
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  page?: URL | string,
): void;
