import { and, eq, inArray, lte, ne } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { AuditMethod } from '#contract/words/acts';
import type { FirstDayStep } from '#contract/accounts/firstDay';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { auditEntry } from '../../ground/schema/common/audit.ts';
import { user, userRole } from '../../ground/schema/common/people.ts';
import { unit } from '../../ground/schema/common/units.ts';
import { triagePeriod } from '../../ground/schema/unit/triage.ts';
import { findSetting } from '../../store/settings.ts';
import type { ReadHandler } from '../../store/types.ts';

async function hasAny(db: ReadDb, table: SQLiteTable, where?: SQL): Promise<boolean> {
  return (await db.select().from(table).where(where).limit(1)).length > 0;
}

/** Those who work files, and whether each has chosen the passphrase. */
async function officers(db: ReadDb): Promise<readonly boolean[]> {
  const rows = await db
    .selectDistinct({ id: user.id, passphraseBy: user.passphraseBy })
    .from(user)
    .innerJoin(userRole, eq(userRole.userId, user.id))
    .where(and(eq(user.disabled, false), inArray(userRole.role, ['investigator', 'supervisor'])));
  return rows.map(({ passphraseBy }) => passphraseBy === 'self');
}

/** Read from the audit journal, since an administrator sees no file. */
function wasDone(db: ReadDb, methods: readonly AuditMethod[], until?: number): Promise<boolean> {
  const inTime = until === undefined ? undefined : lte(auditEntry.at, until);
  return hasAny(db, auditEntry, and(inArray(auditEntry.method, [...methods]), eq(auditEntry.outcome, 'done'), inTime));
}

/** The backup that a new workspace makes by itself within a minute is of nothing: one counts from the first unit on. */
async function hasBackup(db: ReadDb): Promise<boolean> {
  const { lastAt = null } = (await findSetting(db, 'backupState')) ?? {};
  if (lastAt === null) return false;
  if (await wasDone(db, ['units.save'])) return wasDone(db, ['units.save'], lastAt);
  // A demonstration's units came with it, without an entry.
  return hasAny(db, unit);
}

export const firstDayReads: { readonly 'firstDay.get': ReadHandler<'firstDay.get'> } = {
  'firstDay.get': async (db, _input, { isOnServer }) => {
    const chosen = await officers(db);
    const isDone: Record<FirstDayStep, boolean> = {
      units: await hasAny(db, unit, eq(unit.active, true)),
      users: chosen.length > 0,
      passphrases: chosen.length > 0 && chosen.every(Boolean),
      timeLimits: await hasAny(db, triagePeriod, ne(triagePeriod.setFor, 'agreement')),
      referrals: await wasDone(db, ['referrals.log', 'imports.apply', 'extracts.apply', 'tips.log']),
      backup: await hasBackup(db),
    };
    const steps = (Object.keys(isDone) as FirstDayStep[]).filter((step) => !isOnServer || step !== 'backup');
    return { steps: steps.map((step) => ({ step, isDone: isDone[step] })) };
  },
};
