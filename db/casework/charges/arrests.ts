import { and, eq } from 'drizzle-orm';
import type { CivilDate } from '#contract/ground/dates';
import type { ArrestId, InvestigationId, PersonId } from '#contract/ground/ids';
import { keepCorrection, movedMonths } from '../corrections/keep.ts';
import { heldInvestigation } from '../investigationState/change.ts';
import { requirePassed, tooEarly } from '../../ground/kernel/order.ts';
import { changesTo } from '../../ground/kernel/changes.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { moveCounts } from '../../ledger/ledger/countedBy.ts';
import { arrest } from '../../ground/schema/unit/investigations.ts';
import type { WriteTx } from '../../ground/kernel/database.ts';
import type { WriteHandler } from '../../store/types.ts';
import { ageGroupOf } from '../persons/age.ts';
import { personAfter, requireSubject } from '../persons/linked.ts';
import { settleFile } from '../referrals/triage/settle.ts';
import { arrestCounts } from './rules.ts';

type Handlers = { readonly [M in 'arrests.record' | 'arrests.change']: WriteHandler<M> };

async function arrestIn(tx: WriteTx, investigationId: InvestigationId, id: ArrestId, version: number) {
  const [row] = await tx
    .select()
    .from(arrest)
    .where(and(eq(arrest.id, id), eq(arrest.investigationId, investigationId)));
  if (!row) throw new StoreFailure('not_found');
  if (row.version !== version) throw new StoreFailure('conflict', 'version_conflict');
  return row;
}

export interface Arrested {
  readonly investigationId: InvestigationId;
  readonly arrestedOn: CivilDate;
  readonly youth: boolean;
  readonly personId: PersonId | null;
  readonly before?: PersonId | null;
}

/**
 * A person who is 12 to 17 when arrested was no older at the offence: the arrest is of a young person. An adult may be arrested for an offence of
 * their youth, so the other way round nothing is refused.
 */
export async function requireArrested(tx: WriteTx, arrested: Arrested, today: CivilDate): Promise<void> {
  const { investigationId, arrestedOn, youth, personId, before } = arrested;
  requirePassed(arrestedOn, today, 'arrestedOn');
  const who = await requireSubject(tx, investigationId, personId, before);
  if (who === null) return;
  const { name, birthDate, ageBand } = who;
  if (birthDate !== null && arrestedOn < birthDate) throw tooEarly('arrestedOn', { step: 'birth', on: birthDate });
  if (youth) return;
  if (ageGroupOf({ name, birthDate, ageBand }, arrestedOn) === 'youth')
    throw new StoreFailure('invalid_input', undefined, [{ path: 'youth', code: 'arrest_of_youth' }]);
}

export const arrestWrites: Handlers = {
  'arrests.record': async (tx, input, context) => {
    const row = await heldInvestigation(tx, input.investigationId);
    await requireArrested(tx, input, context.clock.today());
    const id = context.newId();
    await tx.insert(arrest).values({ id, unitId: row.unitId, ...input });
    await moveCounts(tx, row.unitId, [], arrestCounts({ id, ...input }));
    await settleFile(tx, row.id);
    return {
      output: {},
      audit: { subject: { kind: 'arrest', id }, changes: [{ field: 'arrest', before: null, after: input }] },
    };
  },

  'arrests.change': async (tx, { investigationId, arrestId, version, reason, ...given }, context) => {
    const row = await arrestIn(tx, investigationId, arrestId, version);
    const { arrestedOn = row.arrestedOn, youth = row.youth } = given;
    const after = { arrestedOn, youth, personId: personAfter(row, given) };
    await requireArrested(tx, { investigationId, ...after, before: row.personId }, context.clock.today());
    await tx
      .update(arrest)
      .set({ ...after, version: version + 1 })
      .where(eq(arrest.id, row.id));
    const counts = [arrestCounts(row), arrestCounts({ ...row, arrestedOn })] as const;
    await moveCounts(tx, row.unitId, ...counts);
    await settleFile(tx, investigationId);
    const months = movedMonths(...counts, row.id);
    await keepCorrection(tx, { record: 'arrest', row, after, reason, months }, context);
    return {
      output: { version: version + 1 },
      audit: { subject: { kind: 'arrest', id: row.id }, changes: changesTo(row, after) },
    };
  },
};
