import type { ClockDoubt } from '#contract/store/clock';
import { dayOf } from '../ground/kernel/days.ts';
import { StoreFailure } from '../ground/kernel/failure.ts';
import { gt, max } from 'drizzle-orm';
import { recordsOf } from './engineRecords.ts';
import type { WriteTx } from '../ground/kernel/database.ts';
import { auditEntry } from '../ground/schema/common/audit.ts';
import { findSetting, putSetting, type Settings } from './settings.ts';
import type { Store } from './store.ts';
import { transact } from './transact.ts';
import type { WorkingClock } from './types.ts';

/** Two computers differ by minutes, and a person who follows daylight saving by hand moves a clock by an hour. */
const mostBack = 90 * 60_000;
/** Nobody signed in for so long is rarer than a clock that is ahead. */
const mostAhead = 31 * 86_400_000;
/** Looked at among the last entries: more of them are not written on a wrong day that nobody noticed. */
const entriesRead = 5000;

type Kept = Settings['clock'];

function judge(now: number, known: number): ClockDoubt['kind'] | null {
  if (now < known - mostBack) return 'back';
  return now > known + mostAhead ? 'ahead' : null;
}

/** The latest time that the store knows of. */
export async function lastKnown(tx: WriteTx, kept: Kept | null): Promise<number> {
  const { sequence } = await recordsOf(tx).lastLink();
  const [latest] = await tx
    .select({ at: max(auditEntry.at) })
    .from(auditEntry)
    .where(gt(auditEntry.sequence, Math.max(kept?.sequence ?? 0, sequence - entriesRead)));
  return Math.max(kept?.known ?? 0, latest?.at ?? 0);
}

async function keep(store: Store, method: 'clock.doubt' | 'clock.right' | 'clock.confirm', next: Kept): Promise<void> {
  const { kind, known } = next.doubt ?? store.clockDoubt ?? { kind: null, known: next.known };
  const computer = store.options.clock.now();
  await transact(store, method, async (tx) => {
    // This entry is the first that counts from here on.
    await putSetting(tx, 'clock', { ...next, sequence: (await recordsOf(tx).lastLink()).sequence });
    return { output: null, audit: { subject: { kind: 'workspace', id: 'clock' }, facts: { kind, known, computer } } };
  });
  store.clockDoubt = next.doubt;
  store.options.emit({ type: 'touched', topics: ['session'] });
}

/** What is known of the time now, and by which steady count of milliseconds it goes on. */
function follow(store: Store, known: number): void {
  const steady = store.options.clock.steady?.();
  store.clockKnown = steady === undefined ? null : { at: known, steady };
}

/** One comparison at a time: calls come in many at once. */
const comparing = new WeakMap<Store, Promise<void>>();

async function compare(store: Store, now: number, known: number): Promise<void> {
  const kind = judge(now, known);
  const { clockDoubt: doubt } = store;
  if (kind === doubt?.kind) return;
  if (kind !== null) await keep(store, 'clock.doubt', { known, sequence: 0, doubt: { kind, known, foundAt: now } });
  else if (doubt) await keep(store, 'clock.right', { known: now, sequence: 0, doubt: null });
}

/** At each sign-in, before its own entry is written. A demonstration keeps to its own day. */
export async function lookAtClock(store: Store): Promise<void> {
  const { tx, session } = store.requireUnlocked();
  store.clockDoubt = null;
  store.clockKnown = null;
  if (session.workspace.demonstration) return;
  const kept = await findSetting(tx, 'clock');
  store.clockDoubt = kept?.doubt ?? null;
  const now = store.options.clock.now();
  const known = kept?.doubt?.known ?? (await lastKnown(tx, kept));
  await compare(store, now, known);
  follow(store, store.clockDoubt ? known : now);
}

/** At each call: a clock that is moved under an open session is compared with what counts milliseconds steadily. */
export async function watchClock(store: Store): Promise<void> {
  const { clock } = store.options;
  if (!store.clockKnown || clock.steady === undefined) return;
  const { at, steady } = store.clockKnown;
  const running = comparing.get(store) ?? compare(store, clock.now(), at + clock.steady() - steady);
  comparing.set(store, running);
  await running.finally(() => comparing.delete(store));
}

/** A person says that the computer's clock is right. */
export async function confirmClock(store: Store): Promise<void> {
  if (!store.clockDoubt) throw new StoreFailure('conflict', 'state_not_allowed');
  const known = store.options.clock.now();
  await keep(store, 'clock.confirm', { known, sequence: 0, doubt: null });
  follow(store, known);
}

/** How far the reading by which less time is left is ahead of the computer's clock: it goes on from where the time was last known. */
function aheadBy(doubt: ClockDoubt | null, now: number): number {
  return doubt?.kind === 'back' ? doubt.known - Math.min(now, doubt.foundAt) : 0;
}

export function workingClock(store: Store): WorkingClock {
  const { clockDoubt: doubt, clock } = store;
  if (!doubt) return { ...clock, computer: store.options.clock.now, doubt: null, certainDay: clock.today };
  const now = (): number => {
    const computer = clock.now();
    return computer + aheadBy(doubt, computer);
  };
  return {
    doubt,
    computer: clock.now,
    now,
    today: () => (doubt.kind === 'back' ? dayOf(now()) : clock.today()),
    certainDay: () => (doubt.kind === 'back' ? clock.today() : dayOf(doubt.known)),
  };
}
