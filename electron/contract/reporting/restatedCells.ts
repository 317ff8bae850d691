import { categoryName } from './breakdownLabels.ts';
import { breakdown } from './breakdowns.ts';
import { cashLines, type CashLine } from './cashFlow.ts';
import type { Bilingual } from '../ground/common.ts';
import { quarterNumbers, type Quarter } from '../ground/dates.ts';
import { fundingColumns } from './fundingColumns.ts';
import type { Cell } from './returnTexts.ts';
import type { ReturnContent } from './returns.ts';
import { codeWords } from '../words/codes.ts';

/** Cells of a register or an agreement are named by two codes: the row's, then the column's. */
export const cellCode = (row: string, column: string): string => `${row} ${column}`;

function splitCode(code: string): readonly [row: string, column: string] {
  const at = code.lastIndexOf(' ');
  return at < 0 ? ['', code] : [code.slice(0, at), code.slice(at + 1)];
}

/** What a budget line says of a quarter's return: the year's budget, and forecasts and actuals up to that quarter. */
export function budgetKeys({ quarter }: Quarter): readonly string[] {
  const quarters = quarterNumbers.filter((each) => each <= quarter).map((each) => `q${String(each)}`);
  return ['budget', ...quarters.flatMap((each) => [`${each}Forecast`, `${each}Actual`])];
}

/** What a statement of cash says beyond what follows from its other lines: spending is that of the budget, an opening is the balance before. */
export const cashCells: readonly CashLine[] = cashLines.filter(
  (line) => line !== 'opening' && line !== 'forecast' && line !== 'actual' && line !== 'advance_forecast',
);

const withColon = (head: string, { en, fr }: Bilingual): Bilingual => ({ en: `${head}: ${en}`, fr: `${head} : ${fr}` });

function budgetName({ funding }: Pick<ReturnContent, 'funding'>, code: string): Bilingual {
  const [row, key] = splitCode(code);
  const line = funding?.budget.find((each) => each['code'] === row);
  const label = fundingColumns.budget.find((column) => column.key === key)?.label ?? { en: key, fr: key };
  const named = (name: string | number | null | undefined) => [row, name ?? ''].join(' ').trim();
  return {
    en: withColon(named(line?.['nameEn']), label).en,
    fr: withColon(named(line?.['nameFr']), label).fr,
  };
}

function cashName(code: string): Bilingual {
  const [quarter, line] = splitCode(code);
  const known = cashLines.find((each) => each === line);
  const { en, fr } = known ? codeWords.cashLine[known] : { en: line, fr: line };
  const number = quarter.replace(/^q/, '');
  return { en: `Q${number}: ${en}`, fr: `T${number} : ${fr}` };
}

/** `V1 gender woman_girl` */
function categoryCellName({ framework, categories }: Named, code: string): Bilingual {
  const [figure, category] = splitCode(code);
  const [indicator, way] = splitCode(figure);
  const name = framework.indicators.find((each) => each.code === indicator)?.name;
  const by = breakdown.safeParse(way);
  const named = by.success ? categoryName({ by: by.data, category }, categories) : { en: category, fr: category };
  const label = by.success ? codeWords.breakdown[by.data] : { en: way, fr: way };
  return {
    en: `${indicator} ${name?.en ?? ''}, ${label.en}: ${named.en}`,
    fr: `${indicator} ${name?.fr ?? ''}, ${label.fr} : ${named.fr}`,
  };
}

type Named = Pick<ReturnContent, 'funding' | 'framework' | 'categories'>;

/** The name of a cell that two codes or more name: of the registers, of one agreement in the return of all, a category; null for the other kinds. */
export function compoundCellName(content: Named, { what, code }: Pick<Cell, 'what' | 'code'>): Bilingual | null {
  if (what === 'budget') return budgetName(content, code);
  if (what === 'cash') return cashName(code);
  if (what === 'category') return categoryCellName(content, code);
  if (what !== 'agreement') return null;
  const [agreement, indicator] = splitCode(code);
  const name = content.framework.indicators.find((each) => each.code === indicator)?.name;
  return withColon(agreement, {
    en: `${indicator} ${name?.en ?? ''}`.trim(),
    fr: `${indicator} ${name?.fr ?? ''}`.trim(),
  });
}
