import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import type { BreachReport } from '#contract/accounts/breach';
import type { CivilDate } from '#contract/ground/dates';
import type { JobId, UserId } from '#contract/ground/ids';
import { markedFile } from '../../../support/caseFiles.ts';
import { addUnit, administrator, copyOfUnit, createTestStore, createUnitAndUser } from '../../../support/store.ts';
import { personInput } from '../../../support/persons.ts';
import { ofFile } from '../../../support/fixtures/make.ts';

const { it, made: test } = ofFile(() => createTestStore('unit', () => Promise.resolve(Buffer.from('%PDF-1.4\n'))));

const jobId = '00000000-0000-4000-8000-0000000000aa' as JobId;
const { passphrase } = administrator;
const marker = 'Zzyzx Fictive';
let backup: { name: string; madeAt: number };
let entry: number;
const counts = (report: BreachReport) => Object.fromEntries(report.counts.map(({ what, count }) => [what, count]));
const last = (method: string) =>
  JSON.parse(
    test.store
      .requireUnlocked()
      .raw.prepare('SELECT facts FROM audit_entry WHERE method = ? ORDER BY sequence DESC LIMIT 1')
      .pluck()
      .get(method) as string,
  ) as unknown;

/** A unit with two victims, one of them named; a backup; then a third, an exported journal, and an officer disabled. */
it.beforeAll(async () => {
  const { unitId } = await createUnitAndUser(test);
  const { id } = await test.call('investigations.open', {
    unitId,
    openedOn: '2026-10-03',
    referralIds: [],
    lead: null,
  });
  const add = (name: string | null) =>
    test.call('persons.add', personInput({ kind: 'investigation', id }, 'victim', { name }));
  await add(marker);
  await add(null);
  backup = await test.call('backups.make', { jobId });
  await add(null);
  await test.signInAs('admin');
  const roles = ['investigator' as const];
  const person = { displayName: 'Leaver', passphrase, roles, unitIds: [unitId] };
  const leaver = await test.call('users.create', { ...person, login: 'leaver' });
  await test.call('users.create', { ...person, login: 'records', roles: ['records_officer'] });
  await test.call('users.disable', { userId: leaver.id });
  const file = test.grant(join(test.parent, 'journal.csv')) as never;
  await test.call('audit.export', { filter: {}, file, locale: 'en' });
  entry = (await test.call('audit.list', { filter: { kind: 'exported' }, size: 5 })).rows.at(-1)!.sequence;
  await test.signInAs('records');
});

