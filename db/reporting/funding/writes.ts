import { eq } from 'drizzle-orm';
import { fiscalYear } from '#contract/ground/dates';
import { register } from '#contract/reporting/fundingColumns';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { fundingChange } from '../../ground/schema/coordination/funding.ts';
import type { WriteHandler } from '../../store/types.ts';
import { auditOf, saveChange, writePairs } from './apply.ts';
import { keptOf, undoing } from './changes.ts';
import { pillarWrites } from './pillars.ts';
import { catalogues, readGrid, requireAgreement, type Grid } from './rows.ts';
import { changeProblems, pairsOf } from './rules.ts';

type Handlers = { readonly [M in 'funding.save' | 'funding.undo']: WriteHandler<M> };

export const fundingWrites: Handlers & typeof pillarWrites = {
  ...pillarWrites,

  'funding.save': async (tx, { changes, ...grid }, context) => {
    await requireAgreement(tx, grid.agreementId);
    const held = await readGrid(tx, grid);
    const pairs = pairsOf(grid.register, held, changes, context.newId);
    const problems = changeProblems(grid.register, held, pairs, await catalogues(tx));
    if (problems.length > 0) {
      const fields = problems.map(({ path, code }) => ({ path: `changes.${path}`, code }));
      throw new StoreFailure('invalid_input', undefined, fields);
    }
    return saveChange(tx, grid, pairs, { kind: 'grid', fileName: null }, context);
  },

  'funding.undo': async (tx, { changeId }, { clock }) => {
    const [change] = await tx.select().from(fundingChange).where(eq(fundingChange.id, changeId));
    if (change?.undoneAt !== null) throw new StoreFailure(change ? 'conflict' : 'not_found');
    const grid: Grid = {
      agreementId: change.agreementId,
      register: register.parse(change.register),
      // 0 means none: such a register passes the year over.
      fiscalYear: change.fiscalYear === 0 ? 0 : fiscalYear.parse(change.fiscalYear),
    };
    const held = await readGrid(tx, grid);
    const pairs = undoing(keptOf(change.rows), held);
    if (pairs === null) throw new StoreFailure('conflict', 'version_conflict');
    const problems = changeProblems(grid.register, held, pairs, await catalogues(tx));
    if (problems.length > 0) throw new StoreFailure('conflict', 'code_taken');
    await writePairs(tx, grid, pairs);
    await tx
      .update(fundingChange)
      .set({ undoneAt: clock.now(), version: change.version + 1 })
      .where(eq(fundingChange.id, changeId));
    return { output: {}, audit: auditOf(grid, pairs, { undoes: changeId }) };
  },
};
