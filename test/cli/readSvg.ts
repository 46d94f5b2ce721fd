import { DOMParser, Element } from '@xmldom/xmldom';
import { textWidth } from '../../src/cli/chart/fitText.js';

/** A text of a picture and where it stands, in pixels; `width` is an estimate. */
export interface PlacedText {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
}

export interface ReadSvg {
  readonly width: number;
  readonly height: number;
  readonly texts: readonly PlacedText[];
}

/** Reads an SVG by an XML parser that refuses whatever is not well-formed. */
export function readSvg(svg: string): ReadSvg {
  const refuse = (_level: string, message: string) => {
    throw new Error(message);
  };
  const root = new DOMParser({ onError: refuse }).parseFromString(svg, 'image/svg+xml').documentElement;
  if (root?.tagName !== 'svg') throw new Error('Expected an SVG.');
  return {
    width: Number(root.getAttribute('width')),
    height: Number(root.getAttribute('height')),
    texts: [...root.getElementsByTagName('text')].filter((text) => text.textContent !== '').map(place),
  };
}

function place(element: Element): PlacedText {
  const text = element.textContent ?? '';
  const size = Number.parseFloat(element.getAttribute('font-size') ?? '');
  const width = textWidth(text, size);
  let x = 0;
  let y = 0;
  let isTurned = false;
  for (let at: unknown = element; at instanceof Element; at = at.parentNode) {
    const transform = at.getAttribute('transform') ?? '';
    const [, dx = '0', dy = '0'] = /translate\(([-\d.e]+),([-\d.e]+)\)/.exec(transform) ?? [];
    x += Number(dx);
    y += Number(dy);
    isTurned ||= transform.includes('rotate');
  }
  const anchor = element.getAttribute('text-anchor');
  const left = isTurned ? x : x - (anchor === 'middle' ? width / 2 : anchor === 'end' ? width : 0);
  return { text, left, right: isTurned ? x : left + width, y, size };
}
