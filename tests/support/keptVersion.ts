import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { DraftPlace } from '#contract/accounts/drafts';
import type { WorkspaceKind } from '#contract/ground/codes';
import type { Month } from '#contract/ground/dates';
import type { FileGrant, UserId } from '#contract/ground/ids';
import type { Input } from '#contract/index';
import { fingerprintOf } from '../../db/ground/kernel/signing.ts';
import { openFolder } from '../../db/store/signIn.ts';
import { isFrozen } from '../../scripts/migrations/frozen.mjs';
import { payloadOf, referenceText } from '../db/statistics/estimate/reference/referenceFiles.ts';
import { markedFile } from './caseFiles.ts';
import { lastDay } from './exchanges.ts';
import { exportReturn } from './exportedReturn.ts';
import { createCoordination, newKey, quarterTwo } from './packs.ts';
import { administrator, createFullStore, createUnitAndUser, newStore, reached, type TestStore } from './store.ts';

const root = resolve(import.meta.dirname, '../..');
/** What version 0.1.0 leaves, from which every later one must open: a release adds a folder of its own. */
export const keptFolder = join(root, 'tests/fixtures/kept/0.1.0');

type ListRead =
  | 'referrals.list'
  | 'investigations.list'
  | 'agreements.list'
  | 'packs.list'
  | 'returns.list'
  | 'lists.get';

export interface Kept {
  readonly recoveryKey: string;
  /** Who is signed in besides the administrator. */
  readonly login: string;
  /** Of the audit, and the methods that they name. */
  readonly entries: number;
  readonly methods: readonly string[];
  readonly drafts: readonly { readonly place: DraftPlace; readonly values: Readonly<Record<string, string>> }[];
  readonly reads: readonly {
    readonly method: ListRead;
    readonly input: object;
    readonly output: object;
  }[];
}

export interface KeptVersion {
  readonly workspaces: Readonly<Record<WorkspaceKind, Kept>>;
  readonly files: {
    readonly pack: { readonly fingerprint: string; readonly unitsAdded: number; readonly values: number };
    readonly reference: { readonly fingerprint: string };
    readonly return: { readonly fingerprint: string; readonly id: string };
  };
}

export const readKept = (): KeptVersion =>
  JSON.parse(readFileSync(join(keptFolder, 'kept.json'), 'utf8')) as KeptVersion;

/** A copy of one of the workspaces, opened and locked: what is committed is never opened in place, since opening writes. */
export function openKept(kind: WorkspaceKind): TestStore {
  const parent = mkdtempSync(join(tmpdir(), 'vigie-kept-'));
  const folder = join(parent, 'Test.vigie');
  cpSync(join(keptFolder, kind), folder, { recursive: true });
  cpSync(join(keptFolder, 'files'), join(parent, 'files'), { recursive: true });
  const store = newStore();
  openFolder(store, folder);
  const { recoveryKey } = readKept().workspaces[kind];
  return reached(store, { parent, folder, recoveryKey, events: [] });
}

type Reads = readonly (readonly [method: ListRead, input: object])[];

async function keep(
  test: TestStore,
  kind: WorkspaceKind,
  { login, drafts, asked }: Pick<Kept, 'login' | 'drafts'> & { readonly asked: Reads },
): Promise<Kept> {
  const { call, store, folder, recoveryKey } = test;
  for (const { place, values } of drafts) await call('drafts.save', { ...place, values });
  const reads: Kept['reads'][number][] = [];
  for (const [method, input] of asked)
    reads.push({ method, input, output: await call(method, input as Input<typeof method>) });
  const { raw } = store.requireUnlocked();
  const all = (sql: string) => raw.prepare(sql).pluck().all();
  const methods = all('SELECT DISTINCT method FROM audit_entry ORDER BY 1') as string[];
  const [entries] = all('SELECT max(sequence) FROM audit_entry') as [number];
  raw.exec('VACUUM');
  store.close();
  mkdirSync(join(keptFolder, kind), { recursive: true });
  for (const name of ['store.db', 'keys.json', 'keys.copy.json'])
    cpSync(join(folder, name), join(keptFolder, kind, name));
  return { recoveryKey, login, entries, methods, drafts, reads };
}

const window = { filter: {}, from: { at: 'start' }, size: 100 } as const;
const sorted = (column: string) => ({ ...window, sort: { column, descending: true } });

