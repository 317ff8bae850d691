import { and, asc, eq, inArray, ne, sql } from 'drizzle-orm';
import type { OperationId, UnitId } from '#contract/ground/ids';
import type { ParsedInput } from '#contract/index';
import { heldInvestigation } from '../investigationState/change.ts';
import { pick } from '../../ground/kernel/pick.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { investigation } from '../../ground/schema/unit/investigations.ts';
import { operation, operationFile } from '../../ground/schema/unit/operations.ts';
import type { ReadDb, WriteTx } from '../../ground/kernel/database.ts';
import type { ReadHandler, WriteHandler } from '../../store/types.ts';
import { countOperation, operationFiles, operationRows, pageOfCounted } from './counts.ts';
import { inOrderOf } from '../../ground/kernel/inOrderOf.ts';

type Reads = {
  readonly [M in 'operations.list' | 'operations.ofFile' | 'operations.counts' | 'operations.rows']: ReadHandler<M>;
};
type Writes = { readonly [M in 'operations.save' | 'operations.tag']: WriteHandler<M> };
type OperationRecord = typeof operation.$inferSelect;

/** The operation as far as the session's units have it. */
export async function operationInScope(db: ReadDb, id: OperationId): Promise<OperationRecord> {
  const [row] = await db.select().from(operation).where(eq(operation.id, id));
  if (!row) throw new StoreFailure('not_found');
  return row;
}

export const operationReads: Reads = {
  'operations.list': async (_db, { filter: { unitId } }, { counted }) => {
    const rows = await counted
      .select({
        operation,
        files: sql<number>`(select count(*) from ${operationFile} where ${operationFile.operationId} = ${operation.id})`,
      })
      .from(operation)
      .where(unitId ? eq(operation.unitId, unitId) : undefined)
      .orderBy(asc(operation.id));
    return {
      operations: inOrderOf(rows, (each) => each.operation.name).map(({ operation: row, files }) => ({
        ...pick(row, 'id', 'version', 'unitId', 'name', 'beganOn', 'endedOn'),
        files,
      })),
    };
  },

  'operations.ofFile': async (db, { investigationId }) => {
    const found = await db
      .select({ id: operation.id, name: operation.name })
      .from(operationFile)
      .innerJoin(operation, eq(operation.id, operationFile.operationId))
      .where(eq(operationFile.investigationId, investigationId))
      .orderBy(asc(operation.id));
    const operations = inOrderOf(found, ({ name }) => name);
    const files = await db
      .select({ id: investigation.id, number: investigation.number, operationId: operationFile.operationId })
      .from(operationFile)
      .innerJoin(investigation, eq(investigation.id, operationFile.investigationId))
      .where(
        and(
          inArray(
            operationFile.operationId,
            operations.map(({ id }) => id),
          ),
          ne(operationFile.investigationId, investigationId),
        ),
      )
      .orderBy(asc(investigation.number));
    return {
      operations: operations.map(({ id, name }) => ({ id, name })),
      files: files.map((file) => ({
        ...pick(file, 'id', 'number', 'operationId'),
      })),
    };
  },

  'operations.counts': async (db, period, { counted }) => {
    await operationInScope(db, period.operationId);
    return countOperation(counted, period);
  },

  'operations.rows': async (db, asked, { counted }) => {
    await operationInScope(db, asked.operationId);
    const rowsIn = (read: ReadDb) =>
      asked.figure === 'files' ? operationFiles(read, asked.operationId) : operationRows(read, asked.figure, asked);
    return pageOfCounted({ db, counted }, rowsIn, asked);
  },
};

async function heldOperation(
  tx: WriteTx,
  unitId: UnitId,
  id: OperationId,
  version: number | null,
): Promise<OperationRecord> {
  const [row] = await tx
    .select()
    .from(operation)
    .where(and(eq(operation.id, id), eq(operation.unitId, unitId)));
  if (!row) throw new StoreFailure('not_found');
  if (row.version !== version) throw new StoreFailure('conflict', 'version_conflict');
  return row;
}

async function requireFreeName(tx: WriteTx, unitId: UnitId, name: string, except: OperationId): Promise<void> {
  const [taken] = await tx
    .select({ id: operation.id })
    .from(operation)
    .where(and(eq(operation.unitId, unitId), eq(operation.name, name), ne(operation.id, except)));
  if (taken) throw new StoreFailure('conflict', 'name_taken', 'name');
}

type Tagged = ParsedInput<'operations.tag'>['files'][number];

/** What of it had to change, the other way. */
async function tagFile(tx: WriteTx, { investigationId, add, remove }: Tagged): Promise<Tagged> {
  const { unitId } = await heldInvestigation(tx, investigationId);
  const known = await tx
    .select({ id: operation.id })
    .from(operation)
    .where(and(inArray(operation.id, add), eq(operation.unitId, unitId)));
  if (known.length !== new Set(add).size) throw new StoreFailure('not_found');
  const removed = await tx
    .delete(operationFile)
    .where(and(eq(operationFile.investigationId, investigationId), inArray(operationFile.operationId, remove)))
    .returning({ id: operationFile.operationId });
  const added = [];
  for (const { id } of known) {
    const row = { operationId: id, investigationId, unitId };
    added.push(...(await tx.insert(operationFile).values(row).onConflictDoNothing().returning()));
  }
  return {
    investigationId,
    add: removed.map(({ id }) => id).toSorted(),
    remove: added.map(({ operationId }) => operationId).toSorted(),
  };
}

export const operationWrites: Writes = {
  'operations.save': async (tx, { unitId, operationId, version, ...facts }, { newId }) => {
    if (facts.endedOn !== null && facts.endedOn < facts.beganOn)
      throw new StoreFailure('invalid_input', 'date_before_previous', 'endedOn');
    const held = operationId === null ? null : await heldOperation(tx, unitId, operationId, version);
    const id = operationId ?? newId();
    await requireFreeName(tx, unitId, facts.name, id);
    if (held === null) await tx.insert(operation).values({ id, unitId, ...facts });
    else
      await tx
        .update(operation)
        .set({ ...facts, version: held.version + 1 })
        .where(eq(operation.id, id));
    const fields = ['name', 'beganOn', 'endedOn'] as const;
    return {
      output: { id },
      audit: {
        subject: { kind: 'operation', id },
        changes: fields
          .map((field) => ({ field, before: held?.[field] ?? null, after: facts[field] }))
          .filter((each) => each.before !== each.after),
      },
    };
  },

  'operations.tag': async (tx, { files }) => {
    const done = [];
    for (const file of files) done.push(await tagFile(tx, file));
    const back = done.filter(({ add, remove }) => add.length + remove.length > 0);
    const [first] = files;
    return {
      output: { back },
      audit: {
        ...(files.length === 1 && first && { subject: { kind: 'investigation', id: first.investigationId } }),
        facts: { investigations: files.length },
        // What is taken out on the way back was put in.
        changes: done.map(({ investigationId, add, remove }) => ({
          field: `operations ${investigationId}`,
          before: add,
          after: remove,
        })),
      },
    };
  },
};
