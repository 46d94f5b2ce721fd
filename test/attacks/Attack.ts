import { expect } from 'vitest';
import type { AttackedServer, Reply } from './AttackedServer.js';

/** Of the processor, all threads of the server together, besides what a plain request takes, on the machine of reference. */
const MAX_CPU_MS = 50;
/** What {@link work} takes there. */
const REFERENCE_MS = 15;
/** Whatever the machine does meanwhile, one of so many tries shows what the work is. */
const TRIES = 3;
const MAX_REPLY_BYTES = 1024 * 1024;
const PLAIN = '{ company(id: "company:openai") { name } }';

/** One way to hurt the server, and how it must end. */
export interface Attack {
  /** Stays the same for ever; an attack that is no more leaves a gap. */
  readonly id: `ATT-${number}`;
  readonly what: string;
  readonly send: (server: AttackedServer) => Promise<Reply>;
  /** The code of its first error; null for an answer without errors. */
  readonly ends: string | null;
  /** What the reply must be besides. */
  readonly check?: (reply: Reply) => void;
  /** The reply can be lost with the connection, which is cut off while the client still sends. */
  readonly isCutOff?: true;
  /** The answer is bounded otherwise: it may take what it takes. */
  readonly isBounded?: true;
}

/**
 * Attacks and checks all that must hold after each: the reply's code, its size, what it cost, and that the next plain request
 * is answered. Gives the cost in ms of the processor.
 */
export async function attack(server: AttackedServer, one: Attack): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let tried = 0; tried < TRIES && least > MAX_CPU_MS; tried++) {
    const slowness = slownessOfMachine();
    const plain = await costOf(server, () => expectPlainAnswer(server));
    const cost = await costOf(server, async () => {
      expectEnd(one, await one.send(server));
      await expectPlainAnswer(server);
    });
    least = Math.min(least, Math.max(0, cost - plain) / slowness);
    if (one.isBounded) break;
  }
  if (!one.isBounded) expect(least, 'ms of the processor').toBeLessThan(MAX_CPU_MS);
  return least;
}

/** How many times as long as on the machine of reference work takes here and now, with whatever else runs; at least 1. */
function slownessOfMachine(): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return Math.max(1, (user + system) / 1000 / REFERENCE_MS);
}

/** Reads and writes JSON, of which the refusal of a large request is made. */
function work(): void {
  for (let i = 0; i < 10; i++) JSON.parse(JSON.stringify(TEXTS));
}

const TEXTS = Array.from({ length: 5000 }, (_, i) => ({ id: `company:c${i}`, value: i }));

async function costOf(server: AttackedServer, work: () => Promise<void>): Promise<number> {
  const before = await server.cpuMs();
  await work();
  return (await server.cpuMs()) - before;
}

function expectEnd({ ends, check, isCutOff }: Attack, reply: Reply): void {
  if (isCutOff && reply.status === 0) return;
  const shown = `${reply.status} ${reply.text.slice(0, 500)}`;
  expect(reply.codes[0] ?? null, shown).toBe(ends);
  expect(reply.codes, shown).not.toContain('INTERNAL_SERVER_ERROR');
  expect(reply.status, shown).toBeLessThan(500);
  expect(reply.text.length).toBeLessThan(MAX_REPLY_BYTES);
  check?.(reply);
}

async function expectPlainAnswer(server: AttackedServer): Promise<void> {
  expect((await server.ask(PLAIN)).data).toEqual({ company: { name: 'OpenAI' } });
}
