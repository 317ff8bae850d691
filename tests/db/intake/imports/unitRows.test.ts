import { expect } from 'vitest';
import { referralCells } from '#contract/casework/listCells';
import type { CivilDate } from '#contract/ground/dates';
import type { ReferralId } from '#contract/ground/ids';
import { suggestMapping } from '../../../../db/intake/imports/suggest.ts';
import { numbersIn } from '../../../../db/intake/imports/severalNumbers.ts';
import { dayNumber } from '../../../../db/statistics/backlog/files/days.ts';
import { readSteps } from '../../../../db/statistics/backlog/fileSteps.ts';
import { stageTimes } from '../../../../db/statistics/backlog/stages.ts';
import { readRegister } from '../../../support/importRegister.ts';
import { administrator, today } from '../../../support/store.ts';
import { closingByCount, closingByLedger, grantOf, newJob, writeFile } from './support.ts';
import { it, test, unitId } from '../../../support/fixtures/unit.ts';

async function newRows(previewId: string) {
  return (await test.call('imports.previewRows', { previewId, verdict: 'new', offset: 0, size: 200 })).rows;
}

it('assigns open rows to the officer that they name, and keeps a name that no one account of the unit has', async () => {
  await test.signInAs('admin');
  const { units } = await test.call('units.list', {});
  const members = [
    { login: 'mtremblay', displayName: 'M. Tremblay' },
    { login: 'roy1', displayName: 'Roy' },
    { login: 'roy2', displayName: 'Roy' },
  ];
  for (const member of members)
    await test.call('users.create', {
      ...member,
      roles: ['investigator'],
      unitIds: units.map(({ id }) => id),
      passphrase: administrator.passphrase,
    });
  await test.signInAs('officer');
  const lines = [
    'Reçu le;No;Provenance;État;Responsable',
    '2026-01-05;A-1;École;ouvert;MTREMBLAY',
    '2026-01-06;A-2;École;ouvert;m. tremblay',
    '2026-01-07;A-3;École;ouvert;Roy',
    '2026-01-08;A-4;École;ouvert;Gagné',
    '2026-01-09;A-5;École;ouvert;Gagné',
    '2026-01-10;A-6;École;non fondé;M. Tremblay',
    '2026-01-11;A-7;École;ouvert;n/a',
  ];
  const { preview } = await readRegister(test, grantOf(test, writeFile(test, lines.join('\r\n'))));
  expect(preview.counts).toMatchObject({ new: 7 });
  expect(preview.officers).toEqual(['Roy', 'Gagné']);
  const { importId } = await test.call('imports.apply', { previewId: preview.previewId, jobId: newJob() });
  const { raw, read } = test.store.requireUnlocked();
  const query = `SELECT external_number AS number, state, login, officer_named AS name, state_on AS day, state_on_latest AS latest
    FROM referral LEFT JOIN user ON user.id = assigned_to ORDER BY 1`;
  expect(raw.prepare(query).all()).toEqual([
    { number: 'A-1', state: 'assigned', login: 'mtremblay', name: null, day: '2026-01-05', latest: today },
    { number: 'A-2', state: 'assigned', login: 'mtremblay', name: null, day: '2026-01-06', latest: today },
    { number: 'A-3', state: 'received', login: null, name: 'Roy', day: '2026-01-07', latest: null },
    { number: 'A-4', state: 'received', login: null, name: 'Gagné', day: '2026-01-08', latest: null },
    { number: 'A-5', state: 'received', login: null, name: 'Gagné', day: '2026-01-09', latest: null },
    { number: 'A-6', state: 'not_viable', login: null, name: 'M. Tremblay', day: '2026-01-10', latest: today },
    { number: 'A-7', state: 'received', login: null, name: null, day: '2026-01-11', latest: null },
  ]);
  const steps = await readSteps(read, [unitId], '2026-01-01' as CivilDate, today);
  const { assigned } = stageTimes(steps.get(unitId)!, dayNumber(today));
  // The two that came in assigned have waited for no time that is known, nor do they wait.
  expect(assigned.map(({ event }) => event)).toEqual([false, false, false, false, false]);
  // They are in the backlog since their receipt: only the one that ended left it on a day that nobody knows.
  const board = await test.call('backlog.board', { from: '2026-01', to: '2026-11' });
  expect(board).toMatchObject({ endedUndated: 1, total: { closing: 6, terms: { received: 7, reclassified: -1 } } });
  expect(
    raw.prepare(`SELECT DISTINCT measure FROM unit_month WHERE status = 'partial' ORDER BY 1`).pluck().all(),
  ).toEqual(['administrative', 'reclassified']);
  const { files } = await test.call('backlog.agedFiles', { on: today, offset: 0, size: 1 });
  expect(files[0]).toMatchObject({ waiting: 'active', sinceUncertain: { latest: today, precision: 'unknown' } });
  expect(await test.call('imports.undo', { importId, jobId: newJob() })).toEqual({ undone: 7 });
  expect(raw.prepare('SELECT count(*) FROM referral_event').pluck().get()).toBe(0);
  expect(closingByLedger(raw)).toEqual(closingByCount(raw, closingByLedger(raw).keys()));
});

