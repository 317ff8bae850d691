import { and, asc, eq, inArray } from 'drizzle-orm';
import type { CivilDate } from '#contract/ground/dates';
import type { UnitId } from '#contract/ground/ids';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { printNumber, takeNumbers } from '../../ledger/ledger/numbers.ts';
import { refileInvestigation } from '../../ledger/ledger/refile.ts';
import { moveReferral } from '../referrals/triage/transition.ts';
import { investigation, referralInvestigation } from '../../ground/schema/unit/investigations.ts';
import { referral } from '../../ground/schema/unit/referrals.ts';
import type { WriteTx } from '../../ground/kernel/database.ts';
import type { WriteHandler } from '../../store/types.ts';
import { settleFile } from '../referrals/triage/settle.ts';
import { changeInvestigation, heldInvestigation } from '../investigationState/change.ts';
import { originOf, requireLinkable } from '../investigationState/rules.ts';
import { requireBetween } from '../../ground/kernel/order.ts';

export async function numberFor(tx: WriteTx, unitId: UnitId, year: string, typed: string | undefined): Promise<string> {
  const number = typed ?? printNumber('investigation', year, await takeNumbers(tx, 'investigation', unitId, year, 1));
  const [taken] = await tx
    .select({ id: investigation.id })
    .from(investigation)
    .where(and(eq(investigation.unitId, unitId), eq(investigation.number, number)));
  if (taken) throw new StoreFailure('conflict', 'number_taken', 'number');
  return number;
}

export const openInvestigation: WriteHandler<'investigations.open'> = async (tx, input, context) => {
  // A server gives rows in any order, and the first referral that ends is the one that the file carries on.
  const asked = tx.select().from(referral).where(inArray(referral.id, input.referralIds));
  const referrals = await asked.orderBy(asc(referral.id));
  if (referrals.length !== input.referralIds.length) throw new StoreFailure('not_found');
  // A referral counts in the backlog of its unit: another's comes by a transfer.
  if (referrals.some((row) => row.unitId !== input.unitId)) throw new StoreFailure('conflict', 'state_not_allowed');
  const standings = referrals.map((row) => ({ state: row.state, open: row.open }));
  requireLinkable(standings);
  const lastFact = referrals.map((row) => row.stateOn).reduce((a, b) => (a > b ? a : b), '1900-01-01');
  requireBetween({ step: 'state', on: lastFact as CivilDate }, input.openedOn, context.clock.today(), 'openedOn');

  const id = context.newId();
  const number = await numberFor(tx, input.unitId, input.openedOn.slice(0, 4), input.number);
  await tx.insert(investigation).values({
    id,
    unitId: input.unitId,
    number,
    title: input.title ?? null,
    subject: input.subject ?? null,
    openedOn: input.openedOn,
    origin: originOf(standings),
    lead: input.lead,
    waiting: 'unassigned',
    waitingSince: input.openedOn,
    open: true,
    enteredAt: context.clock.now(),
    enteredBy: context.session.user.id,
  });
  let carried = false;
  for (const row of referrals) {
    await tx
      .insert(referralInvestigation)
      .values({ referralId: row.id, investigationId: id, linkedOn: input.openedOn });
    if (!row.open) continue;
    await moveReferral(tx, row, { to: 'linked', on: input.openedOn, carried: !carried }, context);
    carried = true;
  }
  await refileInvestigation(tx, id);
  await settleFile(tx, id);
  if (input.lead) {
    // A file opened with a lead is worked on from that day: the history says so, not the row alone.
    const change = { kind: 'waiting', on: input.openedOn, waiting: 'active' } as const;
    await changeInvestigation(tx, await heldInvestigation(tx, id), change, context);
  }
  const linked = await tx
    .select({ referralId: referral.id, version: referral.version })
    .from(referral)
    .where(inArray(referral.id, input.referralIds));
  const { version } = await heldInvestigation(tx, id);
  return {
    output: { id, number, opened: { investigationId: id, version, referrals: linked } },
    audit: {
      subject: { kind: 'investigation', id },
      facts: { referrals: referrals.length, origin: originOf(standings) },
    },
  };
};
