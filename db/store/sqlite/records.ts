import { and, asc, desc, eq, gt, inArray, like, max, notInArray, or, sql } from 'drizzle-orm';
import { isAmong } from '../../ground/kernel/among.ts';
import type { WriteTx } from '../../ground/kernel/database.ts';
import { auditEntry, auditValue } from '../../ground/schema/common/audit.ts';
import { draft } from '../../ground/schema/common/personal.ts';
import { correction } from '../../ground/schema/unit/corrections.ts';
import { note } from '../../ground/schema/unit/notes.ts';
import { referral } from '../../ground/schema/unit/referrals.ts';
import { seal, sealedItem, sealedValue } from '../../ground/schema/unit/seals.ts';
import { transfer } from '../../ground/schema/unit/transfers.ts';
import type { EngineRecords } from '../engineRecords.ts';
import { folderSearch } from './search.ts';

const emptyHead = '0'.repeat(64);

type AuditRecords = Pick<EngineRecords, 'lastLink' | 'movesSince' | 'linksOf' | 'auditChain'>;

const auditRecords = (db: WriteTx): AuditRecords => ({
  lastLink: async () => {
    const { sequence, hash } = auditEntry;
    const [last] = await db.select({ sequence, hash }).from(auditEntry).orderBy(desc(sequence)).limit(1);
    return last ?? { sequence: 0, hash: emptyHead };
  },
  movesSince: (link) => {
    const { sequence, method, subjectKind: kind, subjectId: id, outcome } = auditEntry;
    return db
      .select({ sequence, method, kind, id })
      .from(auditEntry)
      .where(and(gt(sequence, link), eq(outcome, 'done')))
      .orderBy(asc(sequence));
  },
  // Those that name one of the records, or a fact that was once in one of the files, though it has been removed since; and every search, whose
  // words may name any of them. Reads the whole chain once.
  linksOf: async (ids) => {
    const known = sql`SELECT value FROM json_each(${JSON.stringify(ids)})`;
    const named = sql`SELECT subject_id FROM audit_entry
      WHERE facts LIKE '%"file":%' AND json_extract(facts, '$.file') IN (${known})`;
    const rows = await db.all<{
      sequence: number;
    }>(sql`SELECT DISTINCT audit_entry.sequence AS sequence FROM audit_entry
      JOIN audit_value ON audit_value.sequence = audit_entry.sequence
      WHERE subject_id IN (${known}) OR subject_id IN (${named}) OR method = 'search.everywhere'
        OR audit_entry.sequence IN (SELECT sequence FROM audit_file WHERE file_id IN (${known}))`);
    return rows.map(({ sequence }) => sequence);
  },
  auditChain: { db, values: sql`main.audit_value` },
});

type SealedRecords = Pick<EngineRecords, 'knownNumbers' | 'sealedNumbers' | 'sealsOf' | 'moveSealed'>;

const sealedRecords = (db: WriteTx): SealedRecords => ({
  knownNumbers: (asked) => {
    const { externalKey: key, unitId, receivedOn } = referral;
    const sealed = db.select({ id: sealedItem.itemId }).from(sealedItem);
    const keys = asked.map((each) => each.key);
    return db
      .select({ key, unitId, receivedOn })
      .from(referral)
      .where(and(inArray(key, keys), notInArray(referral.id, sealed)));
  },
  // Of the tables themselves: a connection that reads shows nothing sealed.
  sealedNumbers: (keys) =>
    db.all(sql`SELECT external_key AS key, referral.unit_id AS unitId FROM main.referral
      JOIN main.sealed_item ON item_id = referral.id WHERE ${inArray(sql`external_key`, [...keys])}`),
  sealsOf: (_numbers, unitId) =>
    db.all(sql`SELECT number, seal_id AS sealId FROM main.sealed_item JOIN (
        SELECT id, number, unit_id FROM main.investigation UNION ALL SELECT id, number, unit_id FROM main.referral
      ) AS file ON file.id = item_id WHERE file.unit_id = ${unitId}`),
  moveSealed: async (from, id, unitId) => {
    const ofTransfers = db.select({ id: correction.id }).from(correction).where(eq(correction.record, 'transfer'));
    const moved = and(eq(sealedItem.shownIn, from), notInArray(sealedItem.itemId, ofTransfers));
    const seals = db.select({ id: sealedItem.sealId }).from(sealedItem).where(moved);
    await db.update(seal).set({ unitId }).where(inArray(seal.id, seals));
    await db.update(sealedItem).set({ shownIn: id, unitId }).where(moved);
  },
});

/** Its transactions see the whole workspace. */
export function folderRecords(db: WriteTx): EngineRecords {
  const audit = auditRecords(db);
  return {
    ...audit,
    ...sealedRecords(db),
    search: folderSearch(db),
    forget: async ({ ids, files }) => {
      const links = await audit.linksOf(ids);
      const values = await db.delete(auditValue).where(isAmong(auditValue.sequence, links));
      await db.delete(sealedValue).where(isAmong(sealedValue.sequence, links));
      const drafts = await db.delete(draft).where(or(...files.map((id) => like(draft.subject, `${id}%`))));
      return values.changes + drafts.changes;
    },
    unitsUntil: async (month) => {
      const rows = await db.all<{ id: string }>(
        sql`SELECT unit_id AS id FROM temp.session_unit WHERE last_month >= ${month}`,
      );
      return new Set(rows.map(({ id }) => id));
    },
    reachTransfer: () => Promise.resolve(),
    reachCounts: () => Promise.resolve(),
    offersOf: async (fileIds) => {
      const { id, proposedOn, decidedOn, state, toUnitId } = transfer;
      const rows = await db
        .select({ id, proposedOn, decidedOn, state, toUnitId })
        .from(transfer)
        .where(isAmong(transfer.fileId, fileIds))
        .orderBy(proposedOn, id);
      return rows.map((row) => ({ ...row, isGone: row.state === 'accepted' && row.toUnitId !== null }));
    },
    lastNote: async (id) => {
      const [last] = await db
        .select({ position: max(note.position) })
        .from(note)
        .where(eq(note.investigationId, id));
      return last?.position ?? 0;
    },
  };
}
