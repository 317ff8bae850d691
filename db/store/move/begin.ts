import type { StoreMethod } from '#contract/ground/define';
import type { MoveReport } from '#contract/store/move';
import type { MovedTo } from '#contract/store/place';
import type { ServerPlace } from '#contract/store/server';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { pick } from '../../ground/kernel/pick.ts';
import type { Store } from '../store.ts';

/** A whole copy that nobody can open yet. */
export interface Copied {
  readonly report: MoveReport;
  readonly confirm: () => Promise<MovedTo>;
  readonly drop: () => Promise<void>;
}

/**
 * Makes the copy and keeps it until it is confirmed or dropped. All of this is one piece of work of the queue, so that nothing is written in the
 * meantime. A lock drops it.
 */
export async function beginMove(
  store: Store,
  hosts: ServerPlace['hosts'],
  copy: () => Promise<Copied>,
): Promise<MoveReport> {
  if (store.moving) throw new StoreFailure('conflict', 'move_waits');
  let isMade = false;
  let decide: (isConfirmed: boolean) => void = () => undefined;
  const decision = new Promise<boolean>((resolve) => {
    decide = resolve;
  });
  return new Promise((resolve, reject) => {
    const work = async (): Promise<MovedTo> => {
      const made = await copy();
      isMade = true;
      resolve(made.report);
      if (await decision) return made.confirm();
      await made.drop();
      throw new StoreFailure('cancelled');
    };
    const ended = store.queue.run(work).finally(() => {
      store.moving = null;
    });
    ended.catch(reject);
    store.moving = {
      hosts,
      confirm: () => {
        if (!isMade) throw new StoreFailure('conflict', 'state_not_allowed');
        decide(true);
        return ended;
      },
      drop: async () => {
        decide(false);
        await ended.catch(() => undefined);
      },
    };
  });
}

/** Of a call that would write, if only an entry of the audit: it would wait for a person. */
export function requireNoMove({ moving }: Store, name: string, { type, ...method }: StoreMethod): void {
  if (!moving || name === 'workspace.confirmMove' || name === 'workspace.cancelMove') return;
  if (type !== 'read' || !('audited' in method) || typeof method.audited === 'string')
    throw new StoreFailure('conflict', 'move_waits');
}

/** Throws `state_not_allowed` where no copy waits. */
export async function confirmMove(store: Store): Promise<MovedTo> {
  if (!store.moving) throw new StoreFailure('conflict', 'state_not_allowed');
  return pick(await store.moving.confirm(), 'server', 'computer', 'folder', 'at');
}
