import type { FiscalYear } from '#contract/ground/dates';
import type { FundingCells } from '#contract/reporting/fundingCells';
import type { Register } from '#contract/reporting/fundingColumns';
import type { AgreementId } from '#contract/ground/ids';
import { activityRows, budgetRows, equipmentRows, positionRows, riskRows, trainingRows } from './fundingRows.ts';
import { amendmentRows } from './amendmentRows.ts';
import { cashRows, reportRows } from './reportRows.ts';
import type { Builder } from './session.ts';

/** Fills the registers of one agreement: two fiscal years of budget, and what its money pays for. */
export async function writeFunding(builder: Builder, agreementId: AgreementId, unitId: string): Promise<void> {
  const { days } = builder;
  const { fiscalYear, quarter } = days.reportedQuarter;
  const save = (register: Register, rows: readonly FundingCells[], year: FiscalYear = fiscalYear) =>
    builder.call('funding.save', {
      agreementId,
      register,
      fiscalYear: year,
      changes: rows.map((cells) => ({ do: 'add' as const, cells: { ...cells } })),
    });
  await save('budget', budgetRows(agreementId, fiscalYear - 1, 4), (fiscalYear - 1) as FiscalYear);
  const budget = budgetRows(agreementId, fiscalYear, quarter);
  await save('budget', budget);
  await save('cash', cashRows(days));
  await save('reports', reportRows(days));
  await save('positions', positionRows(unitId, days));
  await save('training', trainingRows(days));
  await save('equipment', equipmentRows(days));
  await save('activities', activityRows(days));
  await save('risks', riskRows);
  const amount = budget.reduce((sum, line) => sum + Number(line['budget']), 0);
  await save('amendments', amendmentRows(days, amount));
}
