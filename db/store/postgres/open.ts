import { sql } from 'drizzle-orm';
import type { Topic } from '#contract/ground/define';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { loadSession } from '../loadSession.ts';
import { refreshAfterOthers } from '../refreshAfter.ts';
import { atServerAgain } from '../sendDrafts.ts';
import { Unlocked, type Store } from '../store.ts';
import { PostgresEngine } from './engine.ts';
import type { Connect } from './server/connect.ts';
import type { PersonalAccount } from './personalAccount.ts';
import { Sealing } from './sealing.ts';
import { columnKeys } from './server/encryption/values.ts';

interface Person {
  readonly userId: string;
  /** The workspace's key, and the person's own account with it. */
  readonly key: Buffer;
  readonly generation: number;
  readonly own?: PersonalAccount;
}

/** Starts a person's session on a server that was found to be fitting: its tables are brought up to date by who owns them. */
export async function openOnServer(
  store: Store,
  connect: Connect,
  { userId, own, ...opened }: Person,
): Promise<Unlocked> {
  store.lock();
  const isOpen = (): boolean => store.unlocked?.engine === engine;
  const onTouched = (topics: readonly Topic[]): void => {
    if (isOpen()) void refreshAfterOthers(store, topics);
  };
  const onAway = (isAway: boolean): void => {
    if (isOpen()) store.options.emit({ type: 'server', isAway });
    if (!isAway) onBack();
  };
  const onBack = (): void => {
    if (isOpen()) void atServerAgain(store);
  };
  const engine = new PostgresEngine(connect, { onTouched, onAway, onBack }, new Sealing(columnKeys(opened.key)), own);
  try {
    // What was removed has no slot to come in by.
    const [who] = await engine.tx.all<{ id: string | null }>(sql`SELECT vigie.person() AS id`);
    if (who?.id === null) throw new StoreFailure('forbidden', 'account_suspended');
    const session = await loadSession(engine.tx, userId);
    store.unlocked = new Unlocked(opened, engine, session);
    return store.unlocked;
  } catch (error) {
    engine.close();
    throw error;
  }
}
