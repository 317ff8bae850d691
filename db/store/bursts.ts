import type { AuditMethod } from '#contract/acts';
import type { Store, Unlocked } from './store.ts';
import { keepDerived } from './transact.ts';
import type { AuditFact, WriteTx } from '../ground/kernel/database.ts';

/** A burst that does not pause is written after a minute all the same. */
const longest = 60_000;

/** One of the same things that follow each other quickly: rows shown, words typed, calls refused. */
export interface Happening {
  readonly key: string;
  readonly method: AuditMethod;
  readonly outcome: 'done' | 'refused';
  readonly fact: AuditFact;
  /** How many rows were shown; none of a refusal. */
  readonly rows?: number;
  /** Milliseconds after which the next one is no longer the same burst. */
  readonly quietFor: number;
}

interface Burst {
  latest: Happening;
  /** What happened since the last entry. */
  times: number;
  rows: number;
  readonly endsBy: number;
  timer?: NodeJS.Timeout;
}

const going = new WeakMap<Unlocked, Map<string, Burst>>();

/**
 * The first of a burst is written at once, so that a crash loses no more than a count; what follows it without a pause is one more entry,
 * written when the burst ends.
 */
export async function noteInBurst(store: Store, happening: Happening): Promise<void> {
  const { unlocked } = store;
  if (!unlocked) return;
  const bursts = going.get(unlocked) ?? new Map<string, Burst>();
  going.set(unlocked, bursts);
  const running = bursts.get(happening.key);
  const burst: Burst = running ?? { latest: happening, times: 0, rows: 0, endsBy: performance.now() + longest };
  bursts.set(happening.key, burst);
  burst.latest = happening;
  burst.times += 1;
  burst.rows += happening.rows ?? 0;
  endLater(store, unlocked, burst);
  if (running) return;
  // A list never waits behind a long write: its entry follows that.
  const waits = unlocked.engine.isWriting;
  const written = writeBurst(store, unlocked, burst);
  if (!waits) await written;
}

function endLater(store: Store, unlocked: Unlocked, burst: Burst): void {
  clearTimeout(burst.timer);
  const { quietFor } = burst.latest;
  const wait = Math.max(0, Math.min(quietFor, burst.endsBy - performance.now()));
  burst.timer = setTimeout(() => void endBurst(store, unlocked, burst), wait).unref();
}

async function endBurst(store: Store, unlocked: Unlocked, burst: Burst): Promise<void> {
  clearTimeout(burst.timer);
  going.get(unlocked)?.delete(burst.latest.key);
  await writeBurst(store, unlocked, burst);
}

/** Counts that cannot be written, because the disk is full for one, are added to those of the next entry. */
async function writeBurst(store: Store, unlocked: Unlocked, burst: Burst): Promise<void> {
  const { latest, times, rows } = burst;
  if (times === 0) return;
  burst.times = 0;
  burst.rows = 0;
  const { method, outcome, fact } = latest;
  const facts = { ...fact.facts, ...(latest.rows !== undefined && { rows }), ...(times > 1 && { times }) };
  const line = { at: store.clock.now(), actorId: unlocked.session.user.id, method, outcome };
  try {
    const append = async (tx: WriteTx): Promise<void> => {
      await unlocked.engine.end(tx, { ...line, fact: { ...fact, facts } }, undefined);
    };
    await keepDerived(store, unlocked, append, { onlyAudit: true });
  } catch {
    if (store.unlocked !== unlocked) return;
    const bursts = going.get(unlocked);
    const next = bursts?.get(latest.key) ?? { ...burst, endsBy: performance.now() + longest };
    bursts?.set(latest.key, next);
    next.times += times;
    next.rows += rows;
    endLater(store, unlocked, next);
  }
}

/** Before a lock: nothing that was shown stays uncounted. */
export async function endBursts(store: Store): Promise<void> {
  const { unlocked } = store;
  if (!unlocked) return;
  // What waits for a move is written once it is dropped.
  await store.moving?.drop();
  await Promise.all([...(going.get(unlocked)?.values() ?? [])].map((burst) => endBurst(store, unlocked, burst)));
  await store.queue.run(() => Promise.resolve());
}
