import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { refuseUndeclared } from '#contract/ground/answers';
import type { Input, Output, StoreMethodName } from '#contract/index';
import { runVigie } from '../../../../db/entry/cli/run.ts';
import { handlers } from '../../../../db/entry/handlers.ts';
import { fixedClock, type Clock } from '../../../../db/ground/kernel/clock.ts';
import { StoreFailure } from '../../../../db/ground/kernel/failure.ts';
import { systemIds } from '../../../../db/ground/kernel/ids.ts';
import { dispatch } from '../../../../db/store/dispatch.ts';
import { openFolder } from '../../../../db/store/signIn.ts';
import { Store } from '../../../../db/store/store.ts';
import { builtWorker } from '../../../support/buildReader.ts';
import { administrator, processes, today } from '../../../support/store.ts';

export const { passphrase } = administrator;

const options = {
  handlers,
  // One clock for all: a pack that is exported later is later.
  clock: fixedClock(today),
  newId: systemIds,
  checkAnswer: refuseUndeclared,
  ...processes,
  iterations: 1000,
};
/** Results of a file name its units as the file does, and its specification says how much is drawn. */
const ofFiles = { ...options, workerPath: builtWorker };

export interface Ran {
  readonly exitCode: number;
  readonly out: string;
  readonly err: string;
}

interface Given {
  readonly input?: string | Readable;
  readonly environment?: Readonly<Record<string, string>>;
  readonly interruption?: AbortController;
  readonly onTell?: (text: string) => void;
  readonly watched?: boolean;
  /** Where this computer keeps how far it saw each workspace; nowhere otherwise. */
  readonly seenPath?: string;
  /** Otherwise the same day for all. */
  readonly clock?: Clock;
  /** The name of this computer; without one nobody asks where a workspace was last used. */
  readonly computer?: string;
}

/** Everything that any command wrote, to be searched for what must never be in it. */
export const everythingWritten: string[] = [];

/** The command line's main function, in this process: the passphrase comes on standard input by default. */
export async function vigie(args: readonly string[], given: Given = {}): Promise<Ran> {
  const { input = `${passphrase}\n`, environment = {}, interruption = new AbortController(), watched = false } = given;
  const out: string[] = [];
  const err: string[] = [];
  const exitCode = await runVigie(args, {
    terminal: {
      write: (text) => out.push(text),
      tell: (text) => {
        err.push(text);
        given.onTell?.(text);
      },
      watched,
      input: typeof input === 'string' ? Readable.from([input]) : input,
      environment,
      columns: 100,
      interruption,
    },
    options: {
      ...(args[0] === 'analyse' ? ofFiles : options),
      ...(given.seenPath !== undefined && { seenPath: given.seenPath }),
      ...(given.computer !== undefined && { computer: given.computer }),
      ...(given.clock && { clock: given.clock }),
    },
  });
  everythingWritten.push(...out, ...err);
  return { exitCode, out: out.join(''), err: err.join('') };
}

/** The one document that `--json` writes: anything else on standard output fails here. */
export function documentOf(ran: Ran): { ok: boolean; value?: never; error?: { code: string; reason?: string } } {
  return JSON.parse(ran.out) as never;
}

/** Runs with `--json` and gives the value; an exit code other than 0 fails with what was said. */
export async function valueOf<T>(args: readonly string[]): Promise<T> {
  const ran = await vigie([...args, '--json']);
  if (ran.exitCode !== 0) throw new Error(`exit ${ran.exitCode}: ${ran.out}${ran.err}`);
  return documentOf(ran).value as T;
}

export interface Direct {
  readonly call: <M extends StoreMethodName>(method: M, input: Input<M>) => Promise<Output<M>>;
  readonly store: Store;
}

/** The same workspace by dispatch alone, to prepare what the command line does not do and to compare with. */
export async function directly<T>(folder: string, login: string, work: (direct: Direct) => Promise<T>): Promise<T> {
  const store = new Store({ ...options, emit: () => undefined });
  try {
    openFolder(store, folder);
    const call: Direct['call'] = async (method, input) => {
      const reply = await dispatch(store, method, input);
      if (!reply.ok) throw new StoreFailure(reply.error.code, reply.error.reason, reply.error.fields);
      return reply.value as never;
    };
    await call('session.signIn', { login, passphrase });
    return await work({ call, store });
  } finally {
    store.close();
  }
}

export interface Place {
  readonly parent: string;
  readonly at: (name: string) => string;
  readonly write: (name: string, content: string | Uint8Array) => string;
  readonly dispose: () => void;
}

export function newPlace(): Place {
  const parent = mkdtempSync(join(tmpdir(), 'vigie-cli-'));
  const at = (name: string): string => join(parent, name);
  return {
    parent,
    at,
    write: (name, content) => {
      writeFileSync(at(name), content);
      return at(name);
    },
    dispose: () => {
      rmSync(parent, { recursive: true, force: true });
    },
  };
}

/** A workspace made by the command line; in a unit workspace the units and an officer of them all. */
export async function makeWorkspace(place: Place, kind: 'unit' | 'coordination', codes: readonly string[] = []) {
  const folder = place.at(`${kind}.vigie`);
  await valueOf(['workspace', 'create', '--kind', kind, '--workspace', folder, '--login', 'admin']);
  const unitIds = await directly(folder, 'admin', async ({ call }) => {
    const ids = [];
    for (const code of codes) {
      const name = { en: `Unit ${code}`, fr: `Unité ${code}` };
      ids.push((await call('units.save', { code, name, service: 'Fictitious', active: true })).id);
    }
    const roles = kind === 'unit' ? (['investigator', 'supervisor'] as const) : (['coordinator'] as const);
    const person = { login: 'worker', displayName: 'Worker', passphrase };
    await call('users.create', { ...person, roles: [...roles], unitIds: kind === 'unit' ? ids : [] });
    return ids;
  });
  await directly(folder, 'admin', ({ store }) => {
    store.requireUnlocked().raw.prepare("UPDATE user SET passphrase_by = 'self'").run();
    return Promise.resolve();
  });
  return { folder, unitIds, access: ['--workspace', folder, '--login', 'worker'] as const };
}