describe('a breach report', () => {
  it('of the computer counts the store as it is and every way into it, and names nobody', async () => {
    const report = await test.call('breach.report', { lost: { kind: 'computer' } });
    expect(counts(report)).toMatchObject({ investigations: 1, persons: 3, victims: 3, named: 1, born: 0, accounts: 4 });
    expect(report.counts.map(({ what }) => what)).not.toContain('packs');
    expect(report.ways).toEqual({
      people: 3,
      roles: [
        { role: 'investigator', count: 1 },
        { role: 'supervisor', count: 1 },
        { role: 'administrator', count: 1 },
        { role: 'records_officer', count: 1 },
      ],
      disabled: 0,
      givenPassphrase: 2,
      recoveryKey: true,
      rounds: 1000,
    });
    // Made by hand, and before and after the change of key.
    expect(report.copies).toEqual({ backups: 3, stores: 0 });
    expect(JSON.stringify(report)).not.toMatch(/Zzyzx|officer@|Leaver|admin"/);
    expect(last('breach.report')).toEqual({ lost: 'computer', people: 3 });
  });

  it('of a backup counts the backup, also where only its copy in the other place can be reached', async () => {
    const lost = { kind: 'backup', name: backup.name, place: 'workspace' } as const;
    const report = await test.call('breach.report', { lost });
    expect(counts(report)).toMatchObject({ persons: 2, named: 1, accounts: 2 });
    expect([report.at, report.copies, report.backup?.reason]).toEqual([backup.madeAt, null, 'manual']);
    expect(report.ways).toMatchObject({ people: 2, recoveryKey: true });
    expect(report.backup?.isOtherCopy).toBe(false);
    const fromOther = { ...lost, place: 'second' } as const;
    expect(await test.call('breach.report', { lost: fromOther })).toMatchObject({
      at: report.at,
      backup: { isOtherCopy: true },
    });
    const page = join(test.parent, 'other.html');
    await test.call('breach.save', { lost: fromOther, file: test.grant(page), locale: 'en' });
    expect(readFileSync(page, 'utf8')).toContain('Read from the copy in the other place');
    await test.call('breach.report', { lost: fromOther });
    expect(last('breach.report')).toEqual({ lost: 'backup', backup: backup.name, place: 'second', people: 2 });
    const other = '20260101T000000000Z-daily-00000000.vigiebackup';
    expect(await test.refusal('breach.report', { lost: { ...lost, name: other } })).toEqual({ code: 'not_found' });
  });

  it('tells of a disabled person whose slot is still in a backup', async () => {
    const path = join(test.folder, 'backups', backup.name);
    const away = join(test.parent, 'away');
    mkdirSync(away);
    renameSync(path, join(away, backup.name));
    await test.signInAs('admin');
    const { users } = await test.call('users.list', {});
    await test.call('users.disable', { userId: users.find(({ login }) => login === 'officer')!.id });
    renameSync(join(away, backup.name), path);
    await test.signInAs('records');
    const { ways } = await test.call('breach.report', {
      lost: { kind: 'backup', name: backup.name, place: 'workspace' },
    });
    expect(ways).toMatchObject({ people: 2, disabled: 1 });
    // The computer has that backup too.
    expect((await test.call('breach.report', { lost: { kind: 'computer' } })).ways).toMatchObject({ disabled: 1 });
  });

  it('of an export says what left, when and how many rows, and that no key protects it', async () => {
    const report = await test.call('breach.report', { lost: { kind: 'export', entry } });
    expect(report).toMatchObject({ ways: null, counts: [], exported: { method: 'audit.export' } });
    const { raw } = test.store.requireUnlocked();
    expect(report.at).toBe(raw.prepare('SELECT at FROM audit_entry WHERE sequence = ?').pluck().get(entry));
    expect(last('breach.report')).toEqual({ lost: 'export', entry });
    for (const other of [1, 999_999])
      expect(await test.refusal('breach.report', { lost: { kind: 'export', entry: other } })).toEqual({
        code: 'not_found',
      });
  });

  it.each(['en', 'fr'] as const)('is saved as a page, audited before it leaves: %s', async (locale) => {
    const html = join(test.parent, `breach-${locale}.html`);
    const save = (path: string) =>
      test.call('breach.save', { lost: { kind: 'computer' }, file: test.grant(path), locale });
    await save(html);
    const text = readFileSync(html, 'utf8');
    for (const said of {
      en: ['Breach report', 'Persons recorded as victims', 'Who could open it', 'Recovery key', '1,000'],
      fr: ['Rapport d’atteinte', 'Personnes inscrites comme victimes', 'Qui pouvait l’ouvrir', 'Clé de récupération'],
    }[locale])
      expect(text).toContain(said);
    expect(text).not.toMatch(/Zzyzx|Leaver/);
    expect(last('breach.save')).toMatchObject({ ended: 'done' });
    const pdf = join(test.parent, `breach-${locale}.pdf`);
    await save(pdf);
    expect(readFileSync(pdf, 'latin1')).toMatch(/^%PDF/);
  });

  it('is not written where the audit cannot be, and is for administrators and records officers alone', async () => {
    const path = join(test.parent, 'unaudited.html');
    const { raw } = test.store.requireUnlocked();
    raw.exec("CREATE TEMP TRIGGER no BEFORE INSERT ON main.audit_entry BEGIN SELECT RAISE(ABORT, 'no'); END");
    const lost = { kind: 'computer' } as const;
    await test.refusal('breach.save', { lost, file: test.grant(path), locale: 'en' });
    raw.exec('DROP TRIGGER temp.no');
    expect(existsSync(path)).toBe(false);
    await test.signInAs('admin');
    expect((await test.call('breach.report', { lost })).lost).toEqual(lost);
    const person = { login: 'supervisor', displayName: 'S', passphrase, unitIds: [await addUnit(test, 'U02')] };
    await test.call('users.create', { ...person, roles: ['investigator'] });
    await test.signInAs('supervisor');
    expect(await test.refusal('breach.report', { lost })).toEqual({ code: 'forbidden' });
  });
});

describe('every count', () => {
  it('of a unit workspace is of what was recorded, sealed records among it', async () => {
    const made = await copyOfUnit();
    const file = await markedFile(made.test, made.unitId, 'Zzyzx', { lead: made.userId as UserId });
    const other = await markedFile(made.test, made.unitId, 'Xyzzy', { lead: made.userId as UserId, staysOpen: true });
    const inFile = { kind: 'investigation', id: other.investigationId } as const;
    const known = { name: 'Victim' };
    for (const given of [known, {}]) await made.test.call('persons.add', personInput(inFile, 'victim', given));
    // A date of birth is recorded of a youth who is a subject.
    const youth = { name: 'Youth', ageBand: '16_17', birthDate: '2009-01-02' as CivilDate } as const;
    await made.test.call('persons.add', personInput(inFile, 'subject', youth));
    await made.test.call('seals.seal', {
      ...{ basis: 'court_order', reference: 'CO-1', reason: 'Ordered' },
      ...{ investigationIds: [file.investigationId], referralIds: [] },
    });
    await made.test.signInAs('admin');
    const report = await made.test.call('breach.report', { lost: { kind: 'computer' } });
    const { raw } = made.test.store.requireUnlocked();
    // One entry more since: that of the report itself.
    const entries = (raw.prepare('SELECT max(sequence) FROM audit_entry').pluck().get() as number) - 1;
    const { sealed, ...rest } = counts(report);
    expect(rest).toEqual({
      referrals: 4,
      investigations: 2,
      persons: 7,
      victims: 2,
      named: 6,
      born: 1,
      identifiers: 6,
      notes: 2,
      devices: 4,
      packages: 2,
      accounts: 2,
      entries,
    });
    expect(sealed).toBeGreaterThan(0);
    made.test.dispose();
  });
});

it('of a coordination workspace counts agreements, funding, packs and returns', async () => {
  const coordination = await createTestStore('coordination');
  const report = await coordination.call('breach.report', { lost: { kind: 'computer' } });
  // Full ones are counted in `agreementRights.test.ts`, which has two agreements already.
  expect(counts(report)).toEqual({ agreements: 0, funding: 0, packs: 0, returns: 0, accounts: 1, entries: 2 });
  coordination.dispose();
});
