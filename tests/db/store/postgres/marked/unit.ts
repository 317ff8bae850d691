import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Role } from '#contract/ground/codes';
import type { FileGrant, UnitId, UserId } from '#contract/ground/ids';
import { defaultAssumptions } from '#contract/statistics/assumptions';
import { noChange } from '#contract/statistics/plans';
import { fixedClock } from '../../../../../db/ground/kernel/clock.ts';
import { dayOf } from '../../../../../db/ground/kernel/days.ts';
import { fingerprintOf } from '../../../../../db/ground/kernel/signing.ts';
import { authorityInput } from '../../../../support/authorities.ts';
import { readEverything } from '../../../../support/everyRead.ts';
import { markedFile, type MarkedFile } from '../../../../support/caseFiles.ts';
import { noChildIdentified } from '../../../../support/danger.ts';
import { newFolder } from '../../../../support/newFolder.ts';
import { newKey } from '../../../../support/packs.ts';
import { identifierInput, personInput } from '../../../../support/persons.ts';
import { addUnit, administrator, createUnitAndUser, today, type TestStore } from '../../../../support/store.ts';
import { must, type Hand } from '../../../../../proofs/torture/calls/chains/chain.ts';
import { fileChains } from '../../../../../proofs/torture/calls/chains/files.ts';
import { intakeChains } from '../../../../../proofs/torture/calls/chains/intake.ts';
import { extractsOf } from '../../../intake/extracts/support.ts';
import { header } from '../../../intake/imports/support.ts';
import { payloadOf, referenceText } from '../../../statistics/estimate/reference/referenceFiles.ts';
import { keepersWork } from '../keepersWork.ts';
import { exchange, plan, receive, recover, type Side } from '../methodsWork.ts';
import { officeWork } from '../officeWork.ts';

const on = '2026-11-03' as const;

interface Work {
  readonly test: TestStore;
  readonly marker: string;
  readonly unitId: UnitId;
  readonly userId: UserId;
}

const placeIn = ({ test }: Work, name: string): FileGrant => test.grant(join(test.parent, name)) as FileGrant;

/** Files of this unit and its tables of others, as a day's work leaves them. */
export async function workOfUnit(side: Side, marker: string): Promise<void> {
  const { test } = side;
  await test.signInAs(administrator.login);
  const unitId = await addUnit(test);
  const people: readonly (readonly [string, readonly Role[]])[] = [
    ['officer', ['investigator', 'supervisor', 'records_officer']],
    ['colleague', ['investigator']],
  ];
  for (const [login, roles] of people)
    await test.call('users.create', {
      ...{ login, displayName: login, roles: [...roles], unitIds: [unitId], passphrase: administrator.passphrase },
    });
  await test.call('settings.save', { marking: `${marker} B`, idleMinutes: 12 });
  await test.signInAs('officer');
  const userId = test.store.requireUnlocked().session.user.id;
  const work = { test, marker, unitId, userId };
  await receive(side, unitId);
  await plan(side, unitId);
  await exchange(side, unitId);
  // The rest is of a certain day, and only the sign-in compares clocks.
  const { clock } = test.store.options;
  Object.assign(test.store.options, { clock: fixedClock(today) });
  await officeWork(test, unitId, userId);
  await chains(work);
  await keepLists(work);
  await workOnReferrals(work);
  await workOnFile(work);
  await readFiles(work);
  Object.assign(test.store.options, { clock });
  await sendAway(work);
  await recover(side);
}

/** With a workspace elsewhere to exchange with, which is called by the marker. */
export async function sideOf(
  test: TestStore,
  recoveryKey: string,
  marker: string,
): Promise<Side & { readonly end: () => void }> {
  const now = Date.now();
  const clock = { now: () => now, today: () => dayOf(now) };
  const partner = await newFolder(marker);
  for (const { store } of [test, partner]) Object.assign(store.options, { clock });
  Object.assign(test.store.options, { print: () => Promise.resolve(Buffer.from('%PDF')) });
  await partner.signInAs(administrator.login);
  const { unitId, userId } = await createUnitAndUser(partner);
  return { test, now, recoveryKey, partner: { ...partner, unitId, userId: userId as UserId }, end: partner.dispose };
}

