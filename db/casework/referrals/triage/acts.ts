import type { InvestigationId, ReferralId } from '#contract/ground/ids';
import { and, asc, eq, inArray, isNull, ne, or } from 'drizzle-orm';
import { standingChanges } from '../../../ledger/ledger/rules.ts';
import { authority } from '../../../ground/schema/unit/authorities.ts';
import { arrest, investigation, referralInvestigation } from '../../../ground/schema/unit/investigations.ts';
import { referralEvent } from '../../../ground/schema/unit/referrals.ts';
import { referralCheck } from '../../../ground/schema/unit/triage.ts';
import type { ReadDb } from '../../../ground/kernel/database.ts';
import { catalogue } from '../../clocks/catalogue.ts';
import type { Acts } from './rules.ts';

type Db = Pick<ReadDb, 'select'>;

/** Court proceedings, notices and youth records follow from acts; they are none. */
const acts = new Set(['preservation', 'production', 'search', 'detention']);
const actKinds = catalogue.kinds.filter(({ group }) => acts.has(group)).map(({ code }) => code);

export async function filesOf(db: Db, referralId: ReferralId) {
  return db
    .select({ id: investigation.id, open: investigation.open })
    .from(referralInvestigation)
    .innerJoin(investigation, eq(investigation.id, referralInvestigation.investigationId))
    .where(eq(referralInvestigation.referralId, referralId));
}

async function datedActs(db: Db, fileIds: readonly InvestigationId[]) {
  if (fileIds.length === 0) return [];
  const files = [...fileIds];
  const authorities = await db
    .select({ on: authority.startedOn, enteredAt: authority.enteredAt })
    .from(authority)
    .where(
      and(
        inArray(authority.investigationId, files),
        inArray(authority.kind, actKinds),
        or(isNull(authority.endReason), ne(authority.endReason, 'entered_in_error')),
      ),
    );
  const arrests = await db.select({ on: arrest.arrestedOn }).from(arrest).where(inArray(arrest.investigationId, files));
  return [...authorities, ...arrests.map(({ on }) => ({ on, enteredAt: null }))].map(({ on, enteredAt }) => ({
    on,
    enteredAt,
  }));
}

/** What was done for a referral, from what its files and its own history hold. */
export async function actsOf(db: Db, referralId: ReferralId, fileIds: readonly InvestigationId[]): Promise<Acts> {
  const { at, position, undoes, toState } = referralEvent;
  const changes = await db
    .select({ at, position, undoes, toState })
    .from(referralEvent)
    .where(eq(referralEvent.referralId, referralId))
    .orderBy(asc(referralEvent.position));
  const assigned = standingChanges(changes).find((each) => ['assigned', 'linked'].includes(each.toState));
  const checks = await db
    .select({ at: referralCheck.checkedAt })
    .from(referralCheck)
    .where(eq(referralCheck.referralId, referralId));
  return {
    assignedAt: assigned?.at ?? null,
    checks: checks.map(({ at }) => at),
    dated: await datedActs(db, fileIds),
  };
}
