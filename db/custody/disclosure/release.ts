import type { CivilDate } from '#contract/ground/dates';
import type { Bilingual } from '#contract/ground/common';
import type { PaperSection, RedactionGround, Treatment } from '#contract/custody/disclosure';
import { fields as labels } from '#contract/words/fields';
import type { FileRecord, RecordField } from './record.ts';
import type { Treated } from './treat.ts';

/** What is given of a field: words, or the mark of the ground on which they are withheld. */
export type ReleasedPart = { readonly words: Bilingual } | { readonly mark: string };

export interface ReleasedRecord {
  readonly number: number;
  readonly section: PaperSection;
  readonly on: string | null;
  readonly isRevised: boolean;
  readonly fields: readonly { readonly label: Bilingual; readonly parts: readonly ReleasedPart[] }[];
}

/** A line of the list of what is withheld: never what it says. */
export interface IndexLine {
  readonly number: number;
  readonly section: PaperSection;
  readonly on: CivilDate | null;
  readonly isRevised: boolean;
  readonly treatment: Treatment;
  readonly ground: string | null;
}

export interface ForRelease extends Treated {
  readonly record: FileRecord;
  readonly number: number;
  readonly isRevised: boolean;
}

export type Grounds = ReadonlyMap<string, RedactionGround>;

/** Printed where a ground is no longer known. */
const noMark = '-';

function partsOf(field: RecordField, { fields, spans }: Treated, mark: string): readonly ReleasedPart[] {
  if (fields.has(field.code)) return [{ mark }];
  const own = spans.filter((each) => each.field === field.code);
  if (own.length === 0) return [{ words: field.value }];
  const parts: ReleasedPart[] = [];
  const say = (from: number, to: number): void => {
    const text = field.raw.slice(from, to);
    if (text !== '') parts.push({ words: { en: text, fr: text } });
  };
  let at = 0;
  for (const { from, to } of own) {
    say(at, from);
    parts.push({ mark });
    at = to;
  }
  say(at, field.raw.length);
  return parts;
}

/** The day of a record, unless the field that says it is withheld. */
function dayOf({ record, fields, spans }: ForRelease): CivilDate | null {
  const isWithheld =
    record.dated !== null && (fields.has(record.dated) || spans.some(({ field }) => field === record.dated));
  return isWithheld ? null : record.on;
}

/** What a paper says of a record; null of one that is left out. Nothing withheld is in it, nor how long it was. */
export function releaseRecord(each: ForRelease, grounds: Grounds): ReleasedRecord | null {
  if (each.treatment === 'left_out') return null;
  const mark = grounds.get(each.ground ?? '')?.mark ?? noMark;
  const { record, number, isRevised } = each;
  return {
    number,
    section: record.section,
    on: dayOf(each),
    isRevised,
    fields: record.fields.map((field) => ({
      label: labels[field.code],
      parts: partsOf(field, each, mark),
    })),
  };
}

/** The line of the index, without a date where the ground says that a date might tell too much. */
export function indexLine(each: ForRelease, grounds: Grounds): IndexLine {
  const { record, number, isRevised, treatment, ground } = each;
  const conceals = grounds.get(ground ?? '')?.concealsDate === true;
  return { number, section: record.section, on: conceals ? null : dayOf(each), isRevised, treatment, ground };
}
