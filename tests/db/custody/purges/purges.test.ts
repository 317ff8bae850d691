import { copyFileSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Role } from '#contract/ground/codes';
import type { CivilDate } from '#contract/ground/dates';
import type { UnitId, UserId } from '#contract/ground/ids';
import { backUp, copyEncrypted } from '../../../../db/store/backup.ts';
import { openForWriting } from '../../../../db/store/connection.ts';
import { fixedClock } from '../../../../db/ground/kernel/clock.ts';
import { markedFile, type MarkedFile } from '../../../support/caseFiles.ts';
import { caseTotals } from '../../../support/caseTotals.ts';
import { mappingFor, previewRows } from '../../intake/imports/support.ts';
import { copyOfUnit, type TestStore } from '../../../support/store.ts';

let test: TestStore;
let unitId: UnitId;
let userId: UserId;
let file: MarkedFile;
let other: MarkedFile;
const marker = 'ZQXMARKA';
const otherMarker = 'ZQXMARKB';

const operationId = async () => (await test.call('operations.list', { filter: {} })).operations[0]!.id;
const totals = async () => caseTotals(test, { unitId, operationId: await operationId() });

/** The day on which the file’s year is over; the figures that are compared are of days before. */
const later = '2027-11-03' as CivilDate;
const moveTo = (day: CivilDate) => {
  Object.assign(test.store.options, { clock: fixedClock(day) });
};

beforeEach(async () => {
  const made = await copyOfUnit();
  test = made.test;
  unitId = made.unitId;
  userId = made.userId as UserId;
  file = await markedFile(test, unitId, marker, { lead: userId });
  other = await markedFile(test, unitId, otherMarker, { lead: userId, staysOpen: true });
  await test.call('links.relate', { investigationId: other.investigationId, otherId: file.investigationId });
  await test.call('retention.setRule', { unitId, class: 'any', offence: null, validFrom: '2026-01-01', years: 1 });
});
afterEach(() => {
  test.dispose();
});

async function approve() {
  moveTo(later);
  await test.call('purges.approve', { investigationIds: [file.investigationId], referralIds: [] });
  return (await test.call('purges.list', { filter: {} })).requests.map(({ id }) => id);
}

async function purge() {
  const requestIds = await approve();
  await test.signInAs('admin');
  const done = await test.call('purges.carryOut', { requestIds });
  return done;
}

/** The store and its log as bytes that anyone with the key could read: free pages and the rest of others as well. */
function plainBytes(): Buffer {
  const { raw, key } = test.store.requireUnlocked();
  const from = join(test.folder, 'store.db');
  const copy = join(test.parent, 'plain.db');
  raw.pragma('wal_checkpoint(FULL)');
  copyFileSync(from, copy);
  const opened = openForWriting(copy, key);
  opened.pragma('journal_mode = DELETE');
  opened.pragma("rekey=''");
  opened.close();
  const bytes = readFileSync(copy);
  rmSync(copy);
  return bytes;
}

const holds = (bytes: Buffer, text: string): boolean =>
  [text, text.toLowerCase()].some((each) => bytes.includes(Buffer.from(each)));

/** Where an id stands but in the audit, which keeps ids: those of another file name this one where they are linked. */
function tablesWith(ids: readonly string[]): readonly string[] {
  const { raw } = test.store.requireUnlocked();
  const columns = raw
    .prepare(
      `SELECT m.name AS tableName, c.name AS columnName FROM sqlite_master m JOIN pragma_table_info(m.name) c
       WHERE m.type = 'table' AND c.type = 'TEXT' AND m.name NOT LIKE 'search_%' AND m.name NOT LIKE 'audit_%'`,
    )
    .all() as { tableName: string; columnName: string }[];
  return columns.flatMap(({ tableName, columnName }) => {
    const found = ids.some((id) => raw.prepare(`SELECT 1 FROM "${tableName}" WHERE instr("${columnName}", ?)`).get(id));
    return found ? [`${tableName}.${columnName}`] : [];
  });
}

const idsOf = ({ investigationId, referralId, personId }: MarkedFile) => [investigationId, referralId, personId];

