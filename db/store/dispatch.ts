import { methodNamed, storeContract, type StoreMethodName } from '#contract/index';
import type { StoreMethod } from '#contract/ground/define';
import type { Reply } from '#contract/ground/errors';
import { StoreFailure, toFailure } from '../ground/kernel/failure.ts';
import { requireAccount, requireOwnPassphrase, requireRole, requireScope, requireUnsealed } from './access.ts';
import { withFiles } from './audit/calledFor.ts';
import { backupsBefore } from './backups/holding.ts';
import { backUpFor } from './backups/make.ts';
import { noteAsked } from './backups/daily.ts';
import { watchClock, workingClock } from './clockDoubt.ts';
import { withDeskDrafts } from './draftsAway.ts';
import { requireHere } from './rights/elsewhere.ts';
import { requireFolderFor } from './folderOnly.ts';
import { requireOriginal } from './home.ts';
import { computeIn, jobOf } from './jobs.ts';
import { deriveLater, keepLater } from './keep.ts';
import { requireNoMove } from './move/begin.ts';
import { noteRefusal } from './refusals.ts';
import { noteOnServer } from './seenOnServer.ts';
import type { Store, Unlocked } from './store.ts';
import type { Audited, AuditFact, WriteTx } from '../ground/kernel/database.ts';
import { refreshAfter } from './refreshAfter.ts';
import { otherUnits, transact } from './transact.ts';
import type { ActionContext, Context, ReadContext } from './types.ts';
import { noteRead } from './views.ts';
import { wipe } from './wipe.ts';

type AnyRead = (db: unknown, input: unknown, context: ReadContext) => Promise<unknown>;
type AnyWrite = (tx: unknown, input: unknown, context: Context) => Promise<Audited<unknown>>;
type AnyAction = (context: ActionContext, input: unknown, store: Store) => Promise<unknown>;

function isMethod(name: string): name is StoreMethodName {
  return Object.hasOwn(storeContract, name);
}

/**
 * The one door of the store: parses the input once, checks role and scope, opens the transaction of a write, appends
 * the audit, turns every failure into a code and holds what is answered to the contract.
 */
export async function dispatch(store: Store, name: string, rawInput: unknown): Promise<Reply<unknown>> {
  const reply = await replyTo(store, name, rawInput);
  // Outside what turns errors into codes: a test that is refused an answer sees why.
  if (!reply.ok || !isMethod(name)) return reply;
  return { ok: true, value: store.options.checkAnswer(name, methodNamed(name), reply.value) };
}

async function replyTo(store: Store, name: string, rawInput: unknown): Promise<Reply<unknown>> {
  try {
    if (!isMethod(name)) throw new StoreFailure('not_found');
    const ask = () => answer(store, name, methodNamed(name), rawInput);
    return { ok: true, value: await withDeskDrafts(store, name, rawInput, ask) };
  } catch (error) {
    const failure = toFailure(store.shutIfDamaged(error) ?? error);
    if (isMethod(name) && !store.moving) await noteRefusal(store, name, failure, rawInput);
    return { ok: false, error: failure };
  }
}

async function answer(store: Store, name: StoreMethodName, method: StoreMethod, rawInput: unknown): Promise<unknown> {
  if (method.roles === 'nobody') return answerBeforeSignIn(store, name, method, parse(method, rawInput));
  await requireAccount(store);
  await watchClock(store);
  const unlocked = store.requireUnlocked();
  requireOwnPassphrase(name, unlocked.session);
  noteAsked(store);
  requireRole(method, unlocked.session);
  requireOriginal(store, name, method);
  requireFolderFor(store, name);
  requireNoMove(store, name, method);
  const input = parse(method, rawInput);
  await requireScope(method, input, unlocked.session, unlocked.read);
  await requireUnsealed(name, method, input, unlocked);
  return run(store, name, method, input, unlocked);
}

function parse(method: StoreMethod, rawInput: unknown): unknown {
  const parsed = method.input.safeParse(rawInput);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map((issue) => ({
    path: issue.path.join('.'),
    code: issue.code === 'custom' ? issue.message : issue.code,
  }));
  throw new StoreFailure('invalid_input', undefined, fields);
}

