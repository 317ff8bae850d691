import { ledgerTerm } from '#contract/ground/codes';
import { compoundCellName } from '#contract/reporting/restatedCells';
import type { Cell, CellContent } from '#contract/reporting/returnTexts';
import type { ReturnContent } from '#contract/reporting/returns';
import type { DocumentLanguage } from './language.ts';
import { measureOf } from '../checkGroups.ts';

type Language = Pick<DocumentLanguage, 't' | 'bilingual' | 'number'>;

/** Of one cell among the others of a return. */
export function cellKey({ what, unitCode, code, month }: Cell): string {
  return [what, unitCode ?? '', code, month ?? ''].join(' ');
}

/** What a cell counts, in words. */
export function cellName(content: ReturnContent, cell: Cell, { t, bilingual }: Language): string {
  const { what, code } = cell;
  const funding = compoundCellName(content, cell);
  if (funding !== null) return bilingual(funding);
  if (what === 'ledger') {
    if (code === 'opening' || code === 'closing') return t(`codes:ledger.${code}`);
    const term = ledgerTerm.safeParse(code);
    return term.success ? t(`codes:measure.${term.data}`) : code;
  }
  if (what === 'panel') {
    const measure = measureOf(code);
    return measure === null ? code : t(`codes:measure.${measure}`);
  }
  const definition = content.framework.indicators.find((each) => each.code === code);
  return definition === undefined ? code : `${code} ${bilingual(definition.name)}`;
}

/** A value with its status where that is not simply complete; what is not there is said. */
export function contentText(content: CellContent, { t, number }: Language): string {
  if (content === null) return t('returns:restated.absent');
  const { value, status } = content;
  if (value === null) return t('codes:valueStatus.not_available');
  const text = number(value, Number.isInteger(value) ? 0 : 2);
  return status === null || status === 'complete' ? text : `${text} (${t(`codes:valueStatus.${status}`)})`;
}
