// Holds every text against the glossary: one concept, one name in each language, and no word that rule 3 bans.

/** @typedef {{ at: string, en: string, fr: string }} Name */

const BANNED =
  /\b(mend(s|ed|ing)?|told|stands?|anew|whoever|settles?|settled|tak(e|es|en|ing) in|took in|put (down|away)|let go|over since|this very one)\b/i;

/** Words that a reading of all texts found wrong or of another act, with what is right in 10-words and 13-words-found. */
const WRONG = {
  en: /\b(second place|audit log|crown brief|data carriers?|roll-ups?|clock is doubtful|went away)\b/i,
  fr: /\bDIP\b|\bdevant la Couronne|\bconsign(?:e[rz]?|ée?s?)(?!\p{L})|\bréglages?(?!\p{L})|\béchue?s?(?!\p{L})|\bà neuf\b/iu,
};

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
    'programme',
    'second place',
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

/** As names are compared: a dialog opens by “…”, and a list may call one thing by its plural. */
const named = (text) => fold(text).replace(/…$/, '');

function byText(names, language) {
  return Map.groupBy(names, (name) => named(name[language]));
}

/** What two names may differ in and be one: articles, the word before a day, and the endings that agree. */
const SMALL = {
  en: /\b(?:an?|the|this|its?|your) | on$|s(?!\p{L})/gu,
  fr: /\b(?:une?|l[ae]s?|des|cette|son|vos) |\bl’| le$/g,
};
const essence = {
  en: (text) => named(text).replace(SMALL.en, ''),
  fr: (text) => withoutAgreement(named(text).replace(SMALL.fr, '')),
};

/** English has one word for an act and its noun (lock, transfer), French has two. */
const isAct = ({ fr }) => /^\p{L}+(?:er|ir|re)(?!\p{L})/u.test(fold(fr));

/** A button, a title or the head of a column: short, with a capital, neither a sentence nor made around a value. */
const isLabel = (text) => text.length <= 40 && /^\p{Lu}[^{}.!?:;]*$/u.test(text);

/** @returns {(readonly [string, Name[], 'en' | 'fr'])[]} texts that the other language gives different names */
function textsOfTwo(names) {
  const english = [names.filter(isAct), names.filter((name) => !isAct(name))].flatMap((each) => [
    ...byText(each, 'en'),
  ]);
  const groups = [
    ...english.map(([text, same]) => [text, same, 'fr']),
    ...[...byText(names, 'fr')].map(([text, same]) => [text, same, 'en']),
  ];
  return groups.filter(([, same, other]) => new Set(same.map((name) => essence[other](name[other]))).size > 1);
}

/**
 * @param {readonly Name[]} names each entry of the glossary once, however many lists share it
 * @param {Readonly<Record<string, string>>} homonyms words that name two things, each with the reason
 * @param {readonly Name[]} texts of the other surfaces, of which the labels are held against the glossary and each other
 * @returns {string[]}
 */
export function glossaryProblems(names, homonyms, texts = []) {
  const labels = texts.filter(({ en, fr }) => isLabel(en) && isLabel(fr));
  const two = textsOfTwo([...names, ...labels]);
  const used = new Set(two.map(([text]) => text));
  const twice = [...Map.groupBy(names, ({ en, fr }) => `${fold(en)}|${fold(fr)}`).values()].filter(
    (same) => same.length > 1,
  );
  const places = (same) => same.map(({ at }) => at).join(' and ');
  return [
    ...names.filter(({ en, fr }) => en === '' || fr === '').map(({ at }) => `${at} misses a language`),
    ...twice.map((same) => `${places(same)} write “${fold(same[0].en)}” twice: share one entry`),
    ...two
      .filter(([text]) => !Object.hasOwn(homonyms, text))
      .map(([text, same, other]) => {
        const others = new Set(same.map((name) => name[other]));
        return `${places(same)} give “${text}” two names in ${other}: ${[...others].join(' / ')}`;
      }),
    ...Object.keys(homonyms)
      .filter((text) => !used.has(text))
      .map((text) => `“${text}” is no homonym any more: take it off the list`),
  ];
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
    const banned = [
      language === 'en' ? bannedWord(text) : undefined,
      WRONG[language].exec(text)?.[0],
      ADDED_UP[language].exec(text)?.[0],
    ];
    return [
      ...banned.flatMap((word) => (word === undefined ? [] : [`${at} says “${word}”`])),
      ...(WRONG_LABELS[language].includes(fold(text)) ? [`${at} is labelled “${text}”`] : []),
    ];
  });
}

const STRAIGHT = /\p{L}'\p{L}/u;
const SPACED = /\p{L}\)? [;?]/u;

/** @param {readonly { at: string, language: 'en' | 'fr', text: string }[]} lines of documents, of which some have both languages */
export function frenchSigns(lines) {
  return lines
    .filter(({ language, text }) => SPACED.test(text) || (language === 'fr' && STRAIGHT.test(text)))
    .map(({ at }) => `${at} has a straight apostrophe, or a space before a sign that takes none in Canada`);
}
