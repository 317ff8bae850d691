import { z } from 'zod';
import { freeText, line, nothing } from '../ground/common.ts';
import { action, read } from '../ground/define.ts';
import { notReached } from './backups.ts';
import { placeAnswer } from './place.ts';
import { olderReason, otherReason, passphrase, session } from './session.ts';

/** A new recovery key, shown once and kept nowhere, and the backups that an earlier one still opens. */
const shownKey = z.object({ recoveryKey: z.string(), notReached: z.array(notReached) });

export const recoveryMethods = {
  /**
   * Into an administrator's account, by one person with a reason; a second one confirms within 72 hours. The key that was used opens nothing any
   * more, but for the backups that are named.
   */
  'session.recover': action(
    z.object({
      recoveryKey: z.string().min(20).max(80),
      login: line(40),
      newPassphrase: passphrase,
      reason: freeText.min(1),
      olderReason,
      otherReason,
      /** Where the store was last used elsewhere: no key of a copy is changed. */
      place: placeAnswer.extract(['moved']).optional(),
    }),
    shownKey.extend({ session }),
    { roles: 'nobody' },
  ),
  /** `madeAt` null: it came with the workspace. `usedAt`: for a restore, after which it is to be replaced. */
  'recoveryKey.state': read(
    nothing,
    z.object({
      isThere: z.boolean(),
      madeAt: z.number().nullable(),
      madeBy: z.string().nullable(),
      usedAt: z.number().nullable(),
    }),
    { roles: ['administrator'], audited: { not: 'reference' } },
  ),
  /** Another one in place of that which was lost or seen by others. Asks for the passphrase again; the reason stays in the audit. */
  'recoveryKey.replace': action(
    z.object({ passphrase: z.string().min(1).max(256), reason: freeText.min(1) }),
    shownKey,
    { roles: ['administrator'], touches: ['settings', 'backups'] },
  ),
};
