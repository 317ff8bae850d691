import { z } from 'zod';
import { caseMeasure } from '../ground/codes.ts';
import { nothing, version } from '../ground/common.ts';
import { month } from '../ground/dates.ts';
import { read, write } from '../ground/define.ts';
import { unitId } from '../ground/ids.ts';

/** What a unit need not keep. The ledger, investigations and bundled referrals are counted from its files in any case. */
export const keepableMeasure = z.enum(['arrests', 'charges_laid', ...caseMeasure.options]);
export type KeepableMeasure = z.infer<typeof keepableMeasure>;

export const notKept = z.object({
  measure: keepableMeasure,
  /** The first month of which nothing is known. */
  from: month,
  version,
});
export type NotKept = z.infer<typeof notKept>;

const ofUnit = { workspace: 'unit', scope: { unit: 'unitId' } } as const;

export const notKeptMethods = {
  'unitMonths.notKept': read(z.object({ unitId }), z.object({ measures: z.array(notKept) }), {
    ...ofUnit,
    roles: ['supervisor', 'administrator'],
    audited: { not: 'reference' },
  }),
  /** From `from` on the measure is not available, whatever was counted or confirmed; null keeps it again. */
  'unitMonths.declareNotKept': write(
    z.object({ unitId, measure: keepableMeasure, from: month.nullable(), version: version.nullable() }),
    nothing,
    { ...ofUnit, roles: ['supervisor'], touches: ['unitMonths', 'backlog', 'packs'] },
  ),
};
