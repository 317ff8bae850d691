import { and, asc, eq, max, notInArray } from 'drizzle-orm';
import type { InvestigationId, NoteId } from '#contract/ground/ids';
import { heldInvestigation } from '../investigationState/change.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { user } from '../../ground/schema/common/people.ts';
import { note } from '../../ground/schema/unit/notes.ts';
import { sealedItem } from '../../ground/schema/unit/seals.ts';
import type { WriteTx } from '../../ground/kernel/database.ts';
import type { ReadHandler, WriteHandler } from '../../store/types.ts';
import { recordsOf } from '../../store/engineRecords.ts';

export const noteReads: { readonly 'notes.list': ReadHandler<'notes.list'> } = {
  'notes.list': async (db, { investigationId }) => {
    const rows = await db
      .select({ note, by: user.displayName })
      .from(note)
      .leftJoin(user, eq(user.id, note.userId))
      .where(eq(note.investigationId, investigationId))
      .orderBy(asc(note.position));
    const positions = new Map<string, number>(rows.map((row) => [row.note.id, row.note.position]));
    const corrections = new Map(rows.map((row) => [row.note.correctsId, row.note.position]));
    return {
      notes: rows.map(({ note: { id, position, text, at, correctsId }, by }) => ({
        id,
        position,
        text,
        at,
        by: by ?? '',
        corrects: positions.get(correctsId ?? '') ?? null,
        correctedBy: corrections.get(id) ?? null,
      })),
    };
  },
};

/** The writer cannot have seen what is sealed. */
async function lastShown(tx: WriteTx, investigationId: InvestigationId): Promise<number> {
  const sealed = tx.select({ id: sealedItem.itemId }).from(sealedItem);
  const [last] = await tx
    .select({ position: max(note.position) })
    .from(note)
    .where(and(eq(note.investigationId, investigationId), notInArray(note.id, sealed)));
  return last?.position ?? 0;
}

/** A note is corrected once: what is wrong with the correction is said of the correction. */
async function requireCorrectable(tx: WriteTx, investigationId: InvestigationId, id: NoteId | null): Promise<void> {
  if (id === null) return;
  const [held] = await tx
    .select({ id: note.id })
    .from(note)
    .where(and(eq(note.id, id), eq(note.investigationId, investigationId)));
  if (!held) throw new StoreFailure('not_found');
  const [corrected] = await tx.select({ id: note.id }).from(note).where(eq(note.correctsId, id));
  if (corrected) throw new StoreFailure('conflict', 'state_not_allowed');
}

export const noteWrites: { readonly 'notes.add': WriteHandler<'notes.add'> } = {
  'notes.add': async (tx, { investigationId, text, corrects, seen }, { newId, clock, session }) => {
    const file = await heldInvestigation(tx, investigationId);
    const position = await recordsOf(tx).lastNote(investigationId);
    if ((await lastShown(tx, investigationId)) > seen) throw new StoreFailure('conflict', 'note_added_meanwhile');
    await requireCorrectable(tx, investigationId, corrects);
    const id = newId();
    await tx.insert(note).values({
      id,
      investigationId,
      unitId: file.unitId,
      position: position + 1,
      text,
      correctsId: corrects,
      at: clock.now(),
      userId: session.user.id,
    });
    return {
      output: { id },
      audit: {
        subject: { kind: 'note', id },
        facts: { position: position + 1, corrects },
        changes: [{ field: 'text', before: null, after: text }],
      },
    };
  },
};
