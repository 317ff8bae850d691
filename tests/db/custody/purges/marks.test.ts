import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect } from 'vitest';
import type { CivilDate } from '#contract/ground/dates';
import type { UnitId } from '#contract/ground/ids';
import { copyEncrypted } from '../../../../db/store/sqlite/backup.ts';
import { fixedClock } from '../../../../db/ground/kernel/clock.ts';
import { purgesSince } from '../../../../db/entry/finishPurges.ts';
import { conclude } from '../../../support/caseFiles.ts';
import { choosePassphrase, createUnitAndUser } from '../../../support/store.ts';
import { it, test } from '../../../support/fixtures/store.ts';

let unitId: UnitId;
const later = '2027-11-03' as CivilDate;
const marks = () => join(test.folder, 'purged.json');

beforeEach(async () => {
  const made = await createUnitAndUser(test);
  unitId = made.unitId;
  await test.call('retention.setRule', { unitId, class: 'any', offence: null, validFrom: '2026-01-01', years: 1 });
  await choosePassphrase(test);
});

async function fileOf(number: string, concluded = true) {
  const lead = test.store.requireUnlocked().session.user.id;
  const file = { unitId, openedOn: '2026-10-02' as CivilDate, referralIds: [], number, lead };
  const { id } = await test.call('investigations.open', file);
  if (concluded) await conclude(test, id);
  return id;
}

async function purge(id: Awaited<ReturnType<typeof fileOf>>): Promise<void> {
  await test.signInAs('officer');
  // A year goes by under the open session: at a sign-in such a clock would be doubted.
  Object.assign(test.store.options, { clock: fixedClock(later) });
  await test.call('purges.approve', { investigationIds: [id], referralIds: [] });
  const requestIds = (await test.call('purges.list', { filter: {} })).requests.map((request) => request.id);
  await test.signInAs('admin');
  await test.call('purges.carryOut', { requestIds });
}

function copyOfStore(): string {
  const copy = join(test.parent, 'before.db');
  copyEncrypted(test.store.requireUnlocked().raw, copy);
  return copy;
}

function putInPlace(copy: string): void {
  test.store.lock();
  for (const suffix of ['', '-wal', '-shm']) rmSync(join(test.folder, `store.db${suffix}`), { force: true });
  copyFileSync(copy, join(test.folder, 'store.db'));
}

const numbers = (): unknown =>
  test.store.requireUnlocked().raw.prepare('SELECT number FROM investigation ORDER BY number').pluck().all();
const shown = () =>
  test.store.requireUnlocked().onFolder.readers.readingRaw.prepare('SELECT number FROM investigation').pluck().all();
const lastFacts = (method: string): string =>
  test.store
    .requireUnlocked()
    .raw.prepare('SELECT facts FROM audit_entry WHERE method = ? ORDER BY sequence DESC LIMIT 1')
    .pluck()
    .get(method) as string;

describe('marks that somebody wrote beside the store', () => {
  const markOf = (id: string): string => createHash('sha256').update(`vigie purge ${id}`).digest('hex');
  const forged = {
    unauthenticated: (id: string) => ({ format: 'vigie-purges', version: 1, marks: [markOf(id)] }),
    'with a code of their own': (id: string) => ({
      format: 'vigie-purges',
      version: 2,
      marks: [
        {
          mark: markOf(id),
          dueOn: null,
          class: null,
          years: null,
          approvedBy: null,
          approvedAt: null,
          purgedBy: 'x',
          purgedAt: 0,
        },
      ],
      mac: Buffer.alloc(32).toString('base64'),
    }),
    'that are no marks': () => 'nothing',
  };

  it.each(Object.entries(forged))('%s destroy nothing, and are reported', async (_how, write) => {
    const open = await fileOf('FICT-1', false);
    await test.call('retention.hold', { file: { kind: 'investigation', id: open }, reason: 'Litigation' });
    const text = JSON.stringify(write(open));
    writeFileSync(marks(), text);
    await test.signInAs('officer');
    expect([numbers(), shown()]).toEqual([['FICT-1'], ['FICT-1']]);
    expect((await test.call('purges.list', { filter: {} })).marksRejectedOn).toBe('2026-11-24');
    expect(JSON.parse(lastFacts('purges.carryOut'))).toEqual({ marksRejected: true });
    expect(existsSync(marks())).toBe(false);
    expect(readFileSync(join(test.folder, 'purged.rejected.json'), 'utf8')).toBe(text);
  });

  it('are not added to what Vigie wrote: the file is written again from what the store knows', async () => {
    const open = await fileOf('FICT-1', false);
    await purge(await fileOf('FICT-2'));
    const right = readFileSync(marks(), 'utf8');
    const [mark] = (JSON.parse(right) as { marks: object[] }).marks;
    const added = { ...JSON.parse(right), marks: [mark, { ...mark, mark: markOf(open) }] } as object;
    writeFileSync(marks(), JSON.stringify(added));
    await test.signInAs('officer');
    expect(shown()).toEqual(['FICT-1']);
    expect(readFileSync(marks(), 'utf8')).toBe(right);
  });
});

