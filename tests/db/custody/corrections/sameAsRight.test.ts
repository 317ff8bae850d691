import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { CivilDate } from '#contract/ground/dates';
import type { CaseFile, InvestigationId, ReferralId, UnitId } from '#contract/ground/ids';
import { reason, struck } from '../../../support/corrections.ts';
import { personInput } from '../../../support/persons.ts';
import { beginPaper, type PaperDesk } from '../../../support/papers.ts';
import { times } from '../../../support/stress.ts';
import { copyOfUnit, type TestStore } from '../../../support/store.ts';
import { stored } from '../../../support/stored.ts';

let stores: TestStore[] = [];
afterEach(() => {
  for (const each of stores) each.dispose();
  stores = [];
});

const day = fc
  .tuple(fc.integer({ min: 4, max: 9 }), fc.integer({ min: 1, max: 28 }))
  .map(([month, on]) => `2026-${String(month).padStart(2, '0')}-${String(on).padStart(2, '0')}` as CivilDate);
const arrest = fc.record({ arrestedOn: day, youth: fc.boolean() });
const charge = fc.record({
  laidOn: day,
  section: fc.constantFrom('163.1(4)', '172.1(1)'),
  counts: fc.integer({ min: 1, max: 4 }),
  stage: fc.constantFrom('recommended' as const, 'laid' as const),
  isAccused: fc.boolean(),
});
const support = fc.record({ referredOn: day, service: fc.constantFrom('school' as const, 'health' as const) });
const victim = fc.record({ identifiedOn: day, ageBand: fc.constantFrom('12_13' as const, '14_15' as const) });
const tip = fc.record({ receivedOn: day, source: fc.constantFrom('ncecc' as const, 'public' as const) });

/** What is right, what was recorded before it, and whether it never was. */
const history = <T>(fact: fc.Arbitrary<T>) =>
  fc.record({ wrong: fc.array(fact, { maxLength: 2 }), right: fact, isError: fc.boolean() });
type History<T> = { readonly wrong: readonly T[]; readonly right: T; readonly isError: boolean };
const several = <T>(fact: fc.Arbitrary<T>) => fc.array(history(fact), { maxLength: 3 });
const facts = fc.record({
  arrests: several(arrest),
  charges: several(charge),
  supports: several(support),
  victims: several(victim),
  tip: history(tip),
  opened: history(fc.integer({ min: 1, max: 28 }).map((on) => `2026-10-${String(on).padStart(2, '0')}` as CivilDate)),
});
type Facts = typeof facts extends fc.Arbitrary<infer F> ? F : never;

/** The states that a record goes through: all of them, or just what is right. */
const statesOf = <T>({ wrong, right }: History<T>, isRight: boolean): readonly T[] =>
  isRight ? [right] : [...wrong, right];

class Desk {
  readonly test: TestStore;
  private readonly unitId: UnitId;
  private readonly isRight: boolean;
  private id = '' as InvestigationId;
  private referralId = '' as ReferralId;

  constructor(test: TestStore, unitId: UnitId, isRight: boolean) {
    this.test = test;
    this.unitId = unitId;
    this.isRight = isRight;
  }

  private get file(): CaseFile {
    return { kind: 'investigation', id: this.id };
  }

  private detail() {
    return this.test.call('investigations.get', { investigationId: this.id });
  }

  async record({ arrests, charges, supports, victims, tip: received, opened }: Facts): Promise<void> {
    await this.open(received, opened);
    await this.test.call('persons.add', personInput(this.file, 'subject', { name: 'A', ageBand: '18_plus' }));
    for (const each of arrests.filter(({ isError }) => !(this.isRight && isError))) await this.arrest(each);
    for (const each of charges.filter(({ isError }) => !(this.isRight && isError))) await this.charge(each);
    for (const each of supports.filter(({ isError }) => !(this.isRight && isError))) await this.support(each);
    for (const each of victims.filter(({ isError }) => !(this.isRight && isError))) await this.victim(each);
  }

  private async open(received: Facts['tip'], opened: Facts['opened']): Promise<void> {
    const [first, ...later] = statesOf(received, this.isRight);
    ({ id: this.referralId } = await this.test.call('referrals.log', { unitId: this.unitId, ...first! }));
    for (const next of later) {
      const { referral } = await this.test.call('referrals.get', { referralId: this.referralId });
      const same = { externalNumber: null, priorityReceived: null, summary: null };
      const which = { referralId: this.referralId, version: referral.version };
      await this.test.call('referrals.edit', { ...which, ...same, ...next, reason });
    }
    const [openedOn, ...others] = statesOf(opened, this.isRight);
    const given = { unitId: this.unitId, openedOn: openedOn!, referralIds: [this.referralId], lead: null };
    ({ id: this.id } = await this.test.call('investigations.open', given));
    for (const next of others) {
      const { version } = (await this.detail()).investigation;
      const words = { investigationId: this.id, version, title: null, subject: null };
      await this.test.call('investigations.describe', { ...words, openedOn: next, reason });
    }
  }

