import type { Attack } from './Attack.js';
import type { AttackedServer } from './AttackedServer.js';

const PAGE = 'query ($c: String) { companies(after: $c) { edges { node { id } } } }';

/** Cursors that this list never gave. */
export const CURSORS: readonly Attack[] = [
  forged('ATT-501', 'a cursor that is none', async () => 'Zm9yZ2Vk'),
  forged('ATT-502', 'an empty cursor', async () => ''),
  forged('ATT-503', 'a cursor of another list', (server) => cursorOf(server, 'chips')),
  forged('ATT-504', 'a cursor of the same list with another filter', (server) =>
    cursorOf(server, 'companies', '(filter: { country: { eq: "country:US" } })'),
  ),
  forged('ATT-505', 'a cursor of the same list in another order', (server) =>
    cursorOf(server, 'companies', '(orderBy: { field: NAME, direction: DESC })'),
  ),
  forged('ATT-506', 'a cursor without its end', async (server) => (await cursorOf(server, 'companies')).slice(0, -3)),
  forged('ATT-507', 'a cursor with one character changed', async (server) => {
    const cursor = await cursorOf(server, 'companies');
    return `${cursor.slice(0, 30)}${cursor[30] === 'A' ? 'B' : 'A'}${cursor.slice(31)}`;
  }),
  forged('ATT-508', 'a cursor whose key is altered and its check left as it was', async (server) => {
    const text = Buffer.from(await cursorOf(server, 'companies'), 'base64url').toString('utf8');
    return Buffer.from(`${text.slice(0, -3)}zzz`).toString('base64url');
  }),
  forged('ATT-509', 'a cursor with Cypher for a key', async () =>
    Buffer.from("0\n1\nASC\n0\n') DETACH DELETE n //").toString('base64url'),
  ),
  forged('ATT-510', 'a cursor in base64 of the other alphabet, with padding', async (server) => {
    const text = Buffer.from(await cursorOf(server, 'companies'), 'base64url');
    return `${text.toString('base64')}==`;
  }),
  {
    id: 'ATT-511',
    what: 'a cursor of a page after and one of a page before at once',
    send: async (server) => {
      const cursor = await cursorOf(server, 'companies');
      return server.ask('query ($c: String) { companies(first: 5, after: $c, last: 5, before: $c) { totalCount } }', {
        c: cursor,
      });
    },
    ends: 'BAD_USER_INPUT',
  },
];

function forged(id: Attack['id'], what: string, make: (server: AttackedServer) => Promise<string>): Attack {
  return { id, what, send: async (server) => server.ask(PAGE, { c: await make(server) }), ends: 'BAD_USER_INPUT' };
}

async function cursorOf(server: AttackedServer, list: string, args = ''): Promise<string> {
  const { text } = await server.ask(`{ ${list}${args} { pageInfo { endCursor } } }`);
  const [, cursor] = /"endCursor":"([^"]+)"/.exec(text) ?? [];
  if (cursor === undefined) throw new Error(text);
  return cursor;
}
