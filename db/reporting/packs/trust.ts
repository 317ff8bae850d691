import { and, eq, inArray, isNull, ne } from 'drizzle-orm';
import type { PackChange, PackRecord } from '#contract/reporting/packs';
import { user } from '../../ground/schema/common/people.ts';
import { confirmedKey, pack, packUnit, refusedPack } from '../../ground/schema/coordination/packs.ts';
import { anyId } from '../../ground/kernel/among.ts';
import { predecessorsOf } from '../../ground/kernel/succession.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { unitsOfForms } from './followForms.ts';
import type { VerifiedPack } from './verify.ts';

/** Clocks and zones differ by less. */
const aDay = 86_400_000;

type Key = typeof confirmedKey.$inferSelect;

export interface Trust {
  /** Whose key it is needs no telephone call. */
  readonly isConfirmed: boolean;
  /** The confirmed key that named this one as its successor. */
  readonly succeeds: string | null;
  readonly revoked: PackRecord['keyRevoked'];
  /** What a person must see before the file is taken. */
  readonly changes: readonly PackChange[];
}

/** What signed files have said until now of the sender and its key, and of each unit of the file. Withdrawn ones do not count. */
async function told(db: ReadDb, { payload, fingerprint }: VerifiedPack) {
  const signed = and(isNull(pack.withdrawnAt), ne(pack.kind, 'kit'));
  const facts = { workspaceId: pack.workspaceId, workspaceName: pack.workspaceName, fingerprint: pack.fingerprint };
  const ids = payload.units.map(({ id }) => id);
  return {
    bySender: await db
      .selectDistinct(facts)
      .from(pack)
      .where(and(signed, eq(pack.workspaceId, payload.workspace.id))),
    byKey: await db
      .selectDistinct(facts)
      .from(pack)
      .where(and(signed, eq(pack.fingerprint, fingerprint))),
    ofUnits: await db
      .selectDistinct({ unitId: packUnit.unitId, ...facts })
      .from(packUnit)
      .innerJoin(pack, eq(pack.id, packUnit.packId))
      .where(and(signed, inArray(packUnit.unitId, ids))),
  };
}

type Told = Awaited<ReturnType<typeof told>>;

/** The key and those that it came after, as far as they were confirmed. */
function lineOf(keys: ReadonlyMap<string, Key>, fingerprint: string): ReadonlySet<string> {
  const line = new Set<string>();
  for (let each: string | null = fingerprint; each !== null && !line.has(each); each = keys.get(each)?.succeeds ?? null)
    line.add(each);
  return line;
}

/**
 * Whether nothing but the word of a key that was revoked since speaks for this one: who stole that key could have named it. A person who
 * compares it cuts the line.
 */
function restsOnRevoked(keys: ReadonlyMap<string, Key>, fingerprint: string): boolean {
  return [...lineOf(keys, fingerprint)].some((each) => each !== fingerprint && keys.get(each)?.revokedAt != null);
}

/** The latest confirmed key that named this one, through however many others, and has named no other. */
function predecessorIn(keys: ReadonlyMap<string, Key>, { succession }: VerifiedPack, bySender: Told['bySender']) {
  const named = new Set([...keys.values()].map(({ succeeds }) => succeeds));
  const found = predecessorsOf(succession).find((each) => keys.has(each));
  const speaks = bySender.some((each) => each.fingerprint === found);
  if (found === undefined || !speaks || named.has(found)) return null;
  return keys.get(found)?.revokedAt === null && !restsOnRevoked(keys, found) ? found : null;
}

const names = (rows: readonly { readonly workspaceName: string }[]): string[] =>
  [...new Set(rows.map(({ workspaceName }) => workspaceName))].toSorted();

/** The units for which only other workspaces, under other keys, spoke until now. */
function otherSigners({ payload }: VerifiedPack, { ofUnits }: Told, line: ReadonlySet<string>): PackChange[] {
  const bound = payload.units.flatMap(({ id, code }) => {
    const signers = ofUnits.filter(({ unitId }) => unitId === id);
    const isOwn = signers.some((each) => each.workspaceId === payload.workspace.id || line.has(each.fingerprint));
    return signers.length === 0 || isOwn ? [] : [{ code, signers }];
  });
  if (bound.length === 0) return [];
  const before = names(bound.flatMap(({ signers }) => signers));
  return [{ code: 'other_signer', units: bound.map(({ code }) => code), before }];
}

