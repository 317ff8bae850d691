import { and, eq } from 'drizzle-orm';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { correction, isToReview } from '../../ground/schema/unit/corrections.ts';
import type { WriteHandler } from '../../store/types.ts';

export const reviewWrites: { readonly 'corrections.review': WriteHandler<'corrections.review'> } = {
  'corrections.review': async (tx, { file, correctionId, version, note }, { clock, session }) => {
    const [row] = await tx
      .select()
      .from(correction)
      .where(and(eq(correction.id, correctionId), eq(correction.fileId, file.id)));
    if (!row) throw new StoreFailure('not_found');
    if (row.version !== version) throw new StoreFailure('conflict', 'version_conflict');
    if (!isToReview(row)) throw new StoreFailure('conflict', 'state_not_allowed');
    // Who is alone in a unit says so: the note tells why no second person looked at it.
    if (row.by === session.user.id && note === null) throw new StoreFailure('invalid_input', 'correction_own', 'note');
    await tx
      .update(correction)
      .set({ reviewedAt: clock.now(), reviewedBy: session.user.id, reviewNote: note, version: version + 1 })
      .where(eq(correction.id, row.id));
    return {
      output: {},
      audit: {
        subject: { kind: 'correction', id: row.id },
        facts: { record: row.record, recordId: row.recordId, byAuthor: row.by === session.user.id },
        changes: [{ field: 'reviewNote', before: null, after: note }],
      },
    };
  },
};
