import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText, cutText, textWidth, wrapText } from '../../src/cli/chart/fitText.js';

describe('wrapText', () => {
  it('breaks between words, and a word that is longer than a line', () => {
    // 0.58 of 10 pixels a letter: 10 letters in 60 pixels.
    expect(wrapText('one two three four', 60, 10)).toEqual(['one two', 'three four']);
    expect(wrapText('abcdefghijklmno', 60, 10)).toEqual(['abcdefghij', 'klmno']);
  });

  it('counts Chinese letters as wide as they are high', () => {
    expect(wrapText('中国移动通信', 30, 10)).toEqual(['中国移', '动通信']);
  });

  it('loses no letter and keeps every line within the width', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 20, max: 200 }), (text, width) => {
        const lines = wrapText(text, width, 10);
        expect(lines.join('').replaceAll(' ', '')).toBe(cleanText(text).replaceAll(' ', ''));
        expect(lines.every((line) => textWidth(line, 10) <= width)).toBe(true);
      }),
    );
  });
});

describe('cutText', () => {
  it('keeps what fits and says that there was more', () => {
    expect(cutText('short', 60, 10)).toBe('short');
    expect(cutText('rather a long name', 60, 10)).toBe('rather a…');
  });
});

describe('cleanText', () => {
  it('keeps out what XML can not hold', () => {
    expect(cleanText('a\u0000b\ud800c\uffffd\n e')).toBe('a□b□c□d e');
  });
});
