import type { Edge } from '../../../model/edge.js';
import type { ByteReader, GrowingBytes } from './GrowingBytes.js';
import { idOf, wordsIn } from './HashedIds.js';
import type { IdPool, IdPoolDraft } from './IdPool.js';
import { optionalText } from './statementBytes.js';
import type { TextPool, TextPoolDraft } from './TextPool.js';

/** What of an edge the topology's columns don't hold. */
export type EdgeRest = Pick<
  Edge,
  'rule' | 'validFrom' | 'validTo' | 'startUnknown' | 'knownFrom' | 'knownTo' | 'sharePercent' | 'deal' | 'statementIds'
>;

const START_UNKNOWN = 1;
const HAS_SHARE = 2;
const STATEMENT = 'statement:';

export function writeEdge(edge: EdgeRest, out: GrowingBytes, ids: IdPoolDraft, texts: TextPoolDraft): void {
  const optional = (text: string | null) => out.varint(text === null ? 0 : 1 + texts.numberOf(text));
  out.byte((edge.startUnknown ? START_UNKNOWN : 0) | (edge.sharePercent === null ? 0 : HAS_SHARE));
  out.varint(texts.numberOf(edge.rule));
  optional(edge.validFrom);
  optional(edge.validTo);
  out.varint(texts.numberOf(edge.knownFrom));
  optional(edge.knownTo);
  if (edge.sharePercent !== null) out.double(edge.sharePercent);
  out.varint(edge.deal === null ? 0 : 1 + ids.numberOf(edge.deal));
  out.varint(edge.statementIds.length);
  for (const id of edge.statementIds) {
    const words = wordsIn(id, STATEMENT);
    optional(words === null ? id : null);
    for (const word of words ?? []) out.word(word);
  }
}

export function readEdge(from: ByteReader, ids: IdPool, texts: TextPool): EdgeRest {
  const flags = from.byte();
  const rule = texts.text(from.varint());
  const validFrom = optionalText(from, texts);
  const validTo = optionalText(from, texts);
  const knownFrom = texts.text(from.varint());
  const knownTo = optionalText(from, texts);
  const sharePercent = (flags & HAS_SHARE) === 0 ? null : from.double();
  const deal = from.varint();
  const statementIds: string[] = [];
  for (let left = from.varint(); left > 0; left--) {
    statementIds.push(optionalText(from, texts) ?? idOf(STATEMENT, from.word(), from.word()));
  }
  return {
    rule,
    validFrom,
    validTo,
    startUnknown: (flags & START_UNKNOWN) !== 0,
    knownFrom,
    knownTo,
    sharePercent,
    deal: deal === 0 ? null : ids.id(deal - 1),
    statementIds,
  };
}

/** Passes over what comes before the statements; gives how many these are. */
export function skipToEvidence(from: ByteReader): number {
  const flags = from.byte();
  for (let left = TEXTS; left > 0; left--) from.varint();
  if ((flags & HAS_SHARE) !== 0) from.double();
  from.varint();
  return from.varint();
}

/** Rule, valid from and to, known from and to. */
const TEXTS = 5;