  private async strike(
    isError: boolean,
    record: 'arrest' | 'charge' | 'support_referral' | 'person',
    row: { id: string; version: number },
  ) {
    if (isError) await this.test.call('corrections.strike', struck(this.file, record, row.id, row.version));
  }

  private async arrest(each: Facts['arrests'][number]): Promise<void> {
    const [first, ...later] = statesOf(each, this.isRight);
    const before = new Set((await this.detail()).arrests.map(({ id }) => id));
    await this.test.call('arrests.record', { investigationId: this.id, ...first! });
    const held = async () => (await this.detail()).arrests.find(({ id }) => !before.has(id))!;
    for (const next of later) {
      const { id, version } = await held();
      await this.test.call('arrests.change', { investigationId: this.id, arrestId: id, version, ...next, reason });
    }
    await this.strike(each.isError, 'arrest', await held());
  }

  private async charge(each: Facts['charges'][number]): Promise<void> {
    const [first, ...later] = statesOf(each, this.isRight);
    const { persons } = await this.test.call('persons.list', { file: this.file });
    const who = persons.find(({ role }) => role === 'subject')!.id;
    const factsOf = ({ isAccused, ...rest }: typeof each.right) => ({ ...rest, personId: isAccused ? who : null });
    const before = new Set((await this.detail()).charges.map(({ id }) => id));
    await this.test.call('charges.record', { investigationId: this.id, ...factsOf(first!) });
    const held = async () => (await this.detail()).charges.find(({ id }) => !before.has(id))!;
    for (const next of later) {
      const { id, version } = await held();
      const which = { investigationId: this.id, chargeId: id, version, reason };
      await this.test.call('charges.change', { ...which, ...factsOf(next) });
    }
    await this.strike(each.isError, 'charge', await held());
  }

  private async support(each: Facts['supports'][number]): Promise<void> {
    const [first, ...later] = statesOf(each, this.isRight);
    const { id } = await this.test.call('support.add', { investigationId: this.id, ...first! });
    for (const [index, next] of later.entries()) {
      const which = { investigationId: this.id, supportId: id, version: index + 1, reason };
      await this.test.call('support.change', { ...which, ...next });
    }
    await this.strike(each.isError, 'support_referral', { id, version: later.length + 1 });
  }

  private async victim(each: Facts['victims'][number]): Promise<void> {
    const [first, ...later] = statesOf(each, this.isRight);
    const { id } = await this.test.call('persons.add', personInput(this.file, 'victim', first));
    for (const [index, next] of later.entries()) {
      const which = { personId: id, version: index + 1, reason };
      await this.test.call('persons.change', { ...personInput(this.file, 'victim', next), ...which });
    }
    await this.strike(each.isError, 'person', { id, version: later.length + 1 });
  }

  /** All that is answered of the file, but for ids, versions and the trace of what was put right. */
  async answers() {
    const months = await stored(
      this.test,
      'SELECT measure, month, value FROM unit_month WHERE value <> 0 ORDER BY measure, month',
    );
    const ledger = await stored(
      this.test,
      'SELECT file_kind, on_date, term, amount FROM ledger_entry ORDER BY 1, 2, 3',
    );
    const board = await this.test.call('backlog.board', { from: '2026-03', to: '2026-11' });
    const desk = { test: this.test, file: this.id } as PaperDesk;
    const paperId = await beginPaper(desk);
    const { records } = await this.test.call('papers.get', { investigationId: this.id, paperId });
    const { entries } = (await this.test.call('timeline.list', { investigationId: this.id })) as unknown as {
      entries: readonly object[];
    };
    const { charged, charges, arrests } = await this.detail();
    return JSON.parse(
      JSON.stringify(
        {
          months,
          ledger,
          board,
          records: records
            .filter(({ section }) => section !== 'corrections')
            .map(({ section, on, fields, treatment }) => ({ section, on, fields, treatment })),
          entries,
          ...{ charged, charges, arrests },
        },
        (key, value: unknown) => (['id', 'version', 'personId', 'key', 'at'].includes(key) ? undefined : value),
      ),
    ) as unknown;
  }
}

async function answersOf(given: Facts, isRight: boolean): Promise<unknown> {
  const { test, unitId } = await copyOfUnit();
  stores.push(test);
  const desk = new Desk(test, unitId, isRight);
  await desk.record(given);
  return desk.answers();
}

describe('any sequence of corrections', () => {
  it('leaves ledger, months, timeline and package as the same facts recorded rightly at first', async () => {
    await fc.assert(
      fc.asyncProperty(facts, async (given) => {
        expect(await answersOf(given, false)).toEqual(await answersOf(given, true));
        for (const each of stores) each.dispose();
        stores = [];
      }),
      { numRuns: times(6, 40), endOnFailure: true },
    );
  }, 240_000);
});