/** The file whose rows come in is called by the marker, and so is one of its columns. */
async function chains({ test, marker }: Work): Promise<void> {
  const folder = join(test.parent, randomUUID());
  mkdirSync(folder);
  const rows = [
    `${header},${marker},Officer`,
    `2026-10-01,NCECC,A-1,3,high,${marker} first,,,,,${marker} Roy`,
    `2026-10-02,NCECC,,2,low,${marker} second,2026-10-05,not viable,,,`,
  ];
  const pathOf = (ending: string): string => join(folder, ending === 'rows.csv' ? `${marker}.csv` : ending);
  writeFileSync(pathOf('rows.csv'), rows.join('\n'));
  const grant = (path: string) => test.grant(path) as FileGrant;
  const hand: Hand = {
    ...{ test, login: 'officer', call: test.call, pathOf },
    inbox: (ending) => grant(pathOf(ending)),
    outbox: (name) => grant(name === undefined ? folder : join(folder, name)),
  };
  const some = intakeChains.filter(({ reaches }) => reaches.some((name) => /^(imports|lists)\./.test(name)));
  for (const { run } of [...fileChains, ...some]) await run(hand);
  const { mappings } = await test.call('importMappings.list', {});
  for (const { id, version } of mappings) await test.call('importMappings.rename', { id, version, name: id });
  for (const run of keepersWork.slice(0, 3)) await run(hand);
}

/** What those who work alone keep for themselves. */
async function keepLists({ test, unitId, marker }: Work): Promise<void> {
  const { call } = test;
  const columns = [{ id: marker, isShown: true, width: 120 }];
  const query = {
    list: 'referrals',
    filter: { numberStartsWith: marker },
    sort: { column: 'receivedOn', descending: true },
  } as const;
  await call('lists.saveView', { held: null, name: 'Mine', query, columns });
  await call('lists.keepColumns', { list: 'referrals', columns });
  await call('assumptionSets.save', { name: 'Mine', assumptions: defaultAssumptions });
  await call('plans.save', { name: 'Mine', scope: { unitId }, plan: noChange });
  const statement = { en: 'As we count', fr: 'Comme nous comptons' };
  const rule = { unitId, validFrom: '2026-01-01', backlogDefinition: 'exclude_court', statement } as const;
  await call('countingRules.save', rule);
}

async function workOnReferrals({ test, unitId }: Work): Promise<void> {
  const { call } = test;
  const log = async () => (await call('referrals.log', { unitId, source: 'ncecc', receivedOn: on })).id;
  const danger = { identifiable: 'yes', imminent: true, decidedAt: Date.parse('2026-11-03T12:00:00Z') } as const;
  const referralId = await log();
  await call('referrals.decideDanger', { referralId, ...danger, reason: 'A name is given' });
  const notifiedAt = danger.decidedAt + 1000;
  const notice = { required: true, agency: 'Agency', person: 'Person', notifiedAt } as const;
  await call('referrals.notifyProtection', { referralId, notice });
  const other = await log();
  await call('referrals.decideDanger', noChildIdentified(other));
  const { version } = (await call('referrals.get', { referralId: other })).referral;
  await call('referrals.move', { referralId: other, version, to: 'information_only', on, reason: 'Known' });
}

/** To a unit of the same people, who refuse it. */
async function sendAway({ test, unitId, userId }: Work): Promise<void> {
  const { call } = test;
  await test.signInAs(administrator.login);
  const toUnitId = await addUnit(test, 'U02');
  const { version, roles } = must((await call('users.list', {})).users.find(({ id }) => id === userId));
  await call('users.grant', { userId, version, roles: [...roles], unitIds: [unitId, toUnitId] });
  await test.signInAs('officer');
  const { id: referralId } = await call('referrals.log', { unitId, source: 'ncecc', receivedOn: on });
  const sent = { referralId, investigationId: null, toUnitId, toService: null, on, message: 'Yours' } as const;
  const { id: transferId } = await call('transfers.propose', sent);
  await call('transfers.refuse', { transferId, version: 1, on, reason: 'Not ours' });
}

