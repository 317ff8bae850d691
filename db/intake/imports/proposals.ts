import { riskBand } from '#contract/ground/codes';
import type { UnitId } from '#contract/ground/ids';
import type { ValueField } from '#contract/intake/imports';
import { bandByWord, blankWords, conclusionByWord, fold, sourceByWord } from './aliases.ts';

export interface Proposal {
  /** Null: nothing here says what it is. */
  readonly code: string | null;
  /** The text says so itself; otherwise a person looks at it. */
  readonly isSure: boolean;
}

export interface KnownUnit {
  readonly id: UnitId;
  readonly names: readonly string[];
}

const unknown: Proposal = { code: null, isSure: false };
const sure = (code: string): Proposal => ({ code, isSure: true });

/** The longest known words that a text holds, whole; null where two of the same length say different things. */
function heldWords<Code extends string>(text: string, byWord: ReadonlyMap<string, Code>): Code | null {
  const padded = ` ${text} `;
  let best: { length: number; codes: Set<Code> } = { length: 0, codes: new Set() };
  for (const [word, code] of byWord) {
    if (word.length < 2 || !padded.includes(` ${word} `)) continue;
    if (word.length > best.length) best = { length: word.length, codes: new Set([code]) };
    else if (word.length === best.length) best.codes.add(code);
  }
  const [code] = best.codes;
  return best.codes.size === 1 && code !== undefined ? code : null;
}

/** What sources are called other than by their names: beginnings of words, the more telling first. */
const sourceSigns: readonly (readonly [RegExp, string])[] = [
  [/victim.*ident|ident.*victim|\bid victim|victim id\b|\bvid\b/, 'victim_identification'],
  [/\b(?:ncecc|cncee|ncecrc|ncmec|cnec|cyber ?tipline)\b|national child|centre nat|nat(?:ional|l|n)? cent/, 'ncecc'],
  [
    /cyber ?tip|cyber ?aide|\bc ?3 ?p\b|\bccpe\b|centre canadien de protection|canadian cent.*child protection/,
    'cybertip',
  ],
  [/mandator|obligatoire|fournisseur|\bisp\b|\bfsi\b|\besp\b|\bfse\b|provider/, 'mandatory_report'],
  [/\bcbsa\b|\basfc\b|border|frontal|frontier|douan|customs/, 'border_services'],
  [
    /\bdpj\b|\bcas\b|protection de l enfance|protection de la jeunesse|child welfare|child protection|children s (?:aid|services)|\bsae\b|aide (?:a ?l?|aux) enfan|developpement social|social development|youth protection|centres? jeunesse|\bmcfd\b|\bcfs\b|child(?:ren)? (?:and|\S*) ?famil|family services|services? a ?l enfance|\bciusss\b|\bcisss\b/,
    'child_welfare',
  ],
  [
    /ecole|school|\belementary\b|\bprincipal\b|scolaire|college|cegep|lycee|commission scol|directeur d ecole|\bcss\b|polyvalente/,
    'school',
  ],
  [
    /polic|\bgrc\b|\brcmp\b|\bsq\b|surete|\bopp\b|\bppo\b|\bspvm\b|\bspvq\b|gendarm|interpol|europol|\bfbi\b|\bhsi\b|service de p|sheriff|constab|\b[a-z]*pd\b|\b[evcw]ps\b|homeland/,
    'other_service',
  ],
  [
    /public|crime ?stoppers|echec au crime|citoyen|citizen|parent|mere|pere|mother|father|plaign|complain|victim|anonym|walk ?in|comptoir|telephon|appel|call|tip ?line|famil|voisin|neighbo|particulier/,
    'public',
  ],
];

/** The order matters: what is negated or says more is looked for first. */
const stateSigns: readonly (readonly [RegExp, string])[] = [
  [
    /reouv|rouv|re ?open|non (?:ferme|conclu|regle|resolu|termine)|pas (?:ferme|encore|termine)|not (?:closed|yet)/,
    'open',
  ],
  [
    /en cours|ouvert|\bsui\b|still under|\bopen|\bactif|\bactive|in progress|ongoing|pending|en attente|attente|await|waiting|a traiter|a faire|to do|nouveau|nouvelle|\bnew\b|assign|attribu|enquete|investigat|under review|a l etude|recu|received|analys|suspen|on hold/,
    'open',
  ],
  [
    /transf|\bfwd\b|forward|refer(?:red|e)? (?:a|to|out)|referred|refere|envoye a|sent to|remis a|achemin/,
    'transferred_out',
  ],
  [/info(?:rmation)?\b|renseignement|\brens\b|\bfyi\b|intel/, 'information_only'],
  [
    /sans suite|\bs s\b|non (?:retenu|recevab)|non fond|unfounded|not founded|non viable|not viable|insuff|no further|not action|\bnfa\b|irrecevab|rejet|aucune suite|abandon|no offence|pas d infraction|faux|doublon|duplicate|unsubstant/,
    'not_viable',
  ],
  [
    /ferm|clos|clsd|\bcbc\b|\bclea?rd\b|cleared|conclu|termin|complet|\bdone\b|regle|resolu|resolved|finalis|classe|archiv|accus|charged|solved/,
    'concluded',
  ],
];

function bySigns(text: string, signs: readonly (readonly [RegExp, string])[]): string | null {
  return signs.find(([sign]) => sign.test(text))?.[1] ?? null;
}

