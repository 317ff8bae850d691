import type { Bilingual } from '#contract/ground/common';

/** The titles and sentences of a disclosure package; what names a concept is in the glossary. */
export const words = {
  supplement: { en: 'supplement', fr: 'complément' },
  withheldTitle: { en: 'Records withheld or redacted', fr: 'Éléments exclus ou caviardés' },
  fictitious: {
    en: 'FICTITIOUS DATA - demonstration: every file, person and number is invented.',
    fr: 'DONNÉES FICTIVES - démonstration : les dossiers, les personnes et les numéros sont inventés.',
  },
  addsTo: { en: 'Adds to', fr: 'S’ajoute à' },
  names: { en: 'Names of persons', fr: 'Noms des personnes' },
  namesGiven: {
    en: 'Included by choice of the person who issued this document, for the Crown alone. A publication ban may apply.',
    fr: 'Inclus par choix de la personne qui transmet ce document, pour la Couronne seulement. Une interdiction de publication peut s’appliquer.',
  },
  namesWithheld: { en: 'Withheld.', fr: 'Exclus.' },
  namesOfOthers: {
    en: 'Names of other persons are withheld unless someone decided otherwise.',
    fr: 'Les noms d’autres personnes sont exclus, sauf décision contraire.',
  },
  groundsText: {
    en: 'A black block bears the mark of its ground. Its size says nothing of what it covers.',
    fr: 'Un bloc noir porte la marque de son motif. Sa taille ne dit rien de ce qu’il couvre.',
  },
  chronology: { en: 'Timeline', fr: 'Chronologie' },
  revised: { en: 'changed since it was last disclosed', fr: 'modifié depuis sa dernière communication' },
  removed: {
    en: 'Records disclosed earlier that are no longer in the file',
    fr: 'Éléments communiqués auparavant qui ne sont plus au dossier',
  },
  nothing: { en: 'Nothing is withheld or redacted.', fr: 'Rien n’est exclu ni caviardé.' },
} as const satisfies Record<string, Bilingual>;
