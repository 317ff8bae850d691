import { setTimeout } from 'node:timers/promises';
import type { Client } from 'pg';
import type { CivilDate } from '#contract/ground/dates';
import type { Input, MethodName, Output } from '#contract/index';
import { methodNamed } from '#contract/index';
import { noChildIdentified } from '../../tests/support/danger.ts';
import { one, other, type Office, type Reach } from '../../tests/support/desks.ts';
import { Refused, type TestStore } from '../../tests/support/store.ts';
import type { LoadRecord } from './record.ts';

const on = '2026-10-05' as CivilDate;
const lists = { filter: {}, from: { at: 'start' }, size: 100 } as const;
const newest = { sort: { column: 'receivedOn', descending: true }, ...lists } as const;
const latest = { sort: { column: 'openedOn', descending: true }, ...lists } as const;

/** The desk was killed: nobody there hears an answer any more. */
class Killed extends Error {}

/** A workstation at which one officer works through a day. */
export class Desk {
  readonly #office: Office;
  readonly #record: LoadRecord;
  readonly #login: string;
  readonly #reach: Reach;
  readonly #pause: number;
  #clients: Client[] = [];
  #test: TestStore | undefined;
  #texts = 0;
  #last = '';

  /** @param pause seconds between two acts, on average */
  constructor(office: Office, record: LoadRecord, login: string, reach: Reach, pause: number) {
    this.#office = office;
    this.#record = record;
    this.#login = login;
    this.#reach = reach;
    this.#pause = pause;
  }

  async open(): Promise<void> {
    this.#test = await this.#office.desk(this.#login, [one, other], async (account, database) => {
      const client = await this.#reach(account, database);
      this.#clients.push(client);
      return client;
    });
  }

  /** As if its power were cut. */
  kill(): void {
    for (const client of this.#clients)
      (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
    this.#clients = [];
    this.#test?.store.close();
    this.#test = undefined;
  }

  /** What the page does when others have written: the list in view is read again. */
  async #catchUp(): Promise<void> {
    const events = this.#test?.events.splice(0) ?? [];
    if (events.some((event) => event.type === 'touched' && event.topics.includes('referrals')))
      await this.#call('referrals.list', newest);
  }

  async work(isDone: () => boolean): Promise<void> {
    while (!isDone()) {
      try {
        for (let wait = this.#pause * 1000 * -Math.log(1 - Math.random()); wait > 0; wait -= 250) {
          await setTimeout(Math.min(wait, 250));
          await this.#catchUp();
        }
        await this.#act(Math.random());
      } catch (error) {
        if (error instanceof Killed) {
          await setTimeout(500);
          await this.open().catch(() => setTimeout(500));
        } else if (!(error instanceof Refused)) throw error;
      }
    }
  }

  /** One call as the page makes it; a write that a missing server refused is asked again, as it was. */
  async #call<M extends MethodName>(method: M, input: Input<M>): Promise<Output<M>> {
    const isWrite = methodNamed(method).type === 'write';
    for (;;) {
      const test = this.#test;
      if (!test) throw new Killed();
      const began = performance.now();
      try {
        const output = await test.call(method, input);
        this.#record.took(method, performance.now() - began);
        if (isWrite) this.#record.count(this.#record.confirmed, `${this.#login} ${method}`);
        return output;
      } catch (error) {
        // Whether it was done nobody knows.
        if (this.#test !== test) {
          if (isWrite) this.#record.count(this.#record.unknown, `${this.#login} ${method}`);
          throw new Killed();
        }
        if (!(error instanceof Refused)) throw error;
        const { code, reason } = error.failure;
        if (reason?.startsWith('server_') !== true) {
          this.#record.took(method, performance.now() - began);
          this.#record.refused += 1;
          if (!['conflict', 'not_found'].includes(code)) this.#record.faults.push(`${method}: ${error.message}`);
          throw error;
        }
        this.#record.away += 1;
        await setTimeout(200);
      }
    }
  }

  async #log(): Promise<void> {
    const { id } = await this.#call('referrals.log', {
      unitId: Math.random() < 0.8 ? one : other,
      source: 'ncecc',
      receivedOn: on,
      summary: this.#text(),
    });
    this.#record.texts.push(`referral ${this.#last}`);
    await this.#call('referrals.decideDanger', noChildIdentified(id));
  }

  #text(): string {
    this.#texts += 1;
    this.#last = `${this.#login} ${String(this.#texts)}`;
    return this.#last;
  }

  async #act(chance: number): Promise<void> {
    const step = acts.find(([upTo]) => chance < upTo) ?? acts[0];
    await step?.[1]({
      call: (method, input) => this.#call(method, input),
      log: () => this.#log(),
      text: () => this.#text(),
      keep: (kind) => this.#record.texts.push(`${kind} ${this.#last}`),
    });
  }
}

interface Acting {
  readonly call: <M extends MethodName>(method: M, input: Input<M>) => Promise<Output<M>>;
  readonly log: () => Promise<void>;
  readonly text: () => string;
  readonly keep: (kind: string) => void;
}

const any = <T>(rows: readonly T[]): T | undefined => rows[Math.floor(Math.random() * rows.length)];

async function anyReferral({ call }: Acting) {
  const row = any((await call('referrals.list', newest)).rows);
  return row && (await call('referrals.get', { referralId: row.id })).referral;
}

async function anyFile({ call }: Acting) {
  const row = any((await call('investigations.list', latest)).rows);
  return row && (await call('investigations.get', { investigationId: row.id })).investigation;
}

/** A day of an officer: more is read than written. */
const acts: readonly (readonly [upTo: number, act: (acting: Acting) => Promise<unknown>])[] = [
  [0.3, anyReferral],
  [0.5, anyFile],
  [0.6, ({ log }) => log()],
  [
    0.7,
    async (acting) => {
      const referral = await anyReferral(acting);
      const facts = { externalNumber: null, priorityReceived: '2', summary: referral?.summary ?? null };
      if (referral)
        await acting.call('referrals.edit', { referralId: referral.id, version: referral.version, ...facts });
    },
  ],
  [
    0.76,
    async (acting) => {
      const referral = await anyReferral(acting);
      if (referral?.state === 'received')
        await acting.call('referrals.move', { referralId: referral.id, version: referral.version, to: 'triaged', on });
    },
  ],
  [
    0.81,
    async (acting) => {
      const referral = await anyReferral(acting);
      const referralIds = referral && referral.state !== 'linked' ? [referral.id] : [];
      const unitId = referral?.unitId ?? one;
      await acting.call('investigations.open', { unitId, openedOn: on, referralIds, lead: null });
    },
  ],
  [
    0.9,
    async (acting) => {
      const file = await anyFile(acting);
      if (!file) return;
      const { notes } = await acting.call('notes.list', { investigationId: file.id });
      await acting.call('notes.add', {
        investigationId: file.id,
        text: acting.text(),
        corrects: null,
        seen: notes.length,
      });
      acting.keep('note');
    },
  ],
  [
    0.96,
    async (acting) => {
      const file = await anyFile(acting);
      const state = Math.random() < 0.5 ? 'lab' : 'crown_or_court';
      if (file?.concludedOn === null)
        await acting.call('investigations.wait', {
          files: [{ investigationId: file.id, version: file.version }],
          since: on,
          state,
        });
    },
  ],
  [
    1,
    async (acting) => {
      const file = await anyFile(acting);
      if (file?.concludedOn === null)
        await acting.call('investigations.conclude', { investigationId: file.id, version: file.version, on });
    },
  ],
];
