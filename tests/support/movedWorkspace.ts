import { join } from 'node:path';
import type { Input, Output } from '#contract/index';
import { computerName } from '../../db/ground/kernel/computer.ts';
import { openFolder } from '../../db/store/signIn.ts';
import type { TestDatabase } from './postgres.ts';
import { createTestStore, newStore, reached, today, type TestStore } from './store.ts';

const clock = { now: () => Date.now(), today: () => today };

/** One computer, which remembers where each history ended: this one, where a process of its own runs too. */
const seen = ({ parent }: Pick<TestStore, 'parent'>) => ({
  seenPath: join(parent, 'seen.json'),
  computer: computerName(),
});

/** A workspace in its folder, whose clock is the server's. */
export async function folderToMove(kind: 'unit' | 'coordination' = 'unit'): Promise<TestStore> {
  const test = await createTestStore(kind);
  Object.assign(test.store.options, { clock, ...seen(test) });
  return test;
}

/** What `workspace.move` is asked with, to the tests' server. */
export function toServer(test: TestStore, database: TestDatabase, name = 'Shared'): Input<'workspace.move'> {
  const { host, port, authority } = database.server;
  const place = { hosts: [{ host, port }], database: database.name, trust: { authority } };
  return { ...toFolder(test, database, name), server: place };
}

/** The same, back to a folder. */
export function toFolder(test: TestStore, database: TestDatabase, name = 'Back'): Input<'workspace.move'> {
  const { superuser: user, password } = database.server;
  return {
    jobId: crypto.randomUUID(),
    server: null,
    account: { user, password },
    parent: test.grant(test.parent),
    name,
  };
}

/** Moves it, and gives what was reported and the store at its new place; nobody is signed in there. */
export async function move(
  test: TestStore,
  asked: Input<'workspace.move'>,
): Promise<{ readonly report: Output<'workspace.move'>; readonly there: TestStore }> {
  const report = await test.call('workspace.move', asked);
  await test.call('workspace.confirmMove', {});
  return { report, there: opened(test, asked.name) };
}

/** The workspace of that name beside the first one. */
export function opened(test: Pick<TestStore, 'parent' | 'folder' | 'recoveryKey' | 'events'>, name: string): TestStore {
  const store = newStore(test.events);
  Object.assign(store.options, { clock, ...seen(test) });
  const folder = join(test.parent, `${name}.vigie`);
  openFolder(store, folder);
  return reached(store, { ...test, folder });
}