/** A file that is concluded and one that is open, with a fact of every kind; its pack, and its key of an exchange. */
async function keepUnit(files: string): Promise<{ kept: Kept; pack: Buffer; fingerprint: string }> {
  const test = await createFullStore('unit');
  const { unitId, userId } = await createUnitAndUser(test, { code: 'U09' });
  const lead = userId as UserId;
  const closed = await markedFile(test, unitId, 'FICTIFA', { lead });
  await markedFile(test, unitId, 'FICTIFB', { lead, staysOpen: true });
  const query = { list: 'due', filter: { urgency: 'overdue' } } as const;
  await test.call('lists.saveView', { held: null, name: 'Fictif', query, columns: null });
  const to = (name: string): FileGrant => test.grant(join(files, name)) as FileGrant;
  const { fingerprint } = await test.call('packs.export', { quarter: quarterTwo, file: to('unit.vigiepack') });
  const { exchangeId } = await test.call('exchanges.begin', { unitId, name: 'Fictif', expiresOn: lastDay });
  await test.call('exchanges.saveKey', { exchangeId, file: to('asking.vigieexchange') });
  const kept = await keep(test, 'unit', {
    login: 'officer',
    drafts: [{ place: { form: 'note', subject: closed.investigationId, unitId }, values: { text: 'Note fictive' } }],
    asked: [
      ['referrals.list', sorted('receivedOn')],
      ['investigations.list', sorted('openedOn')],
      ['lists.get', { list: 'due' }],
    ],
  });
  return { kept, pack: readFileSync(join(files, 'unit.vigiepack')), fingerprint };
}

/** Two units with an agreement and its locked return, and what the unit sent. */
async function keepCoordination(
  files: string,
  fingerprint: string,
): Promise<Pick<KeptVersion, 'files'> & { kept: Kept }> {
  const coordinating = await createCoordination(await createFullStore('coordination'));
  const { coordination, locked, folder } = await exportReturn(coordinating, '2026-01' as Month);
  const { test } = coordination;
  cpSync(folder, join(files, 'return'), { recursive: true });
  const to = (name: string): FileGrant => test.grant(join(files, name)) as FileGrant;
  const pack = await test.call('packs.import', { file: to('unit.vigiepack'), confirmFingerprint: fingerprint });
  await test.call('rollup.writeKit', { file: to('form.xlsx'), quarter: quarterTwo });
  const { publicKey } = JSON.parse(
    test.store
      .requireUnlocked()
      .raw.prepare("SELECT value FROM setting WHERE key = 'signingKey'")
      .pluck()
      .get() as string,
  ) as { publicKey: string };
  const kept = await keep(test, 'coordination', {
    login: 'coordinator',
    drafts: [{ place: { form: 'narrative', subject: 'AG-1', unitId: null }, values: { text: 'Texte fictif' } }],
    asked: [
      ['agreements.list', {}],
      ['packs.list', {}],
    ],
  });
  const key = newKey();
  writeFileSync(join(files, 'reference.vigieref'), referenceText(payloadOf(), key));
  return {
    kept,
    files: {
      pack: { fingerprint, unitsAdded: pack.unitsAdded, values: pack.values },
      reference: { fingerprint: fingerprintOf(key.publicKey) },
      return: { fingerprint: fingerprintOf(publicKey), id: locked.id },
    },
  };
}

/** Made again until formats are frozen, and never after: a fixture that is made by the code that reads it proves nothing. */
export async function keepWorkspaces(): Promise<void> {
  if (isFrozen(root)) throw new Error('Formats are frozen: the kept workspaces are never made again.');
  rmSync(keptFolder, { recursive: true, force: true });
  const files = join(keptFolder, 'files');
  mkdirSync(files, { recursive: true });
  const unit = await keepUnit(files);
  const { kept, files: written } = await keepCoordination(files, unit.fingerprint);
  const all: KeptVersion = { workspaces: { unit: unit.kept, coordination: kept }, files: written };
  writeFileSync(join(keptFolder, 'kept.json'), `${JSON.stringify(all, null, 2)}\n`);
}

export const logins = (kind: WorkspaceKind): readonly string[] => [
  administrator.login,
  readKept().workspaces[kind].login,
];
