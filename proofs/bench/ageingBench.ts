import type { RawDatabase } from '../../db/store/sqlite/connection.ts';
import { addMonths, lastDayOf } from '#contract/ground/dates';
import type { TestStore } from '../../tests/support/store.ts';
import { quantile, timed, type Measured } from './measure.ts';
import { firstMonth, monthCount, unitIdOf, type Volume } from './volume.ts';

/** Three referrals of ten become investigations that carry them over; a twentieth of these is open, the others last up to 300 days. */
function addInvestigations(raw: RawDatabase): void {
  raw.pragma('synchronous = OFF');
  raw.exec(`
    BEGIN;
    CREATE TEMP TABLE head AS
      SELECT id, replace(id, '-8002-', '-8003-') AS file, unit_id, received_on, rowid AS number, rowid % 20 = 4 AS open,
        date(received_on, '+' || (20 + rowid % 300) || ' days') AS ended
      FROM main.referral WHERE rowid % 10 IN (3, 4, 5) AND open = 0;
    INSERT INTO main.investigation (id, version, unit_id, number, opened_on, origin, lead_user_id, waiting, waiting_since, waiting_on,
        open, concluded_on, entered_at, entered_by)
      SELECT file, 1, unit_id, 'E' || number, received_on, 'carried', NULL, CASE WHEN open THEN 'lab' ELSE 'active' END,
        received_on, NULL, open, CASE WHEN open THEN NULL ELSE ended END, 0, 'bench' FROM head;
    INSERT INTO main.referral_investigation (referral_id, investigation_id, version, linked_on)
      SELECT id, file, 1, received_on FROM head;
    INSERT INTO main.referral_event (id, version, referral_id, unit_id, position, on_date, at, from_state, to_state, carried,
        user_id, reason)
      SELECT replace(file, '-8003-', '-8004-'), 1, id, unit_id, 1, received_on, 0, 'received', 'linked', 1, 'bench', NULL FROM head;
    UPDATE main.referral SET state = 'linked' WHERE id IN (SELECT id FROM head);
    DELETE FROM main.ledger_entry WHERE term = 'concluded' AND file_id IN (SELECT id FROM head);
    INSERT INTO main.ledger_entry (file_kind, file_id, unit_id, on_date, term, amount)
      SELECT 'investigation', file, unit_id, received_on, 'investigations_opened', 1 FROM head;
    INSERT INTO main.ledger_entry (file_kind, file_id, unit_id, on_date, term, amount)
      SELECT 'investigation', file, unit_id, ended, 'concluded', 1 FROM head WHERE NOT open;
    DROP TABLE head;
    COMMIT;
    ANALYZE;`);
  raw.pragma('wal_checkpoint(TRUNCATE)');
  raw.pragma('synchronous = FULL');
}

/** What the screen asks for when it opens: ages with percentiles, the oldest files, the curves by source over ten years. */
async function askAll(test: TestStore): Promise<void> {
  const on = lastDayOf(addMonths(firstMonth, monthCount - 1));
  const day = on > '2026-11-24' ? '2026-11-24' : on;
  await test.call('backlog.ageing', { on: day });
  await test.call('backlog.agedFiles', { on: day, offset: 0, size: 10 });
  await test.call('backlog.survival', { on: day, from: firstMonth, by: 'source' });
}

/** The longest time for which no other call was answered while `work` went on, and how long that took, in milliseconds. */
async function pausesOf(work: () => Promise<void>): Promise<{ readonly whole: number; readonly longest: number }> {
  const began = performance.now();
  let last = began;
  let longest = 0;
  let isOver = false;
  const watch = (): void => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (!isOver) setImmediate(watch);
  };
  setImmediate(watch);
  await work();
  isOver = true;
  return { whole: performance.now() - began, longest };
}

/** The book is written once the call that read it is answered. */
async function untilKept(test: TestStore): Promise<void> {
  const { raw } = test.store.requireUnlocked();
  const count = raw.prepare('SELECT count(*) FROM backlog_book').pluck();
  while (count.get() === 0) await new Promise((resolve) => setTimeout(resolve, 20));
}

/** Ageing and survival of a million referrals and 300,000 investigations, compared with one reading of all referrals. */
export async function benchAgeing({ test }: Volume): Promise<readonly Measured[]> {
  addInvestigations(test.store.requireUnlocked().raw);
  test.store.memory.clear();
  const very = await pausesOf(() => askAll(test));
  await untilKept(test);
  test.store.memory.clear();
  const cpu = process.cpuUsage();
  const first = await pausesOf(() => askAll(test));
  const { user, system } = process.cpuUsage(cpu);
  const again = await timed(20, () => askAll(test));
  const changed = await timed(10, async () => {
    await test.call('referrals.log', { unitId: unitIdOf(0), source: 'public', receivedOn: '2026-11-24' });
    await askAll(test);
  });
  const scan = test.store
    .requireUnlocked()
    .onFolder.readers.readingRaw.prepare('SELECT sum(length(state_on)) FROM main.referral NOT INDEXED');
  const beside = quantile(await timed(3, () => scan.all()), 0.5);
  const line = (name: string, value: number): Measured => ({ name, value, unit: 'ms', beside, ratio: value / beside });
  return [
    line('ageing, oldest files and Kaplan-Meier, beside one reading of the rows, p95', quantile(again, 0.95)),
    line('the same after a referral was logged, with the logging, p95', quantile(changed, 0.95)),
    line('the same for the first time after the unlock', first.whole),
    line('the same, time of the processor', (user + system) / 1000),
    line('the longest pause of the store meanwhile', first.longest),
    line('the very first time, when every file is read', very.whole),
    line('the longest pause of the store meanwhile', very.longest),
  ];
}
