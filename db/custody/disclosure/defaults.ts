import type { AgeBand } from '#contract/ground/codes';
import type { PaperKind, Span } from '#contract/ground/disclosureRecords';
import { type FieldCode, isDivisible, type FieldNature, type FileRecord, type RecordField } from './record.ts';
import { placesOfNames } from './names.ts';

/** What is withheld of a record, and on which ground. */
export interface Withholding {
  readonly leavesOut: boolean;
  readonly fields: readonly FieldCode[];
  readonly spans: readonly Span[];
  readonly ground: string | null;
}

/** What the defaults of a paper rest on. */
export interface PaperTerms {
  readonly kind: PaperKind;
  readonly namesIncluded: boolean;
  readonly requesterId: string | null;
  /** Folded names found in the file's records. */
  readonly names: readonly string[];
}

const youthBands: readonly AgeBand[] = ['12_13', '14_15', '16_17'];
/** Of an extract: all that is about others, and every free text, since its content was not foreseen. */
const withheldFromRequester: readonly FieldNature[] = ['name', 'identifier', 'text'];
const aboutOthers: readonly FieldNature[] = [...withheldFromRequester, 'identity'];

export function isYouth({ about }: FileRecord): boolean {
  return about?.role === 'subject' && about.ageBand !== null && youthBands.includes(about.ageBand);
}

function codesOf(fields: readonly RecordField[], natures: readonly FieldNature[]): readonly FieldCode[] {
  return fields.filter(({ nature }) => natures.includes(nature)).map(({ code }) => code);
}

/** The places of others' names in what remains of its texts. */
export function nameSpans(fields: readonly RecordField[], names: readonly string[]): readonly Span[] {
  return fields
    .filter((field) => isDivisible(field) && field.nature !== 'name')
    .flatMap(({ code, raw }) => placesOfNames(raw, names).map((each) => ({ field: code, ...each })));
}

function ofCrown(record: FileRecord, { namesIncluded, names }: PaperTerms): Withholding {
  if (namesIncluded) return { leavesOut: false, fields: [], spans: [], ground: null };
  // Unless someone says otherwise no name leaves in any export: Criminal Code 486.4, YCJA 110 and 111.
  const fields = record.fields
    .filter(({ nature, code }) => nature === 'name' || code === 'birthDate')
    .map(({ code }) => code);
  return { leavesOut: false, fields, spans: nameSpans(record.fields, names), ground: 'publication_ban' };
}

function ofExtract(record: FileRecord, { requesterId, names }: PaperTerms): Withholding {
  const { about, fields } = record;
  const spans = nameSpans(fields, names);
  if (about !== null && about.personId !== null && about.personId === requesterId)
    return { leavesOut: false, fields: [], spans, ground: 'third_party' };
  return {
    leavesOut: record.section === 'notes' || about?.role === 'victim',
    fields: codesOf(fields, about === null ? withheldFromRequester : aboutOthers),
    spans,
    ground: about?.role === 'victim' ? 'publication_ban' : isYouth(record) ? 'youth' : 'third_party',
  };
}

/** What a paper of the kind withholds of a record while nobody has decided. */
export function defaultWithholding(record: FileRecord, terms: PaperTerms): Withholding {
  return terms.kind === 'crown' ? ofCrown(record, terms) : ofExtract(record, terms);
}
