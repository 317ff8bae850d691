import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { randomUUID } from 'node:crypto';
import { refuseUndeclared } from '#contract/ground/answers';
import type { CivilDate } from '#contract/ground/dates';
import type { PageEvent } from '#contract/ground/events';
import { methodNamed, type Input, type MethodName, type Output } from '#contract/index';
import type { ErrorCode, Failure } from '#contract/ground/errors';
import type { unitId as unitIdSchema } from '#contract/ground/ids';
import type { Role, WorkspaceKind } from '#contract/ground/codes';
import { builtFewDraws, builtReader } from './buildReader.ts';
import { keptReaders } from './keptReaders.ts';
import { PreparedFolders, type FolderCopy, type PreparedFolder } from './preparedFolders.ts';
import { fixedClock } from '../../db/ground/kernel/clock.ts';
import { readersByNode } from '../../db/ground/foreign/startNode.ts';
import { systemIds } from '../../db/ground/kernel/ids.ts';
import { handlers } from '../../db/entry/handlers.ts';
import { recordsOf } from '../../db/store/engineRecords.ts';
import { dispatch } from '../../db/store/dispatch.ts';
import { createWorkspace } from '../../db/store/createWorkspace.ts';
import { demonstrationIterations, minimumIterations } from '../../db/store/keySlots.ts';
import { openFolder } from '../../db/store/signIn.ts';
import { Store } from '../../db/store/store.ts';

export const today = '2026-11-24' as CivilDate;
export const administrator = { login: 'admin', passphrase: 'a long enough phrase' } as const;

/** Processes that the store starts. */
export const processes = {
  workerPath: builtFewDraws,
  startReader: keptReaders(readersByNode(builtReader, resolve(import.meta.dirname, '../..'))),
};

/** A refused call, as the page would see it. */
export class Refused extends Error {
  readonly failure: Failure;
  constructor(method: string, failure: Failure) {
    super(`${method}: ${failure.code} ${failure.reason ?? ''} ${JSON.stringify(failure.fields ?? [])}`);
    this.failure = failure;
  }
}

/** A call that was answered, and the files that its grants were for. */
export interface Answered {
  readonly method: string;
  readonly input: unknown;
  readonly paths: Readonly<Record<string, string>>;
}

export interface TestStore {
  readonly store: Store;
  readonly folder: string;
  readonly parent: string;
  readonly recoveryKey: string;
  readonly events: PageEvent[];
  /** What `call` was answered. */
  readonly answered: Answered[];
  readonly call: <M extends MethodName>(method: M, input: Input<M>) => Promise<Output<M>>;
  readonly refusal: <M extends MethodName>(
    method: M,
    input: Input<M>,
  ) => Promise<Pick<Failure, 'reason'> & { code: ErrorCode }>;
  /** One who was given a passphrase is let in with it: most tests are about something else. */
  readonly signInAs: (login: string) => Promise<void>;
  /** Where people are let in without a passphrase: as if the signed-in user had changed the first one. */
  readonly ownPassphrase?: () => Promise<void>;
  readonly grant: (path: string) => string;
  readonly dispose: () => void;
}

/** Half a second of dictionaries, for tests about something else. */
const anyPassphrase = () => Promise.resolve({ score: 4, isEnough: true, weakness: null });

type Print = NonNullable<Store['options']['print']>;

export function newStore(events: PageEvent[] = [], day: CivilDate = today, print?: Print): Store {
  return new Store({
    handlers,
    clock: fixedClock(day),
    newId: systemIds,
    emit: (event) => events.push(event),
    checkAnswer: refuseUndeclared,
    ...processes,
    iterations: 1000,
    judgePassphrase: anyPassphrase,
    ...(print && { print }),
  });
}

/** Writes are audited by their type; an action could leave nothing unseen. */
function isAudited(name: MethodName): boolean {
  const method = methodNamed(name);
  return method.type === 'action' && method.audited === undefined;
}

/** Null while nobody is signed in. */
async function entriesOf({ unlocked }: Store): Promise<number | null> {
  return unlocked && (await recordsOf(unlocked.tx).lastLink()).sequence;
}

/** Who asks of a store as if they had changed a passphrase that somebody else gave. */
const letInAs = new WeakMap<Store, string>();

export function letIn(store: Store): void {
  const { unlocked } = store;
  if (unlocked === null) return;
  unlocked.session = { ...unlocked.session, mustChangePassphrase: false };
  letInAs.set(store, unlocked.session.user.login);
}

