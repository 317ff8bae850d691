import { fundingColumns } from '#contract/reporting/fundingColumns';
import { useFormat } from '../../../lib/useFormat.ts';
import { readRow, sheetRows, type Draft, type Sheet } from './draft.ts';
import { useProblemText } from './useProblemText.ts';

/** How many cells keep the grid from being saved, and the first of them in words: it may be outside the columns in view. */
export function useInvalid(sheet: Sheet, draft: Draft): { readonly count: number; readonly first: string } {
  const format = useFormat();
  const problemText = useProblemText();
  const found = sheetRows(sheet, draft)
    .filter((row) => !row.isRemoved)
    .flatMap((row) => {
      const { cells, problems } = readRow(sheet, row);
      return fundingColumns[sheet.register].flatMap((column) => {
        const problem = problems[column.key];
        return problem === undefined ? [] : [{ code: cells['code'] ?? null, column, problem }];
      });
    });
  const [first] = found;
  if (first === undefined) return { count: 0, first: '' };
  const { code, column, problem } = first;
  const where = [code, format.bilingual(column.label)].filter((each) => each !== null).join(' · ');
  return { count: found.length, first: `${where}, ${problemText(problem, column)}` };
}
