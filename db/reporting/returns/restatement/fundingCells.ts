import type { ValueStatus } from '#contract/ground/codes';
import { cashFlowOf } from '#contract/reporting/cashFlow';
import { budgetKeys, cashCells, cellCode } from '#contract/reporting/restatedCells';
import type { Cell, CellContent } from '#contract/reporting/returnTexts';
import type { ReturnContent } from '#contract/reporting/returns';

export interface FilledCell extends Cell {
  readonly content: NonNullable<CellContent>;
}

type Registers = Pick<ReturnContent, 'funding' | 'quarter'>;

type Beside = Partial<Pick<Cell, 'unitCode' | 'month'> & { readonly status: ValueStatus }>;

/** A cell with its figure: of all units, of no month and without a status where nothing else is said. */
export function filledCell(
  what: Cell['what'],
  code: string,
  value: number | null,
  { unitCode = null, month = null, status }: Beside = {},
): FilledCell {
  return { what, unitCode, code, month, content: { value, status: status ?? null } };
}

function amountCell(what: 'budget' | 'cash', code: string, cents: number | null): FilledCell {
  return filledCell(what, code, cents === null ? null : cents / 100);
}

/** Of each budget line, the amounts that the quarter's return says; what is forecast or spent after the quarter is not of it. */
export function budgetCells({ funding, quarter }: Registers): readonly FilledCell[] {
  return (funding?.budget ?? []).flatMap((line) =>
    budgetKeys(quarter).map((key) => {
      const cents = line[key];
      return amountCell('budget', cellCode(String(line['code']), key), typeof cents === 'number' ? cents : null);
    }),
  );
}

/** The statement of cash up to the quarter; none where neither budget nor cash was entered. */
export function cashCellsOf({ funding, quarter }: Registers): readonly FilledCell[] {
  if (!funding || (funding.budget.length === 0 && funding.cash.length === 0)) return [];
  return cashFlowOf(funding.budget, funding.cash)
    .quarters.filter((each) => each.quarter <= quarter.quarter)
    .flatMap((each) =>
      cashCells.map((line) => amountCell('cash', cellCode(`q${String(each.quarter)}`, line), each.amounts[line])),
    );
}

export function agreementCells({ agreementFigures }: Pick<ReturnContent, 'agreementFigures'>): readonly FilledCell[] {
  return agreementFigures.map(({ agreementCode, code, value, status }) =>
    filledCell('agreement', cellCode(agreementCode, code), value, { status }),
  );
}
