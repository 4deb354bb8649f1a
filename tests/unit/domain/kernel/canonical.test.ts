import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '@/domain/kernel';

type Tree = null | boolean | number | string | Tree[] | { [key: string]: Tree };

const trees = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    fc.constant(null),
    fc.boolean(),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.string({ unit: 'binary' }),
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(fc.string({ maxLength: 4 }), tie('tree'), { maxKeys: 5 }),
  ),
})).tree;

function withoutNulls(tree: Tree): Tree {
  if (Array.isArray(tree)) return tree.map(withoutNulls);
  if (tree === null || typeof tree !== 'object') return Object.is(tree, -0) ? 0 : tree;
  const kept = Object.entries(tree).filter(([, value]) => value !== null);
  return Object.fromEntries(kept.map(([key, value]) => [key, withoutNulls(value)]));
}

function reversed(tree: Tree): Tree {
  if (Array.isArray(tree)) return tree.map(reversed);
  if (tree === null || typeof tree !== 'object') return tree;
  return Object.fromEntries(
    Object.entries(tree)
      .reverse()
      .map(([key, value]) => [key, reversed(value)]),
  );
}

describe('canonical JSON', () => {
  it('says the same whatever the order of keys', () => {
    fc.assert(fc.property(trees, (tree) => canonicalJson(reversed(tree)) === canonicalJson(tree)));
  });

  it('keeps the content but for keys without value', () => {
    fc.assert(
      fc.property(trees, (tree) => {
        expect(JSON.parse(canonicalJson(tree))).toEqual(JSON.parse(JSON.stringify(withoutNulls(tree))));
      }),
    );
  });

  it('tells different content apart', () => {
    expect(canonicalJson({ a: 1 })).not.toBe(canonicalJson({ a: '1' }));
    expect(canonicalJson([null, 1])).not.toBe(canonicalJson([1]));
    expect(canonicalJson({ a: [] })).not.toBe(canonicalJson({}));
  });

  it('takes a field added later and left empty for the same content', () => {
    expect(canonicalJson({ name: '甲', added: null })).toBe(canonicalJson({ name: '甲' }));
    expect(canonicalJson({ b: undefined, a: { d: 1, c: '' } })).toBe('{"a":{"c":"","d":1}}');
  });
});
