import { inArray } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { authority } from '../../ground/schema/unit/authorities.ts';
import { correction } from '../../ground/schema/unit/corrections.ts';
import { device } from '../../ground/schema/unit/devices.ts';
import { hearing } from '../../ground/schema/unit/hearings.ts';
import { arrest, charge, investigationEvent } from '../../ground/schema/unit/investigations.ts';
import { note } from '../../ground/schema/unit/notes.ts';
import { clearance, fileOffence, supportReferral } from '../../ground/schema/unit/offences.ts';
import { paper } from '../../ground/schema/unit/papers.ts';
import { filePartner } from '../../ground/schema/unit/partners.ts';
import { identifier, person } from '../../ground/schema/unit/persons.ts';
import { referralEvent } from '../../ground/schema/unit/referrals.ts';
import { task } from '../../ground/schema/unit/tasks.ts';
import { transfer } from '../../ground/schema/unit/transfers.ts';
import { dangerDecision, protectionNotice, referralCheck, referralScore } from '../../ground/schema/unit/triage.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';

interface Part {
  readonly table: SQLiteTable;
  readonly id: SQLiteColumn;
  /** The referral or investigation that the row belongs to. */
  readonly file: SQLiteColumn;
}

const part = (table: SQLiteTable, id: SQLiteColumn, file: SQLiteColumn): Part => ({ table, id, file });

/** Tables of a file's facts that have an id of their own, by which the audit names them. A feature that has another adds its line. */
const parts: readonly Part[] = [
  part(referralEvent, referralEvent.id, referralEvent.referralId),
  part(referralScore, referralScore.id, referralScore.referralId),
  part(referralCheck, referralCheck.id, referralCheck.referralId),
  part(dangerDecision, dangerDecision.id, dangerDecision.referralId),
  part(protectionNotice, protectionNotice.id, protectionNotice.referralId),
  part(investigationEvent, investigationEvent.id, investigationEvent.investigationId),
  part(arrest, arrest.id, arrest.investigationId),
  part(charge, charge.id, charge.investigationId),
  part(person, person.id, person.fileId),
  part(identifier, identifier.id, identifier.fileId),
  part(fileOffence, fileOffence.id, fileOffence.investigationId),
  part(clearance, clearance.investigationId, clearance.investigationId),
  part(supportReferral, supportReferral.id, supportReferral.investigationId),
  part(authority, authority.id, authority.investigationId),
  part(paper, paper.id, paper.investigationId),
  part(note, note.id, note.investigationId),
  part(hearing, hearing.id, hearing.investigationId),
  part(task, task.id, task.investigationId),
  part(device, device.id, device.investigationId),
  part(filePartner, filePartner.id, filePartner.investigationId),
  part(transfer, transfer.id, transfer.fileId),
  part(correction, correction.id, correction.fileId),
  // What was taken out as entered in error is in no other table.
  part(correction, correction.recordId, correction.fileId),
];

/** The ids of files and of every fact in them. */
export async function idsOfFiles(db: Pick<ReadDb, 'select'>, fileIds: readonly string[]): Promise<readonly string[]> {
  const ids = [...fileIds];
  for (const { table, id, file } of parts) {
    const rows = await db
      .select({ id })
      .from(table)
      .where(inArray(file, [...fileIds]));
    ids.push(...rows.map((row) => String(row.id)));
  }
  return ids;
}
