import type { InvestigationId } from '#contract/ground/ids';
import { asc, eq } from 'drizzle-orm';
import type { TimelineEntry } from '#contract/casework/timeline';
import { codeWords } from '#contract/words/codes';
import { kindOf } from '../clocks/catalogue.ts';
import { clocksOfAll } from '../authorities/clocksOfAll.ts';
import { clockSettings, standingOverrides } from '../clocks/surroundings.ts';
import { remindersOf, urgencyOf } from '../clocks/reminders.ts';
import { hearingUrgency } from '../due/hearings.ts';
import { dueOfReferral, type Present } from '../due/referrals.ts';
import { dayOf, daysBetween } from '../../ground/kernel/days.ts';
import { pick } from '../../ground/kernel/pick.ts';
import { user } from '../../ground/schema/common/people.ts';
import { authority } from '../../ground/schema/unit/authorities.ts';
import { device } from '../../ground/schema/unit/devices.ts';
import { hearing } from '../../ground/schema/unit/hearings.ts';
import {
  arrest,
  charge,
  investigation,
  investigationEvent,
  referralInvestigation,
} from '../../ground/schema/unit/investigations.ts';
import { relatedFile } from '../../ground/schema/unit/links.ts';
import { note } from '../../ground/schema/unit/notes.ts';
import { paper } from '../../ground/schema/unit/papers.ts';
import { filePartner } from '../../ground/schema/unit/partners.ts';
import { never, referral } from '../../ground/schema/unit/referrals.ts';
import { task } from '../../ground/schema/unit/tasks.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { entryIfDated, timelineEntry } from './entry.ts';

/** Reads one kind of fact of a file: a feature that has another adds its source to the list at the end. */
type TimelineSource = (
  db: ReadDb,
  investigationId: InvestigationId,
  present: Present,
) => Promise<readonly TimelineEntry[]>;

const fromFile: TimelineSource = async (db, id) => {
  const [file] = await db.select().from(investigation).where(eq(investigation.id, id));
  const events = await db
    .select()
    .from(investigationEvent)
    .where(eq(investigationEvent.investigationId, id))
    .orderBy(asc(investigationEvent.position));
  const kinds = {
    waiting: 'waiting',
    concluded: 'concluded',
    reopened: 'reopened',
    transferred: 'transferred',
  } as const;
  return [
    ...entryIfDated(id, 'opened', file?.openedOn ?? null),
    ...events.map((event) =>
      timelineEntry(event.id, kinds[event.kind as keyof typeof kinds], event.on, {
        code: event.kind === 'waiting' ? event.waiting : null,
        detail: event.waitingOn,
      }),
    ),
  ];
};

const fromReferrals: TimelineSource = async (db, id, present) => {
  const rows = await db
    .select({
      ...pick(referral, 'id', 'number', 'state', 'dueAt', 'actionDueAt'),
      linkedOn: referralInvestigation.linkedOn,
      isOpen: investigation.open,
    })
    .from(referralInvestigation)
    .innerJoin(referral, eq(referral.id, referralInvestigation.referralId))
    .innerJoin(investigation, eq(investigation.id, referralInvestigation.investigationId))
    .where(eq(referralInvestigation.investigationId, id));
  return rows.flatMap((row) => {
    const linked = timelineEntry(row.id, 'referral_linked', row.linkedOn, { detail: row.number });
    // As in the header: what an open file carries on is due in it.
    if (!row.isOpen || row.state !== 'linked' || row.dueAt === never) return [linked];
    const { what, on, urgency, daysLeft } = dueOfReferral(row, present);
    return [
      linked,
      timelineEntry(row.id, 'referral_due', on, {
        name: codeWords.dueKind[what],
        detail: row.number,
        urgency,
        daysLeft,
        dueAt: row.dueAt,
      }),
    ];
  });
};

const fromArrests: TimelineSource = async (db, id) => {
  const rows = await db.select().from(arrest).where(eq(arrest.investigationId, id));
  return rows.map((row) => timelineEntry(row.id, 'arrest', row.arrestedOn));
};

const fromCharges: TimelineSource = async (db, id) => {
  const rows = await db.select().from(charge).where(eq(charge.investigationId, id));
  return rows.flatMap((row) => [
    timelineEntry(row.id, 'charge', row.laidOn, { code: row.stage, detail: row.section, count: row.counts }),
    ...entryIfDated(row.id, 'disposition', row.disposedOn, { code: row.disposition, detail: row.section }),
  ]);
};

const fromHearings: TimelineSource = async (db, id, { today }) => {
  const rows = await db.select().from(hearing).where(eq(hearing.investigationId, id));
  const { closed } = await clockSettings(db);
  return rows.map((row) => {
    const said = { name: codeWords.hearingKind[row.kind], detail: row.time };
    if (row.outcome !== null) return timelineEntry(row.id, 'hearing', row.on, { ...said, code: row.outcome });
    const { urgency, daysLeft } = hearingUrgency(row, { today, closed });
    return timelineEntry(row.id, 'hearing_due', row.on, { ...said, urgency, daysLeft });
  });
};

