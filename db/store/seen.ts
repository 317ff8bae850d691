import { StoreFailure } from '../ground/kernel/failure.ts';
import { auditPlace } from './backups/facts.ts';
import { knowFolder } from './otherHere.ts';
import type { RawDatabase } from './sqlite/connection.ts';
import { unlessPrevented } from './keyWork.ts';
import { readKeys } from './keysFile.ts';
import { readSeen, writeMark, writeSeen, type Seen } from './seenFile.ts';
import type { Store } from './store.ts';
import { transact } from './transact.ts';

const restored = "FROM audit_entry WHERE method = 'backups.restore' AND json_extract(facts, '$.madeAt') IS NOT NULL";

/** Those after an entry: the whole journal is read only where nothing of it is known. */
function restoresIn(raw: RawDatabase, after = 0): readonly string[] {
  return raw.prepare(`SELECT hash ${restored} AND sequence > ? ORDER BY sequence`).pluck().all(after) as string[];
}

const hashAt = (raw: RawDatabase, sequence: number): unknown =>
  raw.prepare('SELECT hash FROM audit_entry WHERE sequence = ?').pluck().get(sequence);

/**
 * A restore that this store records itself, and that was not known when it was last seen here, is no surprise. Known ones are recognized by
 * their hashes: one that was made under a clock that was ahead would otherwise excuse every older store until that day comes.
 */
function wasRestoredSince(raw: RawDatabase, { restores }: Seen): boolean {
  return restoresIn(raw).some((hash) => !restores.includes(hash));
}

/** What this computer has seen of the workspace that the store no longer has; null where all of it is there. */
function missing(store: Store, raw: RawDatabase): Seen | null {
  const { seenPath } = store.options;
  if (seenPath === undefined) return null;
  const { workspaceId, generation } = readKeys(store.requireFolder());
  const last = readSeen(seenPath, workspaceId);
  if (!last) return null;
  const isThere = hashAt(raw, last.sequence) === last.head && generation >= last.generation;
  return isThere || wasRestoredSince(raw, last) ? null : last;
}

/** What this computer saw since is of the place that it was moved to. */
const wasMoved = (raw: RawDatabase): boolean =>
  raw.prepare("SELECT 1 FROM setting WHERE key = 'moved'").get() !== undefined;

/** It is the same on every computer, and begins again where a person removed it and makes it again. */
const isDemonstration = (raw: RawDatabase): boolean =>
  raw.prepare("SELECT json_extract(value, '$.demonstration') FROM setting WHERE key = 'workspace'").pluck().get() === 1;

/**
 * Before anything is written: an older store, one without its last writes, or one of another history opens only with a reason, which
 * `recordOlder` puts into the audit.
 */
export function requireNotOlder(store: Store, raw: RawDatabase): void {
  // A copy that is looked at was asked about once, and what is read in it is not kept as seen.
  store.older = store.copyOf || wasMoved(raw) || isDemonstration(raw) ? null : missing(store, raw);
  if (store.older && store.olderReason === null) throw new StoreFailure('conflict', 'store_older');
}

export async function recordOlder(store: Store): Promise<void> {
  const { older, olderReason } = store;
  store.older = null;
  store.olderReason = null;
  if (!older) return;
  const { sequence, head, generation } = older;
  await transact(store, 'session.continueOlder', () =>
    Promise.resolve({
      output: null,
      audit: {
        facts: { seenSequence: sequence, seenHead: head, seenGeneration: generation },
        changes: [{ field: 'reason', before: null, after: olderReason }],
      },
    }),
  );
}

/** From the sign-in on: where the history ends now, and where it ends after each write. A full disk stops nobody's work: what was seen before counts. */
export function keepSeen(store: Store): void {
  const { seenPath } = store.options;
  const { unlocked, folder } = store;
  if (seenPath === undefined || !unlocked || folder === null || store.copyOf) return;
  // The history goes on elsewhere, and may come back to this computer.
  if (unlocked.session.workspace.movedTo) return;
  const { id } = unlocked.session.workspace;
  let last = '';
  unlessPrevented(() => {
    seeFolder(seenPath, folder, unlocked.raw, store.options.clock.now());
    knowFolder(store, seenPath);
  });
  store.afterWrite = ({ raw, generation, session }) => {
    if (session.workspace.movedTo) return;
    // A new key is seen as a whole.
    if (generation !== unlocked.generation) {
      keepSeen(store);
      return;
    }
    const place = auditPlace(raw);
    if (place.head === last) return;
    unlessPrevented(() => {
      writeMark(seenPath, id, place);
      last = place.head;
    });
  };
}

function seeFolder(seenPath: string, folder: string, raw: RawDatabase, at: number): void {
  const { workspaceId, generation } = readKeys(folder);
  // Those of a history that was left are known too: a copy of it must not come back as news.
  const last = readSeen(seenPath, workspaceId);
  const goesOn = last !== null && hashAt(raw, last.sequence) === last.head;
  const found = restoresIn(raw, goesOn ? last.sequence : 0);
  const restores = [...new Set([...(last?.restores ?? []), ...found])];
  writeSeen(seenPath, workspaceId, { generation, ...auditPlace(raw), at, restores });
}
