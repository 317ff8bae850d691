import fc from 'fast-check';
import type { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ledgerSign, ledgerTerm } from '#contract/ground/codes';
import { lastDayOf, type CivilDate } from '#contract/ground/dates';
import type { UnitId } from '#contract/ground/ids';
import { methodNamed, type Input, type MethodName, type Output } from '#contract/index';
import type { Session } from '#contract/store/session';
import { handlers } from '../../../../db/entry/handlers.ts';
import { fixedClock } from '../../../../db/ground/kernel/clock.ts';
import type { Audited } from '../../../../db/ground/kernel/database.ts';
import { StoreFailure, toFailure } from '../../../../db/ground/kernel/failure.ts';
import { groupsBy } from '../../../../db/ground/kernel/groups.ts';
import { systemIds } from '../../../../db/ground/kernel/ids.ts';
import { unit } from '../../../../db/ground/schema/common/units.ts';
import { putSetting } from '../../../../db/store/settings.ts';
import { appendInOrder } from '../../../../db/store/postgres/audit.ts';
import { migratePostgres } from '../../../../db/store/postgres/migrate.ts';
import { writeTx } from '../../../../db/store/postgres/session.ts';
import { transactPostgres, waitForTurn } from '../../../../db/store/postgres/transaction.ts';
import { last, ledgerStep, LedgerPlay, naiveStock, playLedger, type RowsOf } from '../../../support/playLedger.ts';
import { newDatabase, postgresMissing, type TestDatabase } from '../../../support/postgres.ts';
import { Refused, today } from '../../../support/store.ts';
import { times } from '../../../support/stress.ts';

const workspace = {
  id: '019a0000-0000-7000-8000-000000000001',
  kind: 'unit',
  name: 'Test',
  demonstration: false,
} as const;
const [one, other] = [1, 2].map((n) => `019a0000-0000-7000-8000-00000000001${String(n)}` as UnitId) as [UnitId, UnitId];

type AnyHandler = (db: unknown, input: unknown, context: unknown) => Promise<unknown>;

const day = '2026-03-02' as CivilDate;

/** What a write was acknowledged with. */
interface Acknowledged {
  readonly method: string;
  readonly output: unknown;
}

function parsedBy(schema: ReturnType<typeof methodNamed>['input'], given: unknown): unknown {
  const { success, data } = schema.safeParse(given);
  if (!success) throw new StoreFailure('invalid_input');
  return data;
}

/** An officer at a workstation of their own: a connection, and methods by their handlers. */
class Desk {
  readonly acknowledged: Acknowledged[] = [];
  readonly #client: Client;
  readonly #takesTurns: boolean;
  readonly #session: Session;
  readonly #clock = fixedClock(today);

