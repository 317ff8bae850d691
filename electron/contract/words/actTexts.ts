import type { Locale } from '../ground/codes.ts';
import english from './acts.en.json' with { type: 'json' };
import french from './acts.fr.json' with { type: 'json' };
import { both } from './both.ts';

/** Both languages at once, for what is written to a file; the page loads the file of its own language. */
const texts: Readonly<Record<Locale, Readonly<Record<string, Readonly<Record<string, string>>>>>> = {
  en: english,
  fr: french,
};

/** An entry's method in plain words; the method itself where a later version of Vigie wrote it. */
export function actText(locale: Locale, method: string): string {
  const [group = '', name = ''] = method.split('.');
  return texts[locale][group]?.[name] ?? method;
}

/** The columns of an exported audit journal. */
export const auditHeadings = {
  sequence: both('Entry', 'Entrée'),
  at: both('Time (UTC)', 'Heure (UTC)'),
  actor: both('Person', 'Personne'),
  act: both('Act', 'Acte'),
  method: both('Method', 'Méthode'),
  record: both('File number', 'Numéro de dossier'),
  outcome: both('Outcome', 'Résultat'),
  rows: both('Rows', 'Lignes'),
  times: both('Times', 'Fois'),
  words: both('Words searched', 'Mots cherchés'),
  person: both('Account concerned', 'Compte visé'),
} as const;

export const outcomeWords = {
  done: both('done', 'fait'),
  refused: both('refused', 'refusé'),
  not_done: both('not completed', 'non terminé'),
} as const;

export const maskedWords = both('(masked)', '(masqués)');
