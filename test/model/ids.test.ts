import { describe, expect, it } from 'vitest';
import { GraphError, notFound } from '../../src/model/errors.js';
import { hash64 } from '../../src/model/hash.js';
import { isId, kindOf, parseId, toId } from '../../src/model/ids.js';

describe('parseId', () => {
  it('takes a global id apart', () => {
    expect(parseId('deal:openai-aws-2025')).toEqual({ kind: 'deal', slug: 'openai-aws-2025' });
    expect(kindOf(toId('country:US'))).toBe('country');
  });

  it('accepts slugs that are names of object properties', () => {
    expect([toId('topic:constructor'), toId('topic:__proto__')]).toEqual(['topic:constructor', 'topic:__proto__']);
  });

  it.each([
    'openai',
    'company:',
    ':openai',
    'firm:openai',
    'company:a b',
    'company:a--b',
    `company:${'x'.repeat(300)}`,
    'company:ä',
  ])('refuses %j', (text) => {
    expect(isId(text)).toBe(false);
    expect(() => parseId(text)).toThrow('Expected an id such as "company:openai" but got: ');
  });
});

describe('notFound', () => {
  it('suggests at most three ids', () => {
    const error = notFound('company', 'company:opnai', ['company:openai', 'company:a', 'company:b', 'company:c']);
    expect(error).toBeInstanceOf(GraphError);
    expect(error.kind).toBe('NOT_FOUND');
    expect(error.message).toBe(
      'No company has the id "company:opnai". Did you mean "company:openai", "company:a" or "company:b"?',
    );
  });
});

describe('hash64', () => {
  it('is stable and spreads similar texts', () => {
    const hashes = new Set(Array.from({ length: 20_000 }, (_, i) => hash64(`company:a-${i}`)));
    expect(hashes.size).toBe(20_000);
    expect(hash64('company:openai')).toBe(hash64('company:openai'));
    expect(hash64('')).toMatch(/^[0-9a-f]{16}$/);
  });
});
