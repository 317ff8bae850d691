import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InvestigationId, ReferralId, TransferId } from '#contract/ground/ids';
import { reason } from '../../../support/corrections.ts';
import { answeredBy, expectSame, recorded, type Answer } from '../../../support/bothEngines.ts';
import { markedFile } from '../../../support/caseFiles.ts';
import { onServer } from '../../../support/onServer.ts';
import { personInput } from '../../../support/persons.ts';
import { postgresMissing } from '../../../support/postgres.ts';
import { createTestStore, today, type TestStore } from '../../../support/store.ts';
import { comparedApart } from './notYetCompared.ts';
import { createTwoUnits, type TwoUnits } from '../../../support/twoUnits.ts';

const on = '2026-11-20' as const;
const later = '2026-11-23' as const;
const months = { from: '2026-10', to: '2026-11' } as const;

/** Files go from one unit to another and back: what each side is answered. */
async function work(store: TestStore, { first, second, sender }: TwoUnits): Promise<readonly Answer[]> {
  const { test, answers } = recorded(store);
  const { call } = test;
  const asked = (promise: Promise<unknown>): Promise<unknown> => promise.catch(() => undefined);
  const send = async (file: object, toUnitId = second): Promise<TransferId> => {
    const none = { referralId: null, investigationId: null, toService: null, message: 'Yours' };
    return (await call('transfers.propose', { ...none, toUnitId, on, ...file })).id;
  };
  const look = async (): Promise<void> => {
    await call('transfers.list', { pendingOnly: false });
    await call('backlog.board', months);
    for (const unitId of [first, second])
      await asked(
        call('unitMonths.grid', { unitId, ...months, measures: ['received', 'transferred_out', 'devices_seized'] }),
      );
  };
  const { investigationId } = await markedFile(test, first, 'ZQXMARKA', {
    lead: sender,
    staysOpen: true,
  });
  const basis = { basis: 'court_order', reference: 'ON-1', reason: 'Order of the court' } as const;
  const own = { kind: 'investigation', id: investigationId } as const;
  const { id: sealedId } = await call('persons.add', personInput(own, 'witness'));
  await call('seals.sealPerson', { ...basis, file: own, personId: sealedId, authorityId: null });
  const { id: relatedId } = await call('investigations.open', {
    unitId: first,
    openedOn: on,
    referralIds: [],
    lead: null,
  });
  await call('links.relate', { investigationId, otherId: relatedId });
  const log = async () =>
    (await call('referrals.log', { unitId: first, source: 'ncecc', receivedOn: '2026-11-02' })).id;
  const [head, under, unwanted] = [await log(), await log(), await log()];
  await call('referrals.bundle', { headId: head, referralIds: [under], on: '2026-11-02' });
  await call('referrals.decideDanger', {
    referralId: head,
    ...{ identifiable: 'yes', imminent: true, decidedAt: test.store.options.clock.now(), reason: 'A name is given.' },
  } as never);
  const sent = [await send({ investigationId }), await send({ referralId: head })];
  const refused = await send({ referralId: unwanted });

  await test.signInAs('receiver');
  await look();
  await asked(call('investigations.get', { investigationId }));
  await asked(call('referrals.get', { referralId: head }));
  await call('referrals.duplicates', { externalNumber: 'ZQXMARKA-1' });
  const received: string[] = [];
  for (const transferId of sent) {
    await asked(call('transfers.accept', { transferId, version: 2, on: later }));
    received.push((await call('transfers.accept', { transferId, version: 1, on: later })).receivedId ?? '');
    await asked(call('transfers.accept', { transferId, version: 2, on: later }));
  }
  await call('transfers.refuse', { transferId: refused, version: 1, on: later, reason: 'Not ours' });
  const file = { kind: 'investigation', id: received[0] as InvestigationId } as const;
  const ofFile = { investigationId: file.id };
  await call('investigations.get', ofFile);
  await call('referrals.get', { referralId: received[1] as ReferralId });
  await call('timeline.list', ofFile);
  await call('links.ofFile', ofFile);
  await call('persons.list', { file });
  await call('seals.inFile', { file });
  await call('seals.list', { filter: {} });
  // What the sender counted is corrected here, and moves the sender's months.
  const [device] = (await call('devices.list', ofFile)).devices;
  const { id: deviceId, version, ...facts } = device!;
  const { kind, label, authorityId, lab, endedOn, endReason } = facts;
  const dates = { seizedOn: '2026-11-01', queuedOn: null, beganOn: null, examinedOn: null, unlockedOn: null } as const;
  const corrected = { kind, label, authorityId, lab, endedOn, endReason, count: 3, ...dates };
  await call('devices.change', { ...ofFile, deviceId, version, ...corrected, reason });
  await look();
  // So are the days on which the files were taken over, or one was refused: each has its corrections in the file of either unit.
  for (const transferId of [...sent, refused]) {
    const right = { transferId, version: 2, decidedOn: '2026-11-21', reason } as const;
    await asked(call('transfers.change', { ...right, reason: null }));
    await asked(call('transfers.change', { ...right, decidedOn: '2026-11-19' }));
    await asked(call('transfers.change', { ...right, message: 'Mine' }));
    await call('transfers.change', right);
  }
  await call('corrections.list', { file });
  await call('transfers.ofFile', { file });
  await call('timeline.list', ofFile);
  await look();
  const back = await send({ investigationId: file.id, on: later }, first);
  await asked(call('referrals.get', { referralId: head }));

  await test.signInAs('sender');
  await look();
  await call('investigations.get', { investigationId });
  await call('transfers.change', {
    transferId: sent[0]!,
    version: 3,
    proposedOn: '2026-11-19',
    message: 'Ours',
    reason,
  });
  for (const id of [head, unwanted]) await call('corrections.list', { file: { kind: 'referral', id } });
  await call('corrections.list', { file: own });
  await call('links.ofFile', { investigationId: relatedId });
  await call('referrals.get', { referralId: under });
  await call('transfers.accept', { transferId: back, version: 1, on: later });
  await look();
  return answers;
}

describe.skipIf(postgresMissing !== '')(
  `units that send each other files on PostgreSQL ${postgresMissing}`.trim(),
  () => {
    let server: TestStore;
    let here: readonly Answer[];
    let there: readonly Answer[];
    beforeAll(async () => {
      const folder = await createTestStore();
      const units = await createTwoUnits(folder);
      server = await onServer(folder);
      const clock = { now: () => Date.parse('2026-11-24T12:00:00Z'), today: () => today };
      for (const { store } of [folder, server]) Object.assign(store.options, { clock });
      here = await work(folder, units);
      there = await work(server, units);
    });
    afterAll(() => {
      server.dispose();
    });

    it('are answered as in a folder', () => {
      expectSame(here, there);
      expect([...answeredBy(here)]).toEqual(expect.arrayContaining([...(comparedApart['transfers'] ?? ['none'])]));
    });
  },
);