const fromAuthorities: TimelineSource = async (db, id, { today }) => {
  const rows = await db.select().from(authority).where(eq(authority.investigationId, id));
  const overrides = await standingOverrides(
    db,
    rows.map((row) => row.id),
  );
  const clocks = clocksOfAll(rows, { ...(await clockSettings(db)), today, overrides });
  const heldBy = new Map<string, string | null>(rows.map((row) => [row.id, row.heldBy]));
  const deadlines = [...clocks].flatMap(([rowId, ofRow]) =>
    ofRow.flatMap(({ ruleId, listed, dueOn, urgency, daysLeft, name }) =>
      listed && urgency !== null
        ? entryIfDated(`${rowId} ${ruleId}`, 'deadline', dueOn, {
            name,
            detail: heldBy.get(rowId) ?? null,
            urgency,
            daysLeft,
          })
        : [],
    ),
  );
  const facts = rows.flatMap((row) => {
    const { name } = kindOf(row.kind);
    return [
      timelineEntry(row.id, 'authority', row.startedOn, { name }),
      ...entryIfDated(row.id, 'authority_done', row.doneOn, { name }),
      ...entryIfDated(row.id, 'authority_ended', row.endedOn, { name }),
    ];
  });
  return [...deadlines, ...facts];
};

const fromDevices: TimelineSource = async (db, id) => {
  const rows = await db.select().from(device).where(eq(device.investigationId, id));
  return rows
    .filter((row) => row.endReason !== 'entered_in_error')
    .flatMap((row) => {
      const named = { code: row.kind, count: row.count };
      return [
        timelineEntry(row.id, 'devices_seized', row.seizedOn, named),
        ...entryIfDated(row.id, 'devices_examined', row.examinedOn, named),
        ...entryIfDated(row.id, 'devices_left', row.endedOn, named),
      ];
    });
};

const fromPartners: TimelineSource = async (db, id) => {
  const rows = await db.select().from(filePartner).where(eq(filePartner.investigationId, id));
  return rows.flatMap((row) => [
    timelineEntry(row.id, 'partner_from', row.fromOn, { code: row.role, detail: row.name }),
    ...entryIfDated(row.id, 'partner_until', row.untilOn, { code: row.role, detail: row.name }),
  ]);
};

const fromTasks: TimelineSource = async (db, id, { today }) => {
  const rows = await db.select().from(task).where(eq(task.investigationId, id));
  const { closed } = await clockSettings(db);
  return rows.flatMap((row) => {
    if (row.doneOn !== null) return [timelineEntry(row.id, 'task_done', row.doneOn, { detail: row.what })];
    const due = row.dueOn;
    if (due === null) return [];
    const reminders = remindersOf(row.addedOn, due, closed);
    return [
      timelineEntry(row.id, 'task_due', due, {
        detail: row.what,
        urgency: urgencyOf(due, reminders, today),
        daysLeft: daysBetween(today, due),
      }),
    ];
  });
};

/** That a note was written, and by whom; what it says stays where it is hidden. */
const fromNotes: TimelineSource = async (db, id) => {
  const rows = await db
    .select({ id: note.id, at: note.at, position: note.position, by: user.displayName })
    .from(note)
    .leftJoin(user, eq(user.id, note.userId))
    .where(eq(note.investigationId, id));
  return rows.map((row) => timelineEntry(row.id, 'note', dayOf(row.at), { count: row.position, detail: row.by }));
};

/** What was sent of the file: the kind of paper, and to whom. */
const fromPapers: TimelineSource = async (db, id) => {
  const rows = await db.select().from(paper).where(eq(paper.investigationId, id));
  return rows.flatMap((row) =>
    entryIfDated(row.id, 'paper_sent', row.issuedOn, { code: row.kind, detail: `${row.reference}, ${row.recipient}` }),
  );
};

const fromLinks: TimelineSource = async (db, id) => {
  const rows = await db
    .select({ id: investigation.id, number: investigation.number, linkedOn: relatedFile.linkedOn })
    .from(relatedFile)
    .innerJoin(investigation, eq(investigation.id, relatedFile.otherId))
    .where(eq(relatedFile.investigationId, id));
  return rows.map((row) => timelineEntry(row.id, 'related', row.linkedOn, { detail: row.number }));
};

export const timelineSources: readonly TimelineSource[] = [
  fromFile,
  fromReferrals,
  fromArrests,
  fromCharges,
  fromHearings,
  fromAuthorities,
  fromDevices,
  fromPartners,
  fromTasks,
  fromNotes,
  fromPapers,
  fromLinks,
];
