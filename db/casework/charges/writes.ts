import { and, eq } from 'drizzle-orm';
import type { CivilDate, Month } from '#contract/ground/dates';
import type { ChargeId, InvestigationId, UnitId } from '#contract/ground/ids';
import { keepCorrection, movedMonths } from '../corrections/keep.ts';
import { heldInvestigation } from '../investigationState/change.ts';
import { requireBetween, requireNotAfter, requirePassed } from '../../ground/kernel/order.ts';
import { changesBetween, changesTo } from '../../ground/kernel/changes.ts';
import { pick } from '../../ground/kernel/pick.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { moveCounts } from '../../ledger/ledger/countedBy.ts';
import { charge } from '../../ground/schema/unit/investigations.ts';
import type { WriteTx } from '../../ground/kernel/database.ts';
import type { Context, WriteHandler } from '../../store/types.ts';
import { personAfter, requireSubject } from '../persons/linked.ts';
import type { ChargeRecord } from './rows.ts';
import { countedCharges, stageOrder } from './rules.ts';

type Name = 'charges.record' | 'charges.advance' | 'charges.change' | 'charges.dispose';
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

function requireOffenceDay(offenceOn: CivilDate | null, laidOn: CivilDate): void {
  if (offenceOn !== null && offenceOn > laidOn)
    throw new StoreFailure('invalid_input', 'date_before_previous', 'laidOn');
}

/** Does what changes the file's charges, and moves the months by what they count before and after. Returns which it moved. */
async function recounting(
  tx: WriteTx,
  { id, unitId }: { readonly id: InvestigationId; readonly unitId: UnitId },
  change: () => Promise<unknown>,
  of: string | null = null,
): Promise<readonly Month[]> {
  const held = () => tx.select().from(charge).where(eq(charge.investigationId, id));
  const before = countedCharges(await held());
  await change();
  const after = countedCharges(await held());
  await moveCounts(tx, unitId, before, after);
  return movedMonths(before, after, of);
}

function updateCharge(tx: WriteTx, row: ChargeRecord, next: Partial<ChargeRecord>): Promise<readonly Month[]> {
  const change = () =>
    tx
      .update(charge)
      .set({ ...next, version: row.version + 1 })
      .where(eq(charge.id, row.id));
  return recounting(tx, { id: row.investigationId, unitId: row.unitId }, change, row.id);
}

/** Changes what was recorded, and keeps what it was. */
async function correctCharge(
  tx: WriteTx,
  row: ChargeRecord,
  { after, reason }: { readonly after: Partial<ChargeRecord>; readonly reason: string | null },
  context: Context,
): Promise<number> {
  const months = await updateCharge(tx, row, after);
  await keepCorrection(tx, { record: 'charge', row, after, reason, months }, context);
  return row.version + 1;
}

/** The facts of a charge once changed; what is left out stays. */
function changedCharge(row: ChargeRecord, given: { readonly [F in keyof ChargeRecord]?: ChargeRecord[F] | undefined }) {
  const facts = { ...row, ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) };
  return {
    ...pick(facts, 'section', 'counts', 'stage', 'laidOn', 'recommendedOn', 'approvedOn', 'offenceOn', 'personId'),
    ...pick(row, 'disposition', 'disposedOn'),
  };
}

type Staged = Pick<ChargeRecord, 'stage' | 'recommendedOn' | 'approvedOn' | 'laidOn' | 'disposition' | 'disposedOn'>;

/** A stage has no day of one that comes after it, and only a charge laid has ended. */
function isOfStage({ stage, recommendedOn, approvedOn, disposition }: Staged): boolean {
  if (stage === 'laid') return true;
  return approvedOn === null && disposition === null && (stage === 'approved' || recommendedOn === null);
}

/** The stages of a charge come in their order, each with its day, and its outcome after them. */
function requireStages(charge: Staged, today: CivilDate): void {
  if (!isOfStage(charge)) throw new StoreFailure('conflict', 'state_not_allowed');
  const { recommendedOn, approvedOn, laidOn, disposedOn } = charge;
  requirePassed(laidOn, today, 'laidOn');
  if (approvedOn !== null) {
    requireNotAfter({ step: 'stage', on: laidOn }, approvedOn, 'approvedOn');
    if (recommendedOn !== null) requireNotAfter({ step: 'stage', on: approvedOn }, recommendedOn, 'recommendedOn');
  }
  if (recommendedOn !== null) requireNotAfter({ step: 'stage', on: laidOn }, recommendedOn, 'recommendedOn');
  if (disposedOn !== null) requireNotAfter({ step: 'outcome', on: disposedOn }, laidOn, 'laidOn');
}

export const chargeWrites: Handlers = {
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
    await updateCharge(tx, row, { stage, laidOn: on, ...left });
    return {
      output: { version: version + 1 },
      audit: {
        subject: { kind: 'charge', id: row.id },
        changes: changesBetween({ stage: row.stage, on: row.laidOn }, { stage, on }),
      },
    };
  },

  'charges.change': async (tx, { investigationId, chargeId, version, reason, personId, ...given }, context) => {
    const row = await heldCharge(tx, investigationId, chargeId, version);
    const after = changedCharge(row, { ...given, personId: personAfter(row, { personId }) });
    requireStages(after, context.clock.today());
    requireOffenceDay(after.offenceOn, after.recommendedOn ?? after.approvedOn ?? after.laidOn);
    await requireSubject(tx, investigationId, after.personId, row.personId);
    const next = await correctCharge(tx, row, { after, reason }, context);
    return {
      output: { version: next },
      audit: { subject: { kind: 'charge', id: row.id }, changes: changesTo(row, after) },
    };
  },

  'charges.dispose': async (tx, { investigationId, chargeId, version, outcome, reason }, context) => {
    const row = await heldCharge(tx, investigationId, chargeId, version);
    if (row.stage !== 'laid') throw new StoreFailure('conflict', 'state_not_allowed');
    const laid = { step: 'charge', on: row.laidOn } as const;
    if (outcome) requireBetween(laid, outcome.disposedOn, context.clock.today(), 'outcome.disposedOn');
    const after = outcome ?? { disposition: null, disposedOn: null };
    const next = await correctCharge(tx, row, { after, reason }, context);
    const before = { disposition: row.disposition, disposedOn: row.disposedOn };
    return {
      output: { version: next },
      audit: { subject: { kind: 'charge', id: row.id }, changes: [{ field: 'outcome', before, after }] },
    };
  },
};
