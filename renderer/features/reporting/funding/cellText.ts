import type { Locale } from '#contract/ground/codes';
import { isNumeric, type FundingCell, type UnitCodes } from '#contract/reporting/fundingCells';
import { choiceLabel } from '#contract/reporting/fundingChoices';
import type { FundingColumn } from '#contract/reporting/fundingColumns';
import { formatNumber } from '../../../lib/format.ts';

function numberText(column: FundingColumn, value: number, locale: Locale): string {
  if (column.kind === 'whole' && column.isYear === true) return String(value);
  const isRound = column.kind === 'decimal' && value % 100 === 0;
  const text =
    column.kind === 'whole' ? formatNumber(value, locale) : formatNumber(value / 100, locale, isRound ? 0 : 2);
  // A keyboard and a spreadsheet have a hyphen.
  return text.replace('\u2212', '-');
}

/** A cell as the grid writes it and reads it back. */
export function cellText(column: FundingColumn, value: FundingCell, locale: Locale, units: UnitCodes): string {
  if (value === null) return '';
  if (isNumeric(column)) return numberText(column, Number(value), locale);
  if (column.kind === 'choice') return choiceLabel(column.options, String(value))[locale];
  if (column.kind === 'unit') return units.find((each) => each.id === value)?.code ?? '';
  return String(value);
}
