import { fork, type ChildProcess } from 'node:child_process';
import { resolve } from 'node:path';
import type { Reply } from '#contract/ground/errors';
import type { FromStore, ToStore } from '#contract/store/storeProtocol';
import { relayReaders } from './relayReaders.ts';

export const builtStore = resolve(import.meta.dirname, '../../dist/main/store.cjs');

/** The built store in a process of its own, as the window runs it. */
export class StoreProcess {
  readonly child: ChildProcess;
  private readonly heard: FromStore[] = [];
  private readonly listeners = new Set<() => void>();
  private calls = 0;

  /** @param under a program, with its arguments, that starts Node in its turn and watches it */
  constructor(under: readonly string[] = []) {
    const [execPath, ...execArgv] = [...under, process.execPath];
    this.child = fork(builtStore, [], { stdio: 'ignore', execPath, execArgv, serialization: 'advanced' });
    const { hear, killAll } = relayReaders((message) => {
      if (this.child.connected) this.child.send(message, () => undefined);
    });
    this.child.once('exit', killAll);
    this.child.on('message', (message) => {
      if (hear(message as FromStore)) return;
      this.heard.push(message as FromStore);
      for (const listener of this.listeners) listener();
    });
  }

  send(message: ToStore): void {
    this.child.send(message);
  }

  until(wanted: (message: FromStore) => boolean): Promise<FromStore> {
    return new Promise((settle) => {
      const look = (): void => {
        const found = this.heard.find(wanted);
        if (!found) return;
        this.listeners.delete(look);
        settle(found);
      };
      this.listeners.add(look);
      look();
    });
  }

  ask(method: string, input: unknown): Promise<Reply<unknown>> {
    this.calls += 1;
    const id = this.calls;
    this.send({ type: 'call', id, method, input });
    return this.until((each) => each.type === 'reply' && each.id === id).then(
      (each) => (each as Extract<FromStore, { type: 'reply' }>).reply,
    );
  }

  async signIn(
    folder: string,
    input: { readonly login: string; readonly passphrase: string },
  ): Promise<Reply<unknown>> {
    await this.until((each) => each.type === 'ready');
    this.send({ type: 'open', id: 0, folder });
    await this.until((each) => each.type === 'opened');
    return this.ask('session.signIn', input);
  }

  /** SIGKILL: nothing of the process gets to run after it. */
  kill(): Promise<unknown> {
    const ended = new Promise((settle) => this.child.once('exit', settle));
    this.child.kill('SIGKILL');
    return ended;
  }
}
