import { asc, eq } from 'drizzle-orm';
import { unit } from '../../../ground/schema/common/units.ts';
import { investigation, investigationEvent } from '../../../ground/schema/unit/investigations.ts';
import { relatedFile } from '../../../ground/schema/unit/links.ts';
import { operation, operationFile } from '../../../ground/schema/unit/operations.ts';
import { transfer } from '../../../ground/schema/unit/transfers.ts';
import { coded, fact, recordOf, text, type FileRecord } from '../record.ts';
import { personOf, type Describe, type Reading, type Source } from './source.ts';

export const fromFile: Source = async (reading) => {
  const { db, investigationId } = reading;
  return investigationRecords(
    reading,
    await db.select().from(investigation).where(eq(investigation.id, investigationId)),
  );
};

export const investigationRecords = (
  reading: Reading,
  rows: readonly (typeof investigation.$inferSelect)[],
): readonly FileRecord[] =>
  rows.map((row) =>
    recordOf(
      'file',
      'file',
      // A file that was taken over keeps its papers: its own id changes, its record's key does not.
      { id: 'file', version: row.version },
      [
        fact('number', row.number),
        fact('openedOn', row.openedOn),
        coded('origin', 'origin', row.origin),
        fact('lead', personOf(reading, row.lead)),
        coded('waiting', 'waitingState', row.waiting),
        fact('since', row.waitingSince),
        text('waitingOn', row.waitingOn),
        fact('concludedOn', row.concludedOn),
        fact('transferredOn', row.transferredOn),
      ],
      { dated: 'openedOn' },
    ),
  );

export const fromHistory: Source = async (reading) => {
  const { db, investigationId } = reading;
  const rows = await db
    .select()
    .from(investigationEvent)
    .where(eq(investigationEvent.investigationId, investigationId))
    .orderBy(asc(investigationEvent.position));
  return rows.map((row) =>
    recordOf(
      'history',
      'event',
      row,
      [
        fact('on', row.on),
        coded('change', 'fileChange', row.kind),
        coded('waiting', 'waitingState', row.waiting),
        text('waitingOn', row.waitingOn),
        text('reason', row.reason),
        fact('by', personOf(reading, row.userId)),
      ],
      { dated: 'on' },
    ),
  );
};

export const fromTransfers: Source = async (reading) => {
  const { db, investigationId } = reading;
  const rows = await db
    .select()
    .from(transfer)
    .where(eq(transfer.fileId, investigationId))
    .orderBy(asc(transfer.proposedOn), asc(transfer.id));
  return transferRecords(reading, rows);
};

export const transferRecords: Describe<typeof transfer> = async (reading, rows) => {
  const units = await reading.db.select({ id: unit.id, code: unit.code }).from(unit);
  const codeOf = new Map(units.map(({ id, code }) => [id, code]));
  return rows.map((row) =>
    recordOf(
      'history',
      'transfer',
      row,
      [
        fact('on', row.proposedOn),
        fact('to', row.toService ?? (row.toUnitId && (codeOf.get(row.toUnitId) ?? null))),
        coded('state', 'transferState', row.state),
        fact('answeredOn', row.decidedOn),
        text('message', row.message),
        text('reason', row.reason),
        fact('by', personOf(reading, row.proposedBy)),
      ],
      { dated: 'on' },
    ),
  );
};

export const fromLinks: Source = async ({ db, investigationId }) => {
  const files = await db
    .select({ id: investigation.id, number: investigation.number, row: relatedFile })
    .from(relatedFile)
    .innerJoin(investigation, eq(investigation.id, relatedFile.otherId))
    .where(eq(relatedFile.investigationId, investigationId))
    .orderBy(asc(relatedFile.linkedOn), asc(investigation.id));
  const operations = await db
    .select({ id: operation.id, name: operation.name, row: operationFile })
    .from(operationFile)
    .innerJoin(operation, eq(operation.id, operationFile.operationId))
    .where(eq(operationFile.investigationId, investigationId))
    .orderBy(asc(operation.beganOn), asc(operation.id));
  return [
    ...files.map(({ id, number, row }) =>
      recordOf(
        'links',
        'related',
        { id, version: row.version },
        [fact('file', number), fact('linkedOn', row.linkedOn)],
        {
          dated: 'linkedOn',
        },
      ),
    ),
    ...operations.map(({ id, name, row }) =>
      recordOf('links', 'operation', { id, version: row.version }, [text('operation', name)]),
    ),
  ];
};