async function workOnFile({ test, unitId, userId, marker }: Work): Promise<void> {
  const { call } = test;
  const made = await markedFile(test, unitId, marker, { lead: userId, staysOpen: true });
  const { investigationId } = made;
  const file = { kind: 'investigation', id: investigationId } as const;
  const safe = { safeguardedOn: on, safeguardedBy: 'An agency', identifiedOn: on } as const;
  await call('persons.add', personInput(file, 'victim', safe));
  const subject = personInput(file, 'subject', { ageBand: '16_17', birthDate: '2010-03-04', name: 'A. Fictif' });
  const { id: personId } = await call('persons.add', subject);
  await call('persons.change', { ...subject, personId, version: 1, name: `${marker} Fictif`, reason: 'Misread' });
  const obtained = { obtained: 'order', obtainedReference: 'Order', seenText: 'Seen', event: 'Login' } as const;
  await call('identifiers.add', identifierInput(file, 'handle', `${marker}.other`, obtained));
  const court = authorityInput(investigationId, 'court_proceedings', '2026-10-13', { variant: 'provincial' });
  const { id: authorityId } = await call('authorities.record', court);
  await call('delays.deduct', { investigationId, authorityId, cause: 'defence', days: 10, note: 'Agreed' });
  await call(
    'authorities.record',
    authorityInput(investigationId, 'search_warrant', on, { reference: 'W-1', dueOn: '2026-12-01' }),
  );
  const versionOf = async () => (await call('investigations.get', { investigationId })).investigation.version;
  const wait = { state: 'lab', since: on, on: 'A laboratory' } as const;
  await call('investigations.wait', { files: [{ investigationId, version: await versionOf() }], ...wait });
  await redact(test, made);
  await readAll(test, { ...made, unitId, userId, marker });
  const closed = await call('investigations.open', { unitId, openedOn: on, referralIds: [], lead: null });
  const concluding = { investigationId: closed.id, version: 1, on, reason: 'Nothing more' };
  await call('investigations.conclude', concluding);
  const act = { basis: 'court_order', reference: 'ON-1', reason: 'Order' } as const;
  await call('seals.seal', { ...act, investigationIds: [closed.id], referralIds: [] });
}

/** The words of a search, for one, are in the audit. */
async function readAll(
  test: TestStore,
  about: Omit<Parameters<typeof readEverything>[1], 'operationId' | 'partnerId'>,
) {
  const { partners } = await test.call('partners.list', { filter: {} });
  const { operations } = await test.call('operations.list', { filter: {} });
  await readEverything(test, { ...about, operationId: must(operations[0]).id, partnerId: must(partners[0]).id });
}

/** A paper of which a part is blacked out. */
async function redact({ call }: TestStore, { investigationId, paperId }: MarkedFile): Promise<void> {
  const seen = await call('papers.get', { investigationId, paperId });
  const record = must(seen.records.find(({ section }) => section === 'notes'));
  const spans = [{ field: 'text', from: 0, to: 4 }];
  const decision = { way: 'redact', ground: 'other', remark: 'Not for the defence', fields: [], spans } as const;
  const { id, digest } = record;
  const named = { investigationId, paperId, version: seen.paper.version };
  await call('papers.decide', { ...named, records: [{ id, digest }], decision } as never);
}

/** What other systems and other workspaces say. */
async function readFiles(work: Work): Promise<void> {
  const { test, marker } = work;
  const { extract } = extractsOf(() => test);
  const head = 'Occurrence number,Opened,Closed,Title';
  await extract('investigations', head, `${marker}-9,2026-10-01,,${marker} one`);
  await extract('investigations', head, `${marker}-9,2026-10-01,2026-11-01,${marker} two`);
  const key = newKey();
  const payload = payloadOf();
  const named = { ...payload, workspace: { ...payload.workspace, name: `${marker} coordination` } };
  writeFileSync(join(test.parent, 'own.vigieref'), referenceText(named, key));
  const file = placeIn(work, 'own.vigieref');
  await test.call('reference.import', { file, confirmFingerprint: fingerprintOf(key.publicKey) });
}
