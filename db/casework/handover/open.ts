import { and, asc, eq, isNull } from 'drizzle-orm';
import type { HandoverDetail } from '#contract/casework/handover';
import type { UnitId, UserId } from '#contract/ground/ids';
import { pick } from '../../ground/kernel/pick.ts';
import { hearing } from '../../ground/schema/unit/hearings.ts';
import { investigation } from '../../ground/schema/unit/investigations.ts';
import { paper } from '../../ground/schema/unit/papers.ts';
import { referral } from '../../ground/schema/unit/referrals.ts';
import { task } from '../../ground/schema/unit/tasks.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import type { Context } from '../../store/types.ts';
import { investigationWindow } from '../investigations/list.ts';
import { toReferral } from '../referrals/rows.ts';

interface Officer {
  readonly unitId: UnitId;
  readonly userId: UserId;
}

type Now = Pick<Context, 'clock'>;
type Open = Pick<HandoverDetail, 'investigations' | 'referrals' | 'tasks' | 'hearings' | 'papers'>;

/** All of them: an officer's open files of one unit are few enough for one window. */
const everyFile = 2000;

async function openFiles(db: ReadDb, { unitId, userId }: Officer, now: Now): Promise<Open['investigations']> {
  const wanted = {
    filter: { unitId, lead: userId, openOnly: true },
    sort: { column: 'urgent', descending: false },
    from: { at: 'start' },
    size: everyFile,
  } as const;
  return (await investigationWindow(db, wanted, now)).rows;
}

async function openReferrals(db: ReadDb, { unitId, userId }: Officer): Promise<Open['referrals']> {
  const rows = await db
    .select()
    .from(referral)
    .where(and(eq(referral.assignedTo, userId), eq(referral.unitId, unitId), eq(referral.open, true)))
    .orderBy(asc(referral.inboxKey), asc(referral.dueAt), asc(referral.id));
  return rows.map(toReferral);
}

async function openTasks(db: ReadDb, { unitId, userId }: Officer): Promise<Open['tasks']> {
  const rows = await db
    .select({ task, number: investigation.number })
    .from(task)
    .innerJoin(investigation, eq(investigation.id, task.investigationId))
    .where(and(eq(task.owner, userId), eq(task.unitId, unitId), isNull(task.doneOn)))
    .orderBy(asc(task.dueOn), asc(task.id));
  return rows.map(({ task: row, number }) => ({
    ...pick(row, 'id', 'what', 'dueOn', 'investigationId'),
    number,
  }));
}

async function openHearings(db: ReadDb, { unitId, userId }: Officer): Promise<Open['hearings']> {
  const rows = await db
    .select({ hearing, number: investigation.number })
    .from(hearing)
    .innerJoin(investigation, eq(investigation.id, hearing.investigationId))
    .where(and(eq(hearing.attends, userId), eq(hearing.unitId, unitId), isNull(hearing.outcome)))
    .orderBy(asc(hearing.on), asc(hearing.id));
  return rows.map(({ hearing: row, number }) => ({
    ...pick(row, 'id', 'kind', 'on', 'time', 'court', 'investigationId'),
    number,
  }));
}

async function openPapers(db: ReadDb, { unitId, userId }: Officer): Promise<Open['papers']> {
  const rows = await db
    .select({ paper, number: investigation.number })
    .from(paper)
    .innerJoin(investigation, eq(investigation.id, paper.investigationId))
    .where(and(eq(investigation.lead, userId), eq(investigation.unitId, unitId), eq(investigation.open, true)))
    .orderBy(asc(paper.beganOn), asc(paper.id));
  return rows.map(({ paper: row, number }) => ({
    id: row.id,
    investigationId: row.investigationId,
    number,
    ...pick(row, 'kind', 'reference', 'recipient', 'issuedOn'),
  }));
}

/** All that an officer has open in a unit. */
export async function openWork(db: ReadDb, officer: Officer, now: Now): Promise<Open> {
  return {
    investigations: await openFiles(db, officer, now),
    referrals: await openReferrals(db, officer),
    tasks: await openTasks(db, officer),
    hearings: await openHearings(db, officer),
    papers: await openPapers(db, officer),
  };
}
