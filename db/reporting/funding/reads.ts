import { outlookOf } from '#contract/reporting/spending';
import { daysBetween } from '../../ground/kernel/days.ts';
import type { ReadHandler } from '../../store/types.ts';
import { undoableChanges } from './changes.ts';
import { budgetLines, quartersOf, yearOfLine } from './lines.ts';
import { pillarReads } from './pillars.ts';
import { readGrid, requireAgreement } from './rows.ts';

type Handlers = { readonly [M in 'funding.rows' | 'funding.outlook']: ReadHandler<M> };

export const fundingReads: Handlers & typeof pillarReads = {
  ...pillarReads,

  'funding.rows': async (db, grid) => {
    await requireAgreement(db, grid.agreementId);
    const rows = await readGrid(db, grid);
    return { rows, undoable: await undoableChanges(db, grid, rows) };
  },

  'funding.outlook': async (db, { agreementId, fiscalYear }, { clock }) => {
    const { endsOn } = await requireAgreement(db, agreementId);
    const lines = await budgetLines(db, agreementId, fiscalYear);
    const before = await budgetLines(db, agreementId, fiscalYear - 1);
    const isClosed = before.every((line) => quartersOf(line).every(({ actual }) => actual !== null));
    return {
      endsOn,
      daysLeft: daysBetween(clock.today(), endsOn),
      lines: lines.length,
      ...outlookOf(lines.map(yearOfLine)),
      unspentBefore: isClosed ? outlookOf(before.map(yearOfLine)).lapsing : null,
    };
  },
};
