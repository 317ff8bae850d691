import type { Locale } from './codes.ts';

interface WrittenSection {
  readonly part: 's.' | 'art.' | 'par.' | 'al.';
  readonly number: string;
}

/** A section of the Code as each language writes it: "s. 487.012(4)(a)" / « al. 487.012(4)a) », and « par. » or « art. » where it is one. */
export function writtenSection(section: string, locale: Locale): WrittenSection {
  if (locale === 'en') return { part: 's.', number: section };
  const number = section.replace(/\(([a-z](?:\.\d)?)\)/g, '$1)');
  if (/\([a-z](?:\.\d)?\)$/.test(section)) return { part: 'al.', number };
  return { part: section.endsWith(')') ? 'par.' : 'art.', number };
}
