import { beforeEach, describe, expect } from 'vitest';
import type { InvestigationId } from '#contract/ground/ids';
import { newJob } from '../imports/support.ts';
import { extractsOf, header } from './support.ts';
import { it, test, units } from '../../../support/fixtures/twoUnits.ts';

const { preview, extract, rowsOf } = extractsOf(() => test);

async function reasonsOf(...lines: Parameters<typeof preview>): Promise<readonly (readonly string[])[]> {
  return (await rowsOf((await preview(...lines)).previewId, 'invalid')).map(({ reasons }) => reasons);
}

async function firstFile(): Promise<InvestigationId> {
  const { rows } = await test.call('investigations.list', {
    filter: {},
    sort: { column: 'number', descending: false },
    from: { at: 'start' },
    size: 5,
  });
  return rows[0]!.id;
}

async function offer() {
  const sent = { referralId: null, investigationId: await firstFile(), toUnitId: units.second, toService: null };
  return test.call('transfers.propose', { ...sent, on: '2026-06-01', message: null });
}

describe('an extract over a file that was offered', () => {
  const beganOn = async () =>
    (await test.call('transfers.list', { pendingOnly: false })).transfers.map((each) => each.beganOn);

  it('does not move its opening after the day of the offer', async () => {
    await extract('investigations', header, '26-001,2026-03-05,');
    await offer();
    expect(await reasonsOf('investigations', header, '26-001,2026-07-01,')).toEqual([['opened_after_facts']]);
    await extract('investigations', header, '26-001,2026-07-01,');
    expect(await beganOn()).toEqual(['2026-03-05']);
  });

  it('moves since when the other unit is shown that it is open', async () => {
    await extract('investigations', header, '26-001,2026-03-05,');
    await offer();
    const { importId } = await extract('investigations', header, '26-001,2026-02-01,');
    expect(await beganOn()).toEqual(['2026-02-01']);
    await test.call('imports.undo', { importId, jobId: newJob() });
    expect(await beganOn()).toEqual(['2026-03-05']);
  });

  it('stays where it was offered before the day to which an undo would put its opening', async () => {
    await extract('investigations', header, '26-001,2026-07-01,');
    const { importId } = await extract('investigations', header, '26-001,2026-02-01,');
    await offer();
    expect(await test.refusal('imports.undo', { importId, jobId: newJob() })).toMatchObject({ code: 'conflict' });
  });
});

describe('an extract over a file that was opened from a referral', () => {
  const head = `${header},Referral number`;
  const link = async () => {
    const { investigation, ...file } = await test.call('investigations.get', { investigationId: await firstFile() });
    const { referral } = await test.call('referrals.get', { referralId: file.referrals[0]!.id });
    return [investigation.openedOn, referral.stateOn];
  };
  beforeEach(async () => {
    const logged = { unitId: units.first, source: 'ncecc', receivedOn: '2026-03-01', summary: 'x' } as const;
    await test.call('referrals.log', { ...logged, externalNumber: 'R-1' });
    await extract('investigations', head, '26-001,2026-03-05,,R-1');
  });

  it('moves the link of that act with its opening, and back', async () => {
    const { importId } = await extract('investigations', head, '26-001,2026-03-15,,R-1');
    expect(await link()).toEqual(['2026-03-15', '2026-03-15']);
    await test.call('imports.undo', { importId, jobId: newJob() });
    expect(await link()).toEqual(['2026-03-05', '2026-03-05']);
  });

  it('does not move its opening before that referral', async () => {
    expect(await reasonsOf('investigations', head, '26-001,2026-02-15,,R-1')).toEqual([['date_before_opening']]);
  });
});

it('an extract mends neither end of a transfer, nor what another unit has now', async () => {
  await extract('investigations', header, '26-001,2026-03-05,');
  await extract('arrests', 'Occurrence number,Arrested', '26-001,2026-04-01');
  const { id: transferId } = await offer();
  await test.signInAs('receiver');
  const { receivedId } = await test.call('transfers.accept', { transferId, version: 1, on: '2026-06-01' });
  const { number } = (await test.call('investigations.get', { investigationId: receivedId as InvestigationId }))
    .investigation;
  expect(await reasonsOf('investigations', `${header},Unit`, `${number},2026-05-01,,U02`)).toEqual([
    ['opened_by_transfer'],
  ]);

  await test.signInAs('sender');
  expect(await reasonsOf('investigations', header, '26-001,2026-03-05,2026-05-01')).toEqual([['file_transferred']]);
  const arrests = ['Occurrence number,Arrested', '26-001,2026-04-01', '26-001,2026-04-02'] as const;
  expect(await reasonsOf('arrests', ...arrests)).toEqual([['file_transferred'], ['file_transferred']]);
});
