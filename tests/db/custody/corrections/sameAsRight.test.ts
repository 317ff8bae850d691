import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { CaseFile, InvestigationId, ReferralId, UnitId } from '#contract/ground/ids';
import type { StruckRecord } from '#contract/casework/corrections';
import { authorityInput } from '../../../support/authorities.ts';
import { reason, struck } from '../../../support/corrections.ts';
import { personInput } from '../../../support/persons.ts';
import { beginPaper, type PaperDesk } from '../../../support/papers.ts';
import { times } from '../../../support/stress.ts';
import { createTestStore, type TestStore } from '../../../support/store.ts';
import { stored } from '../../../support/stored.ts';
import { createOfficerOfTwo } from '../../../support/twoUnits.ts';
import { emptyDevice, facts, statesOf, type Facts, type Fate } from './histories.ts';

let stores: TestStore[] = [];
afterEach(() => {
  for (const each of stores) each.dispose();
  stores = [];
});

class Desk {
  readonly test: TestStore;
  private readonly unitId: UnitId;
  private readonly otherUnitId: UnitId;
  private readonly isRight: boolean;
  private id = '' as InvestigationId;
  private referralId = '' as ReferralId;

  constructor(test: TestStore, [unitId, otherUnitId]: readonly [UnitId, UnitId], isRight: boolean) {
    this.test = test;
    this.unitId = unitId;
    this.otherUnitId = otherUnitId;
    this.isRight = isRight;
  }

  private get file(): CaseFile {
    return { kind: 'investigation', id: this.id };
  }

  private detail() {
    return this.test.call('investigations.get', { investigationId: this.id });
  }

  async record({
    arrests,
    charges,
    supports,
    authorities,
    devices,
    victims,
    tip: received,
    opened,
    sent,
    passed,
  }: Facts): Promise<void> {
    await this.open(received, opened);
    await this.test.call('persons.add', personInput(this.file, 'subject', { name: 'A', ageBand: '18_plus' }));
    for (const each of arrests.filter(({ isError }) => !(this.isRight && isError))) await this.arrest(each);
    for (const each of charges.filter(({ isError }) => !(this.isRight && isError))) await this.charge(each);
    for (const each of supports.filter(({ isError }) => !(this.isRight && isError))) await this.support(each);
    for (const each of authorities.filter(({ isError }) => !(this.isRight && isError))) await this.authority(each);
    for (const each of devices.filter(({ isError }) => !(this.isRight && isError))) await this.device(each);
    for (const each of victims.filter(({ isError }) => !(this.isRight && isError))) await this.victim(each);
    await this.pass(passed);
    this.id = (await this.send(sent, this.file)) as InvestigationId;
  }

  /** A referral of its own goes. */
  private async pass(passed: Facts['passed']): Promise<void> {
    const log = { unitId: this.unitId, source: 'public', receivedOn: '2026-10-01' } as const;
    const { id } = await this.test.call('referrals.log', log);
    await this.send(passed, { kind: 'referral', id });
  }

  /** Returns the file, where it is now. */
  private async send(sent: Facts['sent'], file: CaseFile): Promise<string> {
    if (sent === null || (this.isRight && sent.isOutside && sent.history.isError)) return file.id;
    const [first, ...later] = statesOf(sent.history, this.isRight);
    const { id: transferId } = await this.test.call('transfers.propose', {
      ...{ referralId: null, investigationId: null, [`${file.kind}Id`]: file.id },
      ...{ toUnitId: sent.isOutside ? null : this.otherUnitId, toService: sent.isOutside ? first!.service : null },
      ...{ on: first!.proposedOn, message: first!.message },
    });
    const accepted = { transferId, version: 1, on: first!.decidedOn };
    const { receivedId } = await this.test.call('transfers.accept', accepted);
    for (const [index, { service, ...next }] of later.entries()) {
      const which = { transferId, version: index + 2, reason };
      await this.test.call('transfers.change', { ...which, ...next, ...(sent.isOutside && { toService: service }) });
    }
    const row = { id: transferId, version: later.length + 2 };
    if (sent.isOutside) await this.strike(sent.history, 'transfer', row, file);
    return receivedId ?? file.id;
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
    { isError, isPutBack }: Fate,
    record: StruckRecord,
    row: { id: string; version: number },
    file = this.file,
  ) {
    if (this.isRight || !(isError || isPutBack)) return;
    const strike = struck(file, record, row.id, row.version);
    const { id: correctionId } = await this.test.call('corrections.strike', strike);
    if (isError) return;
    await this.test.call('corrections.restore', { file, correctionId, reason });
  }

