import type { ImportField } from '#contract/intake/imports';
import { fieldByHeader, fold } from './aliases.ts';

const particles = new Set('de du des da la le les l d of the a au n no our notre'.split(' '));
const bare = (name: string): string =>
  fold(name)
    .split(' ')
    .filter((word) => !particles.has(word))
    .join(' ');
const fieldByBareHeader = new Map([...fieldByHeader].map(([name, field]) => [bare(name), field]));

/** Words that a heading may hold, in the order in which they are looked for: what is said more exactly first. */
const signs: readonly (readonly [RegExp, ImportField])[] = [
  [/how clos|motif|reason|raison/, 'conclusion'],
  [
    /ferme|clos|clot|conclu|termin|\bterm\b|close|clsd|clrd|\bout\b|sortie|\bfin\b|\bend(?:ed)?\b|finish|(?:date|day|jour) (?:\S+ )?(?:res|regl|decis|disp|clear|outcome|stat)|\b(?:res|regl|decis|disp|clear|outcome|result|stat)\S* (?:date|day)\b|\bregle/,
    'concludedOn',
  ],
  [
    /recep|recu|rec ?v?d\b|rec d\b|rcvd?\b|receiv|ouvert|opened|entree|arriv|intake|incoming|date in\b|^in\b|rec date|date rec\b|signale le|reported on|date du signal/,
    'receivedOn',
  ],
  [
    /statut|status|\bstat\b|\betat|state|issue|outcome|\bdisp|resultat|result|suivi|\bsuite|action taken|mesure|avancement|progress|where (?:it|is)|situation/,
    'conclusion',
  ],
  [/\bferme|\bclos|\bconclu/, 'conclusion'],
  [
    /sourc|\bsrc\b|provenan|\bprov\b|origin|organisme|agenc|expediteur|referred by|sent by|recu de|\bfrom\b|\bwho\b|complainant|plaignant|transmis par|\bvia\b|d ou\b/,
    'source',
  ],
  [/unit|equipe|team|detach|\bdet\b|poste|bureau|secteur|region/, 'unitCode'],
  [/\bprio|urgen|\bp[rl]ty\b|\blvl\b|\blevel\b/, 'priorityReceived'],
  [/risq|risk|threat|menace/, 'riskBand'],
  [
    /resum|summar|descri|comment|remarq|remark|\bnote|detail|synops|\bgist\b|\bfaits|\bobjet\b|narrat|observation|particular|precision|histor/,
    'summary',
  ],
  [
    /num|\bref|dossier|file|case|\btip|^notre n$|occurrence|evenement|rapport|report|\bno\b|signalement|\bid\b|\bocc\b|^n \S| #$|^(?:ncecc|cncee|ncmec|cybertip|cyberaide|c3p)$/,
    'externalNumber',
  ],
];

/** "V/Réf." is the sender's number, and "N/Réf." the unit's own. */
const sendersNumber =
  /\bextern|\bext\b|^(?:v|votre|your|yr) ref|parten|partner|agenc|sourc|sender|expedit|\btip\b|cyber|ncecc|cncee|ncmec/;
const ownNumber = /^(?:our|own|notre|nos)\b|^n ref|\bintern|\blocal\b|\bgo\b|\bpros\b|versadex|niche|\brms\b/;

export const isOwnNumber = (name: string): boolean => ownNumber.test(fold(name));

/** A name in two languages is each of them. */
const partsOf = (name: string): readonly string[] => {
  const parts = name.split(/\s\/\s|(?<=\p{L}{3})\/(?=\p{L}{3})|\|/u).filter((part) => part.trim() !== '');
  return parts.length > 1 ? [name, ...parts] : [name];
};

/** The whole name, the name without its particles, a word in it, and a word that says less than another one in it or than any. */
const nameWeights = { whole: 10, bare: 9, word: 6, lesser: 4 } as const;

/** Days of something else than the referral: of what happened, of a step on its way, of what is still to come. */
const otherDay =
  /incident|offen[cs]e|infraction|\bevent|evenement|birth|naiss|\bdob\b|\bddn\b|\bdue\b|echeance|\bbf\b|diary|follow|\bnext\b|prochain|review|assign|attribu|saisi|entered|logged|upload|televers|activit|modif|update|mise a jour|warrant|mandat\b|arrest/;
export const isOtherDay = (name: string): boolean => otherDay.test(fold(name));

type Weights = ReadonlyMap<ImportField, number>;

/** The source's own number, apart from the number that the unit or another list gave. */
const ofNumber = (folded: string): number => (sendersNumber.test(folded) ? 6 : 0) - (ownNumber.test(folded) ? 4 : 0);

function weighPart(part: string): Weights {
  const weights = new Map<ImportField, number>();
  const add = (field: ImportField | undefined, weight: number): void => {
    if (field !== undefined) weights.set(field, Math.max(weight, weights.get(field) ?? 0));
  };
  // "#" and "nº" are words for a number.
  const folded = `${fold(part)}${/[#№]/.test(part) ? ' #' : ''}`;
  if (folded !== 'date') add(fieldByHeader.get(fold(part)), nameWeights.whole);
  if (bare(part) !== '' && bare(part) !== 'date') add(fieldByBareHeader.get(bare(part)), nameWeights.bare);
  // "Date" may be of anything.
  if (/\bdate\b/.test(folded)) add('receivedOn', nameWeights.lesser);
  const found = signs.filter(([sign]) => sign.test(folded)).map(([, field]) => field);
  for (const [place, field] of found.entries()) add(field, place === 0 ? nameWeights.word : nameWeights.lesser);
  const number = weights.get('externalNumber');
  if (number !== undefined) weights.set('externalNumber', number + ofNumber(folded));
  return weights;
}

/** How much the name of a column says that it is each field. */
export function weighName(name: string): Weights {
  const weights = new Map<ImportField, number>();
  for (const part of partsOf(name))
    for (const [field, weight] of weighPart(part)) weights.set(field, Math.max(weight, weights.get(field) ?? 0));
  return weights;
}

/** The field that each column's whole name means; the first column of a name has it. */
export function columnsByName(header: readonly string[]): Partial<Record<ImportField, number>> {
  const columns: Partial<Record<ImportField, number>> = {};
  for (const [column, name] of header.entries()) {
    const field = fieldByHeader.get(fold(name));
    if (field && columns[field] === undefined) columns[field] = column;
  }
  return columns;
}

/** The fields that the cells of a line name, were they names of columns. */
export function fieldsNamed(cells: readonly string[]): readonly ImportField[] {
  return cells.flatMap((cell) => {
    const [best] = [...weighName(cell)].toSorted(([, a], [, b]) => b - a);
    return best === undefined || best[1] < nameWeights.lesser ? [] : [best[0]];
  });
}
