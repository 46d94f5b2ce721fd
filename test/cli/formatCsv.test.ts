import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCsv } from '../../src/cli/formatCsv.js';

/** The rows of RFC 4180, read by its grammar alone. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  const cells = text.matchAll(/("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/gy);
  let end = 0;
  for (const [whole, cell = '', after] of cells) {
    rows.at(-1)?.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (after === '\r\n') rows.push([]);
    end += whole.length;
  }
  expect(end).toBe(text.length);
  return rows.slice(0, -1);
}

describe('formatCsv', () => {
  it('gives a row an item of each list, after one for the whole', () => {
    const answer = {
      of: { id: 'company:a', name: 'A' },
      hhi: { value: 3624.087, low: null },
      truncated: false,
      shares: [{ entity: { id: 'cloud:b' }, sharePercent: 60 }],
      excluded: [],
    };
    expect(formatCsv(answer)).toBe(
      [
        'part,of.id,of.name,hhi.value,hhi.low,truncated,entity.id,sharePercent',
        'answer,company:a,A,3624.087,,false,,',
        'shares,,,,,,cloud:b,60',
        '',
      ].join('\r\n'),
    );
  });

  it('gives of edges the node and what the edge says of it, and of a list within a row one cell', () => {
    const edges = [
      { node: { id: 'chip:x' }, depth: 2, kinds: ['USES', 'CHIPS'], path: { nodes: [{ id: 'a' }, { id: 'b' }] } },
    ];
    expect(formatCsv({ edges })).toBe('part,id,depth,kinds,path.nodes\r\nedges,chip:x,2,USES; CHIPS,a; b\r\n');
  });

  it('has no column for an object that is unknown in one row and known in another', () => {
    expect(formatCsv({ rows: [{ deal: null }, { deal: { id: 'd' } }] })).toBe('part,deal.id\r\nrows,\r\nrows,d\r\n');
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-x', "'-x"],
    ['@x', "'@x"],
    ['a=b', 'a=b'],
  ])('keeps a spreadsheet from running the name %s', (name, cell) => {
    expect(parseCsv(formatCsv({ name }))[1]).toEqual(['answer', cell]);
  });

  it('keeps numbers numbers, with all their digits', () => {
    expect(formatCsv({ change: -12.5, total: 38_000_000_000.01 })).toBe(
      'part,change,total\r\nanswer,-12.5,38000000000.01\r\n',
    );
  });

  it('gives back every text and number, whatever it holds', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'é', ',', '"', '\n', '\r', '=', ' ', '芯') });
    fc.assert(
      fc.property(fc.array(fc.record({ name: text, figure: fc.double({ noNaN: true }) }), { minLength: 1 }), (rows) => {
        const [, ...read] = parseCsv(formatCsv({ rows }));
        expect(read.map(([, name]) => name?.replace(/^'(?=[=\r])/, ''))).toEqual(rows.map(({ name }) => name));
        expect(read.map(([, , figure]) => Number(figure))).toEqual(rows.map(({ figure }) => figure + 0));
      }),
    );
  });
});
