import { cashFlowTitle, cashLabels, cashLines, type CashLine } from '#contract/reporting/cashFlow';
import type { ReturnContent } from '#contract/reporting/returns';
import { attestedText, cashNotes, cashStatement, type CashStatement } from '../cashFlow.ts';
import {
  both,
  formats,
  label,
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

/** The figure of the return stands in its own quarter alone: of the others it says nothing. */
function againstF1({ quarter }: ReturnContent, value: number | null): readonly SheetValue[] {
  return [1, 2, 3, 4].map((each) => (each === quarter.quarter ? value : notApplicable)).concat(notApplicable);
}

/** The cash flow of the fiscal year, and beneath it that its actual is the one that the return reports. */
export function cashSheets(content: ReturnContent): readonly SheetTable[] {
  const statement = cashStatement(content);
  if (statement === null) return [];
  const { flow, f1, difference } = statement;
  const { f1: f1Label, difference: differenceLabel, agrees, differs } = cashNotes;
  const verdict = difference === null ? '' : both(difference === 0 ? agrees : differs);
  return [
    {
      tab: 'Cash flow - Trésorerie',
      title: cashFlowTitle,
      columns: [
        label('Item', 'Item', 32),
        label('Poste', 'Poste', 36),
        ...[1, 2, 3, 4].map((each) => label(`Q${String(each)}`, `T${String(each)}`, 15, formats.money)),
        label('Fiscal year', 'Exercice', 16, formats.money),
        label('Notes', 'Remarques', 48),
      ],
      rows: [
        ...cashLines.map((line) => [
          cashLabels[line].en,
          cashLabels[line].fr,
          ...flow.quarters.map(({ amounts }) => dollars(amounts[line])),
          dollars(flow.year[line]),
          lineNote(line, statement),
        ]),
        [f1Label.en, f1Label.fr, ...againstF1(content, f1), ''],
        [differenceLabel.en, differenceLabel.fr, ...againstF1(content, dollars(difference)), verdict],
      ],
    },
  ];
}
