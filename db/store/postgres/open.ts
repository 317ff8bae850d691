import { loadSession } from '../loadSession.ts';
import { settleOthers } from '../settle.ts';
import { Unlocked, type Store } from '../store.ts';
import { PostgresEngine } from './engine.ts';
import type { Connect } from './line.ts';
import { requireUpToDate } from './migrate.ts';

interface Person {
  readonly userId: string;
  /** The unit's key, which opens what the server cannot read. */
  readonly key: Buffer;
  readonly generation: number;
}

/** Starts a person's session on a server, whose tables must be as this Vigie knows them: they are brought up to date by who owns them. */
export async function openOnServer(store: Store, connect: Connect, { userId, ...opened }: Person): Promise<Unlocked> {
  store.lock();
  const engine = await PostgresEngine.open(connect, (topics) => {
    if (store.unlocked?.engine === engine) void settleOthers(store, topics);
  });
  try {
    const session = await loadSession(engine.tx, userId);
    await requireUpToDate(engine.tx, session.workspace.kind);
    store.unlocked = new Unlocked(opened, engine, session);
    return store.unlocked;
  } catch (error) {
    engine.close();
    throw error;
  }
}
