import { z } from 'zod';
import { coordination } from '../ground/access.ts';
import { line, nothing, version } from '../ground/common.ts';
import { civilDate, fiscalYear } from '../ground/dates.ts';
import { read, write } from '../ground/define.ts';
import { register } from './fundingColumns.ts';
import { fundingFileMethods } from './fundingFiles.ts';
import { agreementId, fundingChangeId, fundingRowId } from '../ground/ids.ts';

const scope = { agreement: 'agreementId' } as const;
const touches = ['funding', 'returns'] as const;

const cells = z.record(line(40), z.union([z.string(), z.int(), z.null()]));

export const fundingRow = z.object({ id: fundingRowId, version, cells });
export type FundingRow = z.infer<typeof fundingRow>;

/** Which grid: the fiscal year tells the budgets of an agreement apart, and is passed over by the other registers. */
const grid = { agreementId, register, fiscalYear };

export const rowChange = z.discriminatedUnion('do', [
  z.object({ do: z.literal('add'), cells }),
  /** Only the cells that change. */
  z.object({ do: z.literal('change'), id: fundingRowId, version, cells }),
  z.object({ do: z.literal('remove'), id: fundingRowId, version }),
]);
export type RowChange = z.infer<typeof rowChange>;

/** One saved change of a grid, or one import. */
export const fundingChange = z.object({
  id: fundingChangeId,
  kind: z.enum(['grid', 'import']),
  fileName: z.string().nullable(),
  savedAt: z.int(),
  savedBy: z.string(),
  added: z.int(),
  changed: z.int(),
  removed: z.int(),
});
export type FundingChange = z.infer<typeof fundingChange>;

const cents = z.int().nullable();

export const fundingMethods = {
  'funding.rows': read(
    z.object(grid),
    z.object({
      rows: z.array(fundingRow),
      /** What can be undone, latest first: no row of it has changed since. */
      undoable: z.array(fundingChange),
    }),
    { ...coordination, scope, audited: { not: 'programme' } },
  ),
  /** All the changes of a grid in one write, or none of them. Fields of a refusal are named `changes.<place>.<column>`. */
  'funding.save': write(
    z.object({ ...grid, changes: z.array(rowChange).min(1).max(5000) }),
    z.object({ changeId: fundingChangeId }),
    { ...coordination, scope, touches },
  ),
  /** Puts every row of a change back to what it was. `version_conflict` where one of them has changed since. */
  'funding.undo': write(z.object({ changeId: fundingChangeId }), nothing, {
    ...coordination,
    scope: { fundingChange: 'changeId' },
    touches,
  }),
  /** When the agreement ends, what the fiscal year will have cost, and what will lapse or was left of the year before. In cents. */
  'funding.outlook': read(
    z.object({ agreementId, fiscalYear }),
    z.object({
      endsOn: civilDate,
      daysLeft: z.int(),
      lines: z.int(),
      budget: cents,
      spent: cents,
      stillForecast: cents,
      lapsing: cents,
      incomplete: z.int(),
      /** Not spent in the fiscal year before, where its four quarters are known. */
      unspentBefore: cents,
    }),
    { ...coordination, scope, audited: { not: 'figures' } },
  ),
  ...fundingFileMethods,
};
