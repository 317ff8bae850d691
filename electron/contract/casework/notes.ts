import { z } from 'zod';
import { byInvestigation } from '../ground/access.ts';
import { writtenText } from '../ground/common.ts';
import { read, write } from '../ground/define.ts';
import { investigationId, noteId } from '../ground/ids.ts';

export const noteRow = z.object({
  id: noteId,
  position: z.int(),
  text: z.string(),
  at: z.int(),
  by: z.string(),
  /** The position of the note that this one corrects. */
  corrects: z.int().nullable(),
  /** The position of the note that corrects this one. */
  correctedBy: z.int().nullable(),
});
export type NoteRow = z.infer<typeof noteRow>;

export const noteMethods = {
  'notes.list': read(z.object({ investigationId }), z.object({ notes: z.array(noteRow) }), {
    ...byInvestigation,
    audited: 'view',
  }),
  /**
   * Adds a note; none is ever changed. `seen` is the position of the last note that the writer had before them: conflict
   * `note_added_meanwhile` where somebody wrote another since.
   */
  'notes.add': write(
    z.object({
      investigationId,
      text: writtenText(20_000).min(1),
      corrects: noteId.nullable(),
      seen: z.int().min(0),
    }),
    z.object({ id: noteId }),
    { ...byInvestigation, touches: ['fileWork'] },
  ),
};