/** The session may have been read again since. */
function letInAgain(store: Store): void {
  if (letInAs.get(store) === store.unlocked?.session.user.login) letIn(store);
}

/** A store as tests reach it: through the real dispatch. */
export function reached(
  store: Store,
  about: Pick<TestStore, 'parent' | 'folder' | 'recoveryKey' | 'events'>,
): TestStore {
  const answered: Answered[] = [];
  const call: TestStore['call'] = async (method, input) => {
    const before = isAudited(method) ? await entriesOf(store) : null;
    if (method === 'session.signIn') letInAs.delete(store);
    letInAgain(store);
    const reply = await dispatch(store, method, input);
    if (!reply.ok) throw new Refused(method, reply.error);
    answered.push({ method, input, paths: grantedPaths(store, input) });
    letInAgain(store);
    if (before !== null && (await entriesOf(store)) === before) throw new Error(`${method} left nothing in the audit`);
    return reply.value as never;
  };
  return {
    ...about,
    store,
    answered,
    call,
    grant: (path) => grantOf(store, path),
    refusal: async (method, input) => {
      letInAgain(store);
      const reply = await dispatch(store, method, input);
      if (reply.ok) throw new Error(`${method} was not refused`);
      return { code: reply.error.code, ...(reply.error.reason && { reason: reply.error.reason }) };
    },
    signInAs: async (login) => {
      store.lock();
      await call('session.signIn', { login, passphrase: administrator.passphrase });
      letIn(store);
    },
    dispose: () => {
      store.close();
      rmSync(about.parent, { recursive: true, force: true });
    },
  };
}

/** By the field that holds the grant. */
export function grantedPaths(store: Store, input: object): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(input).flatMap(([field, value]: [string, unknown]) => {
      const path = typeof value === 'string' ? store.grants.get(value) : undefined;
      return path === undefined ? [] : [[field, path]];
    }),
  );
}

function grantOf(store: Store, path: string): string {
  const token = randomUUID();
  store.grants.set(token, path);
  return token;
}

/** Another store on a copy of the folder of a closed one, and of the files next to it: building another takes far longer. Nobody is signed in. */
export function copyOf(closed: TestStore): TestStore {
  const parent = mkdtempSync(join(tmpdir(), 'vigie-test-'));
  cpSync(closed.parent, parent, { recursive: true });
  const events: PageEvent[] = [];
  const store = newStore(events);
  const folder = join(parent, basename(closed.folder));
  openFolder(store, folder);
  return reached(store, { parent, folder, recoveryKey: closed.recoveryKey, events });
}

/** A real encrypted workspace in a temporary folder; the administrator is signed in. Without `print` nothing can print. */
export async function createTestStore(kind: WorkspaceKind = 'unit', print?: Print): Promise<TestStore> {
  const events: PageEvent[] = [];
  return signedInto(await newWorkspaces[kind].copy(), newStore(events, today, print), events);
}

/** One as the product makes it, which the built store opens too: each passphrase in it takes as many rounds. */
export async function createFullStore(kind: WorkspaceKind): Promise<TestStore> {
  const events: PageEvent[] = [];
  const store = newStore(events);
  Object.assign(store.options, { iterations: minimumIterations });
  return signedInto(
    { ...(await makeWorkspace(kind, false, minimumIterations)), giveBack: () => undefined },
    store,
    events,
  );
}

/** One that the built store opens too, which asks for more rounds of a slot than tests do; in a demonstration for fewer than elsewhere. */
export async function createDemonstrationStore(kind: WorkspaceKind = 'unit'): Promise<TestStore> {
  const events: PageEvent[] = [];
  const store = newStore(events);
  Object.assign(store.options, { iterations: demonstrationIterations });
  return signedInto(await newDemonstrations[kind].copy(), store, events);
}

async function signedInto(copy: FolderCopy, store: Store, events: PageEvent[]): Promise<TestStore> {
  openFolder(store, copy.folder);
  const test = reached(store, { ...copy, events });
  await test.signInAs(administrator.login);
  return {
    ...test,
    dispose: () => {
      test.dispose();
      copy.giveBack();
    },
  };
}

