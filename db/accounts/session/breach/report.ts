import type { BreachReport, LostThing } from '#contract/accounts/breach';
import { role } from '#contract/ground/codes';
import { methodsOf } from '#contract/acts';
import { and, eq } from 'drizzle-orm';
import { isAmong } from '../../../ground/kernel/among.ts';
import type { ReadDb } from '../../../ground/kernel/database.ts';
import { requireFolderKind } from '../../../store/folderOnly.ts';
import { StoreFailure } from '../../../ground/kernel/failure.ts';
import { auditEntry } from '../../../ground/schema/common/audit.ts';
import { user, userRole } from '../../../ground/schema/common/people.ts';
import { storesBeside } from '../../../store/backups/beside.ts';
import { readBackup } from '../../../store/backups/check.ts';
import { backupsIn, type BackupFile } from '../../../store/backups/files.ts';
import { keyThatOpens, knownKeys } from '../../../store/backups/keys.ts';
import { placesOf } from '../../../store/backups/places.ts';
import { keysIn } from '../../../store/backups/secret.ts';
import { openForReading } from '../../../store/sqlite/connection.ts';
import { readKeys, type KeysFile } from '../../../store/keysFile.ts';
import type { Store } from '../../../store/store.ts';
import type { ActionContext } from '../../../store/types.ts';
import { countsOf } from './counts.ts';

type Of<K extends LostThing['kind']> = Extract<LostThing, { kind: K }>;

/** What a report of another kind of loss has. */
const blank: Omit<BreachReport, 'lost' | 'at'> = {
  ways: null,
  counts: [],
  copies: null,
  backup: null,
  exported: null,
};

/** The ways into copies with these slots. Roles and removals are those of today: the copy's own may be older. */
async function waysIn({ read }: ActionContext, slots: KeysFile['slots']): Promise<NonNullable<BreachReport['ways']>> {
  const owners = slots.map(({ owner }) => owner).filter((owner) => owner !== 'recovery');
  const people = await read
    .select({ disabled: user.disabled, passphraseBy: user.passphraseBy })
    .from(user)
    .where(isAmong(user.id, owners));
  const held = await read.select({ role: userRole.role }).from(userRole).where(isAmong(userRole.userId, owners));
  return {
    people: new Set(owners).size,
    roles: role.options
      .map((each) => ({ role: each, count: held.filter((one) => one.role === each).length }))
      .filter(({ count }) => count > 0),
    disabled: people.filter(({ disabled }) => disabled).length,
    givenPassphrase: people.filter(({ disabled, passphraseBy }) => !disabled && passphraseBy !== 'self').length,
    recoveryKey: slots.some(({ owner }) => owner === 'recovery'),
    rounds: Math.min(...slots.map(({ iterations }) => iterations)),
  };
}

/** The slots of a store or backup that lies in the workspace's folder; of one that cannot be read, none. */
function slotsOf(read: () => KeysFile): KeysFile['slots'] {
  try {
    return read().slots;
  } catch {
    return [];
  }
}

async function ofComputer(context: ActionContext, store: Store, lost: Of<'computer'>): Promise<BreachReport> {
  const folder = store.requireFolder();
  const keys = readKeys(folder);
  const places = await placesOf(context.read, folder);
  const own = places.find(({ place }) => place === 'workspace')?.folder ?? folder;
  const backups = backupsIn(own, keys.workspaceId) ?? [];
  const beside = storesBeside(folder);
  // Each of them opens by its own slots, of persons disabled since as well.
  const slots = [
    ...keys.slots,
    ...backups.flatMap(({ path }) => slotsOf(() => keysIn(path))),
    ...beside.flatMap(({ keys: place }) => slotsOf(() => readKeys(place))),
  ];
  return {
    ...blank,
    lost,
    at: context.clock.now(),
    ways: await waysIn(context, slots),
    counts: [...countsOf(store.requireUnlocked().raw, keys.kind)],
    copies: { backups: backups.length, stores: beside.length },
  };
}

type Found = BackupFile & { readonly isOtherCopy: boolean };

async function findBackup(context: ActionContext, store: Store, { name, place }: Of<'backup'>): Promise<Found> {
  const folder = store.requireFolder();
  const { workspaceId } = readKeys(folder);
  const places = await placesOf(context.read, folder);
  // What is lost in one place often lies in the other under the same name.
  const nearest = places.toSorted((a, b) => Number(b.place === place) - Number(a.place === place));
  const found = nearest
    .flatMap((each) =>
      (backupsIn(each.folder, workspaceId) ?? []).map((file) => ({ ...file, isOtherCopy: each.place !== place })),
    )
    .find((each) => each.name === name);
  if (!found) throw new StoreFailure('not_found');
  return found;
}

/** Of the backup itself: opened and counted as it is, with the key slots that it has. */
async function ofBackup(context: ActionContext, store: Store, lost: Of<'backup'>): Promise<BreachReport> {
  const { path, madeAt, reason, bytes, isOtherCopy } = await findBackup(context, store, lost);
  const { key } = keyThatOpens(path, await knownKeys(store.requireUnlocked()));
  readBackup(path, key);
  const keys = keysIn(path);
  const copy = openForReading(path, key);
  try {
    const counts = [...countsOf(copy, keys.kind)];
    const ways = await waysIn(context, keys.slots);
    return { ...blank, lost, at: madeAt, ways, counts, backup: { reason, bytes, isOtherCopy } };
  } finally {
    copy.close();
  }
}

/** Written under the key that another service confirmed. */
const forAnother: readonly string[] = ['exchanges.request', 'exchanges.reply'];

/** What the audit says of an export. Any other file that it wrote is under no key. */
async function ofExport(read: ReadDb, lost: Of<'export'>): Promise<BreachReport> {
  const [entry] = await read
    .select()
    .from(auditEntry)
    .where(and(eq(auditEntry.sequence, lost.entry), eq(auditEntry.outcome, 'done')));
  const method = methodsOf('exported').find((each) => each === entry?.method);
  if (!entry || method === undefined) throw new StoreFailure('not_found');
  const facts = JSON.parse(entry.facts) as Readonly<Record<string, unknown>>;
  // The entry of its end names the one that it began with, which has the count.
  if (typeof facts['begun'] === 'number') return ofExport(read, { ...lost, entry: facts['begun'] });
  const rows = typeof facts['rows'] === 'number' ? facts['rows'] : null;
  return { ...blank, lost, at: entry.at, exported: { method, rows, encrypted: forAnother.includes(method) } };
}

export async function reportOf(context: ActionContext, store: Store, lost: LostThing): Promise<BreachReport> {
  if (lost.kind !== 'export') requireFolderKind(store);
  switch (lost.kind) {
    case 'computer':
      return ofComputer(context, store, lost);
    case 'backup':
      return ofBackup(context, store, lost);
    case 'export':
      return ofExport(context.read, lost);
  }
}