  constructor(client: Client, login: string, unitIds: UnitId[], takesTurns = true) {
    this.#client = client;
    this.#takesTurns = takesTurns;
    this.#session = {
      user: { id: systemIds(), login, displayName: login },
      roles: ['investigator', 'supervisor'],
      unitIds,
      mustChangePassphrase: false,
      agreementIds: null,
      workspace: { ...workspace, marking: '', idleMinutes: 10 },
    };
  }

  readonly call = async <M extends MethodName>(method: M, given: Input<M>): Promise<Output<M>> => {
    const { input, type } = methodNamed(method);
    try {
      const parsed = parsedBy(input, given);
      return (type === 'read' ? await this.#read(method, parsed) : await this.write(method, parsed)) as Output<M>;
    } catch (error) {
      throw error instanceof StoreFailure ? new Refused(method, toFailure(error)) : error;
    }
  };

  #context() {
    const clock = { ...this.#clock, doubt: null, computer: this.#clock.now, certainDay: this.#clock.today };
    return { session: this.#session, clock, newId: systemIds, memory: new Map(), counted: writeTx(this.#client) };
  }

  #read(method: string, input: unknown): Promise<unknown> {
    return (handlers.reads as unknown as Record<string, AnyHandler>)[method]!(
      writeTx(this.#client),
      input,
      this.#context(),
    );
  }

  /** `meanwhile` runs in the open transaction, once the handler is through. */
  async write(method: string, input: unknown, meanwhile: () => Promise<void> = () => Promise.resolve()) {
    const turn = { unitIds: this.#session.unitIds, workspace: false };
    const begin = (client: Client) => (this.#takesTurns ? waitForTurn(client, turn) : Promise.resolve());
    const handler = (handlers.writes as unknown as Record<string, AnyHandler>)[method]!;
    const output = await transactPostgres(this.#client, begin as never, async (tx) => {
      const written = (await handler(tx, input, this.#context())) as Audited<unknown>;
      await meanwhile();
      const at = this.#clock.now();
      const actorId = this.#session.user.id;
      await appendInOrder(tx, { at, actorId, method: method as never, outcome: 'done', fact: written.audit });
      return written.output;
    });
    this.acknowledged.push({ method, output });
    return output;
  }
}

describe.skipIf(postgresMissing !== '')(`units on PostgreSQL ${postgresMissing}`.trim(), () => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await newDatabase();
    const client = await database.connect();
    await migratePostgres(client, 'unit', 1);
    const tx = writeTx(client);
    await putSetting(tx, 'workspace', workspace);
    for (const id of [one, other])
      await tx.insert(unit).values({ id, code: id.slice(-3), nameEn: 'U', nameFr: 'U', service: 'S' });
  });
  afterEach(() => database.drop());

  const rowsOf: RowsOf = (table) => database.run(`SELECT * FROM ${table}`) as never;
  const desk = async (login: string, unitIds: UnitId[], takesTurns?: boolean) =>
    new Desk(await database.connect(), login, unitIds, takesTurns);

  /** What must hold of everything that was written, whoever wrote it. */
  async function expectWhole(): Promise<void> {
    for (const unitId of [one, other]) {
      const months = (await rowsOf('unit_month')).filter((row) => row.unit_id === unitId);
      const entries = (await rowsOf('ledger_entry')).filter((row) => row.unit_id === unitId);
      const sum = (rows: typeof months, column: 'measure' | 'term', term: string, amount: string) =>
        rows.filter((row) => row[column] === term).reduce((total, row) => total + Number(row[amount]), 0);
      for (const term of ledgerTerm.options)
        expect([term, sum(months, 'measure', term, 'value')]).toEqual([term, sum(entries, 'term', term, 'amount')]);
      const net = ledgerTerm.options.reduce(
        (total, term) => total + ledgerSign[term] * sum(months, 'measure', term, 'value'),
        0,
      );
      expect(net).toBe(await naiveStock(rowsOf, lastDayOf(last), unitId));
      await expectNumbered(unitId);
    }
    for (const [table, key] of [
      ['referral_event', 'referral_id'],
      ['investigation_event', 'investigation_id'],
    ] as const)
      for (const events of groupsBy(await rowsOf(table), (row) => String(row[key])).values())
        expect(events.map(({ position }) => Number(position)).sort((a, b) => a - b)).toEqual(
          events.map((_, index) => index + 1),
        );
    await expectOneChain();
  }

  /** Each number once, and none left out. */
  async function expectNumbered(unitId: UnitId): Promise<void> {
    for (const kind of ['referral', 'investigation'] as const) {
      const numbers = (await rowsOf(kind))
        .filter((row) => row.unit_id === unitId)
        .map((row) => Number(String(row.number).slice(-5)));
      const counter = (await rowsOf('number_counter')).find((row) => row.key === `${kind}:${unitId}:2026`);
      expect(numbers.sort((a, b) => a - b)).toEqual(numbers.map((_, index) => index + 1));
      expect(Number(counter?.next ?? 1)).toBe(numbers.length + 1);
    }
  }

  async function expectOneChain(): Promise<void> {
    const entries = (await rowsOf('audit_entry')).toSorted((a, b) => Number(a.sequence) - Number(b.sequence));
    expect(entries.length).toBeGreaterThan(20);
    expect(entries.map(({ sequence }) => Number(sequence))).toEqual(entries.map((_, index) => index + 1));
    expect(entries.slice(1).map((entry) => entry.previous_hash)).toEqual(entries.slice(0, -1).map(({ hash }) => hash));
  }

  it('keep their ledgers, numbers and audit whole under eight writers at once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(ledgerStep, { minLength: 15, maxLength: 25 }), { minLength: 8, maxLength: 8 }),
        async (plays) => {
          const made = new LedgerPlay();
          const desks = await Promise.all(
            plays.map((_, index) => desk(`officer${String(index)}`, index < 5 ? [one] : [one, other])),
          );
          await Promise.all(
            plays.map((steps, index) =>
              playLedger(
                desks[index]!,
                [{ what: 'log', a: 0, b: 0, after: 0 }, ...steps],
                index === 7 ? [other, one] : [one, other],
                made,
              ),
            ),
          );
          expect(desks.every(({ acknowledged }) => acknowledged.length > 0)).toBe(true);
          await expectWhole();
        },
      ),
      { numRuns: times(1, 10), endOnFailure: true },
    );
  });

  /** Two edit one referral at the same moment: the second begins while the first is not yet committed. */
  async function editTwice(takesTurns: boolean): Promise<PromiseSettledResult<unknown>[]> {
    const [mine, yours] = [await desk('mine', [one], takesTurns), await desk('yours', [one], takesTurns)];
    const { id } = await mine.call('referrals.log', { unitId: one, source: 'ncecc', receivedOn: day });
    const edit = { referralId: id, version: 1, externalNumber: null, priorityReceived: null };
    let second: Promise<unknown> = Promise.resolve();
    const first = mine.write('referrals.edit', { ...edit, summary: 'mine' }, async () => {
      second = yours.write('referrals.edit', { ...edit, summary: 'yours' });
      await untilWaiting();
    });
    return Promise.allSettled([first, first.then(() => second)]);
  }

  /** Until a transaction waits for another one's lock. */
  async function untilWaiting(): Promise<void> {
    const waiting = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    while ((await database.run(waiting)).length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  }

  const done = { status: 'fulfilled', value: { version: 2 } };

  it('tell the second of two who edit one record at once', async () => {
    const conflict = { status: 'rejected', reason: { reason: 'version_conflict' } };
    expect(await editTwice(true)).toMatchObject([done, conflict]);
    expect(await rowsOf('referral')).toMatchObject([{ summary: 'mine' }]);
  });

  it('would lose the first edit without turns, and say that it was saved', async () => {
    expect(await editTwice(false)).toMatchObject([done, done]);
    expect(await rowsOf('referral')).toMatchObject([{ summary: 'yours' }]);
  });
});
