import { beforeEach, expect } from 'vitest';
import type { UnitId } from '#contract/ground/ids';
import { readRegister } from '../../../support/importRegister.ts';
import { grantOf, newJob, officerOfUnits, writeFile } from './support.ts';
import { it, test } from '../../../support/fixtures/store.ts';

const unitNames = { U01: 'Unité ESEI, équipe Est', U02: 'Unité ESEI, équipe Ouest', U03: 'ICE Unit, Team North' };
let unitIds: Readonly<Record<keyof typeof unitNames, UnitId>>;
beforeEach(async () => {
  unitIds = await officerOfUnits(test, unitNames);
});

const read = (lines: readonly string[]) => readRegister(test, grantOf(test, writeFile(test, lines.join('\r\n'))));

const rowsOf = async (previewId: string, verdict: 'new' | 'invalid') =>
  (await test.call('imports.previewRows', { previewId, verdict, offset: 0, size: 50 })).rows;

const grouped = [
  'Registre des signalements;;;',
  'Reçu le;No CNCEE;Source;Statut',
  'Équipe Est (3 dossiers);;;',
  '2026-01-05;CN-1;CNCEE;ouvert',
  '2026-01-06;CN-2;CNCEE;ouvert',
  '2026-01-07;;Cyberaide;fermé',
  'Sous-total;3;;',
  'ÉQUIPE OUEST :;;;',
  '2026-01-08;CN-4;CNCEE;ouvert',
  'suite de la page 1;;;',
  '2026-01-09;CN-5;CNCEE;ouvert',
  'Équipe Nord;;;',
  '2026-01-10;CN-6;CNCEE;ouvert',
];

it('reads the unit that stands on a line above its rows', async () => {
  const { survey, values, preview, inspected } = await read(grouped);
  expect(inspected.hasUnitLines).toBe(true);
  expect(values['unitCode']).toEqual({ 'Équipe Est': unitIds.U01, 'ÉQUIPE OUEST': unitIds.U02, 'Équipe Nord': null });
  const texts = survey.values.find(({ field }) => field === 'unitCode')!.texts;
  expect(texts.map(({ text, count }) => [text, count])).toEqual([
    ['Équipe Est', 3],
    ['ÉQUIPE OUEST', 2],
    ['Équipe Nord', 1],
  ]);
  expect(preview.passedOver.lines.map(({ line, why }) => [line, why])).toEqual([
    [3, 'unit_line'],
    [7, 'total_line'],
    [8, 'unit_line'],
    [10, 'note_line'],
    [12, 'unit_line'],
  ]);
  expect(preview.counts).toMatchObject({ new: 5, invalid: 1 });
  const shown = await rowsOf(preview.previewId, 'new');
  expect(shown.map(({ understood }) => understood!.unitId)).toEqual([
    ...[unitIds.U01, unitIds.U01, unitIds.U01],
    ...[unitIds.U02, unitIds.U02],
  ]);
  const [refused] = await rowsOf(preview.previewId, 'invalid');
  expect(refused!.refusals).toMatchObject([{ reason: 'unit_unknown', field: 'unitCode', value: 'Équipe Nord' }]);
  await test.call('imports.apply', { previewId: preview.previewId, jobId: newJob() });
  const stored = test.store
    .requireUnlocked()
    .raw.prepare('SELECT received_on AS day, unit_id AS unit FROM referral ORDER BY 1')
    .all() as { day: string; unit: string }[];
  expect(stored.map(({ unit }) => unit)).toEqual(shown.map(({ understood }) => understood!.unitId));
});

it('lets the unit of a row go before the one above its group', async () => {
  const { preview } = await read([
    'Reçu le;No CNCEE;Source;Équipe',
    'Équipe Est;;;',
    '2026-01-05;CN-1;CNCEE;',
    '2026-01-06;CN-2;CNCEE;U02',
  ]);
  const shown = await rowsOf(preview.previewId, 'new');
  expect(shown.map(({ understood }) => understood!.unitId)).toEqual([unitIds.U01, unitIds.U02]);
});

const endsOf = async (previewId: string) =>
  (await rowsOf(previewId, 'new')).map(({ understood, reasons }) => [
    understood!.ended === null
      ? null
      : [understood!.ended.state, understood!.ended.on, understood!.ended.uncertain?.latest ?? null],
    reasons,
  ]);

const oneCell = [
  'Closed 2024-03-02',
  'fermé le 3 mars 2024',
  'Clos (14/02/2024)',
  'Transféré à la SQ - 20 févr. 2024',
  'fermé le 3 mars',
  'Sans suite, mai 2024',
  '2024-04-01 closed by JT',
  'en attente depuis 2024-02-01',
  'ouvert',
  '',
];
const endsOfOneCell = [
  [['concluded', '2024-03-02', null], []],
  [['concluded', '2024-03-03', null], []],
  [['concluded', '2024-02-14', null], []],
  [['transferred_out', '2024-02-20', null], []],
  [['concluded', '2024-03-03', null], ['closing_year_assumed']],
  [['not_viable', '2024-05-01', '2024-05-31'], ['closing_day_unknown']],
  [['concluded', '2024-04-01', null], []],
  [null, []],
  [null, []],
  [null, []],
];