/** A pack continues a unit known from forms alone until now: they gave it an id of their own. */
async function formsBefore(db: ReadDb, { kind, payload }: VerifiedPack): Promise<PackChange[]> {
  const found = kind === 'pack' ? await unitsOfForms(db, payload) : [];
  return changeOf(
    'follows_forms',
    found.map(({ code }) => code),
    found.map(({ nameEn }) => nameEn),
  );
}

async function refusalsOf(db: ReadDb, { sha256 }: VerifiedPack): Promise<PackChange[]> {
  const rows = await db.select().from(refusedPack).where(eq(refusedPack.sha256, sha256));
  return rows.map(({ reason }) => ({ code: 'refused_before', units: [], before: [reason] }));
}

const fingerprintsOf = (each: readonly { readonly fingerprint: string }[]): string[] =>
  [...new Set(each.map(({ fingerprint }) => fingerprint))].toSorted();

/** A key speaks for whom it spoke first, and for anyone until then. */
function speaksFor(byKey: readonly { readonly workspaceId: string }[], workspaceId: string): boolean {
  return byKey.length === 0 || byKey.some((each) => each.workspaceId === workspaceId);
}

/** Known, and by a person's word. */
function isCompared(keys: ReadonlyMap<string, Key>, fingerprint: string): boolean {
  return keys.has(fingerprint) && !restsOnRevoked(keys, fingerprint);
}

/** A file from the future waits for a person. */
function laterThan(exportedAt: number, now: number): PackChange[] {
  return exportedAt > now + aDay ? [{ code: 'future_date', units: [], before: [] }] : [];
}

/** None where nothing earlier differs. */
function changeOf(code: PackChange['code'], units: readonly string[], before: readonly string[]): PackChange[] {
  return before.length > 0 ? [{ code, units: [...units], before: [...before] }] : [];
}

/** Whether a signed file may be taken as it is: trust is in keys that a person confirmed, each for those for whom it spoke first. */
export async function trustIn(db: ReadDb, verified: VerifiedPack, now: number): Promise<Trust> {
  if (verified.kind === 'kit') return { isConfirmed: false, succeeds: null, revoked: null, changes: [] };
  const { payload, fingerprint } = verified;
  const keys = new Map((await db.select().from(confirmedKey)).map((each) => [each.fingerprint, each]));
  const known = await told(db, verified);
  const key = keys.get(fingerprint);
  const speaksForSender = speaksFor(known.byKey, payload.workspace.id);
  const succeeds = key === undefined ? predecessorIn(keys, verified, known.bySender) : null;
  const isConfirmed = (speaksForSender && isCompared(keys, fingerprint)) || succeeds !== null;
  const line = new Set([fingerprint, succeeds ?? fingerprint].flatMap((each) => [...lineOf(keys, each)]));
  const others = isConfirmed ? [] : known.bySender.filter((each) => !line.has(each.fingerprint));
  const successor = [...keys.values()].filter((each) => each.succeeds === fingerprint);
  const units = payload.units.map(({ code }) => code);
  // A coordination workspace signs the returns of all its agreements.
  const speaksForAnother = verified.kind === 'pack' && key !== undefined && !speaksForSender;
  const changes: PackChange[] = [
    ...changeOf('new_key', units, fingerprintsOf(others)),
    ...changeOf('retired_key', units, fingerprintsOf(successor)),
    ...changeOf('key_of_another', units, speaksForAnother ? names(known.byKey) : []),
    ...otherSigners(verified, known, line),
    ...(await formsBefore(db, verified)),
    ...laterThan(payload.exportedAt, now),
    ...(await refusalsOf(db, verified)),
  ];
  return { isConfirmed, succeeds, revoked: await revocationOf(db, key), changes };
}

async function revocationOf(db: ReadDb, key: Key | undefined): Promise<PackRecord['keyRevoked']> {
  if (key?.revokedAt == null) return null;
  const [by] = await db
    .select({ name: user.displayName })
    .from(user)
    .where(eq(user.id, anyId(key.revokedBy ?? '')));
  return { at: key.revokedAt, by: by?.name ?? '', reason: key.revokedReason ?? '' };
}
