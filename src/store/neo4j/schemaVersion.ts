/** Counts changes in how this adapter keeps a graph. A graph of another version is upgraded by an import or refused. */
export const SCHEMA_VERSION = 4;