it.each(['Statut', 'Fermeture'])('reads a state and its closing date in one cell, under "%s"', async (name) => {
  const { survey, preview } = await read([
    `Reçu le;No CNCEE;Source;${name};Unité`,
    ...oneCell.map((cell, row) => `2024-01-1${String(row)};CN-${String(row)};CNCEE;${cell};U01`),
  ]);
  const states = survey.values.find(({ field }) => field === 'conclusion')!.texts;
  expect(new Set(states.map(({ text }) => text))).toEqual(
    new Set([
      ...['Closed', 'fermé', 'Clos', 'Transféré à la SQ', 'Sans suite', 'closed by JT', 'en attente', 'ouvert'],
    ]),
  );
  expect(survey.dates.find(({ field }) => field === 'concludedOn')).toMatchObject({ unread: 0, withoutDay: 1 });
  expect(await endsOf(preview.previewId)).toEqual(endsOfOneCell);
});

it('reads the date of a combined cell in the order that the column shows', async () => {
  const { preview } = await read([
    'Received;Number;Source;Status;Unit',
    '2024-01-10;CN-1;CNCEE;Closed 03/25/2024;U01',
    '2024-01-11;CN-2;CNCEE;Closed 03/04/2024;U01',
  ]);
  expect(await endsOf(preview.previewId)).toEqual([
    [['concluded', '2024-03-25', null], []],
    [['concluded', '2024-03-04', null], []],
  ]);
});

it('says of a combined cell that lies ahead which date is meant', async () => {
  const { preview } = await read([
    'Reçu le;No CNCEE;Source;Statut;Unité',
    '2024-01-10;CN-1;CNCEE;fermé le 3 mars 2099;U01',
    '2024-01-11;CN-2;CNCEE;ouvert;U01',
  ]);
  const [row] = await rowsOf(preview.previewId, 'invalid');
  expect(row!.refusals).toMatchObject([
    { reason: 'date_in_future', field: 'concludedOn', value: 'le 3 mars 2099', nearest: '2026-11-24' },
  ]);
});

it('reads a second table whose columns follow each other otherwise', async () => {
  const { preview, values } = await read([
    'Suivi des dossiers;;;;;',
    'Dossier;Réception;Origine;Équipe;Suivi;Fermeture',
    '25-1;3/2/25;DPJ;Éq. Est;En enquête;',
    '25-2;13/2/25;École;Ouest (prêt);;',
    ';;;;;',
    'Dossiers terminés;;;;;',
    'Réception;Fermeture;Dossier;Équipe;Origine;Suivi',
    'Lundi le 3 mars 2025 à 14h05;2025.03.04;25-3;Eq Ouest;Id. victimes;Classé s/s',
    'Mardi le 4 mars 2025;1er avril 2025;25-4;U01;SQ;Fermé par Sgt Roy 4412',
    'Nombre de dossiers;4;;;;',
  ]);
  expect(preview.counts).toMatchObject({ new: 4, invalid: 0 });
  const rows = await rowsOf(preview.previewId, 'new');
  expect(rows.map(({ understood }) => Object.values(understood!).slice(0, 4))).toEqual([
    ['2025-02-03', 'child_welfare', unitIds.U01, '25-1'],
    ['2025-02-13', 'school', unitIds.U02, '25-2'],
    ['2025-03-03', 'victim_identification', unitIds.U02, '25-3'],
    ['2025-03-04', 'other_service', unitIds.U01, '25-4'],
  ]);
  expect(rows.slice(2).map(({ understood }) => understood!.ended)).toEqual([
    { state: 'not_viable', uncertain: null, on: '2025-03-04' },
    { state: 'concluded', uncertain: null, on: '2025-04-01' },
  ]);
  expect(values['conclusion']).toMatchObject({ 'Classé s/s': 'not_viable' });
  expect(preview.passedOver.lines.map(({ line, why }) => [line, why])).toEqual([
    [6, 'note_line'],
    [7, 'repeated_header'],
    [10, 'total_line'],
  ]);
});

