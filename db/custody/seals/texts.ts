import { eq, getTableColumns, getTableName } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { NamingText } from '#contract/custody/seals';
import { isAmong } from '../../ground/kernel/among.ts';
import { authority, clockOverride } from '../../ground/schema/unit/authorities.ts';
import { correction } from '../../ground/schema/unit/corrections.ts';
import { device } from '../../ground/schema/unit/devices.ts';
import { nextStep } from '../../ground/schema/unit/handover.ts';
import { hearing } from '../../ground/schema/unit/hearings.ts';
import { investigation, investigationEvent } from '../../ground/schema/unit/investigations.ts';
import { note } from '../../ground/schema/unit/notes.ts';
import { delayDeduction } from '../../ground/schema/unit/offences.ts';
import { paper, paperDecision } from '../../ground/schema/unit/papers.ts';
import { identifier, person } from '../../ground/schema/unit/persons.ts';
import { referral, referralEvent } from '../../ground/schema/unit/referrals.ts';
import { retentionHold } from '../../ground/schema/unit/retention.ts';
import { task } from '../../ground/schema/unit/tasks.ts';
import { transfer } from '../../ground/schema/unit/transfers.ts';
import { dangerDecision, protectionNotice, referralScore } from '../../ground/schema/unit/triage.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';

type Row = Readonly<Record<string, unknown>>;

interface Written {
  readonly what: NamingText['what'];
  readonly table: SQLiteTable;
  /** The file that the row is of. */
  readonly file: SQLiteColumn;
  /** In which people write. */
  readonly columns: readonly SQLiteColumn[];
  /** Names the authority by which the row is of a file. */
  readonly under?: SQLiteColumn;
}

const written = (
  what: Written['what'],
  table: SQLiteTable,
  file: SQLiteColumn,
  ...columns: readonly SQLiteColumn[]
): Written => ({ what, table, file, columns });

const underAuthority = (table: SQLiteTable, under: SQLiteColumn, ...columns: readonly SQLiteColumn[]): Written => ({
  ...written('authority', table, authority.investigationId, ...columns),
  under,
});

const ofTransfer = [transfer.toService, transfer.message, transfer.reason];

/** Every text of a file, what it said before a correction too. A feature that has another adds its line. */
export const writtenIn: readonly Written[] = [
  written('file', investigation, investigation.id, investigation.title, investigation.subject, investigation.waitingOn),
  written(
    'history',
    investigationEvent,
    investigationEvent.investigationId,
    investigationEvent.waitingOn,
    investigationEvent.reason,
  ),
  written('referral', referral, referral.id, referral.summary, referral.priorityReceived),
  written('history', referralEvent, referralEvent.referralId, referralEvent.reason),
  written('triage', referralScore, referralScore.referralId, referralScore.note),
  written('triage', dangerDecision, dangerDecision.referralId, dangerDecision.reason),
  written(
    'triage',
    protectionNotice,
    protectionNotice.referralId,
    protectionNotice.agency,
    protectionNotice.person,
    protectionNotice.reason,
  ),
  written('person', person, person.fileId, person.name, person.safeguardedBy),
  written(
    'identifier',
    identifier,
    identifier.fileId,
    identifier.value,
    identifier.service,
    identifier.seenText,
    identifier.event,
    identifier.obtainedReference,
  ),
  written('note', note, note.investigationId, note.text),
  written('task', task, task.investigationId, task.what),
  written('hearing', hearing, hearing.investigationId, hearing.court, hearing.outcomeNote),
  written('next_step', nextStep, nextStep.investigationId, nextStep.text),
  written(
    'authority',
    authority,
    authority.investigationId,
    authority.reference,
    authority.heldBy,
    authority.concerning,
    authority.place,
  ),
  underAuthority(clockOverride, clockOverride.authorityId, clockOverride.reason),
  underAuthority(delayDeduction, delayDeduction.authorityId, delayDeduction.note),
  written('device', device, device.investigationId, device.label, device.lab, device.place),
  written('transfer', transfer, transfer.fileId, ...ofTransfer),
  // The receiver's file shows by which transfer it came.
  written('transfer', transfer, transfer.receivedId, ...ofTransfer),
  written('paper', paper, paper.investigationId, paper.recipient, paper.reference),
  written('paper', paperDecision, paperDecision.investigationId, paperDecision.remark),
  written('hold', retentionHold, retentionHold.fileId, retentionHold.reason, retentionHold.releaseReason),
  written(
    'correction',
    correction,
    correction.fileId,
    correction.before,
    correction.after,
    correction.reason,
    correction.reviewNote,
  ),
];

const recordTable: Readonly<Record<string, string>> = { offence: 'file_offence' };
const byTable = new Map(writtenIn.map((each) => [getTableName(each.table), each]));

/** What people wrote in a row; of a correction, also what they had written in the record before. */
function textsIn({ table, columns }: Pick<Written, 'table' | 'columns'>, row: Row): readonly string[] {
  const names = new Set(columns.map(({ name }) => name));
  return Object.entries(getTableColumns(table))
    .filter(([, { name }]) => names.has(name))
    .flatMap(([key]) => {
      const value = row[key];
      if (typeof value === 'string') return [value];
      const record = String(row['record']);
      const of = byTable.get(recordTable[record] ?? record);
      return of !== undefined && typeof value === 'object' && value !== null ? textsIn(of, value as Row) : [];
    });
}

export interface Text {
  readonly fileId: string;
  readonly what: Written['what'];
  readonly row: Row;
  readonly text: string;
}

/** The texts of files, in the order of the list. */
export async function textsOf(db: Pick<ReadDb, 'select'>, files: readonly string[]): Promise<readonly Text[]> {
  const texts: Text[] = [];
  for (const each of writtenIn) {
    const { what, table, file, under } = each;
    const all = db.select({ fileId: file, row: getTableColumns(table) }).from(table);
    const rows = await (under === undefined ? all : all.innerJoin(authority, eq(under, authority.id))).where(
      isAmong(file, files),
    );
    for (const { fileId, row } of rows)
      texts.push({ fileId: String(fileId), what, row, text: textsIn(each, row).join('\n') });
  }
  return texts;
}
