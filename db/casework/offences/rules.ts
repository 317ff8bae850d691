import type { Bilingual } from '#contract/ground/common';
import type { CivilDate } from '#contract/ground/dates';
import type { Offence, OffenceCatalogue } from '#contract/casework/offences';
import { wholeWords } from '../../ground/kernel/words.ts';
import { addMonths } from '../clocks/civil.ts';

interface Period {
  readonly from: CivilDate | null;
  readonly to: CivilDate | null;
}

function holds({ from, to }: Period, first: CivilDate, last: CivilDate): boolean {
  return (from === null || from <= last) && (to === null || first <= to);
}

/** Whether the offence can have been committed on some day of the range. */
export function isValidOn(offence: Offence, first: CivilDate, last: CivilDate = first): boolean {
  return holds({ from: offence.validFrom, to: offence.validTo }, first, last);
}

export function findOffence(catalogue: OffenceCatalogue, code: string): Offence | undefined {
  return catalogue.offences.find((each) => each.code === code);
}

/** A section as typed, for comparison: without spaces, in small letters, without the word before it. */
function sectionKey(section: string): string {
  return section
    .toLowerCase()
    .replace(/^(?:ss?|art|par|al)\.?\s*/, '')
    .replace(/[\s\u2060]/g, '');
}

/** The offence of the Criminal Code that a section names, if the catalogue has it. */
export function offenceOfSection(catalogue: OffenceCatalogue, section: string): Offence | undefined {
  const key = sectionKey(section);
  return catalogue.offences.find((each) => each.act === 'C-46' && sectionKey(each.section) === key);
}

const mostOfSection = 40;
const nameKey = (text: string): string => wholeWords(text.slice(0, mostOfSection)).join(' ');

/** Whether a text kept as a section means an offence of the Criminal Code that the catalogue has: by its section, or by its name, as far as it fits. */
export function isOfCatalogue(catalogue: OffenceCatalogue, section: string): boolean {
  if (offenceOfSection(catalogue, section) !== undefined) return true;
  const key = nameKey(section);
  return catalogue.offences.some(
    ({ act, names }) => act === 'C-46' && names.some(({ en, fr }) => nameKey(en) === key || nameKey(fr) === key),
  );
}

/** Whether a charge's section was an offence on its day; null where the catalogue or the day cannot tell. */
export function isValidThen(catalogue: OffenceCatalogue, section: string, on: CivilDate | null): boolean | null {
  const found = offenceOfSection(catalogue, section);
  return found === undefined || on === null ? null : isValidOn(found, on);
}

/** The last day on which summary proceedings for the offence of that day begin; null where there are none, or the catalogue holds no limit. */
export function summaryUntil(
  catalogue: OffenceCatalogue,
  code: string,
  lastOn: CivilDate,
): { readonly on: CivilDate; readonly statute: Bilingual } | null {
  const offence = findOffence(catalogue, code);
  const penalty = offence?.penalties.find((each) => holds(each, lastOn, lastOn));
  const limit = catalogue.summaryLimits.find(({ act }) => act === offence?.act);
  if (penalty === undefined || penalty.mode === 'indictable' || limit === undefined) return null;
  return { on: addMonths(lastOn, limit.months), statute: limit.statute };
}

/** How serious a violation is for the statistics: by its maximum penalty on the day; null where the catalogue does not hold it. */
export function seriousnessOn(offence: Offence, on: CivilDate): number | null {
  const penalty = offence.penalties.find((each) => holds(each, on, on));
  if (penalty?.indictable == null) return null;
  return penalty.indictable === 'life' ? Infinity : penalty.indictable;
}

/** Statistics Canada's codes, brought in by section, in place of those that came with the catalogue. */
export function withCodes(catalogue: OffenceCatalogue, codes: ReadonlyMap<string, string>): OffenceCatalogue {
  const byKey = new Map([...codes].map(([section, code]) => [sectionKey(section), code]));
  return {
    ...catalogue,
    offences: catalogue.offences.map((each) => {
      const code = each.act === 'C-46' ? byKey.get(sectionKey(each.section)) : undefined;
      return code === undefined ? each : { ...each, ucr2: { code, verified: true } };
    }),
  };
}