const newWorkspaces = {
  unit: new PreparedFolders(() => makeWorkspace('unit', false)),
  coordination: new PreparedFolders(() => makeWorkspace('coordination', false)),
};
const newDemonstrations = {
  unit: new PreparedFolders(() => makeWorkspace('unit', true)),
  coordination: new PreparedFolders(() => makeWorkspace('coordination', true)),
};

async function makeWorkspace(
  kind: WorkspaceKind,
  demonstration: boolean,
  iterations: number | undefined = demonstration ? demonstrationIterations : newStore().options.iterations,
): Promise<PreparedFolder> {
  const parent = mkdtempSync(join(tmpdir(), 'vigie-test-'));
  const { options } = newStore();
  const wanted = { parent, name: 'Test', kind, displayName: 'Administrator', ...administrator, demonstration };
  return { parent, ...(await createWorkspace({ ...options, ...(iterations && { iterations }) }, wanted)) };
}

interface UnitAndUser {
  readonly unitId: ReturnType<typeof unitIdSchema.parse>;
  readonly userId: string;
}

/** Makes a unit as the administrator and a user of the roles in it; signs the user in. */
export async function createUnitAndUser(
  test: TestStore,
  { login = 'officer', roles = ['investigator', 'supervisor'] as Role[], code = 'U01' } = {},
): Promise<UnitAndUser> {
  const made = await addUnitAndUser(test, login, roles, code);
  await test.signInAs(login);
  return made;
}

/** Makes a unit, as the administrator who is signed in. */
export async function addUnit(test: TestStore, code = 'U01'): Promise<UnitAndUser['unitId']> {
  const name = { en: `Unit ${code}`, fr: `Unité ${code}` };
  return (await test.call('units.save', { code, name, service: 'Service', active: true })).id;
}

async function addUnitAndUser(test: TestStore, login: string, roles: Role[], code: string): Promise<UnitAndUser> {
  const id = await addUnit(test, code);
  const user = await test.call('users.create', {
    login,
    displayName: `Officer ${login}`,
    roles,
    unitIds: [id],
    passphrase: administrator.passphrase,
  });
  return { unitId: id, userId: user.id };
}

/** The signed-in user changes the first passphrase, which its creator knows, and may then decide with others. */
export async function choosePassphrase(test: TestStore): Promise<void> {
  if (test.ownPassphrase) return test.ownPassphrase();
  const { passphrase } = administrator;
  await test.call('session.changePassphrase', { current: passphrase, next: passphrase });
}

/** Where units are worked on: in their folder, unless the run is for another engine (`onServer.ts`). */
export const engine = { place: (test: TestStore): Promise<TestStore> => Promise.resolve(test) };

type Unit = UnitAndUser & { readonly test: TestStore };

/** A unit workspace that is built once, and closed; each call opens a copy of it, its officer signed in, and gives what was built as well. */
export function copiesInFolder<T>(build: (unit: Unit) => Promise<T>): () => Promise<Unit & T> {
  const make = async (): Promise<Unit & T> => {
    const test = await createTestStore();
    process.on('exit', test.dispose);
    const made = await addUnitAndUser(test, 'officer', ['investigator', 'supervisor'], 'U01');
    await test.signInAs('officer');
    const built = await build({ ...made, test });
    test.store.close();
    return { ...made, ...built, test };
  };
  let unit: Promise<Unit & T> | undefined;
  return async () => {
    unit ??= make();
    const { test: closed, ...made } = await unit;
    const test = copyOf(closed);
    await test.signInAs('officer');
    return { ...made, test } as Unit & T;
  };
}

/** The same where units are worked on: the tests that use it are played on a server too. */
export function copiesOfUnit<T>(build: (unit: Unit) => Promise<T>): () => Promise<Unit & T> {
  const copy = copiesInFolder(build);
  return async () => {
    const unit = await copy();
    return { ...unit, test: await engine.place(unit.test) };
  };
}

/**
 * A unit workspace of its own for a test, its officer signed in. All are copies of one that is built once in a process, so
 * they share ids and keys: a test of two workspaces that meet creates them.
 */
export const copyOfUnit = copiesOfUnit(() => Promise.resolve({}));

/** From here on the workspace writes no link of its chain. */
export function refuseAudit({ store }: TestStore): void {
  store
    .requireUnlocked()
    .raw.exec(
      "CREATE TEMP TRIGGER IF NOT EXISTS refuse_audit BEFORE INSERT ON main.audit_entry BEGIN SELECT RAISE(ABORT, 'no'); END",
    );
}
