import type { Reply } from '#contract/ground/errors';
import type { StoreProcess } from '../../../tests/support/storeProcess.ts';

/** Work in whose midst the store is killed. */
export interface Scene {
  readonly name: string;
  /** Of the kills of all scenes. */
  readonly share: number;
  /** In milliseconds, about half as long again as the act takes: a kill after it falls on the answer. */
  readonly lasts: number;
  /** Once for each scene, for so many kills. */
  readonly prepare: (times: number) => Promise<Prepared>;
}

export interface Prepared {
  /** The closed workspace that each kill gets a copy of; by the number of the kill where they differ. */
  readonly folder: (time: number) => string;
  /** What leads up to the act; nothing is killed in it. */
  readonly lead: (running: StoreProcess, folder: string) => Promise<void>;
  readonly act: (running: StoreProcess, folder: string) => Promise<Reply<unknown>>;
  /** What is lost: of an act that was answered nothing may be missing, of any other all is there or nothing is. */
  readonly look: (folder: string, answered: boolean, time: number) => Promise<readonly string[]>;
  readonly dispose: () => void;
}

export function valueOf(reply: Reply<unknown>): unknown {
  if (!reply.ok) throw new Error(`${reply.error.code} ${reply.error.reason ?? ''}`);
  return reply.value;
}

export async function signedIn(
  running: StoreProcess,
  folder: string,
  who: { readonly login: string; readonly passphrase: string },
): Promise<void> {
  valueOf(await running.signIn(folder, who));
}
