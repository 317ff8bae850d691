import { and, eq } from 'drizzle-orm';
import type { CivilDate } from '#contract/ground/dates';
import type { ArrestId, ChargeId, InvestigationId, PersonId, UnitId } from '#contract/ground/ids';
import { heldInvestigation } from '../investigationState/change.ts';
import { requireBetween, requirePassed, tooEarly } from '../../ground/kernel/order.ts';
import { changesBetween } from '../../ground/kernel/changes.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { moveCounts } from '../../ledger/ledger/countedBy.ts';
import { arrest, charge } from '../../ground/schema/unit/investigations.ts';
import type { WriteTx } from '../../ground/kernel/database.ts';
import type { WriteHandler } from '../../store/types.ts';
import { ageGroupOf } from '../persons/age.ts';
import { personAfter, requireSubject } from '../persons/linked.ts';
import { settleFile } from '../referrals/triage/settle.ts';
import type { ChargeRecord } from './rows.ts';
import { arrestCounts, countedCharges, stageOrder } from './rules.ts';

type ArrestName = 'arrests.record' | 'arrests.identify';
type Name = ArrestName | 'charges.record' | 'charges.advance' | 'charges.accuse' | 'charges.dispose';
type Handlers = { readonly [M in Name]: WriteHandler<M> };

async function heldCharge(
  tx: WriteTx,
  investigationId: InvestigationId,
  id: ChargeId,
  version: number,
): Promise<ChargeRecord> {
  const [row] = await tx
    .select()
    .from(charge)
    .where(and(eq(charge.id, id), eq(charge.investigationId, investigationId)));
  if (!row) throw new StoreFailure('not_found');
  if (row.version !== version) throw new StoreFailure('conflict', 'version_conflict');
  return row;
}

async function arrestIn(tx: WriteTx, investigationId: InvestigationId, id: ArrestId, version: number) {
  const [row] = await tx
    .select()
    .from(arrest)
    .where(and(eq(arrest.id, id), eq(arrest.investigationId, investigationId)));
  if (!row) throw new StoreFailure('not_found');
  if (row.version !== version) throw new StoreFailure('conflict', 'version_conflict');
  return row;
}

