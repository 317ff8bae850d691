import { storeContract, type StoreMethodName } from '#contract/index';
import type { Topic } from '#contract/ground/define';
import type { Reply } from '#contract/ground/errors';
import { caseFile } from '#contract/ground/ids';
import { z } from 'zod';
import { StoreFailure, toFailure } from '../ground/kernel/failure.ts';
import { requireRole, requireScope } from './access.ts';
import { noteBurst } from './bursts.ts';
import { computeIn, jobOf } from './jobs.ts';
import { deriveLater, keepLater } from './keep.ts';
import { noteRefusal } from './refusals.ts';
import type { Store, Unlocked } from './store.ts';
import { forgetPreviews } from '../ground/kernel/previews.ts';
import { transact } from './transact.ts';
import type { ActionContext, Context, ReadContext } from './types.ts';
import { refreshSession } from './unlock.ts';
import { wipe } from './wipe.ts';

type StoreMethod = (typeof storeContract)[StoreMethodName];
type AnyRead = (db: unknown, input: unknown, context: ReadContext) => Promise<unknown>;
type AnyWrite = (tx: unknown, input: unknown, context: Context) => Promise<{ output: unknown; audit: object }>;
type AnyAction = (context: ActionContext, input: unknown, store: Store) => Promise<unknown>;

function isMethod(name: string): name is StoreMethodName {
  return Object.hasOwn(storeContract, name);
}

/**
 * The one door of the store: parses the input once, checks role and scope, opens the transaction of a write, appends
 * the audit and turns every failure into a code.
 */
export async function dispatch(store: Store, name: string, rawInput: unknown): Promise<Reply<unknown>> {
  try {
    if (!isMethod(name)) throw new StoreFailure('not_found');
    return { ok: true, value: await answer(store, name, storeContract[name], rawInput) };
  } catch (error) {
    const failure = toFailure(error);
    if (failure.code === 'forbidden') noteRefusal(store, name, failure.code);
    return { ok: false, error: failure };
  }
}

async function answer(store: Store, name: StoreMethodName, method: StoreMethod, rawInput: unknown): Promise<unknown> {
  if (method.roles === 'nobody') return answerBeforeSignIn(store, name, method, parse(method, rawInput));
  const unlocked = store.requireUnlocked();
  requireRole(method, unlocked.session);
  const input = parse(method, rawInput);
  requireScope(method, input, unlocked.session, unlocked.readingRaw);
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

/** After a change: the session as it is now, and nothing in memory that tells of what was sealed or purged. */
async function settle(store: Store, touches: readonly Topic[], ofSession: readonly Topic[]): Promise<void> {
  if (touches.some((topic) => ofSession.includes(topic))) await refreshSession(store);
  if (touches.includes('records')) forgetPreviews(store.memory);
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
      if (method.audited === 'once_a_burst') noteBurst(store, name);
      else if (method.audited)
        await transact(store, name, () => Promise.resolve({ output: null, audit: viewFact(input) }));
      return output;
    }
    case 'write': {
      const context = { session, clock: store.options.clock, newId: store.options.newId };
      const output = await transact(store, name, (tx) =>
        (handlerOf(store.options.handlers.writes, name) as AnyWrite)(tx, input, context),
      );
      await settle(store, method.touches, ['session', 'units']);
      return output;
    }
    case 'action': {
      const output = await (handlerOf(store.options.handlers.actions, name) as AnyAction)(
        actionContext(store, name),
        input,
        store,
      );
      await settle(store, method.touches, ['units']);
      return output;
    }
  }
}

/** A view is audited by what was asked for: ids only, never what was typed into a search. */
function viewFact(input: unknown) {
  const named = z.object({ file: caseFile }).safeParse(input);
  if (named.success) return { subject: named.data.file };
  const ids = Object.entries(input as Record<string, unknown>).filter(
    ([key, value]) => /Id$/.test(key) && typeof value === 'string',
  );
  const [first] = ids;
  return first ? { subject: { kind: first[0].replace(/Id$/, ''), id: String(first[1]) } } : {};
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
    clock: store.options.clock,
    newId: store.options.newId,
    memory: store.memory,
    job: (jobId) => jobOf(store, jobId),
    compute: (task, job) => computeIn(store, task, job),
    keep: (prepare) => {
      keepLater(store, prepare);
    },
    derive: (steps) => deriveLater(store, steps),
  };
}

function actionContext(store: Store, name: string): ActionContext {
  const { clock, newId, memory, job, compute, keep, derive } = readContext(store);
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
    clock,
    newId,
    memory,
    job,
    compute,
    keep,
    derive,
    transact: (work) => transact(store, name, work),
    wipe: (marks) => wipe(store, marks),
    print: store.options.print ?? null,
    readers: store.readers,
    path: (grant) => store.path(grant),
  };
}
