import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { repeatedField } from '../../../db/ground/kernel/foreignJson.ts';

describe('a field that is there twice', () => {
  it.each([
    ['{"a":1,"a":2}', 'a'],
    ['{"a":1, "b": {"c":[{"d":1,\n"d" :2}]}}', 'd'],
    ['{"a":1,"\\u0061":2}', 'a'],
    ['{"":1,"":2}', ''],
    ['{"a":{"a":{"a":1}},"b":["a","a"],"c":"a"}', null],
    ['[{"a":1},{"a":2}]', null],
    ['{"a\\"":1,"a":"{\\"a\\":1,\\"a\\":1}"}', null],
    ['"a"', null],
  ])('is found in %s', (text, field) => {
    expect(repeatedField(text)).toBe(field);
  });

  it('is found in no text that a value was written as', () => {
    fc.assert(fc.property(fc.json(), (text) => repeatedField(text) === null));
  });
});
