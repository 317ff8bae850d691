import type { Bilingual } from '#contract/ground/common';
import { compoundCellName } from '#contract/reporting/restatedCells';
import type { Cell } from '#contract/reporting/returnTexts';
import type { ReturnContent } from '#contract/reporting/returns';
import { codeWord } from '#contract/words/codes';

/** What a cell counts, by the name that its kind gives it. */
export function cellName(content: Pick<ReturnContent, 'framework' | 'funding' | 'categories'>, cell: Cell): Bilingual {
  const { what, code } = cell;
  const funding = compoundCellName(content, cell);
  if (funding) return funding;
  if (what === 'panel') return codeWord('measure', code);
  if (what === 'ledger') return codeWord('ledger', code);
  return content.framework.indicators.find((each) => each.code === code)?.name ?? { en: code, fr: code };
}
