import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addMonths, type CivilDate, type Month } from '#contract/ground/dates';
import type { FileGrant, InvestigationId, UnitId, UserId } from '#contract/ground/ids';
import { defaultAssumptions } from '#contract/statistics/assumptions';
import { noChange } from '#contract/statistics/plans';
import { shippedCatalogue } from '../../../../db/casework/offences/catalogue.ts';
import { dayOf } from '../../../../db/ground/kernel/days.ts';
import { fingerprintOf } from '../../../../db/ground/kernel/signing.ts';
import { given } from '../../../support/exchanges.ts';
import { newKey } from '../../../support/packs.ts';
import { administrator, type TestStore } from '../../../support/store.ts';
import { must, newJob } from '../../../../proofs/torture/calls/chains/chain.ts';
import { exampleXml } from '../../intake/referralDocuments/examples.ts';
import { payloadOf, referenceText } from '../../statistics/estimate/reference/referenceFiles.ts';

/** One of the two sides that are compared, in files of its own. */
export interface Side {
  readonly test: TestStore;
  readonly now: number;
  readonly recoveryKey: string;
  /** A workspace elsewhere, with which identifiers are exchanged. */
  readonly partner: TestStore & { readonly unitId: UnitId; readonly userId: UserId };
}

const { passphrase } = administrator;
const next = 'another long enough phrase';
const reason = 'A reason';
const deciding = ['investigator' as const, 'supervisor' as const, 'records_officer' as const];
const key = newKey();

const day = ({ now }: Side, ago: number): CivilDate => dayOf(now - ago * 86_400_000);
const monthOf = (date: CivilDate): Month => date.slice(0, 7) as Month;
const place = ({ test }: Side, name: string): FileGrant => test.grant(join(test.parent, name)) as FileGrant;

function written(side: Side, name: string, text: string): FileGrant {
  writeFileSync(join(side.test.parent, name), text);
  return place(side, name);
}

/** Whether it is refused is an answer too. */
const asked = (promise: Promise<unknown>): Promise<unknown> => promise.catch(() => undefined);

/** As who administers: units, people, settings, keys. Signs the officer in. */
export async function administer(side: Side): Promise<UnitId> {
  const { call } = side.test;
  await call('passphrase.strength', { passphrase: 'words', about: [] });
  await call('session.signIn', { login: administrator.login, passphrase });
  await call('firstDay.get', {});
  const { id: unitId } = await call('units.save', {
    ...{ code: 'U01', name: { en: 'Unit', fr: 'Unité' }, service: 'Service', active: true },
  });
  const create = async (login: string, roles: typeof deciding = deciding) =>
    (await call('users.create', { login, displayName: login, roles, unitIds: [unitId], passphrase })).id;
  const [officer, leaver] = [await create('officer'), await create('leaver')];
  const several = { displayName: 'several', roles: deciding, unitIds: [unitId], passphrase };
  await call('users.createMany', { people: [{ login: 'several', ...several }] });
  await call('users.suspend', { userId: leaver, version: 1, suspended: true });
  await call('users.resetPassphrase', { userId: leaver, passphrase: next });
  await call('users.disable', { userId: leaver });
  await call('users.list', {});
  await call('settings.save', { marking: 'PROTECTED B', idleMinutes: 12 });
  await call('offences.importCatalogue', {
    file: written(side, 'offences.json', JSON.stringify({ ...shippedCatalogue, version: '2027-01-01' })),
  });
  await call('offences.importCodes', { file: written(side, 'codes.csv', 'section,code\n163.1(4),3455\n') });
  await call('session.signIn', { login: 'officer', passphrase });
  await call('session.changePassphrase', { current: passphrase, next: passphrase });
  await call('session.signIn', { login: administrator.login, passphrase });
  await call('session.changePassphrase', { current: passphrase, next: passphrase });
  const grant = { userId: officer, roles: [...deciding, 'administrator' as const], unitIds: [unitId] };
  const versionOf = async () => must((await call('users.list', {})).users.find(({ id }) => id === officer)).version;
  const waiting = async () => must((await call('users.waiting', {})).items.find(({ userId }) => userId === officer)).id;
  await call('users.grant', { ...grant, version: await versionOf() });
  await call('users.withdraw', { approvalId: await waiting() });
  await call('users.grant', { ...grant, version: await versionOf() });
  const approvalId = await waiting();
  await asked(call('users.approve', { approvalId, accept: true }));
  await call('session.signIn', { login: 'officer', passphrase });
  await call('users.approve', { approvalId, accept: true });
  await call('session.signIn', { login: 'officer', passphrase });
  await call('session.current', {});
  await call('recoveryKey.state', {});
  await goOnLeave(side, unitId, officer);
  return unitId;
}

