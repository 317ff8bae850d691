import { beforeEach, expect } from 'vitest';
import type { UnitId } from '#contract/ground/ids';
import { readRegister } from '../../../support/importRegister.ts';
import { grantOf, officerOfUnits, writeFile } from './support.ts';
import { it, test } from '../../../support/fixtures/store.ts';

const unitNames = {
  U01: 'Unité ESEI de Norhavre, équipe Est',
  U02: 'Unité ESEI de Norhavre, équipe Ouest',
  U03: 'Unité ESEI de Norhavre, Identification des victimes',
};
let unitIds: Readonly<Record<keyof typeof unitNames, UnitId>>;
beforeEach(async () => {
  unitIds = await officerOfUnits(test, unitNames);
});

const proposed = (lines: readonly string[]) => readRegister(test, grantOf(test, writeFile(test, lines.join('\r\n'))));

it('takes no time of day for a number, and no second line of headings for a referral', async () => {
  const { inspected, preview, values } = await proposed([
    'REGISTRE\tExtrait du 2025-11-30\t\t\t\t\t',
    'Dossier\tRéception\t\tProvenance\tTri\t\tÉquipe',
    'Nº réf.\tDate\tHeure\tOrigine\tCote\tNote\t',
    ...Array.from({ length: 14 }, (_, row) => {
      const day = String(row + 5);
      return `000${day}\t${day} mai 2025\t22h1${String(row % 7)}\tDPJ\t\tn\tU01`;
    }),
    'TOTAL\t14\t\t\t\t\t',
  ]);
  expect(inspected.suggested.columns).toEqual({ receivedOn: 1, source: 3, unitCode: 6 });
  expect(values['source']).toEqual({ DPJ: 'child_welfare' });
  expect(preview.passedOver.lines.map(({ line, why }) => [line, why])).toEqual([
    [3, 'repeated_header'],
    [18, 'total_line'],
  ]);
  expect(preview.counts).toMatchObject({ new: 14 });
});

it('proposes the unit whose name holds the words of the register, to be looked at', async () => {
  const { survey } = await proposed([
    '"Reçu le";"No CNCEE";"Source";"Unité";"Risque"',
    '"lun. 3 févr. 2025 14h05";"CN-1";"CNCEE";"Équipe Est";"Med"',
    '"mar. 4 févr. 2025 08h30";"CN-2";"CNCEE";"Equipe Ouest ";"Med"',
    '"sam. 1er mars 2025 23h59";"CN-3";"Cyberaide";"ident. victimes";"Low"',
    '"dim. 2 mars 2025 00h00";"CN-4";"Cyberaide";"Norhavre";"Low"',
  ]);
  const of = (field: string) =>
    Object.fromEntries(
      survey.values.find((each) => each.field === field)!.texts.map(({ text, code, isSure }) => [text, [code, isSure]]),
    );
  expect(of('unitCode')).toEqual({
    'Équipe Est': [unitIds.U01, false],
    'Equipe Ouest': [unitIds.U02, false],
    'ident. victimes': [unitIds.U03, false],
    Norhavre: [null, false],
  });
  expect(of('riskBand')).toEqual({ Med: ['medium', true], Low: ['low', true] });
});

it('takes the number of the sender for the external one, and a date of the result for the end', async () => {
  const { inspected, values } = await proposed([
    'N/Réf.;V/Réf. (CNCEE);Arrivé;Canal;Objet;Résultat;Date rés.;Équipe',
    ...Array.from({ length: 6 }, (_, row) =>
      [
        ...[`NE000${String(row)}`, `CN-4${String(row)}`, `1${String(row)} mai 2025`],
        ...[['CNCEE', 'Meta (FSE)', 'Polyvalente (direction)'][row % 3], 'à lire'],
        ...(row % 2 === 0 ? ['Fermé', `2${String(row)} mai 2025`] : ['Actif', '']),
        'U01',
      ].join(';'),
    ),
  ]);
  expect(inspected.suggested.columns).toEqual({
    ...{ externalNumber: 1, receivedOn: 2, source: 3, summary: 4, conclusion: 5, concludedOn: 6, unitCode: 7 },
  });
  expect(values['source']).toEqual({
    CNCEE: 'ncecc',
    'Meta (FSE)': 'mandatory_report',
    'Polyvalente (direction)': 'school',
  });
});

it('takes "Date Out" for the end and "How closed" for the state, and "Closed?" where there is no other', async () => {
  const rows = ['02/20/24,U01,Warned,Y', '03/13/24,U01,Expired logs,Y', ',U01,,N'];
  const read = (header: string, from = 0) =>
    readRegister(
      test,
      grantOf(
        test,
        writeFile(
          test,
          [
            `Tip ID,Date In,Tip From,${header}`,
            ...rows.map((row, index) => {
              const [out, unit, how, closed] = row.split(',');
              const ends = from === 0 ? [out, unit, closed, how] : [out, unit, closed];
              return [`38-${String(index)}`, '01/15/24', 'Citizen', ...ends].join(',');
            }),
          ].join('\n'),
        ),
      ),
    );
  const both = await read('Date Out,Unit,Closed?,How closed');
  expect(both.inspected.suggested.columns).toMatchObject({ receivedOn: 1, concludedOn: 3, conclusion: 6 });
  const only = await read('Date Out,Unit,Closed?', 1);
  expect(only.inspected.suggested.columns).toMatchObject({ receivedOn: 1, concludedOn: 3, conclusion: 5 });
  expect(only.values['conclusion']).toEqual({ Y: 'concluded', N: 'open' });
});

it.each(['Occ #', 'N° CNCEE', 'Nº de fiche'])('takes "%s" for the number of the file', async (name) => {
  const lines = [
    `${name};Reçu le;Source;Unité`,
    ...['A-17', 'B-9', 'C-31'].map((number) => `${number};2026-01-05;Citoyen;U01`),
  ];
  const { inspected } = await readRegister(test, grantOf(test, writeFile(test, lines.join('\n'))));
  expect(inspected.suggested.columns).toMatchObject({ externalNumber: 0, receivedOn: 1 });
});

it('takes numbers that begin with the name of a service, units of several spellings and dates with a long dash', async () => {
  const lines = ['No;N° dossier;Reçu le;Provenance;Module'];
  const spellings = ['U01', 'Est', 'Estrie-Centre', 'U02', 'OUEST ', 'U-02'];
  for (let row = 0; row < 24; row += 1)
    lines.push(
      `${String(row + 1)};SQ-1901-00${String(row)};2025–03–${String(row + 1).padStart(2, '0')};Citoyen;${spellings[row % 6] ?? ''}`,
    );
  const { inspected, preview } = await readRegister(test, grantOf(test, writeFile(test, lines.join('\n'))));
  expect(inspected.suggested.columns).toEqual({ externalNumber: 1, receivedOn: 2, source: 3, unitCode: 4 });
  expect(preview.reasons.date_not_real).toBe(undefined);
});

it('is not sure of a source that the text denies, or that is called after the public', async () => {
  const texts = ['Not NCECC', 'Non-public', 'Public Safety Canada', 'Sécurité publique', 'Citizen'];
  const lines = ['Received,Source,Unit', ...texts.map((text) => `2026-01-05,${text},U01`)];
  const { survey } = await readRegister(test, grantOf(test, writeFile(test, lines.join('\n'))));
  const found = survey.values.find(({ field }) => field === 'source')!.texts;
  expect(found.filter(({ isSure }) => isSure).map(({ text }) => text)).toEqual(['Citizen']);
});
