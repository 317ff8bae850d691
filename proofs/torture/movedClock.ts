import { join } from 'node:path';
import { dayOf } from '../../db/ground/kernel/days.ts';
import { backupsFolder, backupsIn } from '../../db/store/backups/files.ts';
import { makeBackup } from '../../db/store/backups/make.ts';
import { readKeys } from '../../db/store/keysFile.ts';
import { administrator, newStore } from '../../tests/support/store.ts';
import { tryEach, type BrokenPromise, type Chance } from './promise.ts';
import { Work } from './work.ts';
import { buildTemplate, copyFolder, type Template } from './workload.ts';

const hour = 3_600_000;
const day = 24 * hour;
const start = Date.parse('2026-11-24T12:00:00Z');
const jumps = [-hour, hour, -day, day, -40 * day, 40 * day, -400 * day, 400 * day, 100 * 365 * day, -57 * 365 * day];

/** A clock that somebody sets, or whose battery is empty. */
class MovedClock {
  private at = start;
  readonly now = (): number => (this.at += 1000);
  readonly today = () => dayOf(this.at);

  move(chance: Chance): void {
    const kind = chance.below(5);
    // Never before the first day that computers count from.
    this.at = kind === 0 ? start : kind === 1 ? day : Math.max(day, this.at + chance.oneOf(jumps));
  }

  pass(milliseconds: number): void {
    this.at += milliseconds;
  }
}

/** The wrong passphrase is refused as such, and the right one is taken after a minute at most. */
async function guess(work: Work, clock: MovedClock): Promise<readonly string[]> {
  const wrong = await work.ask('session.signIn', { login: administrator.login, passphrase: 'not the right one' });
  clock.pass(61_000);
  const right = await work.signIn();
  const isKnown = wrong === 'wrong_key wrong_passphrase' || wrong === 'busy too_many_attempts';
  return [
    ...(isKnown ? [] : [`a wrong passphrase: ${String(wrong)}`]),
    ...(right === null ? [] : [`locked out: ${right}`]),
  ];
}

/** Of one day the newest stays, so that days are counted and not files. */
const daysOfBackups = (folder: string): number =>
  new Set(backupsIn(backupsFolder(folder), readKeys(folder).workspaceId)?.map(({ madeAt }) => Math.floor(madeAt / day)))
    .size;

async function workOnMovedClock({ test, unitId }: Template, chance: Chance): Promise<readonly string[]> {
  const { folder, remove } = copyFolder(test.folder);
  const clock = new MovedClock();
  const store = newStore();
  Object.assign(store.options, { clock, seenPath: join(folder, '..', 'seen.json') });
  const work = new Work(folder, unitId, chance, store);
  const wrong: string[] = [];
  const note = (what: string, answer: string | null): void => {
    // What happened on a day that has not come yet is refused as such.
    if (answer !== null && answer !== 'invalid_input date_in_future') wrong.push(`${what}: ${answer}`);
  };
  try {
    work.open();
    note('the first sign-in', await work.signIn());
    for (let each = 0; each < 6; each += 1) {
      clock.move(chance);
      note('an act', await work.act());
      if (chance.below(2) === 0) {
        store.lock();
        clock.move(chance);
        note('a sign-in', await work.signIn());
      }
      if (chance.below(3) === 0) wrong.push(...(await guess(work, clock)));
      const before = daysOfBackups(folder);
      await makeBackup(store, 'daily');
      const after = daysOfBackups(folder);
      if (after < Math.min(before, 3)) wrong.push(`backups of ${String(before)} days became ${String(after)}`);
    }
    const { raw } = store.requireUnlocked();
    const count = (table: string): unknown => raw.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
    if (count('seal') !== 0 || count('purge') !== 0) wrong.push('something was sealed or purged by itself');
    return [...wrong, ...(await work.look())];
  } finally {
    store.close();
    remove();
  }
}

export const movedClock: BrokenPromise = {
  name: 'moved clock',
  promise: 'A clock that is moved back or far ahead loses nothing, locks nobody out and removes no last backup',
  few: 1,
  many: 300,
  tryIt: async (times, chance) => {
    const template = await buildTemplate();
    try {
      return await tryEach(times, 'clock', () => workOnMovedClock(template, chance));
    } finally {
      template.test.dispose();
    }
  },
};