/** These have no session yet; each handler checks for itself what it needs. */
function answerBeforeSignIn(
  store: Store,
  name: StoreMethodName,
  method: StoreMethod,
  input: unknown,
): Promise<unknown> {
  if (method.type === 'action')
    return (handlerOf(store.options.handlers.actions, name) as AnyAction)(actionContext(store, name), input, store);
  return Promise.resolve({ session: store.unlocked?.session ?? null });
}

async function run(
  store: Store,
  name: StoreMethodName,
  method: StoreMethod,
  input: unknown,
  unlocked: Unlocked,
): Promise<unknown> {
  const { session } = unlocked;
  switch (method.type) {
    case 'read': {
      const output = await (handlerOf(store.options.handlers.reads, name) as AnyRead)(
        unlocked.read,
        input,
        readContext(store),
      );
      await noteRead(store, name, method, input, output);
      return output;
    }
    case 'write': {
      const context = { session, clock: workingClock(store), newId: store.options.newId };
      const work = async (tx: WriteTx): Promise<Audited<unknown>> => {
        await requireHere(tx, method, input);
        const written = await (handlerOf(store.options.handlers.writes, name) as AnyWrite)(tx, input, context);
        return { ...written, audit: withFiles(method, input, written.audit) };
      };
      const asked = `${name} ${JSON.stringify(input)}`;
      const others = await otherUnits(method, input, unlocked);
      const output = await transact(store, name, work, { asked, others });
      void noteOnServer(store);
      await refreshAfter(store, method.touches);
      return output;
    }
    case 'action': {
      const output = await (handlerOf(store.options.handlers.actions, name) as AnyAction)(
        actionContext(store, name, (fact) => withFiles(method, input, fact)),
        input,
        store,
      );
      void noteOnServer(store);
      await refreshAfter(store, method.touches);
      return output;
    }
  }
}

/** The handlers are typed where they are listed; here, where a name is only known at run time, they are looked up. */
function handlerOf(handlers: object, name: string): unknown {
  const handler = (handlers as Record<string, unknown>)[name];
  if (!handler) throw new StoreFailure('not_found');
  return handler;
}

/** The session is read when it is asked for: before sign-in there is none, and to ask for it is a fault of the handler. */
function readContext(store: Store): ReadContext {
  return {
    get session() {
      return store.requireUnlocked().session;
    },
    get counted() {
      return store.requireUnlocked().counted;
    },
    get notReached() {
      return store.notReached;
    },
    get copyOf() {
      return store.copyOf;
    },
    isOnServer: store.server !== null,
    get clock() {
      return workingClock(store);
    },
    newId: store.options.newId,
    memory: store.memory,
    job: (jobId) => jobOf(store, jobId),
    compute: (task, job, onEarly) => computeIn(store, task, job, onEarly),
    keep: (prepare) => {
      keepLater(store, prepare);
    },
    derive: (steps) => deriveLater(store, steps),
  };
}

function actionContext(
  store: Store,
  name: StoreMethodName,
  factOf: (fact: AuditFact) => AuditFact = (fact) => fact,
): ActionContext {
  const { isOnServer, newId, memory, job, compute, keep, derive } = readContext(store);
  return {
    get session() {
      return store.requireUnlocked().session;
    },
    get read() {
      return store.requireUnlocked().read;
    },
    get counted() {
      return store.requireUnlocked().counted;
    },
    method: name,
    isOnServer,
    get notReached() {
      return store.notReached;
    },
    get copyOf() {
      return store.copyOf;
    },
    get clock() {
      return workingClock(store);
    },
    newId,
    memory,
    job,
    compute,
    keep,
    derive,
    transact: (work) =>
      transact(store, name, async (tx) => {
        const { output, audit } = await work(tx);
        return { output, audit: factOf(audit) };
      }),
    wipe: () => wipe(store),
    backupsBefore: (at) => backupsBefore(store, at),
    backUp: (reason, backupJob) => backUpFor(store, reason, backupJob),
    present: (file) => store.requireUnlocked().engine.present(file),
    print: store.options.print ?? null,
    readers: store.readers,
    path: (grant) => store.path(grant),
    mayWrite: (path) => !store.readOnly.has(path),
  };
}
