import type { CellProblem } from '#contract/reporting/fundingCells';
import type { FundingColumn } from '#contract/reporting/fundingColumns';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';

/** Why a cell cannot be taken, in words: a choice that is none names those that there are. */
export function useProblemText(): (problem: CellProblem | 'outside', column: FundingColumn | null) => string {
  const t = useText();
  const format = useFormat();
  return (problem, column) => {
    const options = column?.kind === 'choice' ? column.options : [];
    return t(`funding:problem.${problem}`, { choices: options.map((each) => format.bilingual(each.label)).join(', ') });
  };
}
