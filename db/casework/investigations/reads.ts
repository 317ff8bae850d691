import { asc, eq } from 'drizzle-orm';
import type { WaitingState } from '#contract/ground/codes';
import type { InvestigationId } from '#contract/ground/ids';
import { chargedPersons, toCharge } from '../charges/rows.ts';
import { pick } from '../../ground/kernel/pick.ts';
import { must } from '../../ground/kernel/assert.ts';
import { together } from '../../ground/kernel/together.ts';
import { catalogueInForce } from '../offences/catalogue.ts';
import {
  arrest,
  charge,
  investigation,
  investigationEvent,
  referralInvestigation,
} from '../../ground/schema/unit/investigations.ts';
import { referral } from '../../ground/schema/unit/referrals.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import type { ReadHandler } from '../../store/types.ts';
import { listInvestigations } from './list.ts';
import { isElsewhere } from '../../store/rights/elsewhere.ts';
import { openItems } from './openItems.ts';
import { withCarried } from './carried.ts';
import type { InvestigationRecord } from '../investigationState/rows.ts';

type Name = 'investigations.list' | 'investigations.get' | 'investigations.openItems';
type Handlers = { readonly [M in Name]: ReadHandler<M> };

/** The periods of waiting, each until the next change; the first begins with the opening. */
async function waitingPeriods(db: ReadDb, file: InvestigationRecord) {
  const events = await db
    .select()
    .from(investigationEvent)
    .where(eq(investigationEvent.investigationId, file.id))
    .orderBy(asc(investigationEvent.position));
  const starts = [
    { state: 'unassigned', since: file.openedOn, on: null as string | null },
    ...events.map((each) => ({
      state: each.kind === 'concluded' || each.kind === 'transferred' ? null : each.waiting,
      since: each.on,
      on: each.waitingOn,
    })),
  ];
  return starts.flatMap(({ state, since, on }, index) => {
    const until = starts[index + 1]?.since ?? null;
    // A state that was left on the day it began was never waited in.
    if (!state || since === until) return [];
    return [{ state: state as WaitingState, since, until, on }];
  });
}

async function linkedReferrals(db: ReadDb, id: InvestigationId) {
  const rows = await db
    .select({
      ...pick(referral, 'id', 'number', 'receivedOn'),
      linkedOn: referralInvestigation.linkedOn,
    })
    .from(referralInvestigation)
    .innerJoin(referral, eq(referral.id, referralInvestigation.referralId))
    .where(eq(referralInvestigation.investigationId, id))
    .orderBy(asc(referral.receivedOn));
  return rows.map((row) => ({
    ...row,
    ...pick(row, 'id', 'receivedOn', 'linkedOn'),
  }));
}

export const investigationReads: Handlers = {
  'investigations.list': listInvestigations,

  'investigations.get': async (db, { investigationId }, { clock, counted }) => {
    const [row] = await db.select().from(investigation).where(eq(investigation.id, investigationId));
    const file = must(row, 'dispatch has found the investigation in scope');
    const arrests = db
      .select()
      .from(arrest)
      .where(eq(arrest.investigationId, file.id))
      .orderBy(asc(arrest.arrestedOn), asc(arrest.id));
    const laid = db.select().from(charge).where(eq(charge.investigationId, file.id)).orderBy(asc(charge.laidOn));
    const { carried, charges, catalogue, ...found } = await together({
      carried: withCarried(db, [file], clock.today()),
      referrals: linkedReferrals(db, file.id),
      waiting: waitingPeriods(db, file),
      arrests,
      charges: laid,
      catalogue: catalogueInForce(db),
      isElsewhere: isElsewhere(counted, file.id),
    });
    return {
      ...found,
      investigation: must(carried[0], 'one row is given for one'),
      arrests: found.arrests.map((each) => pick(each, 'id', 'version', 'arrestedOn', 'youth', 'personId')),
      charges: charges.map((each) => toCharge(each, catalogue)),
      charged: chargedPersons(charges, catalogue),
    };
  },

  'investigations.openItems': async (db, { investigationId }) => ({ items: await openItems(db, investigationId) }),
};
