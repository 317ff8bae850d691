import { ledgerSign, ledgerTerm, staffingMeasure } from '#contract/ground/codes';
import { quarterMonths } from '#contract/ground/dates';
import type { ReturnContent } from '#contract/reporting/returns';
import { ledgerCategories, measureLabels } from '../labels.ts';
import { formats, label, monthDate, type SheetColumn, type SheetTable } from '../../../documents/workbook/table.ts';

/** The sign with which a column enters the balance stands before its name. */
function ledgerColumn(category: keyof typeof ledgerCategories): SheetColumn {
  const { en, fr } = ledgerCategories[category];
  if (category === 'opening' || category === 'closing') return label(en, fr, 12, formats.whole);
  const sign = category === 'reclassified' ? '±' : ledgerSign[category] > 0 ? '+' : '−';
  return label(`${sign} ${en}`, `${sign} ${fr}`, 19, formats.whole);
}

export function ledgerSheet(content: ReturnContent): SheetTable {
  return {
    tab: 'Ledger - Registre',
    title: { en: 'Backlog movements', fr: 'Mouvements de l\u2019arriéré' },
    columns: [
      label('Unit', 'Unité', 9),
      label('Month', 'Mois', 10, formats.month),
      ledgerColumn('opening'),
      ...ledgerTerm.options.map(ledgerColumn),
      ledgerColumn('closing'),
      label('Balanced', 'Équilibré', 13),
    ],
    rows: content.ledger.map(({ unitCode, month, line }) => [
      unitCode,
      monthDate(month),
      line.opening,
      ...ledgerTerm.options.map((term) => line.terms[term]),
      line.closing,
      line.balanced ? 'Yes / Oui' : 'No / Non',
    ]),
  };
}

export function staffSheet(content: ReturnContent): SheetTable {
  const valueOf = (unitCode: string, month: string, measure: string): number | null =>
    content.panel.find((each) => each.unitCode === unitCode && each.month === month && each.measure === measure)
      ?.value ?? null;
  return {
    tab: 'Staff - Personnel',
    title: { en: 'Staff in post and overtime', fr: 'Personnel en poste et heures supplémentaires' },
    columns: [
      label('Unit', 'Unité', 9),
      label('Month', 'Mois', 10, formats.month),
      ...staffingMeasure.options.map((measure) => ({
        label: measureLabels[measure],
        width: 26,
        format: formats.tenth,
      })),
    ],
    rows: content.units.flatMap((unit) =>
      quarterMonths(content.quarter).map((month) => [
        unit.code,
        monthDate(month),
        ...staffingMeasure.options.map((measure) => valueOf(unit.code, month, measure)),
      ]),
    ),
  };
}
