import { quarterNumbers } from '#contract/ground/dates';
import { cashFlowTitle, cashLines } from '#contract/reporting/cashFlow';
import type { Bilingual } from '#contract/ground/common';
import type { ReturnContent } from '#contract/reporting/returns';
import { both as pair } from '#contract/words/both';
import { codeWords } from '#contract/words/codes';
import { headings } from '#contract/words/headings';
import { notAvailable } from '../../../documents/notAvailable.ts';
import type { Language } from '../../../documents/page/language.ts';
import { markup, type Markup } from '../../../documents/page/markup.ts';
import { column } from '../../../documents/report/column.ts';
import { pageOf, sheetOf, type ReportTable } from '../../../documents/report/table.ts';
import { formats, notApplicable, type SheetTable } from '../../../documents/workbook/table.ts';
import { attestedText, cashNotes, cashStatement, type CashStatement } from '../cashFlow.ts';

interface Row {
  readonly name: Bilingual;
  /** In cents, by quarter. */
  readonly amounts: readonly (number | null)[];
  readonly year: number | null;
  readonly note: Bilingual | null;
  /** The quarter of the return, where the line is of it alone. */
  readonly only?: number;
}

/** In the sheet what is of one quarter does not cover the others. */
const inSheet = ({ only }: Row, quarter: number | null, cents: number | null) =>
  only !== undefined && only !== quarter ? notApplicable : cents === null ? null : cents / 100;

const tableOf = (rows: readonly Row[]): ReportTable<Row> => ({
  title: cashFlowTitle,
  columns: [
    column.texts('item', headings.item, ({ name }) => name, { width: 34, isWide: true }),
    ...quarterNumbers.map((quarter) =>
      column.money(
        `q${String(quarter)}`,
        pair(`Q${String(quarter)}`, `T${String(quarter)}`),
        ({ amounts }: Row) => amounts[quarter - 1] ?? null,
        { sheet: (row) => inSheet(row, quarter, row.amounts[quarter - 1] ?? null), width: 15, format: formats.money },
      ),
    ),
    column.money('year', headings.fiscalYear, ({ year }) => year, {
      sheet: (row) => inSheet(row, null, row.year),
      format: formats.money,
    }),
    column.words('notes', headings.notes, ({ note }) => note, { width: 46, on: ['sheet'] }),
  ],
  rows,
});

function rowsOf(statement: CashStatement): readonly Row[] {
  const { flow } = statement;
  const isExpected = flow.quarters.some((each) => each.isExpected);
  return cashLines.map((line) => ({
    name: codeWords.cashLine[line],
    amounts: flow.quarters.map(({ amounts }) => amounts[line]),
    year: flow.year[line],
    note: line === 'actual' ? attestedText(statement) : line === 'balance' && isExpected ? cashNotes.expected : null,
  }));
}

/** The cash flow of the fiscal year, and beneath it that its actual is the one that the return reports. */
export function cashSheets(content: ReturnContent): readonly SheetTable[] {
  const statement = cashStatement(content);
  if (statement === null) return [];
  const { f1, names, difference } = statement;
  const { quarter } = content.quarter;
  const ofQuarter = (name: Bilingual, cents: number | null, note: Bilingual | null): Row => ({
    name,
    amounts: quarterNumbers.map((each) => (each === quarter ? cents : null)),
    year: null,
    note,
    only: quarter,
  });
  const { agrees, differs } = cashNotes;
  const table = tableOf([
    ...rowsOf(statement),
    ofQuarter(names.f1, f1 === null ? null : f1 * 100, null),
    ofQuarter(names.difference, difference, difference === null ? null : difference === 0 ? agrees : differs),
  ]);
  return [sheetOf(table, { tab: 'Cash flow - Trésorerie' })];
}

/** The same, and who attests it. */
export function cashPage(content: ReturnContent, language: Language): Markup | null {
  const statement = cashStatement(content);
  if (statement === null) return null;
  const { say, money, labelled } = language;
  const { flow, f1, names, difference } = statement;
  const f1Text = f1 === null ? notAvailable : money(Math.round(f1 * 100));
  const judged = difference === 0 ? say(cashNotes.agrees) : labelled(cashNotes.differs, money(difference ?? 0));
  const verdict = difference === null ? '' : ` (${judged})`;
  return markup`${pageOf(tableOf(rowsOf(statement)), language)}<p>${labelled(names.f1, `${f1Text}${verdict}`)}. ${say(attestedText(statement))}.${
    flow.quarters.some((each) => each.isExpected) ? ` ${say(cashNotes.expected)}.` : ''
  }</p>`;
}
