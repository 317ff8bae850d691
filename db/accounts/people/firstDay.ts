import { and, asc, eq, inArray, ne } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { z } from 'zod';
import type { AuditMethod } from '#contract/acts';
import type { FirstDayStep } from '#contract/accounts/firstDay';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { auditEntry } from '../../ground/schema/common/audit.ts';
import { user, userRole } from '../../ground/schema/common/people.ts';
import { unit } from '../../ground/schema/common/units.ts';
import { triagePeriod } from '../../ground/schema/unit/triage.ts';
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

const done = (methods: readonly AuditMethod[]) =>
  and(inArray(auditEntry.method, [...methods]), eq(auditEntry.outcome, 'done'));

/** Read from the audit journal, since an administrator sees no file. */
const wasDone = (db: ReadDb, methods: readonly AuditMethod[]): Promise<boolean> =>
  hasAny(db, auditEntry, done(methods));

const entries = (db: ReadDb, methods: readonly AuditMethod[]) =>
  db
    .select({ at: auditEntry.at, facts: auditEntry.facts })
    .from(auditEntry)
    .where(done(methods))
    .orderBy(asc(auditEntry.sequence));

const manual = z.object({ reason: z.literal('manual') });

/** One that a person made, with the first unit in it: those that Vigie makes by itself tell nobody where backups lie. */
async function hasBackup(db: ReadDb): Promise<boolean> {
  // A demonstration's units came with it, without an entry.
  const [first] = await entries(db, ['units.save']);
  if (first === undefined && !(await hasAny(db, unit))) return false;
  const made = await entries(db, ['backups.make']);
  return made.some(({ at, facts }) => at >= (first?.at ?? 0) && manual.safeParse(JSON.parse(facts)).success);
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