it('reads a second table that names its columns in its own way, and has fewer', async () => {
  const { preview } = await read([
    'Rec. Date;Agency file #;Sent by;Office;Status / date;Details;Priority',
    ...Array.from({ length: 19 }, (_, row) => `2015-02-03;HX15-${String(row)};NCECC;U01;open;Tip;A`),
    '2015-02-13;HX15-19;Truro PD;U02;closed 2015-03-04;Tip;B',
    'OLDER FILES (before 2015);;;;;;',
    'File #;Office;Received;Origin;Details;Closed;',
    'HX14-1;U02;2014-05-06;Tip line;Tip;2014;',
    'HX14-2;U01;2014-05-07;NCECC;Tip;2014-06-09;',
    'CLOSED FILES;;;;;;',
    'Closing date;File #;Origin;Office;Result;Lead;',
    '2013-05-01;HX13-1;NCECC;U01;Charges laid;Cst. Roy;',
  ]);
  const rows = (await rowsOf(preview.previewId, 'new')).slice(19).map(({ understood }) => understood!);
  expect(rows.map((row) => Object.values(row).slice(0, 4))).toEqual([
    ['2015-02-13', 'other_service', unitIds.U02, 'HX15-19'],
    ['2014-05-06', 'public', unitIds.U02, 'HX14-1'],
    ['2014-05-07', 'ncecc', unitIds.U01, 'HX14-2'],
  ]);
  expect(rows.map(({ ended }) => ended)).toEqual([
    { state: 'concluded', uncertain: null, on: '2015-03-04' },
    { state: 'concluded', on: '2014-05-06', uncertain: { latest: '2014-12-31', precision: 'year' } },
    { state: 'concluded', uncertain: null, on: '2014-06-09' },
  ]);
  // A table of ends has no day of receipt: its rows are refused, not read with another meaning.
  expect((await rowsOf(preview.previewId, 'invalid')).map(({ reasons }) => reasons)).toEqual([['date_missing']]);
  expect(preview.passedOver.lines.map(({ line, why }) => [line, why])).toEqual([
    [22, 'note_line'],
    [23, 'repeated_header'],
    [26, 'note_line'],
    [27, 'other_header'],
  ]);
});

it.each([
  ['Closed', '2014', { state: 'concluded', on: '2014-05-06', uncertain: { latest: '2014-12-31', precision: 'year' } }],
  ['Date closed', '2014-06-09', { state: 'concluded', uncertain: null, on: '2014-06-09' }],
])('reads the ends of a second table by "%s", where the first has states alone', async (name, end, ended) => {
  const { preview } = await read([
    'Rec. Date;Agency file #;Sent by;Office;Status;Details',
    ...Array.from({ length: 20 }, (_, row) => `2015-02-03;HX15-${String(row)};NCECC;U01;open;Tip`),
    `Agency file #;Office;Rec. Date;Sent by;Details;${name}`,
    `HX14-1;U02;2014-05-06;Tip line;Tip;${end}`,
  ]);
  const rows = await rowsOf(preview.previewId, 'new');
  expect(rows.at(-1)!.understood).toMatchObject({ unitId: unitIds.U02, receivedOn: '2014-05-06', ended });
  expect(preview.passedOver.lines.map(({ why }) => why)).toEqual(['repeated_header']);
});

it('says of a second table that it has a column which the first one has not', async () => {
  const { preview } = await read([
    'Dossier;Réception;Origine;Équipe;',
    '25-1;2025-02-03;DPJ;U01;',
    'Dossier;Réception;Origine;Équipe;Fermé le',
    '25-2;2025-02-04;DPJ;U01;2025-03-01',
  ]);
  expect(preview.passedOver.lines.map(({ line, why }) => [line, why])).toEqual([[3, 'other_header']]);
});

it('knows French abbreviations of headings, and the title of a month', async () => {
  const { inspected, preview } = await readRegister(
    test,
    grantOf(
      test,
      writeFile(
        test,
        [
          '1. DOSSIERS;;;;;;',
          'N°;Reçu (date);Heure;Prov.;Nº CNCEE;Enq. / statut;Term. le',
          ';janvier 2025;;;;;',
          '1;lun. 13 janv. 2025;08h10;DPJ;CN-1;Sgt Tremblay 514-555-0123 - en cours;',
          '2;mar. 14 janv. 2025;08h15;SQ;CN-2;Enq. Roy, poste 4412 - s/s;30/01/2025',
          '3;mer. 15 janv. 2025;08h20;FSI;à venir;Cst Lévesque - clos;ven. 31 janv. 2025',
        ].join('\n'),
      ),
    ),
    { unitId: unitIds.U01 },
  );
  expect(inspected.suggested.columns).toEqual({
    ...{ receivedOn: 1, receivedTime: 2, source: 3, externalNumber: 4, conclusion: 5, concludedOn: 6 },
  });
  expect(preview.passedOver.lines.map(({ line, why }) => [line, why])).toEqual([[3, 'note_line']]);
  expect((await endsOf(preview.previewId)).map(([end]) => end)).toEqual([
    null,
    ['not_viable', '2025-01-30', null],
    ['concluded', '2025-01-31', null],
  ]);
});
