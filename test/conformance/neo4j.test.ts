import { afterAll } from 'vitest';
import { openDatabase } from '../neo4j/database.js';
import { graphStoreConformance } from './graphStore.js';

const { database, write } = openDatabase();
afterAll(() => database.close());

graphStoreConformance('Neo4j', write);
