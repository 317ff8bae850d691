import { randomUUID } from 'node:crypto';
import { refuseUndeclared } from '#contract/ground/answers';
import type { Input, Output, StoreMethodName } from '#contract/index';
import { fixedClock } from '../../ground/kernel/clock.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { dispatch } from '../../store/dispatch.ts';
import { demonstrationIterations } from '../../store/keySlots.ts';
import { Store, type StoreOptions } from '../../store/store.ts';
import { handlers } from '../handlers.ts';
import { seededIds } from './chance.ts';
import { demonstrationDays, instantOfLook } from './days.ts';
import { seed } from './names.ts';
import { demonstrationPassphrase } from './signIns.ts';

/** Processes that a store starts. */
export type Processes = Pick<StoreOptions, 'workerPath' | 'startReader'>;

/** A store that builds a part of the demonstration through the same dispatch as everyone, at the demonstration's date. */
export class Builder {
  readonly store: Store;
  readonly days;

  constructor(label: string, processes: Processes, days = demonstrationDays()) {
    this.days = days;
    const clock = fixedClock(days.lastDay, instantOfLook(days.lastDay));
    this.store = new Store({
      ...processes,
      handlers,
      clock,
      newId: seededIds(seed, label, clock.now()),
      emit: () => undefined,
      checkAnswer: refuseUndeclared,
      iterations: demonstrationIterations,
      // Shown on screen for everybody.
      judgePassphrase: () => Promise.resolve({ score: 0, isEnough: true, weakness: null }),
    });
  }

  async call<M extends StoreMethodName>(method: M, input: Input<M>): Promise<Output<M>> {
    const reply = await dispatch(this.store, method, input);
    if (!reply.ok) throw new StoreFailure(reply.error.code, reply.error.reason, reply.error.fields);
    return reply.value as Output<M>;
  }

  /** Nothing is lost if the power goes while fiction is built: it is built again. So no commit waits for the disk. */
  async signIn(login: string): Promise<void> {
    this.store.lock();
    await this.call('session.signIn', { login, passphrase: demonstrationPassphrase });
    this.store.requireUnlocked().raw.pragma('synchronous = OFF');
  }

  grant(path: string): never {
    const token = randomUUID();
    this.store.grants.set(token, path);
    return token as never;
  }
}
