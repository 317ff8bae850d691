import type { CivilDate } from '#contract/ground/dates';
import { lastDayOf, month } from '#contract/ground/dates';
import type { ImportField, Refusal } from '#contract/intake/imports';
import type { VerdictReason } from '#contract/intake/verdicts';
import { bandByWord, conclusionByWord, fold, isBlank, sourceByWord } from './aliases.ts';
import { readDate } from './dates.ts';
import type { GroupedRow } from './keptRows.ts';
import { nearestTo } from './nearest.ts';
import { fitsColumns, limits, textOf } from './rules.ts';
import type { Layout } from './types.ts';
import { readWritten } from './writtenDates.ts';

type DateField = 'receivedOn' | 'concludedOn';

/** Of a row that is not imported: for each reason what is written, and the nearest form that would be accepted. */
export function refusalsOf(
  layout: Layout,
  { cells, above, reasons }: Pick<GroupedRow, 'cells' | 'above' | 'reasons'>,
): readonly Refusal[] {
  const text = textOf(layout.mapping, cells, above);
  return reasons.flatMap((reason) => explain(reason, { layout, cells, text }));
}

interface Row {
  readonly layout: Layout;
  readonly cells: readonly string[];
  readonly text: (field: ImportField) => string;
}

type Explain = (row: Row, reason: VerdictReason) => readonly Refusal[];

const said =
  (field: ImportField, nearest: (row: Row, text: string) => string | null): Explain =>
  (row, reason) => [{ reason, field, value: row.text(field), nearest: nearest(row, row.text(field)) }];

const byWord =
  (field: ImportField, known: ReadonlyMap<string, string>): Explain =>
  (row, reason) =>
    said(field, (_, text) => known.get(nearestTo(fold(text), [...known.keys()]) ?? '') ?? null)(row, reason);

const ofDates =
  (isRefused: (row: Row, field: DateField) => boolean, nearest: (row: Row, text: string) => string | null): Explain =>
  (row, reason) =>
    (['receivedOn', 'concludedOn'] as const)
      .filter((field) => isRefused(row, field))
      .map((field) => {
        const value = dateText(row, field);
        return { reason, field, value, nearest: nearest(row, value) };
      });

/** How many codes are named; of the others only the count. */
const mostCodes = 6;

/** The importer's unit whose name or code is nearest to the text; where none is near, the codes of all of them. */
const byUnit: Explain = said('unitCode', ({ layout: { ownCodes } }, text) => {
  const near = nearestTo(fold(text), [...ownCodes.keys()]);
  if (near !== null) return ownCodes.get(near) ?? null;
  const codes = [...new Set(ownCodes.values())].toSorted();
  const more = codes.length - mostCodes;
  return `${codes.slice(0, mostCodes).join(', ')}${more > 0 ? ` (+ ${String(more)})` : ''}` || null;
});

/** Of a blank cell, the source that fits any referral. */
const bySource: Explain = (row, reason) =>
  isBlank(row.text('source'))
    ? said('source', () => 'other')(row, reason)
    : byWord('source', sourceByWord)(row, reason);

