import type { UnitId } from '#contract/ground/ids';
import type { ValueField } from '#contract/intake/imports';
import { bandByWord, blankWords, conclusionByWord, fold, isBlank, sourceByWord } from './aliases.ts';
import { withoutDenied } from './denials.ts';
import {
  likelyBands,
  likelySources,
  likelyStateByWord,
  likelyStates,
  sourceSigns,
  stateSigns,
  unclearState,
  type Sign,
} from './signs.ts';
import { editsUpTo, nearestWord } from './slips.ts';

export interface Proposal {
  /** Null: nothing here says what it is. */
  readonly code: string | null;
  /** The text says so itself; otherwise a person looks at it. */
  readonly isSure: boolean;
  /** False: nothing in the text says so, and it is what such a text is taken for. */
  readonly isSaid?: boolean;
}

export interface KnownUnit {
  readonly id: UnitId;
  readonly names: readonly string[];
}

const unknown: Proposal = { code: null, isSure: false };
const sure = (code: string): Proposal => ({ code, isSure: true });
const likely = (code: string): Proposal => ({ code, isSure: false });

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

function bySigns(text: string, signs: readonly Sign[]): string | null {
  return signs.find(([sign]) => sign.test(text))?.[1] ?? null;
}

/** Letters with dots between them are one word: `D.P.J.` is `dpj`. */
const acronyms = (folded: string): string => folded.replace(/\b(\p{L}) (?=\p{L}\b)/gu, '$1');

/** What it names is what it is not, or a body that is called after the public. */
const otherThanNamed =
  /^(?:not|non|pas|sauf|except|autre que|other than)\b|\bpublic (?:safety|prosecution)|securite publique/;

/** What says nothing of itself is another source, to be looked at. */
function source(text: string): Proposal {
  const folded = acronyms(fold(text));
  const exact = sourceByWord.get(fold(text)) ?? sourceByWord.get(folded);
  if (exact !== undefined) return sure(exact);
  const found = bySigns(folded, sourceSigns);
  if (found !== null) return { code: found, isSure: !otherThanNamed.test(folded) && !namesTwo(folded) };
  const guess = bySigns(folded, likelySources) ?? nearestWord(folded, sourceByWord) ?? heldWords(folded, sourceByWord);
  return guess === null ? { ...likely('other'), isSaid: false } : likely(guess);
}

/** Sources that pass on what another one received: which of the two a row counts is the unit's own habit. */
const channels = new Set(['ncecc', 'cybertip', 'mandatory_report']);

/** "Cybertip via NCECC". */
const namesTwo = (folded: string): boolean =>
  sourceSigns.filter(([sign, code]) => channels.has(code) && sign.test(folded)).length > 1;

const inInvestigation = /\b(?:linked|liee?|rattachee?|joint) (?:to|a|au)\b/;

/** The initials of a member after a state say nothing of it. */
const initials = /(?<=\p{Ll}.*)[\s(,-]+[A-Z]{2,3}\)?$/u;

const isOpenBeside = (folded: string): boolean =>
  stateSigns.some(
    ([sign, code]) => code === 'open' && sign.test(folded.replace(/\b(?:enquete|investigation|file)s?\b/g, '')),
  );

/** Signs of one end, a closing beside its reason being the same: "closed - not viable". */
function endSigned(folded: string, affirmed: string): Proposal | null {
  const codes = new Set(
    stateSigns.filter(([sign, code]) => sign.test(code === 'open' ? folded : affirmed)).map(([, code]) => code),
  );
  if (codes.size === 2 && !codes.has('open')) codes.delete('concluded');
  // Signs of two states, as in "Enquête terminée", are to be looked at.
  const isOne = codes.size === 1 && !unclearState.test(folded);
  // The noun says what ended, not that it goes on.
  if (codes.size === 2 && !isOpenBeside(folded)) codes.delete('open');
  const [code] = codes;
  if (code === undefined) return null;
  return { code, isSure: isOne && !likelyStates.some(([sign, other]) => other !== code && sign.test(affirmed)) };
}

/** What a text says of a state; null where it says nothing of any. */
function stateSaid(text: string): Proposal | null {
  const folded = fold(text);
  // Its investigation carries it on: open, it would be counted twice.
  if (inInvestigation.test(folded)) return likely('open');
  const exact = conclusionByWord.get(folded);
  if (exact !== undefined) return sure(exact);
  const affirmed = withoutDenied(folded);
  const signed = endSigned(folded, affirmed);
  if (signed !== null) return signed;
  if (affirmed === '' || unclearState.test(folded)) return likely('open');
  const held = heldWords(affirmed, conclusionByWord);
  if (held !== null) return { code: held, isSure: affirmed === folded };
  const guess =
    likelyStateByWord.get(affirmed) ?? bySigns(affirmed, likelyStates) ?? nearestWord(affirmed, conclusionByWord);
  return guess === null ? null : likely(guess);
}

/** What no one can tell is still open: a state that is unclear never ends a referral. */
function conclusion(text: string): Proposal {
  if (isBlank(text)) return sure('open');
  const short = text.replace(initials, '');
  return stateSaid(text) ?? (short === text ? null : stateSaid(short)) ?? { ...likely('open'), isSaid: false };
}

const childInDanger = /\b(?:child in danger|enfant en danger)\b/;

/** Says nothing of the band itself: "1 - Imminent", "Risque élevé". */
const aroundBand = /^(?:(?:risk|risque|level|niveau|band|cote|\d+) )+|(?: (?:risk|risque|level|niveau|band|\d+))+$/g;

function band(text: string): Proposal {
  const folded = fold(text);
  if (blankWords.has(folded)) return { code: null, isSure: true };
  // A list of Vigie gives it with the band, which it outweighs.
  if (childInDanger.test(folded)) return { code: 'imminent', isSure: false };
  const exact = bandByWord.get(folded) ?? bandByWord.get(folded.replace(aroundBand, ''));
  if (exact !== undefined) return sure(exact);
  // A word before the band may raise or deny it: "T. élevé", "not high".
  const found = likelyBands.get(folded) ?? nearestWord(folded, bandByWord) ?? heldWords(folded, bandByWord);
  return found === null ? unknown : likely(found);
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

const lettersOnly = /^\p{L}{2,}$/u;

/** Whether the letters of a text come in a name in their order, the first first: "Mtl" of "Montréal". */
function isContractionOf(text: string, name: string): boolean {
  if (!lettersOnly.test(text) || !lettersOnly.test(name) || text[0] !== name[0] || text.length >= name.length)
    return false;
  let at = 0;
  for (const letter of name) if (letter === text[at]) at += 1;
  return at === text.length;
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
      by((name) => isContractionOf(own, core(name))),
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
