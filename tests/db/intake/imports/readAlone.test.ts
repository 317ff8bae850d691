import { describe, expect } from 'vitest';
import { readRegister } from '../../../support/importRegister.ts';
import { grantOf, writeFile } from './support.ts';
import { it, test } from '../../../support/fixtures/unit.ts';

const read = (lines: readonly string[]) => readRegister(test, grantOf(test, writeFile(test, lines.join('\r\n'))));

/** Of each row that comes in: its day, source, number, state and last day of the end, and what is noted. */
async function rowsOf(lines: readonly string[]) {
  const { preview } = await read(lines);
  const { rows } = await test.call('imports.previewRows', {
    ...{ previewId: preview.previewId, verdict: 'new', offset: 0, size: 50 },
  });
  return rows.map(({ understood, reasons }) => {
    const { receivedOn, source, externalNumber, ended } = understood!;
    return [receivedOn, source, externalNumber, ended?.state ?? null, ended?.on ?? null, reasons.join(' ')];
  });
}

describe('a row that needs the lines above it', () => {
  const header = 'Reçu le;Source;No externe;État;Fermé le';

  it('has the year of the title, of the fiscal year or of the row above that is nearest', async () => {
    const rows = await rowsOf([
      'EXERCICE 2022-2023',
      header,
      '5 avril;CNCEE;90000001;ouvert;',
      'JANVIER 2023;;;;',
      '28/12;CNCEE;90000002;ouvert;',
      '3 janv.;CNCEE;90000003;fermé;4 févr.',
    ]);
    expect(rows.map(([day, , , , end, notes]) => [day, end, notes])).toEqual([
      ['2022-04-05', null, 'received_year_assumed'],
      ['2022-12-28', null, 'received_year_assumed'],
      ['2023-01-03', '2023-02-04', 'closing_year_assumed received_year_assumed'],
    ]);
  });

  it('has what "idem" stands for, and never the number of another', async () => {
    const rows = await rowsOf([
      header,
      '2023-01-05;DPJ;90000001;sans suite;2023-02-01',
      'idem;"""";90000002;id.;id.',
      '2023-01-06;même;idem;ouvert;',
    ]);
    expect(rows).toEqual([
      ['2023-01-05', 'child_welfare', '90000001', 'not_viable', '2023-02-01', ''],
      ['2023-01-05', 'child_welfare', '90000002', 'not_viable', '2023-02-01', 'same_as_above'],
      ['2023-01-06', 'child_welfare', null, null, null, 'same_as_above number_left_out'],
    ]);
  });
});

describe('a form that changed', () => {
  it('has its own columns and its own order of day and month', async () => {
    const rows = await rowsOf([
      'Date In,Agency,Agency file,Status,Date Out',
      '3/25/2022,NCECC,90000001,Closed JT 4/5,',
      '4/6/2022,Public,,open,',
      'Our file,Agency ref,Received (D/M/Y),Referred by,Disposition,Concluded (D/M/Y)',
      '22-1,90000003,25/04/2022,NCECC,Closed JT 6/5,',
      '22-2,90000004,7/5/2022,CBSA,Concluded,8/6/2022',
    ]);
    expect(rows.map(([day, source, number, state, end]) => [day, source, number, state, end])).toEqual([
      ['2022-03-25', 'ncecc', '90000001', 'concluded', '2022-04-05'],
      ['2022-04-06', 'public', null, null, null],
      ['2022-04-25', 'ncecc', '90000003', 'concluded', '2022-05-06'],
      ['2022-05-07', 'border_services', '90000004', 'concluded', '2022-06-08'],
    ]);
  });
});

describe('what is written in another column', () => {
  const header = 'Received,Source,Source no.,Status,Closed,Remarks';

  it('is read there, and said to be', async () => {
    const rows = await rowsOf([
      header,
      '2023-01-05,,,,,"NCECC 90000001. Assigned JT. Chat account. not viable JT 5 Mar 2023"',
      '2023-01-06,Cybertip 2023-00002,,open,,',
      '2023-01-07,Public,,,,"Caller moved in 2021"',
      '2023-01-08,Public,,,,"Caller says the file was concluded elsewhere, to be called back by the day shift"',
    ]);
    expect(rows).toEqual([
      ['2023-01-05', 'ncecc', '90000001', 'not_viable', '2023-03-05', 'read_elsewhere'],
      ['2023-01-06', 'cybertip', '2023-00002', null, null, 'read_elsewhere'],
      ['2023-01-07', 'public', null, null, null, ''],
      ['2023-01-08', 'public', null, null, null, 'remark_may_say_end'],
    ]);
  });
});

describe('what nobody can tell', () => {
  it('is kept open or left out, and said', async () => {
    const rows = await rowsOf([
      'Received,Source,Source no.,Status,Closed',
      '2023-01-05,NCECC,9.07E+07,open,',
      '2023-01-06,Public,verbally,?,',
      '2023-01-07,Public,,,2023-02-01',
      '2023-01-08,Public,,closed,approx 2023-02-01',
    ]);
    expect(rows.map(([, , number, state, , notes]) => [number, state, notes])).toEqual([
      [null, null, 'number_left_out'],
      [null, null, 'state_unclear number_left_out'],
      [null, 'concluded', 'state_from_date'],
      [null, 'concluded', 'closing_day_unknown'],
    ]);
    const without = await rowsOf(['Received,Source,Source no.', '2023-01-05,NCECC,90000001']);
    expect(without.map(([, , , , , notes]) => notes)).toEqual(['state_not_given']);
  });

  it('is to be looked at: a source through another, a text that units understand otherwise', async () => {
    const { survey } = await read([
      'Received,Source,Status',
      '2023-01-05,Cybertip via NCECC,NFA',
      '2023-01-06,NCMEC via NCECC,closed - not viable',
      '2023-01-07,Cdn Centre for Child Protection,Classé sans suite',
    ]);
    const unsure = survey.values.flatMap(({ texts }) => texts.filter(({ isSure }) => !isSure).map(({ text }) => text));
    expect(unsure.toSorted()).toEqual(['Classé sans suite', 'Cybertip via NCECC', 'NFA']);
  });
});

describe('the columns', () => {
  it('are told by what they hold: the day that comes first, and the one that only ended rows have', async () => {
    const states = ['ouvert', 'fermé', 'transféré à la SQ', 'en cours', 'non fondé'];
    const { inspected } = await read([
      'Fiche;Noté;Qui;Leur nº;Dossier;Où ça en est;Date',
      ...Array.from({ length: 15 }, (_, row) => {
        const state = states[row % 5]!;
        const isOpen = state === 'ouvert' || state === 'en cours';
        const end = isOpen ? '' : `2023-0${String(4 + (row % 5))}-11`;
        return [
          ...[String(row + 1), `2023-01-${String(row + 10)}`, ['CNCEE', 'DPJ', 'Citoyen'][row % 3]],
          ...[`9${String(row * 7919 + 1_000_000)}`, `23-${String(101 + row)}`, state, end],
        ].join(';');
      }),
    ]);
    expect(inspected.suggested.columns).toEqual({
      ...{ receivedOn: 1, source: 2, externalNumber: 3, conclusion: 5, concludedOn: 6 },
    });
  });
});