  private async authority(each: Facts['authorities'][number]): Promise<void> {
    const [first, ...later] = statesOf(each, this.isRight);
    const input = authorityInput(this.id, 'search_warrant', first!.startedOn, { dueOn: '2026-10-30' });
    const { id } = await this.test.call('authorities.record', input);
    const { kind: _, variant: __, underId: ___, ...facts } = input;
    for (const [index, next] of later.entries()) {
      const which = { authorityId: id, version: index + 1, reason };
      await this.test.call('authorities.change', { ...facts, ...which, ...next });
    }
    await this.strike(each, 'authority', { id, version: later.length + 1 });
  }

  private async device(each: Facts['devices'][number]): Promise<void> {
    const [first, ...later] = statesOf(each, this.isRight);
    const whole = { investigationId: this.id, ...emptyDevice };
    const { id } = await this.test.call('devices.record', { ...whole, ...first! });
    for (const [index, next] of later.entries()) {
      const which = { deviceId: id, version: index + 1, reason };
      await this.test.call('devices.change', { ...whole, ...which, ...next });
    }
    await this.strike(each, 'device', { id, version: later.length + 1 });
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
    await this.strike(each, 'arrest', await held());
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
    await this.strike(each, 'charge', await held());
  }

  private async support(each: Facts['supports'][number]): Promise<void> {
    const [first, ...later] = statesOf(each, this.isRight);
    const { id } = await this.test.call('support.add', { investigationId: this.id, ...first! });
    for (const [index, next] of later.entries()) {
      const which = { investigationId: this.id, supportId: id, version: index + 1, reason };
      await this.test.call('support.change', { ...which, ...next });
    }
    await this.strike(each, 'support_referral', { id, version: later.length + 1 });
  }

  private async victim(each: Facts['victims'][number]): Promise<void> {
    const [first, ...later] = statesOf(each, this.isRight);
    const { id } = await this.test.call('persons.add', personInput(this.file, 'victim', first));
    for (const [index, next] of later.entries()) {
      const which = { personId: id, version: index + 1, reason };
      await this.test.call('persons.change', { ...personInput(this.file, 'victim', next), ...which });
    }
    await this.strike(each, 'person', { id, version: later.length + 1 });
  }

  /** All that is answered of the file, but for ids, versions and the trace of what was put right. */
  async answers() {
    const months = await stored(
      this.test,
      'SELECT u.code, measure, month, value FROM unit_month JOIN unit u ON u.id = unit_id WHERE value <> 0 ORDER BY 1, 2, 3',
    );
    const ledger = await stored(
      this.test,
      'SELECT u.code, file_kind, on_date, term, amount FROM ledger_entry JOIN unit u ON u.id = unit_id ORDER BY 1, 2, 3, 4',
    );
    const board = await this.test.call('backlog.board', { from: '2026-03', to: '2026-11' });
    const desk = { test: this.test, file: this.id } as PaperDesk;
    const paperId = await beginPaper(desk);
    const { records } = await this.test.call('papers.get', { investigationId: this.id, paperId });
    const { ahead, behind } = await this.test.call('timeline.list', { investigationId: this.id });
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
          ...{ ahead, behind },
          ...{ charged, charges, arrests },
        },
        (key, value: unknown) =>
          ['id', 'version', 'unitId', 'personId', 'key', 'at'].includes(key) ? undefined : value,
      ),
    ) as unknown;
  }
}

async function answersOf(given: Facts, isRight: boolean): Promise<unknown> {
  const test = await createTestStore();
  stores.push(test);
  const desk = new Desk(test, await createOfficerOfTwo(test), isRight);
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
