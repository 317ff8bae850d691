import { and, eq, gt, inArray, isNotNull, isNull, min, or } from 'drizzle-orm';
import type { DueRow } from '#contract/casework/authorities';
import type { Bilingual } from '#contract/ground/common';
import type { CivilDate } from '#contract/ground/dates';
import type { InvestigationId, UnitId, UserId } from '#contract/ground/ids';
import type { ParsedInput } from '#contract/index';
import { codeWords } from '#contract/words/codes';
import { carriedInto } from '../files/within.ts';
import { isAmong } from '../../ground/kernel/among.ts';
import { groupsBy } from '../../ground/kernel/groups.ts';
import { dayOf, daysBetween } from '../../ground/kernel/days.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { correction } from '../../ground/schema/unit/corrections.ts';
import { investigation, referralInvestigation } from '../../ground/schema/unit/investigations.ts';
import { paper } from '../../ground/schema/unit/papers.ts';
import { referral } from '../../ground/schema/unit/referrals.ts';
import { opaqueReference } from './reference.ts';

interface Filter extends Pick<ParsedInput<'due.list'>['filter'], 'unitId'> {
  readonly fileIds?: readonly InvestigationId[];
}

interface Owed {
  readonly id: string;
  readonly what: 'review' | 'supplement';
  readonly name: Bilingual;
  readonly fileId: string;
  readonly isReferral: boolean;
  readonly number: string;
  readonly unitId: UnitId;
  readonly lead: UserId | null;
  readonly dueOn: CivilDate;
  readonly dueAt: number | null;
}

function toDue(
  { id, what, name, fileId, isReferral, number, unitId, lead, dueOn, dueAt }: Owed,
  today: CivilDate,
): DueRow {
  return {
    id: `${id} ${what}`,
    reference: opaqueReference(id, what),
    source: 'correction',
    sourceId: fileId,
    ruleId: null,
    investigationId: isReferral ? null : (fileId as InvestigationId),
    number,
    unitId,
    lead,
    name,
    effect: 'act_by',
    dueOn,
    time: null,
    dueAt,
    actBy: dueOn,
    daysLeft: daysBetween(today, dueOn),
    urgency: dueOn < today ? 'overdue' : dueOn === today ? 'today' : 'reminder',
    reminders: [],
    isOverridden: false,
  };
}

/** Of referrals that went into an investigation, its lead. */
async function leadsOfLinked(db: ReadDb, referralIds: readonly string[]): Promise<ReadonlyMap<string, UserId | null>> {
  const carried = await carriedInto(db, referralIds);
  const files = [...carried.values()].flatMap(({ into }) => into);
  const rows = await db
    .select({ id: investigation.id, lead: investigation.lead })
    .from(investigation)
    .where(isAmong(investigation.id, files));
  const leadOf = new Map(rows.map(({ id, lead }) => [id, lead]));
  return new Map([...carried].map(([id, { into }]) => [id, into.map((each) => leadOf.get(each) ?? null)[0] ?? null]));
}

/** Corrections that a second person has to look at, each with the file's lead. */
async function reviews(db: ReadDb, { unitId, fileIds }: Filter): Promise<readonly Owed[]> {
  const rows = await db
    .select({
      row: correction,
      file: { number: investigation.number, lead: investigation.lead },
      tip: { number: referral.number, lead: referral.assignedTo },
    })
    .from(correction)
    .leftJoin(investigation, eq(investigation.id, correction.fileId))
    .leftJoin(referral, eq(referral.id, correction.fileId))
    .where(
      and(
        isNull(correction.reviewedAt),
        isNotNull(correction.reviewDueAt),
        unitId ? eq(correction.unitId, unitId) : undefined,
        fileIds && inArray(correction.fileId, [...fileIds]),
      ),
    );
  const leads = await leadsOfLinked(
    db,
    rows.filter(({ file }) => file === null).map(({ row }) => row.fileId),
  );
  return rows.flatMap(({ row, file, tip }) => {
    const of = file ?? (tip && { ...tip, lead: leads.get(row.fileId) ?? tip.lead });
    const { id, fileId, unitId: unit, reviewDueAt: dueAt } = row;
    if (of === null || dueAt === null) return [];
    const isReferral = file === null;
    const [kind, record] = [codeWords.dueKind.review, codeWords.correctedRecord[row.record]];
    const name = { en: `${kind.en}: ${record.en}`, fr: `${kind.fr} : ${record.fr}` };
    return [{ id, what: 'review', name, fileId, isReferral, ...of, unitId: unit, dueOn: dayOf(dueAt), dueAt }];
  });
}

/** Series of papers of which the file, or a referral of it, was corrected after the last one was issued: without delay. */
async function supplements(db: ReadDb, { unitId, fileIds }: Filter): Promise<readonly Owed[]> {
  const rows = await db
    .select({
      paperId: paper.id,
      series: paper.supplementsId,
      issuedAt: paper.issuedAt,
      at: min(correction.at),
      file: { id: investigation.id, number: investigation.number, lead: investigation.lead, unitId: paper.unitId },
    })
    .from(paper)
    .innerJoin(investigation, eq(investigation.id, paper.investigationId))
    .leftJoin(referralInvestigation, eq(referralInvestigation.investigationId, paper.investigationId))
    .leftJoin(referral, eq(referral.bundledUnder, referralInvestigation.referralId))
    .leftJoin(
      correction,
      and(
        gt(correction.at, paper.issuedAt),
        or(
          eq(correction.fileId, paper.investigationId),
          eq(correction.fileId, referralInvestigation.referralId),
          eq(correction.fileId, referral.id),
        ),
      ),
    )
    .where(
      and(
        isNotNull(paper.issuedAt),
        unitId ? eq(paper.unitId, unitId) : undefined,
        fileIds && inArray(paper.investigationId, [...fileIds]),
      ),
    )
    .groupBy(paper.id, investigation.id);
  return [...groupsBy(rows, ({ series, paperId }) => series ?? paperId)].flatMap(([id, ofSeries]) => {
    const last = ofSeries.toSorted((a, b) => (b.issuedAt ?? 0) - (a.issuedAt ?? 0))[0];
    if (last?.at == null) return [];
    const { id: fileId, ...file } = last.file;
    const name = codeWords.dueKind.supplement;
    return [{ id, what: 'supplement', name, fileId, isReferral: false, ...file, dueOn: dayOf(last.at), dueAt: null }];
  });
}

/** What corrections ask for: the look of a second person, and a supplement to what was disclosed before. */
export async function dueCorrections(db: ReadDb, filter: Filter, today: CivilDate): Promise<readonly DueRow[]> {
  const owed = [...(await reviews(db, filter)), ...(await supplements(db, filter))];
  return owed.map((each) => toDue(each, today));
}
