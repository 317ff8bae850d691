import type { CivilDate } from '#contract/ground/dates';
import type { ExtractField, ExtractKind, ExtractMapping, ExtractReason } from '#contract/intake/extracts';
import type { UnitId } from '#contract/ground/ids';
import { fold } from '../imports/aliases.ts';
import { readDate } from '../imports/dates.ts';
import { remembering } from '../imports/remembering.ts';
import { cellOf, fitsColumns } from '../imports/rules.ts';
import { externalKey } from '../../casework/referrals/rules.ts';
import { hidesBinary } from '../../documents/tables/detect.ts';
import { ageByWord, dispositionByWord, stageByWord } from './aliases.ts';
import { dateOf, isBlank, lineOf, type Cells } from './cells.ts';
import type { Members } from '../imports/members.ts';
import { nothingOpening, openingOf, type Opening } from './opening.ts';
import { comparedFields, type Said, type Value } from './rules.ts';

export interface ExtractLayout {
  readonly kind: ExtractKind;
  readonly mapping: ExtractMapping;
  readonly columnCount: number;
  readonly serialDay: (text: string) => string | null;
  readonly unitByCode: ReadonlyMap<string, UnitId>;
  readonly ownUnits: ReadonlySet<string>;
  readonly today: CivilDate;
  /** The unit's reasons for a clearance by their codes, names and letters. */
  readonly clearanceByWord: ReadonlyMap<string, string>;
  readonly memberByName: Members;
}

/** One row of an extract, read. */
export interface ReadRecord {
  readonly unitId: UnitId;
  readonly number: string;
  /** The occurrence number folded: the same one is written in many ways. */
  readonly fileKey: string;
  readonly rowNumber: string | null;
  readonly referralKey: string | null;
  readonly said: Said;
  readonly opening: Opening;
}

export type ReadResult =
  | { readonly record: ReadRecord }
  | { readonly record: null; readonly number: string; readonly reasons: readonly ExtractReason[] };

function wordOf(cells: Cells, field: ExtractField, byWord: ReadonlyMap<string, string>, blank: Value): Value {
  const text = cells.text(field);
  if (isBlank(text)) return blank;
  return byWord.get(fold(text)) ?? cells.refuse('value_unknown');
}

function countsOf(cells: Cells): Value {
  const text = cells.text('counts');
  const counts = isBlank(text) ? 1 : Number(text);
  return Number.isInteger(counts) && counts >= 1 && counts <= 999 ? counts : cells.refuse('value_unknown');
}

const readers: Partial<Record<ExtractField, (cells: Cells) => Value>> = {
  openedOn: (cells) => dateOf(cells, 'openedOn', true),
  concludedOn: (cells) => dateOf(cells, 'concludedOn', false),
  title: (cells) => lineOf(cells, 'title', 80) || null,
  subject: (cells) => lineOf(cells, 'subject', 200) || null,
  arrestedOn: (cells) => dateOf(cells, 'arrestedOn', true),
  youth: (cells) => (wordOf(cells, 'youth', ageByWord, 'adult') === 'youth' ? 1 : 0),
  laidOn: (cells) => dateOf(cells, 'laidOn', true),
  section: (cells) => lineOf(cells, 'section', 40) || cells.refuse('value_unknown'),
  counts: countsOf,
  stage: (cells) => wordOf(cells, 'stage', stageByWord, 'laid'),
  disposition: (cells) => wordOf(cells, 'disposition', dispositionByWord, null),
  disposedOn: (cells) => dateOf(cells, 'disposedOn', false),
  clearance: (cells) => wordOf(cells, 'clearance', cells.clearanceByWord, null) ?? cells.refuse('value_unknown'),
  clearedOn: (cells) => dateOf(cells, 'clearedOn', true),
};

function unitOf(cells: Cells, { mapping, unitByCode, ownUnits }: ExtractLayout): UnitId | null {
  const code = cells.text('unitCode');
  const unitId = code === '' ? mapping.unitId : unitByCode.get(fold(code));
  if (!unitId) return cells.refuse('unit_unknown');
  return ownUnits.has(unitId) ? unitId : cells.refuse('unit_not_yours');
}

const isText: ReadonlySet<ExtractField> = new Set(['title', 'subject']);

function saidBy(cells: Cells, { kind, mapping }: ExtractLayout): Said {
  const said: Partial<Record<ExtractField, Value>> = {};
  for (const field of comparedFields[kind]) {
    if (mapping.columns[field] === undefined) continue;
    const value = readers[field]?.(cells) ?? null;
    // A blank cell removes no words that someone wrote.
    if (value !== null || !isText.has(field)) said[field] = value;
  }
  return said;
}

/** The reader of one extract. Dates repeat from row to row, so each is read once. */
export function makeReader(layout: ExtractLayout): (row: readonly string[]) => ReadResult {
  const { kind } = layout;
  const { columns, dateOrder } = layout.mapping;
  const date = remembering((text) => readDate(layout.serialDay(text) ?? text, dateOrder));
  return (row) => {
    const reasons = new Set<ExtractReason>();
    const cells: Cells = {
      text: (field) => cellOf(row, columns[field]),
      date,
      refuse: (reason) => {
        reasons.add(reason);
        return null;
      },
      today: layout.today,
      clearanceByWord: layout.clearanceByWord,
    };
    const number = lineOf(cells, 'number', 40);
    if (!fitsColumns(row, layout.columnCount)) return { record: null, number, reasons: ['wrong_number_of_columns'] };
    if (row.some(hidesBinary)) return { record: null, number: '', reasons: ['contains_binary'] };
    const fileKey = isBlank(number) ? cells.refuse('number_missing') : externalKey(number);
    const unitId = unitOf(cells, layout);
    const said = saidBy(cells, layout);
    const opening =
      kind === 'investigations' && unitId ? openingOf(cells, layout.memberByName, unitId, said) : nothingOpening;
    const rowNumber = externalKey(lineOf(cells, 'rowNumber', 60));
    const referralKey = externalKey(lineOf(cells, 'referralNumber', 60));
    if (reasons.size > 0 || !unitId || fileKey === null) return { record: null, number, reasons: [...reasons] };
    return { record: { unitId, number, fileKey, rowNumber, referralKey, said, opening } };
  };
}
