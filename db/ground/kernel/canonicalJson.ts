import { StoreFailure } from './failure.ts';
import { deepestJson } from './foreignJson.ts';

/**
 * JSON with the keys of every object sorted and no spaces: the same value always gives the same bytes, so that hashes
 * and signatures can be computed again. As RFC 8785 for what we write (no NaN, no infinity, no lone surrogates).
 */
export function canonicalJson(value: unknown, depth = 0): string {
  if (depth > deepestJson) throw new StoreFailure('invalid_input');
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null);
  if (Array.isArray(value)) return `[${value.map((each) => canonicalJson(each ?? null, depth + 1)).join(',')}]`;
  const members = value as Readonly<Record<string, unknown>>;
  let text = '';
  for (const key of Object.keys(members).sort()) {
    const member = members[key];
    if (member === undefined) continue;
    text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(member, depth + 1)}`;
  }
  return `{${text}}`;
}