const explanations: Partial<Record<VerdictReason, Explain>> = {
  date_missing: said('receivedOn', () => null),
  date_without_day: said('receivedOn', (row, text) => readAs(row, text)?.from ?? null),
  date_not_real: ofDates((row, field) => isWritten(row, field) && dayOf(row, field) === null, nearestDay),
  date_in_future: ofDates(
    (row, field) => (dayOf(row, field) ?? '') > row.layout.today,
    ({ layout }) => layout.today,
  ),
  date_too_early: said('receivedOn', (row) => {
    const on = dayOf(row, 'receivedOn');
    const later = on && (`${String(Number(on.slice(0, 4)) + 100)}${on.slice(4)}` as CivilDate);
    return later !== null && later <= row.layout.today ? later : null;
  }),
  concluded_before_received: ofDates(
    (_, field) => field === 'concludedOn',
    (row) => dayOf(row, 'receivedOn'),
  ),
  conclusion_incomplete: (row, reason) =>
    said(row.text('concludedOn') === '' ? 'concludedOn' : 'conclusion', () => null)(row, reason),
  source_unknown: bySource,
  risk_band_unknown: byWord('riskBand', bandByWord),
  conclusion_unknown: byWord('conclusion', new Map([...conclusionByWord].filter(([, code]) => code !== 'open'))),
  unit_unknown: byUnit,
  unit_not_yours: byUnit,
  text_too_long: (row, reason) =>
    (Object.keys(limits) as (keyof typeof limits)[])
      .filter((field) => row.text(field).length > limits[field])
      .flatMap((field) => said(field, (_, text) => text.slice(0, limits[field]))(row, reason)),
  wrong_number_of_columns: ({ layout, cells }, reason) => [
    {
      reason,
      field: null,
      value: String(cells.length),
      nearest: fitsColumns(cells, layout.columnCount) ? null : String(layout.columnCount),
    },
  ],
};

function explain(reason: VerdictReason, row: Row): readonly Refusal[] {
  const found = explanations[reason]?.(row, reason) ?? [];
  return found.length > 0 ? found : [{ reason, field: null, value: null, nearest: null }];
}

/** The date of an end may be next to its state. */
function dateText({ layout, text }: Row, field: DateField): string {
  if (field === 'receivedOn' || layout.register === null) return text(field);
  return layout.register.endOf(text('conclusion'), text('concludedOn')).date;
}

const isWritten = (row: Row, field: DateField): boolean => !isBlank(dateText(row, field));

function dayOf(row: Row, field: DateField): CivilDate | null {
  const { layout } = row;
  const written = dateText(row, field);
  if (layout.register !== null) return layout.register.dateOf(field, written)?.from ?? null;
  return readDate(layout.serialDay(written) ?? written, layout.mapping.dateOrder);
}

/** As a register would read it: names of months and years of two digits too. */
function readAs({ layout }: Row, text: string) {
  const order = layout.mapping.dateOrder === 'month_first' ? 'month_first' : 'day_first';
  return readWritten(text, { order, serialDay: layout.serialDay, today: layout.today });
}

const numbers = /^(\d{4})\D(\d{1,2})\D(\d{1,2})(?!\d)|^(\d{1,2})\D(\d{1,2})\D(\d{4})(?!\d)/;

/** Another way of reading it that gives a day; otherwise the last day of a month that is written, or day and month exchanged. */
function nearestDay(row: Row, text: string): string | null {
  const read = readAs(row, text);
  if (read !== null && read.from === read.to) return read.from;
  const parts = numbers.exec(text.trim());
  if (parts === null) return lastOfNamedMonth(row, text);
  const [year = '', first = '', second = ''] = parts[1] === undefined ? [parts[6], parts[5], parts[4]] : parts.slice(1);
  return realDay(year, first, second) ?? realDay(year, second, first);
}

/** "Feb 30, 2024": the last day that the month of that name has. */
function lastOfNamedMonth(row: Row, text: string): CivilDate | null {
  const read = ['30', '29', '28']
    .map((day) => readAs(row, text.replace(/(?<!\d)(?:29|30|31)(?!\d)/, day)))
    .find((each) => each !== null && each.from === each.to);
  return read?.from ?? null;
}

function realDay(year: string, ofYear: string, ofMonth: string): CivilDate | null {
  const parsed = month.safeParse(`${year}-${ofYear.padStart(2, '0')}`);
  const day = Number(ofMonth);
  if (!parsed.success || day < 1 || day > 31) return null;
  const last = lastDayOf(parsed.data);
  const written = `${parsed.data}-${ofMonth.padStart(2, '0')}` as CivilDate;
  return written < last ? written : last;
}
