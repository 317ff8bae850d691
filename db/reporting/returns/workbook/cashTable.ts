import { cashFlowTitle, cashLines, type CashLine } from '#contract/reporting/cashFlow';
import type { ReturnContent } from '#contract/reporting/returns';
import { codeWords } from '#contract/words/codes';
import { headings } from '#contract/words/headings';
import { attestedText, cashNotes, cashStatement, type CashStatement } from '../cashFlow.ts';
import {
  both,
  formats,
  only,
  sheetColumn,
  notApplicable,
  type SheetTable,
  type SheetValue,
} from '../../../documents/workbook/table.ts';

const dollars = (cents: number | null): number | null => (cents === null ? null : cents / 100);

function lineNote(line: CashLine, statement: CashStatement): string {
  if (line === 'actual') return both(attestedText(statement));
  const isExpected = statement.flow.quarters.some((each) => each.isExpected);
  return line === 'balance' && isExpected ? both(cashNotes.expected) : '';
}

/** The figure of the return is in its own quarter alone: it does not cover the others. */
function againstF1({ quarter }: ReturnContent, value: number | null): readonly SheetValue[] {
  return [1, 2, 3, 4].map((each) => (each === quarter.quarter ? value : notApplicable)).concat(notApplicable);
}

/** The cash flow of the fiscal year, and beneath it that its actual is the one that the return reports. */
export function cashSheets(content: ReturnContent): readonly SheetTable[] {
  const statement = cashStatement(content);
  if (statement === null) return [];
  const { flow, f1, names, difference } = statement;
  const { agrees, differs } = cashNotes;
  const verdict = difference === null ? '' : both(difference === 0 ? agrees : differs);
  return [
    {
      tab: 'Cash flow - Trésorerie',
      title: cashFlowTitle,
      columns: [
        sheetColumn(only('en', headings.item), 32),
        sheetColumn(only('fr', headings.item), 36),
        ...[1, 2, 3, 4].map((each) =>
          sheetColumn({ en: `Q${String(each)}`, fr: `T${String(each)}` }, 15, formats.money),
        ),
        sheetColumn(headings.fiscalYear, 16, formats.money),
        sheetColumn(headings.notes, 46),
      ],
      rows: [
        ...cashLines.map((line) => [
          codeWords.cashLine[line].en,
          codeWords.cashLine[line].fr,
          ...flow.quarters.map(({ amounts }) => dollars(amounts[line])),
          dollars(flow.year[line]),
          lineNote(line, statement),
        ]),
        [names.f1.en, names.f1.fr, ...againstF1(content, f1), ''],
        [names.difference.en, names.difference.fr, ...againstF1(content, dollars(difference)), verdict],
      ],
    },
  ];
}