async function goOnLeave(side: Side, unitId: UnitId, userId: UserId): Promise<void> {
  const { call } = side.test;
  const cover = must((await call('users.directory', {})).users.find(({ displayName }) => displayName === 'several'));
  const days = { fromOn: day(side, 2), untilOn: day(side, -3) };
  const facts = { unitId, userId, coverId: cover.id, ...days };
  const { id } = await call('leave.record', { existing: null, ...facts });
  await call('leave.record', { existing: { id, version: 1 }, ...facts, untilOn: day(side, -1) });
  await call('leave.list', {});
  await call('due.list', { filter: { lead: 'nobody' } });
  await call('leave.remove', { unitId, leaveId: id, version: 2 });
}

/** A key that is asked for is another one on each side: what it is used for is compared. */
export async function recover({ test: { call }, recoveryKey }: Side): Promise<void> {
  await call('session.recover', { recoveryKey, login: administrator.login, newPassphrase: next, reason });
  await call('recoveryKey.replace', { passphrase: next, reason });
  await call('recoveryKey.state', {});
  await call('firstDay.get', {});
  await call('users.list', {});
}

/** Documents and registers that come in. */
export async function receive(side: Side, unitId: UnitId): Promise<void> {
  const { call } = side.test;
  const receivedOn = day(side, 10);
  const draft = await call('tips.read', { file: written(side, 'report.xml', exampleXml), jobId: newJob() });
  const tip = { unitId, source: 'ncecc' as const, receivedOn, format: draft.format, counts: [...draft.counts] };
  const { id } = await call('tips.log', { ...tip, persons: draft.persons, identifiers: draft.identifiers });
  await call('referrals.get', { referralId: id });
  const open = (number: string) =>
    call('investigations.open', { unitId, openedOn: day(side, 9), referralIds: [], lead: null, number });
  const { id: investigationId } = await open('2026-17');
  const kind = 'investigations' as const;
  const file = written(side, 'extract.csv', `Occurrence number,Opened,Closed\n2026-17,${day(side, 8)},\n9,x,\n`);
  const { reading, suggested } = await call('extracts.inspect', { kind, file });
  const { previewId } = await call('extracts.preview', { kind, file, reading, mapping: suggested, jobId: newJob() });
  await call('extracts.rows', { previewId, difference: 'changed', offset: 0, size: 50 });
  await call('extracts.apply', { previewId, take: ['new', 'changed'], except: [], jobId: newJob() });
  const bytes = Buffer.from('Received,Source\n').toString('base64');
  await call('imports.receiveFile', { file: place(side, 'piece'), name: 'piece.csv', offset: 0, base64: bytes });
  await takePart(side, unitId, investigationId);
}

async function takePart(side: Side, unitId: UnitId, id: InvestigationId) {
  const { call } = side.test;
  const service = { unitId, partnerId: null, version: null, name: 'Service', joinedOn: day(side, 30), leftOn: null };
  const { id: partnerId } = await call('partners.save', service);
  const part = { investigationId: id, role: 'joint_investigation', fromOn: day(side, 9), untilOn: null } as const;
  const { id: partId } = await call('partners.takePart', { ...part, partnerId });
  await call('partners.changePart', { ...part, partId, version: 1, untilOn: day(side, 2) });
  await call('partners.ofFile', { investigationId: id });
  const heard = {
    investigationId: id,
    kind: 'plea',
    time: '09:30',
    court: 'Court',
    personId: null,
    attends: null,
  } as const;
  const { id: hearingId } = await call('hearings.add', { ...heard, on: day(side, 3) });
  await call('hearings.change', { ...heard, hearingId, version: 1, on: day(side, 2), reason });
  await call('hearings.answer', {
    ...{ investigationId: id, hearingId, version: 2, answer: { outcome: 'adjourned', outcomeNote: 'Counsel' } },
    next: { kind: 'trial', on: day(side, 0), time: '08:45' },
  });
  await call('hearings.list', { investigationId: id });
  await call('week.get', { filter: { mine: false } });
  await call('week.print', { filter: {}, file: place(side, 'week.pdf'), locale: 'fr' });
  const operation = { unitId, operationId: null, version: null, name: 'Operation' };
  const { id: operationId } = await call('operations.save', { ...operation, beganOn: day(side, 30), endedOn: null });
  await call('operations.export', {
    ...{ operationId, from: day(side, 30), to: day(side, 0), locale: 'fr', format: 'csv' },
    file: place(side, 'operation.csv'),
  });
  // Of what left, as the entry says it; a computer that is lost has no file of the unit on a server.
  const { rows } = await call('audit.list', { filter: { kind: 'exported', outcome: 'done' }, size: 10 });
  const lost = { kind: 'export', entry: must(rows.find(({ begun }) => begun === null)).sequence } as const;
  await call('breach.report', { lost });
  await call('breach.save', { lost, file: place(side, 'breach.html'), locale: 'en' });
  const rule = { unitId, class: 'any', offence: null, validFrom: day(side, 100), years: 1 } as const;
  await call('retention.setRule', rule);
  await call('retention.rules', { unitId });
}

