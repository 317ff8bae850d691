import { asc, eq } from 'drizzle-orm';
import { isAmong } from '../../../ground/kernel/among.ts';
import { kindOf } from '../../../casework/clocks/catalogue.ts';
import { authority } from '../../../ground/schema/unit/authorities.ts';
import { device } from '../../../ground/schema/unit/devices.ts';
import { nextStep } from '../../../ground/schema/unit/handover.ts';
import { note } from '../../../ground/schema/unit/notes.ts';
import { supportReferral } from '../../../ground/schema/unit/offences.ts';
import { filePartner } from '../../../ground/schema/unit/partners.ts';
import { task } from '../../../ground/schema/unit/tasks.ts';
import { coded, fact, moment, named, recordOf, said, text, yesOrNo, type FileRecord } from '../record.ts';
import { linkedPersons, personOf, type Describe, type Source } from './source.ts';

export const fromDevices: Source = async (reading) => {
  const { db, investigationId } = reading;
  const rows = await db
    .select()
    .from(device)
    .where(eq(device.investigationId, investigationId))
    .orderBy(asc(device.seizedOn), asc(device.id));
  return deviceRecords(reading, rows);
};

export const deviceRecords: Describe<typeof device> = async (reading, rows) => {
  const linkedOf = await linkedPersons(reading, rows);
  const ids = rows.flatMap(({ authorityId }) => authorityId ?? []);
  const held = await reading.db.select().from(authority).where(isAmong(authority.id, ids));
  const kinds = new Map<string, string>(held.map(({ id, kind }) => [id, kind]));
  return rows.map((row) => {
    const authorityKind = kinds.get(row.authorityId ?? '');
    const { name, ...about } = linkedOf(row);
    return recordOf(
      'devices',
      'device',
      row,
      [
        coded('kind', 'deviceKind', row.kind),
        fact('count', row.count),
        text('label', row.label),
        named('person', name),
        text('place', row.place),
        said('authority', row.authorityId, authorityKind === undefined ? undefined : kindOf(authorityKind).name),
        fact('seizedOn', row.seizedOn),
        row.locked === null ? null : yesOrNo('locked', row.locked),
        fact('unlockedOn', row.unlockedOn),
        fact('queuedOn', row.queuedOn),
        fact('lab', row.lab),
        fact('examinationBegan', row.beganOn),
        fact('examinedOn', row.examinedOn),
        fact('leftOn', row.endedOn),
        coded('ended', 'deviceEnd', row.endReason),
      ],
      { dated: 'seizedOn', ...about },
    );
  });
};

export const fromSupport: Source = async ({ db, investigationId }) => {
  const rows = await db
    .select()
    .from(supportReferral)
    .where(eq(supportReferral.investigationId, investigationId))
    .orderBy(asc(supportReferral.referredOn), asc(supportReferral.id));
  return supportRecords(rows);
};

export const supportRecords = (rows: readonly (typeof supportReferral.$inferSelect)[]): readonly FileRecord[] =>
  rows.map((row) =>
    recordOf(
      'support',
      'support',
      row,
      [
        fact('referredOn', row.referredOn),
        coded('service', 'supportService', row.service, 'identity'),
        coded('answer', 'supportOutcome', row.outcome, 'identity'),
        fact('answeredOn', row.answeredOn),
      ],
      { dated: 'referredOn', about: { personId: null, role: 'victim', ageBand: null } },
    ),
  );

export const fromPartners: Source = async ({ db, investigationId }) => {
  const rows = await db
    .select()
    .from(filePartner)
    .where(eq(filePartner.investigationId, investigationId))
    .orderBy(asc(filePartner.fromOn), asc(filePartner.id));
  return rows.map((row) =>
    recordOf(
      'partners',
      'partner',
      row,
      [
        fact('name', row.name),
        coded('role', 'partnerRole', row.role),
        fact('from', row.fromOn),
        fact('until', row.untilOn),
      ],
      { dated: 'from' },
    ),
  );
};

export const fromTasks: Source = async (reading) => {
  const { db, investigationId } = reading;
  const rows = await db
    .select()
    .from(task)
    .where(eq(task.investigationId, investigationId))
    .orderBy(asc(task.addedOn), asc(task.id));
  const steps = await db.select().from(nextStep).where(eq(nextStep.investigationId, investigationId));
  return [
    ...rows.map((row) =>
      recordOf(
        'tasks',
        'task',
        row,
        [
          text('what', row.what),
          fact('owner', personOf(reading, row.owner)),
          fact('addedOn', row.addedOn),
          fact('dueOn', row.dueOn),
          fact('doneOn', row.doneOn),
        ],
        { dated: 'addedOn' },
      ),
    ),
    ...steps
      .filter(({ text: written }) => written !== '')
      .map((row) =>
        recordOf('tasks', 'next_step', { id: 'file', version: row.version }, [
          text('nextStep', row.text),
          fact('by', personOf(reading, row.userId)),
        ]),
      ),
  ];
};

export const fromNotes: Source = async (reading) => {
  const { db, investigationId } = reading;
  const rows = await db
    .select()
    .from(note)
    .where(eq(note.investigationId, investigationId))
    .orderBy(asc(note.position));
  const positions = new Map<string, number>(rows.map((row) => [row.id, row.position]));
  return rows.map((row) =>
    recordOf(
      'notes',
      'note',
      row,
      [
        fact('number', row.position),
        moment('at', row.at),
        fact('by', personOf(reading, row.userId)),
        fact('corrects', positions.get(row.correctsId ?? '') ?? null),
        text('text', row.text),
      ],
      { dated: 'at' },
    ),
  );
};