describe('a purge', () => {
  it('leaves nothing of the file in the store and every figure as it was', async () => {
    moveTo('2026-11-24' as CivilDate);
    const figures = await totals();
    expect(holds(plainBytes(), marker)).toBe(true);
    expect(tablesWith(idsOf(file)).length).toBeGreaterThan(10);
    const { files, rows, backups } = await purge();
    expect([files, backups, rows > 20]).toEqual([1, 0, true]);
    expect(statSync(join(test.folder, 'store.db-wal')).size).toBe(0);
    const bytes = plainBytes();
    expect([holds(bytes, marker), holds(bytes, otherMarker)]).toEqual([false, true]);
    expect(tablesWith(idsOf(file))).toEqual([]);
    expect((await test.call('audit.verify', {})).intact).toBe(true);

    await test.signInAs('officer');
    moveTo('2026-11-24' as CivilDate);
    const after = await totals();
    expect(after).toEqual(figures);
    const { requests, purges } = await test.call('purges.list', { filter: {} });
    expect([requests, purges]).toEqual([
      [],
      [
        {
          id: purges[0]!.id,
          unitId,
          kind: 'investigation',
          concludedOn: '2026-11-02',
          dueOn: '2027-11-02',
          class: 'any',
          years: 1,
          approvedBy: 'Officer officer',
          purgedBy: 'Administrator',
          purgedOn: purges[0]!.purgedOn,
          rows,
        },
      ],
    ]);
    expect(
      (await test.call('investigations.get', { investigationId: other.investigationId })).investigation.number,
    ).toBe(`${otherMarker}-2026`);
    expect((await test.call('search.everywhere', { text: marker })).referrals).toEqual([]);
    expect((await test.call('search.everywhere', { text: otherMarker })).persons).toHaveLength(2);
  });

  it('is carried out by another person than the one who approved it', async () => {
    await test.signInAs('admin');
    const roles: Role[] = ['investigator', 'supervisor', 'administrator'];
    const { id: adminId } = test.store.requireUnlocked().session.user;
    await test.call('users.grant', { userId: adminId, version: 1, roles, unitIds: [unitId] });
    const requestIds = await approve();
    expect(await test.refusal('purges.carryOut', { requestIds })).toEqual({
      code: 'forbidden',
      reason: 'second_person_needed',
    });
    await test.signInAs('officer');
    expect(await test.refusal('purges.carryOut', { requestIds })).toEqual({ code: 'forbidden' });
    expect(tablesWith([file.investigationId]).length).toBeGreaterThan(5);
  });

  it('is not carried out where its rule keeps the file longer since', async () => {
    const requestIds = await approve();
    await test.call('retention.setRule', {
      unitId,
      class: 'not_charged',
      offence: null,
      validFrom: '2026-06-01',
      years: 30,
    });
    const approved = (await test.call('retention.due', { filter: {} })).rows;
    expect(approved.map(({ isApproved }) => isApproved)).toEqual([true]);
    await test.call('retention.setRule', {
      unitId,
      class: 'charged',
      offence: null,
      validFrom: '2026-06-01',
      years: 30,
    });
    await test.signInAs('admin');
    expect(await test.refusal('purges.carryOut', { requestIds })).toEqual({ code: 'conflict', reason: 'kept_longer' });
    expect(tablesWith([file.investigationId]).length).toBeGreaterThan(5);
  });

  it('is done again when a backup from before it takes the place of the store', async () => {
    const { raw, key } = test.store.requireUnlocked();
    const kept = join(test.parent, 'kept.db');
    copyEncrypted(raw, kept);
    backUp(raw, test.folder, key, 'before');
    expect((await purge()).backups).toBe(1);
    test.store.lock();
    for (const suffix of ['', '-wal', '-shm']) rmSync(join(test.folder, `store.db${suffix}`), { force: true });
    copyFileSync(kept, join(test.folder, 'store.db'));
    await test.signInAs('officer');
    expect(tablesWith(idsOf(file))).toEqual([]);
    expect([holds(plainBytes(), marker), holds(plainBytes(), otherMarker)]).toEqual([false, true]);
    const { purges } = await test.call('purges.list', { filter: {} });
    expect(purges.map(({ approvedBy, dueOn, purgedBy }) => ({ approvedBy, dueOn, purgedBy }))).toEqual([
      { approvedBy: null, dueOn: null, purgedBy: 'Officer officer' },
    ]);
    expect((await test.call('retention.due', { filter: {} })).rows).toEqual([]);
  });

  it('that was cut off before it was overwritten is finished at the next sign-in', async () => {
    await purge();
    const marks = join(test.folder, 'purged.json');
    const before = readFileSync(marks, 'utf8');
    rmSync(marks);
    await test.signInAs('officer');
    expect(readFileSync(marks, 'utf8')).toBe(before);
  });

  it('holds its referrals’ numbers back: they come in again by no way without a supervisor', async () => {
    await purge();
    await test.signInAs('officer');
    const externalNumber = `${marker}-1`;
    expect((await test.call('referrals.duplicates', { externalNumber })).heldBack).toBe('purged');
    const entry = { unitId, source: 'ncecc', receivedOn: '2026-11-20', externalNumber } as const;
    const refused = { code: 'conflict', reason: 'number_held_back' };
    expect(await test.refusal('referrals.log', entry)).toEqual(refused);
    const mapping = mappingFor(unitId, { sourceDefault: 'ncecc' });
    const { counts, reasons } = await previewRows(test, [`2026-11-20,NCECC,${externalNumber},,,,,,U01`], mapping);
    expect([counts.new, reasons]).toEqual([0, { number_purged: 1 }]);
    await test.call('referrals.log', { ...entry, acceptDuplicate: true });
  });
});
