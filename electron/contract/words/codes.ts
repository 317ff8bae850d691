import { breach } from './breach.ts';
import { casework } from './casework.ts';
import { fields } from './fields.ts';
import { headings } from './headings.ts';
import { imports } from './imports.ts';
import { measures } from './measures.ts';
import { reporting } from './reporting.ts';
import { statistics } from './statistics.ts';
import { terms } from './terms.ts';
import { week } from './week.ts';
import { workspace } from './workspace.ts';
import type { Bilingual } from '../ground/common.ts';

/** Every list of codes that has labels: on screen, in every file and at the command line. */
export const codeWords = {
  ...workspace,
  ...casework,
  ...week,
  ...measures,
  ...statistics,
  ...reporting,
  ...imports,
  ...breach,
};

export type CodeList = keyof typeof codeWords;

/** What the page reads: the codes, the fields of a record, the headings of tables, and the domain's concepts. */
export const pageWords = { ...codeWords, field: fields, heading: headings, term: terms };

/** The labels in one language, as the page's namespace `codes` has them. */
export type CodeTexts = {
  readonly [L in keyof typeof pageWords]: { readonly [C in keyof (typeof pageWords)[L]]: string };
};

export function codeTexts(locale: 'en' | 'fr'): CodeTexts {
  const inLocale = (list: Readonly<Record<string, Bilingual>>): Record<string, string> =>
    Object.fromEntries(Object.entries(list).map(([code, label]) => [code, label[locale]]));
  return Object.fromEntries(Object.entries(pageWords).map(([name, list]) => [name, inLocale(list)])) as CodeTexts;
}

/** The label of a code; one that a later version wrote and this one does not know is its own label. */
export function codeWord(list: CodeList, code: string): Bilingual {
  return (codeWords[list] as Readonly<Record<string, Bilingual | undefined>>)[code] ?? { en: code, fr: code };
}
