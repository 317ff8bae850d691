// Holds every text against the glossary: one concept, one name in each language, and no word that rule 3 bans.

/** @typedef {{ at: string, en: string, fr: string }} Name */

const BANNED =
  /\b(mend(s|ed|ing)?|told|stands?|anew|whoever|settles?|settled|tak(e|es|en|ing) in|took in|put (down|away)|let go|over since|this very one)\b/i;

/** Names that the table of terms replaced: as a whole label they are refused, inside a sentence they may be right. */
const WRONG_LABELS = {
  en: [
    'tip',
    'disclosure pack',
    'with and without',
    'evidence',
    'held',
    'ledger',
    'opening',
    'closing',
    'past its day',
  ],
  fr: [
    'dénonciation',
    'preuve',
    'bilan',
    'clôture',
    'fermeture',
    'ouverture',
    'regroupement',
    'passation',
    'passation des dossiers',
    'cote de sécurité',
    'retenir',
    'envoi trimestriel',
  ],
};

/** Referrals and investigations added up are open items. As a whole label the French is that of files opened. */
const ADDED_UP = { en: /\bopen files\b/i, fr: /(?<!^)\bdossiers ouverts\b|\bdossiers ouverts\b(?!$)/i };

const fold = (text) =>
  text
    .toLowerCase()
    .replace(/\u00a0/g, ' ')
    .trim();

function byText(names, language) {
  const found = new Map();
  for (const name of names) found.set(fold(name[language]), [...(found.get(fold(name[language])) ?? []), name]);
  return found;
}

/**
 * @param {readonly Name[]} names each entry of the glossary once, however many lists share it
 * @param {Readonly<Record<string, string>>} homonyms words that name two things, each with the reason
 * @returns {string[]}
 */
export function glossaryProblems(names, homonyms) {
  const used = new Set();
  const problems = names.filter(({ en, fr }) => en === '' || fr === '').map(({ at }) => `${at} misses a language`);
  for (const language of /** @type {const} */ (['en', 'fr'])) {
    const other = language === 'en' ? 'fr' : 'en';
    for (const [text, same] of byText(names, language)) {
      if (same.length === 1) continue;
      const isOne = new Set(same.map((name) => fold(name[other]))).size === 1;
      const places = same.map(({ at }) => at).join(' and ');
      if (isOne && language === 'en') problems.push(`${places} write “${text}” twice: share one entry`);
      if (isOne) continue;
      if (Object.hasOwn(homonyms, text)) used.add(text);
      else problems.push(`${places} give “${text}” two names in ${other}`);
    }
  }
  const unused = Object.keys(homonyms).filter((text) => !used.has(text));
  return [...problems, ...unused.map((text) => `“${text}” is no homonym any more: take it off the list`)];
}

/** French words without the endings that agree in gender and number: actif, active and actives are one word. */
const withoutAgreement = (text) => fold(text).replace(/(?:f|v?e)?s?(?!\p{L})/gu, '');

/**
 * @param {readonly Name[]} texts of any surface
 * @param {readonly Name[]} names of the glossary
 * @returns {string[]} texts that give a concept another French than the glossary
 */
export function secondNames(texts, names) {
  const glossary = byText(names, 'en');
  return texts.flatMap(({ at, en, fr }) => {
    const known = glossary.get(fold(en));
    if (known === undefined || known.some((name) => withoutAgreement(name.fr) === withoutAgreement(fr))) return [];
    return [`${at} calls “${en}” “${fr}”; the glossary has “${known.map((name) => name.fr).join('” or “')}”`];
  });
}

/** @param {readonly Name[]} texts @param {readonly Name[]} names */
export function repeatedNames(texts, names) {
  const known = new Map(names.map((name) => [`${fold(name.en)}|${fold(name.fr)}`, name.at]));
  return texts.flatMap(({ at, en, fr }) => {
    const place = known.get(`${fold(en)}|${fold(fr)}`);
    return place === undefined ? [] : [`${at} writes “${en}” again: the glossary has it as ${place}`];
  });
}

/** @param {string} text in English @returns {string | undefined} the first word in it that rule 3 bans */
export const bannedWord = (text) => BANNED.exec(text)?.[0];

/** @param {readonly { at: string, language: 'en' | 'fr', text: string }[]} texts */
export function wordProblems(texts) {
  return texts.flatMap(({ at, language, text }) => {
    const banned = [language === 'en' ? bannedWord(text) : undefined, ADDED_UP[language].exec(text)?.[0]];
    return [
      ...banned.flatMap((word) => (word === undefined ? [] : [`${at} says “${word}”`])),
      ...(WRONG_LABELS[language].includes(fold(text)) ? [`${at} is labelled “${text}”`] : []),
    ];
  });
}
