import type { SupportCount, SupportFigure } from '#contract/casework/victims';
import type { SupportOutcome } from '#contract/ground/codes';
import type { CivilDate } from '#contract/ground/dates';
import type { UnitId } from '#contract/ground/ids';
import type { Output, ParsedInput } from '#contract/index';
import { isAmong } from '../../ground/kernel/among.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { supportReferral } from '../../ground/schema/unit/offences.ts';
import { eachFileOnce, pageOfFiles } from '../files/countedFiles.ts';
import { datedQuarter, lastQuarters, type DatedQuarter } from '../files/lastQuarters.ts';

type Answer = SupportOutcome | null;

interface Made {
  readonly unitId: UnitId;
  readonly referredOn: CivilDate;
  readonly outcome: Answer;
}

/** Whether a figure counts a referral, by what was answered to it. */
const counts: Readonly<Record<SupportFigure, (answer: Answer) => boolean>> = {
  referrals: () => true,
  accepted: (answer) => answer === 'accepted',
  declined: (answer) => answer === 'declined',
  noAnswer: (answer) => answer === null,
};

function countedIn<M extends Made>(made: readonly M[], { from, to }: DatedQuarter, figure: SupportFigure): M[] {
  return made.filter(({ referredOn, outcome }) => referredOn >= from && referredOn <= to && counts[figure](outcome));
}

function madeBy(db: ReadDb, unitIds: readonly UnitId[]) {
  const { unitId, investigationId, referredOn, outcome } = supportReferral;
  return db
    .select({ unitId, investigationId, referredOn, outcome })
    .from(supportReferral)
    .where(isAmong(unitId, unitIds));
}

/** The referrals of some units to services by quarter, by what was answered to them. */
export async function readSupportCounts(
  db: ReadDb,
  unitIds: readonly UnitId[],
  today: CivilDate,
): Promise<readonly SupportCount[]> {
  const found = await madeBy(db, unitIds);
  return unitIds.flatMap((id) => {
    const made = found.filter(({ unitId }) => unitId === id);
    return lastQuarters(today).map((days) => {
      const of = (figure: SupportFigure): number => countedIn(made, days, figure).length;
      return {
        unitId: id,
        quarter: days.quarter,
        referrals: of('referrals'),
        accepted: of('accepted'),
        declined: of('declined'),
        noAnswer: of('noAnswer'),
      };
    });
  });
}

/** A page of the files that one figure of a quarter counts. */
export async function supportRows(
  { db, counted }: { readonly db: ReadDb; readonly counted: ReadDb },
  { unitId, quarter, figure, ...page }: ParsedInput<'support.rows'>,
): Promise<Output<'support.rows'>> {
  const made = countedIn(await madeBy(counted, [unitId]), datedQuarter(quarter), figure);
  const files = eachFileOnce(made.map(({ investigationId: id, referredOn: on }) => ({ id, on, count: 1 })));
  return pageOfFiles(db, [unitId], files, page);
}
