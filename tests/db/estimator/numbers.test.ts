import { expect, it } from 'vitest';
import { clean } from '../../../db/ground/kernel/clean.ts';

it.each([
  [180.10000000000002, 180.1],
  [0.10000000000002274, 0.1],
  [1.2000000000000455, 1.2],
  [-2.842170943040401e-14, 0],
  [123_456_789.123, 123_456_789.123],
  [0, 0],
])('%d is written %d, near zero as elsewhere', (value, written) => {
  expect(clean(value)).toBe(written);
});
