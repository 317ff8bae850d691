import { eq, inArray } from 'drizzle-orm';
import { riskBand, type RiskBand } from '#contract/ground/codes';
import type { InvestigationId } from '#contract/ground/ids';
import type { DueRow } from '#contract/casework/authorities';
import type { CarriedFacts, InvestigationRow } from '#contract/casework/investigations';
import type { CivilDate } from '#contract/ground/dates';
import { groupsBy } from '../../ground/kernel/groups.ts';
import { together } from '../../ground/kernel/together.ts';
import { referralInvestigation } from '../../ground/schema/unit/investigations.ts';
import { never, referral } from '../../ground/schema/unit/referrals.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { firstOwnDates } from '../due/list.ts';
import { lastActivity } from './lastActivity.ts';
import { toInvestigation, type InvestigationRecord } from '../investigationState/rows.ts';

interface LinkedFacts {
  readonly number: string;
  readonly dangerSince: number | null;
  readonly band: RiskBand | null;
  readonly dueAt: number;
  readonly actionDueAt: number | null;
}

const nothing: CarriedFacts = { dangerSince: null, riskBand: null, due: null };

/** The highest of the bands, in the order in which they are listed. */
function highest(bands: readonly (RiskBand | null)[]): RiskBand | null {
  return riskBand.options.find((band) => bands.includes(band)) ?? null;
}

function carriedOf(linked: readonly LinkedFacts[]): CarriedFacts {
  const dangers = linked.flatMap(({ dangerSince }) => dangerSince ?? []);
  const [first] = linked.filter(({ dueAt }) => dueAt !== never).toSorted((a, b) => a.dueAt - b.dueAt);
  return {
    dangerSince: dangers.length === 0 ? null : Math.min(...dangers),
    riskBand: highest(linked.map(({ band }) => band)),
    due:
      first === undefined
        ? null
        : { at: first.dueAt, what: first.dueAt === first.actionDueAt ? 'action' : 'decision', number: first.number },
  };
}

/** As a list and a header show it. */
function ownDateOf({ dueOn, name, urgency, daysLeft }: DueRow): InvestigationRow['ownDate'] {
  return { on: dueOn, name, urgency, daysLeft };
}

/**
 * Investigations with the danger, the band and the deadline of the referrals that they carry on (one clock for one item), their own first date, what comes next and when something happened last.
 * @param dates the first own dates of these files at least, where they were read
 */
export async function withCarried(
  db: ReadDb,
  rows: readonly InvestigationRecord[],
  today: CivilDate,
  dates?: ReadonlyMap<InvestigationId, DueRow>,
): Promise<InvestigationRow[]> {
  const ids: readonly InvestigationId[] = rows.filter(({ open }) => open).map(({ id }) => id);
  const asked = db
    .select({
      fileId: referralInvestigation.investigationId,
      number: referral.number,
      dangerSince: referral.dangerSince,
      band: referral.riskBand,
      dueAt: referral.dueAt,
      actionDueAt: referral.actionDueAt,
      state: referral.state,
    })
    .from(referralInvestigation)
    .innerJoin(referral, eq(referral.id, referralInvestigation.referralId))
    .where(inArray(referralInvestigation.investigationId, [...ids]));
  const fileIds = rows.map(({ id }) => id);
  const { linked, last, ownDates } = await together({
    linked: asked,
    last: lastActivity(db, fileIds),
    ownDates: dates ?? firstOwnDates(db, { fileIds }, today),
  });
  // Not in the query, where the state would be looked up first: most referrals of a unit have it.
  const byFile = groupsBy(
    linked.filter(({ state }) => state === 'linked'),
    ({ fileId }) => fileId,
  );
  return rows.map((row) => {
    const own = byFile.get(row.id);
    const ownDate = ownDates.get(row.id);
    return {
      ...toInvestigation(row),
      carried: own === undefined ? nothing : carriedOf(own),
      ownDate: ownDate === undefined ? null : ownDateOf(ownDate),
      nextStep: last.steps.get(row.id) ?? null,
      lastOn: last.days.get(row.id) ?? row.openedOn,
    };
  });
}