describe('an older store in the place of one that purged since', () => {
  it('hides what came back, and purges it again once a second person confirms the restore', async () => {
    const id = await fileOf('FICT-1');
    const copy = copyOfStore();
    await purge(id);
    putInPlace(copy);
    await test.signInAs('officer');
    expect([numbers(), shown()]).toEqual([['FICT-1'], []]);
    expect((await test.call('purges.list', { filter: {} })).returned).toBe(1);
    const { seals } = await test.call('seals.list', { filter: {} });
    const unsealed = { sealId: seals[0]!.id, authority: 'X', reason: 'X' };
    expect((await test.refusal('seals.unseal', unsealed)).reason).toBe('state_not_allowed');
    await test.call('purges.recogniseRestore', { reason: 'The disk failed' });
    expect((await test.refusal('seals.unseal', unsealed)).reason).toBe('confirmation_pending');
    const [asked] = (await test.call('users.waiting', {})).items;
    const approval = { approvalId: asked!.id, accept: true };
    expect((await test.refusal('users.approve', approval)).reason).toBe('second_person_needed');
    await test.signInAs('admin');
    await test.call('users.approve', approval);
    expect(JSON.stringify(numbers())).not.toContain('FICT-1');
    const { purges, returned } = await test.call('purges.list', { filter: {} });
    expect([returned, purges]).toMatchObject([
      0,
      [{ number: 'FICT-1', class: 'any', years: 1, approvedBy: 'Officer officer', purgedBy: 'Administrator' }],
    ]);
    expect((await test.call('audit.verify', {})).intact).toBe(true);
  });

  it('opens what was rotated since with the same secret', async () => {
    const id = await fileOf('FICT-1');
    await test.signInAs('admin');
    const { id: userId } = await test.call('users.create', {
      login: 'leaver',
      displayName: 'Leaver',
      roles: ['investigator'],
      unitIds: [unitId],
      passphrase: 'a long enough phrase',
    });
    await purge(id);
    const before = readFileSync(marks(), 'utf8');
    await test.call('users.disable', { userId });
    await test.signInAs('officer');
    expect((await test.call('purges.list', { filter: {} })).marksRejectedOn).toBeNull();
    expect(readFileSync(marks(), 'utf8')).toBe(before);
  });

  it('is never purged of what is open or under a hold now', async () => {
    const [open, held] = [await fileOf('FICT-1', false), await fileOf('FICT-2')];
    const hold = { file: { kind: 'investigation', id: held } as const, reason: 'Litigation' };
    await test.call('retention.hold', hold);
    const copy = copyOfStore();
    await conclude(test, open);
    await test.call('retention.release', hold);
    await purge(open);
    await purge(held);
    putInPlace(copy);
    await test.signInAs('officer');
    expect(await purgesSince(test.store)).toEqual({ returned: [], open: 1, onHold: 1 });
    expect([numbers(), shown()]).toEqual([
      ['FICT-1', 'FICT-2'],
      ['FICT-1', 'FICT-2'],
    ]);
    expect((await test.refusal('purges.recogniseRestore', { reason: 'X' })).code).toBe('not_found');
  });
});

it('a records officer places a hold by the number alone, and lifts it', async () => {
  await fileOf('FICT-1');
  const { passphrase } = { passphrase: 'a long enough phrase' };
  await test.signInAs('admin');
  const records = { login: 'records', displayName: 'Records', unitIds: [unitId], passphrase };
  await test.call('users.create', { ...records, roles: ['records_officer'] });
  await test.signInAs('officer');
  const [item] = (await test.call('users.waiting', {})).items;
  await test.call('users.approve', { approvalId: item!.id, accept: true });
  await test.signInAs('records');
  const input = { unitId, number: 'FICT-1', reason: 'Access request' };
  await test.call('retention.holdNumber', input);
  expect((await test.refusal('retention.holdNumber', input)).reason).toBe('state_not_allowed');
  expect((await test.refusal('retention.holdNumber', { ...input, number: 'FICT' })).code).toBe('not_found');
  const { holds } = await test.call('retention.holds', { filter: {} });
  expect(holds).toMatchObject([{ number: 'FICT-1', reason: 'Access request', by: 'Records' }]);
  await test.call('retention.release', { file: holds[0]!.file, reason: 'Answered' });
  expect((await test.call('retention.holds', { filter: {} })).holds).toEqual([]);
});
