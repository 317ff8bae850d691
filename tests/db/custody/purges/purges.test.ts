import { copyFileSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Role } from '#contract/ground/codes';
import type { CivilDate } from '#contract/ground/dates';
import type { UnitId, UserId } from '#contract/ground/ids';
import { openForWriting } from '../../../../db/store/sqlite/connection.ts';
import { fixedClock } from '../../../../db/ground/kernel/clock.ts';
import { markedFile, type MarkedFile } from '../../../support/caseFiles.ts';
import { caseTotals } from '../../../support/caseTotals.ts';
import { mappingFor, previewRows } from '../../intake/imports/support.ts';
import { addUnit, administrator, choosePassphrase, copiesInFolder, type TestStore } from '../../../support/store.ts';

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

const rule = { class: 'any', offence: null, validFrom: '2026-01-01', years: 1 } as const;
const prepared = copiesInFolder(async (unit) => {
  const lead = unit.userId as UserId;
  const closed = await markedFile(unit.test, unit.unitId, marker, { lead });
  const open = await markedFile(unit.test, unit.unitId, otherMarker, { lead, staysOpen: true });
  await unit.test.call('links.relate', { investigationId: open.investigationId, otherId: closed.investigationId });
  await unit.test.call('retention.setRule', { unitId: unit.unitId, ...rule });
  await choosePassphrase(unit.test);
  return { closed, open };
});
beforeEach(async () => {
  const made = await prepared();
  ({ test, unitId, closed: file, open: other } = made);
  userId = made.userId as UserId;
  Object.assign(test.store.options, { print: ({ html }: { html: string }) => Promise.resolve(Buffer.from(html)) });
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

/** But in the number of the file, which is what is said of a purge. */
const holds = (bytes: Buffer, text: string): boolean => {
  const rest = bytes.toString('latin1').replaceAll(`${text}-2026`, '');
  return [text, text.toLowerCase()].some((each) => rest.includes(each));
};

/** Tables that have an id, but for the audit, which keeps ids: those of another file name this one where they are linked. */
function tablesWith(ids: readonly string[]): readonly string[] {
  const { raw } = test.store.requireUnlocked();
  const columns = raw
    .prepare(
      `SELECT m.name AS tableName, c.name AS columnName FROM sqlite_master m JOIN pragma_table_info(m.name) c
       WHERE m.type = 'table' AND c.type = 'TEXT' AND m.name NOT LIKE 'audit_%'`,
    )
    .all() as { tableName: string; columnName: string }[];
  return columns.flatMap(({ tableName, columnName }) => {
    const found = ids.some((id) => raw.prepare(`SELECT 1 FROM "${tableName}" WHERE instr("${columnName}", ?)`).get(id));
    return found ? [`${tableName}.${columnName}`] : [];
  });
}

/** How many rows of the search's indexes have the text. */
function indexed(text: string): readonly number[] {
  const { raw } = test.store.requireUnlocked();
  return ['search_text', 'search_number', 'search_identifier'].map(
    (index) => raw.prepare(`SELECT count(*) FROM ${index} WHERE ${index} MATCH ?`).pluck().get(`"${text}"`) as number,
  );
}

/** A records officer of the units is signed in. */
async function addRecordsOfficer(unitIds: readonly UnitId[], login = 'records'): Promise<void> {
  await test.signInAs('admin');
  const { passphrase } = administrator;
  const made = {
    login,
    displayName: 'Records',
    roles: ['records_officer'] as Role[],
    unitIds: [...unitIds],
    passphrase,
  };
  const { awaitsApproval } = await test.call('users.create', made);
  if (awaitsApproval) {
    await test.signInAs('officer');
    const [item] = (await test.call('users.waiting', {})).items;
    await test.call('users.approve', { approvalId: item!.id, accept: true });
  }
  await test.signInAs(login);
  await choosePassphrase(test);
}

const idsOf = ({ investigationId, referralId, personId }: MarkedFile) => [investigationId, referralId, personId];

describe('a purge', () => {
  it('leaves nothing of the file in the store and every figure as it was', async () => {
    moveTo('2026-11-24' as CivilDate);
    const figures = await totals();
    expect(holds(plainBytes(), marker)).toBe(true);
    expect(tablesWith(idsOf(file)).length).toBeGreaterThan(10);
    expect(indexed(marker).every((rows) => rows > 0)).toBe(true);
    const { files, rows, backups } = await purge();
    expect([files, backups.length, rows > 20]).toEqual([1, 1, true]);
    expect(backups[0]!.expiresAt).toBeGreaterThan(Date.parse('2026-11-24'));
    // The log that had the whole store was emptied; what is in it since is of the backup that follows.
    const sizeOf = (name: string): number => statSync(join(test.folder, name)).size;
    expect(sizeOf('store.db-wal')).toBeLessThan(sizeOf('store.db') / 4);
    const bytes = plainBytes();
    expect([holds(bytes, marker), holds(bytes, otherMarker)]).toEqual([false, true]);
    expect([tablesWith(idsOf(file)), indexed(marker)]).toEqual([[], [0, 0, 0]]);
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
          number: `${marker}-2026`,
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

  it('is carried out by another person than the one who approved it, of the file’s unit or an administrator', async () => {
    const requestIds = await approve();
    const refused = { code: 'forbidden', reason: 'second_person_needed' };
    expect(await test.refusal('purges.carryOut', { requestIds })).toEqual(refused);
    await test.signInAs('admin');
    await addRecordsOfficer([await addUnit(test, 'U02')]);
    // Numbers are the unit's own.
    expect((await test.call('purges.list', { filter: {} })).requests).toEqual([]);
    expect(await test.refusal('purges.carryOut', { requestIds })).toEqual({ code: 'not_found' });
    expect(tablesWith([file.investigationId]).length).toBeGreaterThan(5);
    await addRecordsOfficer([unitId], 'records2');
    expect((await test.call('purges.carryOut', { requestIds })).files).toBe(1);
    expect(tablesWith([file.investigationId])).toEqual([]);
    const path = join(test.parent, 'certificate.pdf');
    const certificate = { unitId, on: later, file: test.grant(path) as never, locale: 'fr' } as const;
    await test.call('purges.certify', certificate);
    const printed = readFileSync(path, 'utf8');
    for (const text of [`${marker}-2026`, 'Officer officer', 'Records', 'Tous les dossiers, 1 an'])
      expect(printed).toContain(text);
    const { backups } = await test.call('backups.list', {});
    const named = (reason: string) => backups.find((each) => each.reason === reason)?.name ?? reason;
    expect(printed).toContain(named('before_purge'));
    expect(printed).not.toContain(named('after_purge'));
    const { print } = test.store.options;
    Object.assign(test.store.options, { print: () => Promise.reject(new Error('gone')) });
    expect(await test.refusal('purges.certify', certificate)).toEqual({ code: 'conflict', reason: 'print_failed' });
    Object.assign(test.store.options, { print: undefined });
    expect(await test.refusal('purges.certify', certificate)).toEqual({
      code: 'conflict',
      reason: 'printing_unavailable',
    });
    Object.assign(test.store.options, { print });
    expect(await test.refusal('purges.certify', { ...certificate, on: '2026-11-24' })).toEqual({
      code: 'not_found',
    });
    // The audit says the number, the rule and both persons, and no name.
    const value = test.store
      .requireUnlocked()
      .raw.prepare("SELECT value FROM audit_value WHERE field = 'purge' AND side = 'after'");
    expect(JSON.parse(value.pluck().get() as string)).toEqual({
      number: `${marker}-2026`,
      class: 'any',
      years: 1,
      approvedBy: userId,
      purgedBy: test.store.requireUnlocked().session.user.id,
    });
  });

  it('is off while one person alone could decide, and while a recovery waits to be confirmed', async () => {
    const requestIds = await approve();
    await test.signInAs('admin');
    await test.call('users.suspend', { userId, version: 1, suspended: true });
    const off = { code: 'forbidden', reason: 'purge_needs_two' };
    expect(await test.refusal('purges.carryOut', { requestIds })).toEqual(off);
    await test.call('users.suspend', { userId, version: 2, suspended: false });
    await addRecordsOfficer([unitId]);
    test.store.lock();
    const recovery = { recoveryKey: test.recoveryKey, login: 'admin', newPassphrase: administrator.passphrase };
    await test.call('session.recover', { ...recovery, reason: 'Forgotten' });
    await test.signInAs('records');
    const pending = { code: 'conflict', reason: 'confirmation_pending' };
    expect(await test.refusal('purges.carryOut', { requestIds })).toEqual(pending);
    const [item] = (await test.call('users.waiting', {})).items;
    await test.call('users.approve', { approvalId: item!.id, accept: true });
    expect((await test.call('purges.carryOut', { requestIds })).files).toBe(1);
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
