import { copyFileSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Role } from '#contract/ground/codes';
import type { ReferralId, UnitId, UserId } from '#contract/ground/ids';
import { sha256 } from '../../../db/ground/kernel/signing.ts';
import { header, importRows, mappingFor } from '../../../tests/db/intake/imports/support.ts';
import { noChildIdentified } from '../../../tests/support/danger.ts';
import { conclude, markedFile } from '../../../tests/support/caseFiles.ts';
import { agreeOn, createSides, lastDay, type Side } from '../../../tests/support/exchanges.ts';
import { administrator, choosePassphrase, type Answered, type TestStore } from '../../../tests/support/store.ts';
import { wholeFiles } from '../foreignSeeds.ts';

/** In every text of the other unit, and in no other. */
export const otherMarker = 'ZQXOTHER';

export interface UnitSide {
  readonly test: TestStore;
  /** The same in every copy. */
  readonly otherUnit: UnitId;
  /** The calls that made it, but those that disclose the other unit. */
  readonly answered: readonly Answered[];
  readonly dispose: () => void;
}

async function addUnit(test: TestStore, code: string): Promise<UnitId> {
  const name = { en: `Unit ${code}`, fr: `Unité ${code}` };
  return (await test.call('units.save', { code, name, service: 'Service', active: true })).id;
}

async function addUser(test: TestStore, login: string, roles: Role[], unitIds: UnitId[]): Promise<UserId> {
  const { passphrase } = administrator;
  const made = { login, displayName: `Officer ${login}`, roles, unitIds, passphrase };
  const { id, awaitsApproval } = await test.call('users.create', made);
  if (awaitsApproval) {
    await test.signInAs('officer');
    const { items } = await test.call('users.waiting', {});
    for (const { id: approvalId } of items) await test.call('users.approve', { approvalId, accept: true });
    await test.signInAs(administrator.login);
  }
  return id;
}

/** Files to read, of every kind, where a dialog could find them. */
async function fillInbox(test: TestStore): Promise<void> {
  mkdirSync(join(test.parent, 'inbox'));
  mkdirSync(join(test.parent, 'outbox'));
  for (const { name, bytes } of await wholeFiles()) writeFileSync(join(test.parent, 'inbox', name), bytes);
  const rows = ['2026-09-10,public,IN-1,,low,words,,,', '2026-10-10,public,IN-2,,,,,,'];
  writeFileSync(join(test.parent, 'inbox', 'rows.csv'), [header, ...rows, ''].join('\n'));
  const extract = ['Occurrence number,Opened,Closed', 'EX-1,2026-10-01,', 'EX-2,2026-10-03,2026-11-01', ''];
  writeFileSync(join(test.parent, 'inbox', 'extract.csv'), extract.join('\n'));
  writeFileSync(join(test.parent, 'inbox', 'codes.csv'), 'section,code\n163.1(4),3456\n');
  const catalogue = resolve(import.meta.dirname, '../../../db/casework/offences');
  for (const name of readdirSync(catalogue).filter((each) => each.endsWith('.json')))
    copyFileSync(join(catalogue, name), join(test.parent, 'inbox', name));
}

/** Files of another workspace's exchange, added to those of this one. */
async function fillExchanges(own: Side, other: Side): Promise<void> {
  const exchangeId = await agreeOn(own, other);
  await own.call('exchanges.request', { exchangeId, file: own.file('inbox/own.request') });
  await other.call('exchanges.request', { exchangeId, file: other.file('inbox/other.request') });
  // One that this side has not joined yet.
  const begun = { unitId: other.unitId, name: 'Spring', expiresOn: lastDay };
  const { exchangeId: second, sharedKey } = await other.call('exchanges.begin', begun);
  await other.call('exchanges.saveKey', { exchangeId: second, file: other.file('inbox/other.key') });
  writeFileSync(join(own.parent, 'inbox', 'other.secret'), sharedKey);
}