it('keeps the name of an officer in view until someone has the file', async () => {
  const lines = ['Reçu le;No;Provenance;Responsable', '2026-01-05;A-1;École;Gagné'];
  const { preview } = await readRegister(test, grantOf(test, writeFile(test, lines.join('\r\n'))));
  await test.call('imports.apply', { previewId: preview.previewId, jobId: newJob() });
  const person = { login: 'gagne', displayName: 'A. Gagné', passphrase: administrator.passphrase };
  await test.signInAs('admin');
  const { id: userId } = await test.call('users.create', { ...person, roles: ['investigator'], unitIds: [unitId] });
  await test.signInAs('officer');
  const words = { person: () => person.displayName } as never;
  const listed = async () => {
    const sort = { column: 'receivedOn', descending: false } as const;
    const { rows } = await test.call('referrals.list', { filter: {}, sort, from: { at: 'start' }, size: 9 });
    return rows.map((row) => [referralCells.assignedTo(row, words), row.officerNamed]);
  };
  expect(await listed()).toEqual([['(Gagné)', 'Gagné']]);
  const ids = test.store.requireUnlocked().raw.prepare('SELECT id FROM referral').pluck().all() as ReferralId[];
  await test.call('referrals.assign', { referralIds: ids, userId, on: today });
  expect(await listed()).toEqual([['A. Gagné', 'Gagné']]);
});

it.each([
  [['Reçu le', 'Notre n°', 'Provenance'], 1],
  [['Received', 'Our file', 'Source'], 1],
  [['Received', 'File no.', 'Source'], 1],
  [['Reçu le', 'No dossier', 'Provenance'], 1],
  [['Reçu le', 'N° dossier', 'Provenance'], 1],
  // The sender's number goes before the unit's own.
  [['Received', 'Our file', 'Source', 'Reference'], 3],
  [['Reçu le', 'Notre dossier', 'Provenance', 'V/Réf.'], 3],
])('takes a number of %j for the number outside Vigie', (header, column) => {
  const present = { serialDay: () => null, today };
  const { columns } = suggestMapping(header, [], { unitIds: [], units: [], present });
  expect(columns).toMatchObject({ receivedOn: 0, externalNumber: column, source: 2 });
});

it.each([
  ['25-101/102', ['25-101', '25-102']],
  ['25-101, 25-102 et 25-110', ['25-101', '25-102', '25-110']],
  ['CN-9 & CN-10', ['CN-9', 'CN-10']],
  ['101; 102', ['101', '102']],
  ['25-101\n25-102', ['25-101', '25-102']],
  ['2025/101', ['2025/101']],
  ['GO-2025/12345', ['GO-2025/12345']],
  ['SQ-25-101', ['SQ-25-101']],
  ['101/102', ['101/102']],
  ['', ['']],
])('reads the numbers of %j', (cell, numbers) => {
  expect(numbersIn(cell)).toEqual(numbers);
});

it('says that a cell has several numbers, and makes a referral of each on request', async () => {
  const lines = [
    'Reçu le;No;Provenance;Résumé',
    '2026-01-05;25-101/102;École;words',
    '2026-01-06;25-102;École;words',
    '2026-01-07;25-103;École;words',
  ];
  const file = grantOf(test, writeFile(test, lines.join('\r\n')));
  const { inspected, preview } = await readRegister(test, file);
  expect(preview).toMatchObject({ counts: { new: 3 }, reasons: { several_numbers: 1, state_not_given: 3 } });
  const split = await readRegister(test, file, { ...inspected.suggested, splitNumbers: true });
  expect(split.preview.counts).toMatchObject({ new: 3, conflict: 1 });
  expect(split.preview.reasons).toEqual({ twice_with_other_facts: 1, state_not_given: 3 });
  const rows = await newRows(split.preview.previewId);
  expect(rows.map(({ line, understood }) => [line, understood!.receivedOn, understood!.externalNumber])).toEqual([
    [2, '2026-01-05', '25-101'],
    [2, '2026-01-05', '25-102'],
    [4, '2026-01-07', '25-103'],
  ]);
  await test.call('imports.apply', { previewId: split.preview.previewId, jobId: newJob() });
  // The next file asks again.
  const { suggested, remembered } = await test.call('imports.inspect', { file });
  expect(remembered).not.toBeNull();
  expect(suggested.splitNumbers).toBeUndefined();
});
