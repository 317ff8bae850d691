import { describe, expect, it } from 'vitest';
import type { CaseFile, InvestigationId, ReferralId, TransferId } from '#contract/ground/ids';
import { answersOfBoth } from '../../../support/answersOfBoth.ts';
import { recorded, type Answer } from '../../../support/bothEngines.ts';
import { conclude } from '../../../support/caseFiles.ts';
import { reason } from '../../../support/corrections.ts';
import { beginPaper, type PaperDesk } from '../../../support/papers.ts';
import { personInput } from '../../../support/persons.ts';
import { postgresMissing } from '../../../support/postgres.ts';
import { today, type TestStore } from '../../../support/store.ts';
import type { TwoUnits } from '../../../support/twoUnits.ts';

const order = { basis: 'court_order', reference: 'ON-1', reason: 'Order of the court' } as const;
const noTexts = { title: null, subject: null } as const;

/** What either side of a transfer is answered: where days would cross, where the other side sealed its file, where the file is gone. */
async function work(store: TestStore, { first, second, sender }: TwoUnits): Promise<readonly Answer[]> {
  const { test, answers } = recorded(store);
  const { call } = test;
  const asked = (promise: Promise<unknown>): Promise<unknown> => promise.catch(() => undefined);
  const offer = async (file: object, toUnitId: string, on: string): Promise<TransferId> => {
    const none = { referralId: null, investigationId: null, toService: null, message: 'Yours' };
    return (await call('transfers.propose', { ...none, toUnitId, on, ...file })).id;
  };
  const accept = async (transferId: TransferId) =>
    (await call('transfers.accept', { transferId, version: 1, on: '2026-11-10' })).receivedId ?? '';
  const open = async () =>
    (await call('investigations.open', { unitId: first, openedOn: '2026-10-01', referralIds: [], lead: sender })).id;
  const versionOf = async (investigationId: InvestigationId) =>
    (await call('investigations.get', { investigationId })).investigation.version;
  const opened = async (investigationId: InvestigationId, openedOn: string) =>
    asked(
      call('investigations.describe', {
        ...{ investigationId, version: await versionOf(investigationId), openedOn, reason, ...noTexts },
      }),
    );
  const seal = (file: { investigationId?: InvestigationId; referralId?: ReferralId }) =>
    call('seals.seal', {
      ...order,
      investigationIds: [file.investigationId ?? []].flat(),
      referralIds: [file.referralId ?? []].flat(),
    });

  const [goes, stays] = [await open(), await open()];
  const { id: referralId } = await call('referrals.log', { unitId: first, source: 'ncecc', receivedOn: '2026-10-02' });
  const sent = [
    await offer({ investigationId: goes }, second, '2026-11-02'),
    await offer({ investigationId: stays }, second, '2026-11-02'),
    await offer({ referralId }, second, '2026-11-02'),
  ] as const;
  await opened(goes, '2026-11-03');
  await opened(goes, '2026-10-05');

  await test.signInAs('receiver');
  await call('transfers.list', { pendingOnly: true });
  const [here, other, logged] = [await accept(sent[0]), await accept(sent[1]), await accept(sent[2])];
  const [investigationId, otherId] = [here as InvestigationId, other as InvestigationId];
  await asked(
    call('investigations.undoOpen', { investigationId, version: await versionOf(investigationId), referrals: [] }),
  );
  const onward = await offer({ investigationId }, first, '2026-11-15');
  for (const decidedOn of ['2026-11-16', '2026-11-15'] as const)
    await asked(call('transfers.change', { transferId: sent[0], version: 2, decidedOn, reason }));
  await call('transfers.list', { pendingOnly: false });
  await call('transfers.withdraw', { transferId: onward, version: 1, on: '2026-11-16' });
  await conclude(test, investigationId, today);
  await seal({ investigationId });
  const received = logged as ReferralId;
  const decision = { identifiable: 'no', imminent: false, decidedAt: test.store.options.clock.now(), reason: 'None' };
  await call('referrals.decideDanger', { referralId: received, ...decision } as never);
  const { version } = (await call('referrals.get', { referralId: received })).referral;
  await call('referrals.move', { referralId: received, version, to: 'concluded', on: today });
  await seal({ referralId: received });

  await test.signInAs('sender');
  for (const file of [
    { kind: 'investigation', id: goes },
    { kind: 'referral', id: referralId },
  ] as const satisfies CaseFile[]) {
    await call('transfers.ofFile', { file });
    await asked(call('persons.add', personInput(file, 'subject')));
    await call('retention.hold', { file, reason: 'Court order' });
  }
  await call('transfers.list', { pendingOnly: false });
  await asked(beginPaper({ test, file: goes } as PaperDesk));
  await opened(goes, '2026-11-03');
  await opened(goes, '2026-10-06');
  const left = (await call('referrals.get', { referralId })).referral;
  await asked(call('referrals.move', { referralId, version: left.version, to: 'received', on: today }));
  await seal({ investigationId: stays });

  await test.signInAs('receiver');
  await call('transfers.ofFile', { file: { kind: 'investigation', id: otherId } });
  await call('investigations.get', { investigationId: otherId });
  await call('transfers.list', { pendingOnly: false });
  return answers;
}

describe.skipIf(postgresMissing !== '')(`the two sides of a transfer on PostgreSQL ${postgresMissing}`.trim(), () => {
  it('are answered as in a folder', async () => {
    const here = await answersOfBoth(work);
    const sealed = here.filter(
      ({ method, output }) => method === 'transfers.ofFile' && JSON.stringify(output).includes('"sealed":[{'),
    );
    expect(sealed).toHaveLength(3);
    expect(
      here.filter(({ output }) => String(output).includes('file_transferred')).map(({ method }) => method),
    ).toEqual(['persons.add', 'persons.add', 'papers.begin', 'referrals.move']);
  });
});
