/** Mean width of a letter of Arial or DejaVu Sans, in parts of the font's size: nothing here can measure text. */
const LETTER_WIDTH = 0.58;
const WIDE_LETTER_WIDTH = 1;
/** Chinese, Japanese, Korean and what else fills a square. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\u{1f300}-\u{1faff}]/u;
/** What XML can't hold: controls, halves of characters, and two that are none. */
const NOT_XML = /[\p{Cc}\p{Cs}\ufffe\uffff]/gu;
const UNSHOWABLE = '\u25a1';

/** About how wide the text is, in pixels. */
export function textWidth(text: string, fontSize: number): number {
  let width = 0;
  for (const letter of text) width += WIDE.test(letter) ? WIDE_LETTER_WIDTH : LETTER_WIDTH;
  return width * fontSize;
}

/** The text in lines that fit into `width` pixels; a word that is longer than a line is broken. Linear in the text. */
export function wrapText(text: string, width: number, fontSize: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of cleanText(text)
    .split(' ')
    .flatMap((part) => pieces(part, width, fontSize))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && textWidth(longer, fontSize) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

/** The text, or as much of its beginning as fits with "…". */
export function cutText(text: string, width: number, fontSize: number): string {
  const clean = cleanText(text);
  if (textWidth(clean, fontSize) <= width) return clean;
  const [first = ''] = pieces(clean, width - textWidth('…', fontSize), fontSize);
  return `${first.trimEnd()}…`;
}

/** The text in one line, without what XML can't hold. */
export function cleanText(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(NOT_XML, UNSHOWABLE).trim();
}

function pieces(word: string, width: number, fontSize: number): readonly string[] {
  if (textWidth(word, fontSize) <= width) return [word];
  const found: string[] = [];
  let piece = '';
  for (const letter of word) {
    if (piece !== '' && textWidth(piece + letter, fontSize) > width) {
      found.push(piece);
      piece = '';
    }
    piece += letter;
  }
  return [...found, piece];
}