/** Letters with dots between them are one word: `D.P.J.` is `dpj`. */
const acronyms = (folded: string): string => folded.replace(/\b(\p{L}) (?=\p{L}\b)/gu, '$1');

/** What says nothing of itself is another source, to be looked at. */
function source(text: string): Proposal {
  const folded = acronyms(fold(text));
  const exact = sourceByWord.get(fold(text)) ?? sourceByWord.get(folded);
  if (exact !== undefined) return sure(exact);
  const found = bySigns(folded, sourceSigns) ?? heldWords(folded, sourceByWord);
  return found === null ? { code: 'other', isSure: false } : sure(found);
}

const inInvestigation = /\b(?:linked|liee?|rattachee?|joint) (?:to|a|au)\b/;

/** What no one can tell is still open: a state that is unclear never ends a referral. */
function conclusion(text: string): Proposal {
  const folded = fold(text);
  if (blankWords.has(folded)) return sure('open');
  // Its investigation carries it on: open, it would be counted twice.
  if (inInvestigation.test(folded)) return { code: 'open', isSure: false };
  const exact = conclusionByWord.get(folded);
  if (exact !== undefined) return sure(exact);
  // Signs of two states, as in "Enquête terminée", are to be looked at.
  const codes = new Set(stateSigns.filter(([sign]) => sign.test(folded)).map(([, code]) => code));
  const [code] = codes;
  if (code !== undefined) return { code, isSure: codes.size === 1 };
  const known = heldWords(folded, conclusionByWord);
  return known === null ? { code: 'open', isSure: false } : sure(known);
}

const childInDanger = /\b(?:child in danger|enfant en danger)\b/;

function band(text: string): Proposal {
  const folded = fold(text);
  if (blankWords.has(folded)) return { code: null, isSure: true };
  // A list of Vigie gives it with the band, which it outweighs.
  if (childInDanger.test(folded)) return { code: 'imminent', isSure: false };
  const found = bandByWord.get(folded) ?? heldWords(folded, bandByWord);
  return found === null || !riskBand.safeParse(found).success ? unknown : sure(found);
}

/** Words that every unit's name may hold, and that tell none apart. */
const common = new Set(
  'ice icet eei ecee eq unit unite units team equipe section detachment detachement det office bureau division div service the of de du des la le les l d poste station district region'.split(
    ' ',
  ),
);
const core = (text: string): string => {
  const kept = fold(text)
    .replace(/([\p{L}])(\d)/gu, '$1 $2')
    .split(' ')
    .filter((word) => !common.has(word))
    .map((word) => word.replace(/^0+(?=\d)/, ''));
  return kept.join('');
};

function editsUpTo(most: number, a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > most) return false;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1)
      next.push(
        Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)),
      );
    row = next;
  }
  return (row[b.length] ?? Infinity) <= most;
}

const leastOfWord = 3;

/** Whether the words of a text, or their beginnings, come in a name in their order: "ident. victimes" of "Identification des victimes". */
function isShortFor(text: string, name: string): boolean {
  const own = fold(text)
    .split(' ')
    .filter((word) => !common.has(word));
  if (own.length === 0 || own.some((word) => word.length < leastOfWord)) return false;
  const rest = fold(name).split(' ');
  return own.every((word) => {
    const at = rest.findIndex((each) => each.startsWith(word));
    rest.splice(0, at + 1);
    return at >= 0;
  });
}

/** A unit by its code or name; by the same without common words, accents and zeros; or, to be looked at, by a slip of the pen. */
function unit(text: string, units: readonly KnownUnit[]): Proposal {
  const folded = fold(text);
  if (blankWords.has(folded)) return { code: null, isSure: true };
  const only = (found: readonly KnownUnit[], isSure: boolean): Proposal | null =>
    found.length === 1 && found[0] !== undefined ? { code: found[0].id, isSure } : null;
  const own = core(text);
  const by = (test: (name: string) => boolean) => units.filter(({ names }) => names.some(test));
  return (
    only(
      by((name) => fold(name) === folded),
      true,
    ) ??
    only(
      by((name) => own !== '' && core(name) === own),
      true,
    ) ??
    only(
      by((name) => fold(name).length >= 3 && ` ${folded} `.includes(` ${fold(name)} `)),
      true,
    ) ??
    only(
      by((name) => own.length >= 4 && core(name).startsWith(own)),
      false,
    ) ??
    only(
      by((name) => isShortFor(text, name)),
      false,
    ) ??
    only(
      by((name) => own.length >= 5 && editsUpTo(own.length > 8 ? 2 : 1, core(name), own)),
      false,
    ) ??
    withoutBrackets(text, units)
  );
}

/** Text in brackets after a name may say anything. */
function withoutBrackets(text: string, units: readonly KnownUnit[]): Proposal {
  const rest = text.replace(/\s*\([^)]*\)\s*$/, '');
  return rest === text || rest === '' ? unknown : { ...unit(rest, units), isSure: false };
}

/** What a text of a register seems to mean. Nothing is imported by it before a person has seen it. */
export function propose(field: ValueField, text: string, units: readonly KnownUnit[]): Proposal {
  switch (field) {
    case 'source':
      return source(text);
    case 'conclusion':
      return conclusion(text);
    case 'riskBand':
      return band(text);
    case 'unitCode':
      return unit(text, units);
  }
}
