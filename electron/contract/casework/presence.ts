import { z } from 'zod';
import { byFile } from '../ground/access.ts';
import { action } from '../ground/define.ts';
import { caseFile, userId } from '../ground/ids.ts';

export const presenceMethods = {
  /**
   * Says that the caller has the file open, and tells which other people have; said again every ten seconds while it is, and forgotten
   * after thirty. Null: none is open any more. `others` is null where one desk alone works at a time, in a folder.
   */
  'presence.open': action(z.object({ file: caseFile.nullable() }), z.object({ others: z.array(userId).nullable() }), {
    ...byFile,
    audited: { not: 'own' },
  }),
};
