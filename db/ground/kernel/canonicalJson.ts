import { StoreFailure } from './failure.ts';
import { deepestJson } from './foreignJson.ts';

/**
 * JSON with the keys of every object sorted and no spaces: the same value always gives the same bytes, so that hashes
 * and signatures can be computed again. As RFC 8785 for what we write (no NaN, no infinity, no lone surrogates).
 */
export function canonicalJson(value: unknown, depth = 0): string {
  if (depth > deepestJson) throw new StoreFailure('invalid_input');
  if (Array.isArray(value)) return `[${value.map((each) => canonicalJson(each ?? null, depth + 1)).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member, depth + 1)}`);
    return `{${members.join(',')}}`;
  }
  return JSON.stringify(value ?? null);
}