/** Estimates and plans of a unit that has no history: what is asked of them is answered, and no chain is drawn. */
export async function plan(side: Side, unitId: UnitId): Promise<void> {
  const { call } = side.test;
  const lastMonth = addMonths(monthOf(day(side, 0)), -1);
  const scope = { unitId };
  const question = { scope, lastMonth, assumptions: defaultAssumptions };
  await call('counterfactual.lastMonth', { scope });
  await call('counterfactual.run', { ...question, jobId: newJob() });
  await call('counterfactual.first', question);
  await call('counterfactual.sensitivity', { ...question, jobId: newJob() });
  await call('counterfactual.placebos', { ...question, jobId: newJob() });
  const { id: setId } = await call('assumptionSets.save', { name: 'Mine', assumptions: defaultAssumptions });
  await call('assumptionSets.list', {});
  await call('assumptionSets.remove', { id: setId, version: 1 });
  const { id } = await call('plans.save', { name: 'Mine', scope, plan: noChange });
  await call('plans.list', {});
  const projecting = { scope, lastMonth, plan: noChange, compare: [id] };
  await call('plans.project', { ...projecting, jobId: newJob() });
  await call('plans.backtest', { scope, lastMonth, jobId: newJob() });
  const search = { from: addMonths(lastMonth, 2), by: addMonths(lastMonth, 12), target: 5, probability: 0.8 };
  await call('plans.findStaff', { scope, lastMonth, plan: noChange, search, jobId: newJob() });
  await call('plans.print', { ...projecting, file: place(side, 'plan.pdf'), locale: 'fr', jobId: newJob() });
  await call('plans.remove', { id, version: 1 });
  const file = written(side, 'own.vigieref', referenceText(payloadOf(), key));
  await call('reference.inspect', { file });
  await call('reference.import', { file, confirmFingerprint: fingerprintOf(key.publicKey) });
  const { reference } = await call('reference.get', {});
  await call('reference.remove', { id: must(reference).id });
  const content = { format: 'csv' as const, notes: ['Seed'], columns: ['Month'], rows: [[1]] };
  await call('figures.save', { file: place(side, 'figure.csv'), figure: 'sensitivity', content });
}

/** Identifiers that a unit elsewhere has too. */
export async function exchange(side: Side, unitId: UnitId): Promise<void> {
  const { test, partner } = side;
  const { call } = test;
  const there = (name: string) => partner.grant(join(test.parent, name)) as FileGrant;
  const facts = { source: 'ncecc', receivedOn: day(side, 5), identifiers: [given('email', 'a@example.org')] } as const;
  for (const [at, unit] of [
    [call, unitId],
    [partner.call, partner.unitId],
  ] as const)
    await at('referrals.log', { ...facts, identifiers: [...facts.identifiers], unitId: unit, acceptDuplicate: true });
  const { exchangeId, sharedKey } = await call('exchanges.begin', {
    unitId,
    name: 'Winter',
    expiresOn: day(side, -20),
  });
  const first = await call('exchanges.saveKey', { exchangeId, file: place(side, 'asking') });
  const joining = { unitId: partner.unitId, sharedKey };
  await partner.call('exchanges.confirmKey', {
    ...{ file: there('asking'), confirmFingerprint: first.fingerprint, joining },
  });
  const second = await partner.call('exchanges.saveKey', { exchangeId, file: there('answering') });
  await call('exchanges.inspectKey', { file: place(side, 'answering') });
  await call('exchanges.confirmKey', {
    ...{ file: place(side, 'answering'), confirmFingerprint: second.fingerprint, joining: null },
  });
  await call('exchanges.request', { exchangeId, file: place(side, 'request') });
  const asked = await partner.call('exchanges.read', { file: there('request') });
  await partner.call('exchanges.reply', {
    ...{ place: there('request'), references: must(asked.hits[0]).references, officer: partner.userId, reach: '1' },
    file: there('reply'),
  });
  await call('exchanges.read', { file: place(side, 'reply') });
  await partner.call('exchanges.request', { exchangeId, file: there('asked') });
  const read = await call('exchanges.read', { file: place(side, 'asked') });
  const { id: officer } = test.store.requireUnlocked().session.user;
  await call('exchanges.reply', {
    ...{ place: place(side, 'asked'), references: must(read.hits[0]).references, officer, reach: '2' },
    file: place(side, 'answered'),
  });
}

export async function endExchange({ test: { call } }: Side): Promise<void> {
  const { exchanges } = await call('exchanges.list', {});
  const { id: exchangeId, version } = must(exchanges[0]);
  await call('exchanges.end', { exchangeId, version });
}
