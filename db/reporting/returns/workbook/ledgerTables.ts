import { ledgerSign, ledgerTerm, staffingMeasure } from '#contract/ground/codes';
import { quarterMonths } from '#contract/ground/dates';
import type { ReturnContent } from '#contract/reporting/returns';
import { unsignedUnits } from '#contract/reporting/unsigned';
import { codeWords } from '#contract/words/codes';
import { headings } from '#contract/words/headings';
import {
  both,
  formats,
  sheetColumn,
  monthDate,
  type SheetColumn,
  type SheetTable,
  type SheetValue,
} from '../../../documents/workbook/table.ts';

/** The sign with which a column enters the balance is before its name. */
function ledgerColumn(category: keyof typeof codeWords.ledger): SheetColumn {
  const { en, fr } = codeWords.ledger[category];
  if (category === 'opening' || category === 'closing') return sheetColumn({ en: en, fr: fr }, 12, formats.whole);
  const sign = category === 'reclassified' ? '±' : ledgerSign[category] > 0 ? '+' : '−';
  return sheetColumn({ en: `${sign} ${en}`, fr: `${sign} ${fr}` }, 13.5, formats.whole);
}

/** A last column where some unit's figures come from a form that nothing signs. */
function signatureOf({ checks }: ReturnContent) {
  const unsigned = unsignedUnits(checks);
  return {
    columns: unsigned.size > 0 ? [sheetColumn(headings.signature, 22)] : [],
    cells: (unitCode: string): readonly SheetValue[] =>
      unsigned.size > 0 ? [unsigned.has(unitCode) ? both(headings.unsigned) : null] : [],
  };
}

export function ledgerSheet(content: ReturnContent): SheetTable {
  const signing = signatureOf(content);
  return {
    tab: 'Ledger - Registre',
    title: headings.ledger,
    isElsewhere: true,
    columns: [
      sheetColumn(headings.unit, 9),
      sheetColumn(headings.month, 10, formats.month),
      ledgerColumn('opening'),
      ...ledgerTerm.options.map(ledgerColumn),
      ledgerColumn('closing'),
      sheetColumn(headings.balanced, 12),
      ...signing.columns,
    ],
    rows: content.ledger.map(({ unitCode, month, line }) => [
      unitCode,
      monthDate(month),
      line.opening,
      ...ledgerTerm.options.map((term) => line.terms[term]),
      line.closing,
      line.balanced ? 'Yes / Oui' : 'No / Non',
      ...signing.cells(unitCode),
    ]),
  };
}

export function staffSheet(content: ReturnContent): SheetTable {
  const valueOf = (unitCode: string, month: string, measure: string): number | null =>
    content.panel.find((each) => each.unitCode === unitCode && each.month === month && each.measure === measure)
      ?.value ?? null;
  const signing = signatureOf(content);
  return {
    tab: 'Staff - Personnel',
    title: headings.staff,
    isElsewhere: true,
    columns: [
      sheetColumn(headings.unit, 9),
      sheetColumn(headings.month, 10, formats.month),
      ...staffingMeasure.options.map((measure) => ({
        label: codeWords.measure[measure],
        width: 26,
        format: formats.tenth,
      })),
      ...signing.columns,
    ],
    rows: content.units.flatMap((unit) =>
      quarterMonths(content.quarter).map((month) => [
        unit.code,
        monthDate(month),
        ...staffingMeasure.options.map((measure) => valueOf(unit.code, month, measure)),
        ...signing.cells(unit.code),
      ]),
    ),
  };
}