interface Arrested {
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
async function requireArrested(tx: WriteTx, arrested: Arrested): Promise<void> {
  const { investigationId, arrestedOn, youth, personId, before } = arrested;
  const who = await requireSubject(tx, investigationId, personId, before);
  if (who === null) return;
  const { name, birthDate, ageBand } = who;
  if (birthDate !== null && arrestedOn < birthDate) throw tooEarly('arrestedOn', { step: 'birth', on: birthDate });
  if (youth) return;
  if (ageGroupOf({ name, birthDate, ageBand }, arrestedOn) === 'youth')
    throw new StoreFailure('invalid_input', undefined, [{ path: 'youth', code: 'arrest_of_youth' }]);
}

function requireOffenceDay(offenceOn: CivilDate | null, laidOn: CivilDate): void {
  if (offenceOn !== null && offenceOn > laidOn)
    throw new StoreFailure('invalid_input', 'date_before_previous', [{ path: 'laidOn', code: 'date_before_previous' }]);
}

/** Does what changes the file's charges, and moves the months by what they count before and after. */
async function recounting(
  tx: WriteTx,
  { id, unitId }: { readonly id: InvestigationId; readonly unitId: UnitId },
  change: () => Promise<unknown>,
): Promise<void> {
  const held = () => tx.select().from(charge).where(eq(charge.investigationId, id));
  const before = countedCharges(await held());
  await change();
  await moveCounts(tx, unitId, before, countedCharges(await held()));
}

async function updateCharge(tx: WriteTx, row: ChargeRecord, next: Partial<ChargeRecord>): Promise<number> {
  const version = row.version + 1;
  await recounting(tx, { id: row.investigationId, unitId: row.unitId }, () =>
    tx
      .update(charge)
      .set({ ...next, version })
      .where(eq(charge.id, row.id)),
  );
  return version;
}

export const chargeWrites: Handlers = {
  'arrests.record': async (tx, input, context) => {
    const row = await heldInvestigation(tx, input.investigationId);
    requirePassed(input.arrestedOn, context.clock.today(), 'arrestedOn');
    await requireArrested(tx, input);
    const id = context.newId();
    await tx.insert(arrest).values({ id, unitId: row.unitId, ...input });
    await moveCounts(tx, row.unitId, [], arrestCounts({ id, ...input }));
    await settleFile(tx, row.id);
    return {
      output: {},
      audit: { subject: { kind: 'arrest', id }, changes: [{ field: 'arrest', before: null, after: input }] },
    };
  },

  'arrests.identify': async (tx, { investigationId, arrestId, version, youth, ...given }) => {
    const row = await arrestIn(tx, investigationId, arrestId, version);
    const after = { youth, personId: personAfter(row, given) };
    await requireArrested(tx, { investigationId, arrestedOn: row.arrestedOn, ...after, before: row.personId });
    await tx
      .update(arrest)
      .set({ ...after, version: version + 1 })
      .where(eq(arrest.id, row.id));
    const before = { youth: row.youth, personId: row.personId };
    return {
      output: { version: version + 1 },
      audit: { subject: { kind: 'arrest', id: row.id }, changes: changesBetween(before, after) },
    };
  },

  'charges.record': async (tx, input, context) => {
    const row = await heldInvestigation(tx, input.investigationId);
    requirePassed(input.laidOn, context.clock.today(), 'laidOn');
    requireOffenceDay(input.offenceOn, input.laidOn);
    await requireSubject(tx, input.investigationId, input.personId);
    const id = context.newId();
    await recounting(tx, row, () => tx.insert(charge).values({ id, unitId: row.unitId, ...input }));
    return {
      output: {},
      audit: { subject: { kind: 'charge', id }, changes: [{ field: 'charge', before: null, after: input }] },
    };
  },

  'charges.advance': async (tx, { investigationId, chargeId, version, stage, on }, context) => {
    const row = await heldCharge(tx, investigationId, chargeId, version);
    const held = stageOrder.findIndex((each) => each === row.stage);
    if (stageOrder.indexOf(stage) <= held) throw new StoreFailure('conflict', 'state_not_allowed');
    requireBetween({ step: 'stage', on: row.laidOn }, on, context.clock.today(), 'on');
    const left = row.stage === 'recommended' ? { recommendedOn: row.laidOn } : { approvedOn: row.laidOn };
    const next = await updateCharge(tx, row, { stage, laidOn: on, ...left });
    return {
      output: { version: next },
      audit: {
        subject: { kind: 'charge', id: row.id },
        changes: changesBetween({ stage: row.stage, on: row.laidOn }, { stage, on }),
      },
    };
  },

  'charges.accuse': async (tx, { investigationId, chargeId, version, offenceOn, ...given }) => {
    const row = await heldCharge(tx, investigationId, chargeId, version);
    const after = { personId: personAfter(row, given), offenceOn };
    requireOffenceDay(offenceOn, row.laidOn);
    await requireSubject(tx, investigationId, after.personId, row.personId);
    const next = await updateCharge(tx, row, after);
    const before = { personId: row.personId, offenceOn: row.offenceOn };
    return {
      output: { version: next },
      audit: { subject: { kind: 'charge', id: row.id }, changes: changesBetween(before, after) },
    };
  },

  'charges.dispose': async (tx, { investigationId, chargeId, version, outcome }, context) => {
    const row = await heldCharge(tx, investigationId, chargeId, version);
    if (row.stage !== 'laid') throw new StoreFailure('conflict', 'state_not_allowed');
    const laid = { step: 'charge', on: row.laidOn } as const;
    if (outcome) requireBetween(laid, outcome.disposedOn, context.clock.today(), 'outcome.disposedOn');
    const after = outcome ?? { disposition: null, disposedOn: null };
    const next = await updateCharge(tx, row, after);
    const before = { disposition: row.disposition, disposedOn: row.disposedOn };
    return {
      output: { version: next },
      audit: { subject: { kind: 'charge', id: row.id }, changes: [{ field: 'outcome', before, after }] },
    };
  },
};
