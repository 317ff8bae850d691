import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import type { PlaceAnswer } from '#contract/store/place';
import type { CivilDate } from '#contract/ground/dates';
import type { ErrorReason, Failure } from '#contract/ground/errors';
import type { FileGrant, JobId } from '#contract/ground/ids';
import type { Input, Output, StoreMethodName } from '#contract/index';
import type { Session } from '#contract/store/session';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { endBursts } from '../../store/bursts.ts';
import { workingClock } from '../../store/clockDoubt.ts';
import { dispatch } from '../../store/dispatch.ts';
import { endKeeping } from '../../store/keep.ts';
import { requireSame } from '../../store/otherHere.ts';
import { openFolder } from '../../store/signIn.ts';
import { Store } from '../../store/store.ts';
import { readPassphrase } from './passphrase.ts';
import { progressOn } from './progress.ts';
import type { Surroundings } from './surroundings.ts';

/** A call that the store refused or could not carry out, with what the command can add to help: never case content. */
export class Refused extends Error {
  readonly failure: Failure;
  readonly notes: readonly string[];

  constructor(failure: Failure, notes: readonly string[] = []) {
    super(failure.code);
    this.failure = failure;
    this.notes = notes;
  }
}

/** Adds what may help to one refusal and lets every other one through as it is. */
export async function noting<T>(reason: ErrorReason, notes: () => readonly string[], work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Refused && error.failure.reason === reason) throw new Refused(error.failure, notes());
    throw error;
  }
}

/** By this token the store knows the folder that the demonstration is built in. */
export const demonstrationGrant = '00000000-0000-4000-8000-000000000001';

/** A store that is reached as the application reaches its own: by dispatch alone. */
export interface Calls {
  readonly call: <M extends StoreMethodName>(method: M, input: Input<M>) => Promise<Output<M>>;
  /** The same for long calls, which Ctrl+C cancels. */
  readonly run: <M extends StoreMethodName>(method: M, input: (jobId: JobId) => Input<M>) => Promise<Output<M>>;
  readonly grant: (path: string) => FileGrant;
}

export interface OpenWorkspace extends Calls {
  readonly session: Session;
  /** The day of the workspace's clock. */
  readonly today: CivilDate;
}

export interface Access {
  readonly workspace: string;
  readonly login: string;
  readonly passphraseFile?: string;
  /** Why a store that is older than this computer last saw it is opened all the same. */
  readonly olderReason?: string;
  /** Why a workspace that is another than the folder last had is opened all the same. */
  readonly otherReason?: string;
  /** What a store is that was last used elsewhere. */
  readonly place?: PlaceAnswer;
}

/**
 * Asked to stop, a command stops before its next long call. The short ones after it go on: a report of what was
 * imported must not be lost, nor "nothing was kept" be said of what was.
 */
function requireGoingOn(signal: AbortSignal): void {
  if (signal.aborted) throw new StoreFailure('cancelled');
}

function callsOf(store: Store, { signal }: AbortController): Calls {
  const call: Calls['call'] = async (method, input) => {
    const reply = await dispatch(store, method, input);
    if (!reply.ok) throw new Refused(reply.error);
    return reply.value as never;
  };
  return {
    call,
    run: async (method, input) => {
      requireGoingOn(signal);
      const jobId = randomUUID() as JobId;
      const cancel = (): void => void store.cancelled.add(jobId);
      signal.addEventListener('abort', cancel);
      try {
        return await call(method, input(jobId));
      } finally {
        signal.removeEventListener('abort', cancel);
      }
    },
    grant: (path) => {
      const token = randomUUID();
      store.grants.set(token, path);
      return token as FileGrant;
    },
  };
}

/** Does the work on a store of its own and closes it whatever comes: the key is overwritten, the folder freed. */
export async function withStore<T>(
  { terminal, words, options }: Surroundings,
  work: (calls: Calls, store: Store) => Promise<T>,
): Promise<T> {
  const progress = progressOn(terminal, words);
  const store = new Store({ ...options, emit: progress.follow });
  try {
    return await work(callsOf(store, terminal.interruption), store);
  } finally {
    progress.clear();
    await endKeeping(store);
    await endBursts(store);
    store.close();
  }
}

/** The folder is looked at before the passphrase is asked for, so that a wrong folder is reported at once. */
export function inWorkspace<T>(
  surroundings: Surroundings,
  access: Access,
  work: (workspace: OpenWorkspace) => Promise<T>,
): Promise<T> {
  return withStore(surroundings, async (calls, store) => {
    openFolder(store, resolve(access.workspace));
    store.otherReason = access.otherReason ?? null;
    requireSame(store);
    const passphrase = await readPassphrase(surroundings.terminal, surroundings.words, access.passphraseFile);
    const { login, olderReason, otherReason, place } = access;
    const given = {
      login,
      passphrase,
      ...(olderReason !== undefined && { olderReason }),
      ...(otherReason !== undefined && { otherReason }),
      ...(place && { place }),
    };
    const session = await calls.call('session.signIn', given);
    requireGoingOn(surroundings.terminal.interruption.signal);
    if (session.workspace.demonstration) surroundings.terminal.tell(`${surroundings.words.say('demoNotice')}\n`);
    return work({ ...calls, session, today: workingClock(store).today() });
  });
}
