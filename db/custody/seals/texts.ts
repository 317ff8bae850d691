import { eq, getTableColumns, getTableName } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { NamingText } from '#contract/custody/seals';
import { isAmong } from '../../ground/kernel/among.ts';
import { isWritten } from '../../ground/schema/common/columns.ts';
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
  /** Names the authority by which the row is of a file. */
  readonly under?: SQLiteColumn;
}

/** Every table with texts of a file, what they said before a correction too. A feature that has another adds its line. */
export const writtenIn: readonly Written[] = [
  { what: 'file', table: investigation, file: investigation.id },
  { what: 'history', table: investigationEvent, file: investigationEvent.investigationId },
  { what: 'referral', table: referral, file: referral.id },
  { what: 'history', table: referralEvent, file: referralEvent.referralId },
  { what: 'triage', table: referralScore, file: referralScore.referralId },
  { what: 'triage', table: dangerDecision, file: dangerDecision.referralId },
  { what: 'triage', table: protectionNotice, file: protectionNotice.referralId },
  { what: 'person', table: person, file: person.fileId },
  { what: 'identifier', table: identifier, file: identifier.fileId },
  { what: 'note', table: note, file: note.investigationId },
  { what: 'task', table: task, file: task.investigationId },
  { what: 'hearing', table: hearing, file: hearing.investigationId },
  { what: 'next_step', table: nextStep, file: nextStep.investigationId },
  { what: 'authority', table: authority, file: authority.investigationId },
  { what: 'authority', table: clockOverride, file: authority.investigationId, under: clockOverride.authorityId },
  { what: 'authority', table: delayDeduction, file: authority.investigationId, under: delayDeduction.authorityId },
  { what: 'device', table: device, file: device.investigationId },
  { what: 'transfer', table: transfer, file: transfer.fileId },
  // The receiver's file shows by which transfer it came.
  { what: 'transfer', table: transfer, file: transfer.receivedId },
  { what: 'paper', table: paper, file: paper.investigationId },
  { what: 'paper', table: paperDecision, file: paperDecision.investigationId },
  { what: 'hold', table: retentionHold, file: retentionHold.fileId },
  { what: 'correction', table: correction, file: correction.fileId },
];

const recordTable: Readonly<Record<string, string>> = { offence: 'file_offence' };
const byTable = new Map(writtenIn.map(({ table }) => [getTableName(table), table]));

/** What people wrote in a row; of a correction, also what they had written in the record before. */
function textsIn(table: SQLiteTable, row: Row): readonly string[] {
  return Object.entries(getTableColumns(table))
    .filter(([, column]) => isWritten(column))
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
  for (const { what, table, file, under } of writtenIn) {
    const all = db.select({ fileId: file, row: getTableColumns(table) }).from(table);
    const rows = await (under === undefined ? all : all.innerJoin(authority, eq(under, authority.id))).where(
      isAmong(file, files),
    );
    for (const { fileId, row } of rows)
      texts.push({ fileId: String(fileId), what, row, text: textsIn(table, row).join('\n') });
  }
  return texts;
}