async function build(): Promise<UnitSide> {
  const [test, other] = await createSides();
  await choosePassphrase(test);
  await test.signInAs(administrator.login);
  const own = test.unitId;
  const otherUnit = await addUnit(test, 'U02');
  const third = await addUnit(test, 'U03');
  const supervisor = await addUser(test, 'supervisor', ['supervisor'], [own]);
  await addUser(test, 'investigator', ['investigator'], [own]);
  const outsider = await addUser(test, 'outsider', ['investigator', 'supervisor'], [otherUnit]);
  const sender = await addUser(test, 'sender', ['investigator', 'supervisor'], [third]);
  await test.signInAs('supervisor');
  await choosePassphrase(test);
  await test.signInAs(administrator.login);
  await addUser(test, 'records', ['records_officer'], [own]);
  await test.signInAs('records');
  await choosePassphrase(test);
  await fillInbox(test);
  await test.signInAs('outsider');
  await markedFile(test, otherUnit, otherMarker, { lead: outsider, staysOpen: true });
  await test.signInAs('sender');
  const sent = await markedFile(test, third, 'THIRD', { lead: sender, staysOpen: true });
  const proposed = { toUnitId: own, toService: null, on: '2026-11-20', message: null } as const;
  await test.call('transfers.propose', { ...proposed, referralId: null, investigationId: sent.investigationId });
  for (let each = 0; each < 3; each += 1) {
    const { id } = await test.call('referrals.log', { unitId: third, source: 'ncecc', receivedOn: '2026-10-02' });
    await test.call('transfers.propose', { ...proposed, referralId: id, investigationId: null });
  }
  await test.signInAs('supervisor');
  await fillOwn(test, own, supervisor);
  await test.signInAs('officer');
  await fillExchanges(test, other);
  await test.call('backups.make', { jobId: '00000000-0000-4000-8000-000000000009' });
  const [backup] = (await test.call('backups.list', {})).backups;
  test.store.close();
  copyFileSync(join(test.folder, 'backups', backup!.name), join(test.parent, 'inbox', backup!.name));
  other.dispose();
  const answered = test.answered.filter(({ input }) => !JSON.stringify(input).includes(otherMarker));
  return { test, otherUnit, answered, dispose: test.dispose };
}

/** Files in every state, so that most that can be done can be done to one of them. */
async function fillOwn(test: TestStore, unitId: UnitId, lead: UserId): Promise<void> {
  await markedFile(test, unitId, 'OWNA', { lead });
  await markedFile(test, unitId, 'OWNB', { lead, staysOpen: true });
  const old = { unitId, openedOn: '2024-10-02', referralIds: [], number: 'OLD-1', lead } as const;
  const { id } = await test.call('investigations.open', { ...old, referralIds: [] });
  await conclude(test, id, '2024-11-02');
  await test.call('retention.setRule', { unitId, class: 'any', offence: null, validFrom: '2020-01-01', years: 1 });
  await test.call('purges.approve', { investigationIds: [id], referralIds: [] });
  for (let each = 0; each < 6; each += 1)
    await test.call('referrals.log', { unitId, source: 'ncecc', receivedOn: '2026-11-02' });
  await importRows(test, ['2026-10-10,public,IMP-1,,,,,,'], mappingFor(unitId));
  await test.call('seals.seal', {
    ...{ basis: 'court_order', reference: 'ON-1', reason: 'Order of the court' },
    ...{ investigationIds: [], referralIds: [await oneReferral(test, unitId)] },
  });
}

/** One that is over: what is open is not sealed. */
async function oneReferral(test: TestStore, unitId: UnitId): Promise<ReferralId> {
  const { id: referralId } = await test.call('referrals.log', { unitId, source: 'public', receivedOn: '2026-11-03' });
  await test.call('referrals.decideDanger', noChildIdentified(referralId));
  const { version } = (await test.call('referrals.get', { referralId })).referral;
  await test.call('referrals.move', { referralId, version, to: 'information_only', on: '2026-11-04' });
  return referralId;
}

let built: Promise<UnitSide> | null = null;

/** A workspace of a unit with files in every state, of another unit that nobody may see, and of a third that sends files. Closed: to be copied. */
export function unitSide(): Promise<UnitSide> {
  built ??= build().then((side) => {
    process.once('exit', side.dispose);
    return side;
  });
  return built;
}

/** The case rows of the other unit, by their hashes, read without a view. */
export function rowsOfOther(test: TestStore, otherUnit: UnitId, besides: ReadonlySet<string>): readonly string[] {
  const { raw } = test.store.requireUnlocked();
  const tables = raw.prepare("SELECT name FROM main.sqlite_master WHERE type = 'table'").pluck().all() as string[];
  return tables.flatMap((table) => {
    const columns = raw.pragma(`main.table_info(${table})`) as { name: string }[];
    if (besides.has(table) || !columns.some(({ name }) => name === 'unit_id')) return [];
    const rows = raw.prepare(`SELECT * FROM main."${table}" WHERE unit_id = ?`).raw().all(otherUnit);
    return rows.map((row) => `${table} ${sha256(JSON.stringify(row))}`).sort();
  });
}

export const isThere = (path: string): boolean => statSync(path, { throwIfNoEntry: false }) !== undefined;
