import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers';
import { methodNamed, storeContract, type StoreMethodName } from '#contract/index';
import { topics as allTopics, type Topic } from '#contract/ground/define';
import type { AuditLine } from '../audit/append.ts';
import type { Client } from './server/connect.ts';

/** Milliseconds in which what several others write becomes one notice to the page. */
const gathering = 150;
/** Milliseconds between two notices: in a busy office a page reads its lists again less often, and still within a second. */
const shortestPause = 750;

/** What others wrote: everything, where nobody listened for a while. */
export type OnTouched = (topics: readonly Topic[]) => void;

/** Tells other desks which lists a write makes stale, and hears it from them: topics alone, nothing of a case. */
export class Notices {
  readonly desk = randomUUID();
  readonly #onTouched: OnTouched;
  readonly #heard = new Set<Topic>();
  #timer: NodeJS.Timeout | undefined;
  #last = -Infinity;

  constructor(onTouched: OnTouched) {
    this.#onTouched = onTouched;
  }

  /** What goes with a line of the audit; undefined where no list changes. */
  of({ method, outcome }: Pick<AuditLine, 'method' | 'outcome'>): string | undefined {
    if (outcome !== 'done' || !Object.hasOwn(storeContract, method)) return undefined;
    const known = methodNamed(method as StoreMethodName);
    return 'touches' in known && known.touches.length > 0 ? [this.desk, ...known.touches].join(' ') : undefined;
  }

  /** On each connection of a session; after the first one something was missed. */
  async listen(client: Client, isAgain: boolean): Promise<void> {
    client.on('notification', ({ payload = '' }) => {
      const [desk, ...named] = payload.split(' ');
      if (desk !== this.desk) this.#gather(allTopics.filter((topic) => named.includes(topic)));
    });
    await client.query('LISTEN vigie');
    if (isAgain) this.#gather(allTopics);
  }

  #gather(topics: readonly Topic[]): void {
    if (topics.length === 0) return;
    for (const topic of topics) this.#heard.add(topic);
    const wait = Math.max(gathering, this.#last + shortestPause - performance.now());
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#last = performance.now();
      const heard = [...this.#heard];
      this.#heard.clear();
      this.#onTouched(heard);
    }, wait).unref();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
