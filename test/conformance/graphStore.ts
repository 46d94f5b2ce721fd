import { describe } from 'vitest';
import { changeChecks } from './changes.js';
import { dealChecks } from './deals.js';
import { edgeChecks } from './edges.js';
import { entityChecks } from './entities.js';
import { eventChecks } from './events.js';
import { type MakeStore, storeOpener } from './harness.js';
import { hostileChecks } from './hostile.js';
import { listChecks } from './lists.js';
import { searchChecks } from './search.js';
import { statementChecks } from './statements.js';
import { topologyChecks } from './topology.js';

/**
 * What every store must do, as checks with stable ids: `GS-012` means the same check in every release and on every store.
 * It asks through the port alone; `makeStore` resolves to a store that reads exactly the dataset that it is given.
 */
export function graphStoreConformance(name: string, makeStore: MakeStore): void {
  describe(name, () => {
    const open = storeOpener(makeStore);
    describe('entities', () => entityChecks(open));
    describe('lists', () => listChecks(open));
    describe('statements', () => statementChecks(open));
    describe('changes', () => changeChecks(open));
    describe('edges', () => edgeChecks(open));
    describe('topology', () => topologyChecks(open));
    describe('deals', () => dealChecks(open));
    describe('events', () => eventChecks(open));
    describe('search', () => searchChecks(open));
    describe('hostile data', () => hostileChecks(open));
  });
}
