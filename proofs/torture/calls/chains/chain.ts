import { randomUUID } from 'node:crypto';
import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Role } from '#contract/ground/codes';
import type { FileGrant, JobId, UnitId } from '#contract/ground/ids';
import type { Input, MethodName, Output } from '#contract/index';
import type { TestStore } from '../../../../tests/support/store.ts';

/** What one call gives to the next, which no draw puts together. Its calls are judged as all others are. */
export interface Chain {
  /** What it is there for. */
  readonly reaches: readonly MethodName[];
  readonly kind: 'unit' | 'coordination';
  readonly roles: readonly Role[];
  /** Where one of several callers of that role can: their login. */
  readonly login?: string;
  readonly run: (hand: Hand) => Promise<void>;
}

/** A refusal ends a chain: what it builds on is not there in this copy, or no more. */
export class Refusal extends Error {}

export interface Hand {
  readonly test: TestStore;
  readonly login: string;
  readonly call: <M extends MethodName>(method: M, input: Input<M>) => Promise<Output<M>>;
  /** A file that is there, by the end of its name, and a grant for it. */
  readonly pathOf: (ending: string) => string;
  readonly inbox: (ending: string) => FileGrant;
  /** A grant for a file that is to be written, or without a name for its folder. */
  readonly outbox: (name?: string) => FileGrant;
}

export const newJob = (): JobId => randomUUID() as JobId;

export const ownUnit = ({ test }: Hand): UnitId => must(test.store.requireUnlocked().session.unitIds[0]);

export function must<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Refusal('there is none');
  return value;
}

/** A value of the tables that nobody says to this caller. */
export const fromTables = ({ test }: Hand, sql: string, ...values: readonly unknown[]): unknown =>
  must(
    test.store
      .requireUnlocked()
      .raw.prepare(sql)
      .pluck()
      .get(...values),
  );

/** Another store in the place of this one, whose session ends. */
export function putInPlace({ store, folder }: TestStore, other: string): void {
  store.lock();
  for (const suffix of ['', '-wal', '-shm']) rmSync(join(folder, `store.db${suffix}`), { force: true });
  copyFileSync(other, join(folder, 'store.db'));
}
