import type { Resolvers } from '../generated/schema.js';
import { entityFields } from './entityFields.js';

export const topic: Resolvers = { Topic: entityFields };
