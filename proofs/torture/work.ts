import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { UnitId } from '#contract/ground/ids';
import { dispatch } from '../../db/store/dispatch.ts';
import { openFolder } from '../../db/store/signIn.ts';
import type { Store } from '../../db/store/store.ts';
import { administrator, newStore } from '../../tests/support/store.ts';
import type { Chance } from './promise.ts';
import { lookAt, nextAct, type Act } from './workload.ts';

const other = 'another passphrase, as long';

/** An administrator at work in a folder that something happens to, and what was answered. */
export class Work {
  readonly store: Store;
  readonly folder: string;
  private readonly unitId: UnitId;
  private readonly chance: Chance;
  private readonly acknowledged: Act[] = [];
  /** Those that may open the workspace. */
  private passphrases: readonly string[] = [administrator.passphrase];
  private readonly made: string[] = [];
  private number = 0;

  constructor(folder: string, unitId: UnitId, chance: Chance, store: Store = newStore()) {
    this.folder = folder;
    this.unitId = unitId;
    this.chance = chance;
    this.store = store;
  }

  open(): void {
    openFolder(this.store, this.folder);
  }

  /** What was answered instead of ok; null where the sign-in succeeded. */
  async signIn(): Promise<string | null> {
    let answer: string | null = 'nobody';
    for (const passphrase of this.passphrases) {
      answer = await this.ask('session.signIn', { login: administrator.login, passphrase });
      if (answer === null) return null;
    }
    return answer;
  }

  /** Asks one thing; null for ok, otherwise the code and the reason. */
  async ask(method: string, input: object): Promise<string | null> {
    const reply = await dispatch(this.store, method, input);
    return reply.ok ? null : `${reply.error.code} ${reply.error.reason ?? ''}`.trim();
  }

  log(): Promise<string | null> {
    this.number += 1;
    const externalNumber = `T-${String(this.number)}`;
    const input = { unitId: this.unitId, source: 'ncecc', receivedOn: '2026-11-02', externalNumber };
    return this.keep({ method: 'referrals.log', input });
  }

  /** Any of the acts that write a row, a file or keys. */
  act(): Promise<string | null> {
    this.number += 1;
    return this.chance.oneOf([
      () => this.keep(nextAct(this.chance, this.unitId, this.number)),
      () => this.keep(nextAct(this.chance, this.unitId, this.number)),
      () => this.ask('backups.make', { jobId: randomUUID() }),
      () => this.export(),
      () => this.changePassphrase(),
      () => this.disable(),
    ])();
  }

  /** What was answered and is not there. */
  async look(): Promise<readonly string[]> {
    this.store.close();
    return lookAt(this.folder, this.acknowledged, this.passphrases);
  }

  private async keep(act: Act): Promise<string | null> {
    const reply = await dispatch(this.store, act.method, act.input);
    if (!reply.ok) return `${reply.error.code} ${reply.error.reason ?? ''}`.trim();
    this.acknowledged.push(act);
    if (act.method === 'users.create') this.made.push((reply.value as { id: string }).id);
    return null;
  }

  private export(): Promise<string | null> {
    const token = randomUUID();
    this.store.grant(token, join(this.folder, '..', `audit-${String(this.number)}.csv`), 'write');
    return this.ask('audit.export', { filter: {}, file: token, locale: 'en' });
  }

  private async changePassphrase(): Promise<string | null> {
    const [current] = this.passphrases as [string];
    const next = current === other ? administrator.passphrase : other;
    // Until it is answered either may be the one.
    this.passphrases = [current, next];
    const answer = await this.ask('session.changePassphrase', { current, next });
    if (answer === null) this.passphrases = [next];
    return answer;
  }

  private async disable(): Promise<string | null> {
    const userId = this.made.pop();
    return userId === undefined ? this.log() : this.ask('users.disable', { userId });
  }
}
