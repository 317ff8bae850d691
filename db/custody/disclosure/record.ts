import { format } from 'date-fns/format';
import type { CivilDate } from '#contract/ground/dates';
import type { AgeBand, PersonRole } from '#contract/ground/codes';
import type { PaperSection } from '#contract/custody/disclosure';
import type { Bilingual } from '#contract/ground/common';
import { codeWord, type CodeList } from '#contract/words/codes';
import { no, yes } from '#contract/words/common';
import type { fields } from '#contract/words/fields';
import { canonicalJson } from '../../ground/kernel/canonicalJson.ts';
import { sha256 } from '../../ground/kernel/signing.ts';

export type FieldCode = keyof typeof fields;

/** What a field may tell: a mere fact, who someone is, or what someone wrote. */
export type FieldNature = 'fact' | 'name' | 'identity' | 'identifier' | 'text';

export interface RecordField {
  readonly code: FieldCode;
  readonly nature: FieldNature;
  /** As it is stored: two states of a record are compared by it, whatever its words in either language. */
  readonly raw: string;
  readonly value: Bilingual;
  /** Of what is an instant: its words follow the computer's time zone, and the instant does not. */
  readonly instant?: number;
}

/** Whom a record is about. */
export interface About {
  readonly personId: string | null;
  readonly role: PersonRole | null;
  readonly ageBand: AgeBand | null;
}

/** One record of a file, as far as a paper may give it. */
export interface FileRecord {
  readonly key: string;
  readonly section: PaperSection;
  /** The field that dates it: where that one is withheld, so is the date. */
  readonly dated: FieldCode | null;
  readonly on: CivilDate | null;
  readonly version: number;
  readonly about: About | null;
  readonly fields: readonly RecordField[];
}

type Field = RecordField | null;

const minute = 'yyyy-MM-dd HH:mm';

/** Line ends as a page counts them, so that a place in a text is the same place everywhere. */
const written = (text: string): string => text.replace(/\r\n?/g, '\n');

function field(code: FieldCode, nature: FieldNature, raw: string | number | null, value?: Bilingual): Field {
  if (raw === null || raw === '') return null;
  const text = written(String(raw));
  return { code, nature, raw: text, value: value ?? { en: text, fr: text } };
}

export const fact = (code: FieldCode, raw: string | number | null): Field => field(code, 'fact', raw);
/** An instant as the user who prepares the paper reads it on a clock. */
export function moment(code: FieldCode, at: number | null): Field {
  const said = at === null ? null : field(code, 'fact', format(at, minute));
  return said && { ...said, instant: at ?? 0 };
}
export const text = (code: FieldCode, raw: string | null): Field => field(code, 'text', raw);
export const named = (code: FieldCode, raw: string | null): Field => field(code, 'name', raw);
export const identifying = (code: FieldCode, raw: string | null): Field => field(code, 'identifier', raw);
/** A code of a catalogue, with its name there. */
export const said = (code: FieldCode, raw: string | null, value: Bilingual | undefined): Field =>
  field(code, 'fact', raw, value);
export const identity = (code: FieldCode, raw: string | null): Field => field(code, 'identity', raw);
/** A code of one of the glossary's lists. */
export const coded = (code: FieldCode, list: CodeList, raw: string | null, nature: FieldNature = 'fact'): Field =>
  field(code, nature, raw, raw === null ? undefined : codeWord(list, raw));

export const yesOrNo = (code: FieldCode, value: boolean): Field => field(code, 'fact', String(value), value ? yes : no);

interface Row {
  readonly id: string;
  readonly version: number;
}

interface Rest {
  readonly about?: About;
  readonly dated?: FieldCode;
}

/** A record of a row; what the row leaves empty is no field. */
export function recordOf(
  section: PaperSection,
  kind: string,
  { id, version }: Row,
  given: readonly Field[],
  { about, dated }: Rest = {},
): FileRecord {
  const fields = given.filter((each) => each !== null);
  const on = (fields.find((each) => each.code === dated)?.raw.slice(0, 10) ?? null) as CivilDate | null;
  return { key: `${kind}:${id}`, section, dated: dated ?? null, on, version, about: about ?? null, fields };
}

/** SHA-256 of what a record says, the same in every time zone. */
export function digestOf({ key, fields }: FileRecord): string {
  const said = fields.map(({ code, raw, instant }) => [
    code,
    instant === undefined ? raw : new Date(instant).toISOString(),
  ]);
  return sha256(canonicalJson([key, said]));
}

/** Parts of it can be withheld: it is the same text in both languages. */
export function isDivisible({ nature, value }: RecordField): boolean {
  return nature !== 'fact' && value.en === value.fr;
}
