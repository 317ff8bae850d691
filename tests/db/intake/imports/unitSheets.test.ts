import { expect } from 'vitest';
import { instantText } from '#contract/casework/listCells';
import type { Verdict } from '#contract/intake/verdicts';
import { readRegister } from '../../../support/importRegister.ts';
import { grantOf, newJob, writeFile } from './support.ts';
import { workbookOf, type SheetContent } from './workbooks.ts';
import { it, test } from '../../../support/fixtures/unit.ts';

const day = (text: string): Date => new Date(`${text}T00:00:00Z`);
const fileOf = async (...sheets: SheetContent[]) => grantOf(test, writeFile(test, await workbookOf(sheets), 'u.xlsx'));

async function rowsOf(previewId: string, verdict: Verdict = 'new') {
  return (await test.call('imports.previewRows', { previewId, verdict, offset: 0, size: 200 })).rows;
}

it('reads on each sheet what its own lines say: the year of its title, "idem", and a table of another form', async () => {
  const columns = ['Reçu le', 'No', 'Provenance', 'État'];
  const file = await fileOf(
    {
      name: 'Janvier',
      rows: [
        ['DÉCEMBRE 2025'],
        columns,
        ['5 déc. 14 h 30', 'A-1', 'École', 'Ouvert'],
        ['6 déc.', 'A-2', 'idem', 'Ouvert'],
        ['Notre dossier', 'No', 'Date de réception (M/J/A)', 'Provenance', 'État'],
        ['25-1', 'A-3', '12/13/2025 09:15', 'CNCEE', 'Ouvert'],
        ['25-2', 'A-4', '12/14/2025', 'CNCEE', 'Ouvert'],
      ],
    },
    {
      name: 'Février',
      rows: [
        ['FÉVRIER 2024'],
        columns,
        ['7 févr.', 'A-5', 'CNCEE', 'Ouvert'],
        ['Notre dossier', 'No', 'Date de réception (M/J/A)', 'Provenance', 'État'],
        ['25-3', 'A-6', '2/3/2024', 'CNCEE', 'Ouvert'],
      ],
    },
    { name: 'Mars', rows: [['MARS 2024'], columns, ['8 mars', 'A-7', 'idem', 'Ouvert']] },
  );
  const { preview, survey } = await readRegister(test, file);
  expect(survey.rows).toBe(7);
  const rows = await rowsOf(preview.previewId);
  expect(
    rows.map(({ sheet, understood }) => {
      const { externalNumber, source, receivedAt, receivedOn } = understood!;
      return [sheet, externalNumber, source, receivedAt === null ? receivedOn : instantText(receivedAt)];
    }),
  ).toEqual([
    ['Janvier', 'A-1', 'school', '2025-12-05 14:30'],
    ['Janvier', 'A-2', 'school', '2025-12-06'],
    ['Janvier', 'A-3', 'ncecc', '2025-12-13 09:15'],
    ['Janvier', 'A-4', 'ncecc', '2025-12-14'],
    ['Février', 'A-5', 'ncecc', '2024-02-07'],
    ['Février', 'A-6', 'ncecc', '2024-02-03'],
    // Nothing is above the first row of a sheet.
    ['Mars', 'A-7', 'other', '2024-03-08'],
  ]);
});

it('brings in a row that sheets carry over with the end that one of them says', async () => {
  const columns = ['Reçu le', 'No', 'Provenance', 'État', 'Fermé le'];
  const received = day('2026-01-05');
  const open = (number: string | null) => [received, number, 'École', 'Ouvert', null];
  const closed = (number: string | null) => [received, number, 'École', 'Conclu', day('2026-02-20')];
  const file = await fileOf(
    { name: 'Janvier', rows: [columns, open('A-1'), open(null), closed('A-2')] },
    { name: 'Février', rows: [columns, closed('A-1'), closed(null), open('A-2'), open('A-3')] },
    { name: 'Mars', rows: [columns, open('A-3')] },
  );
  const { preview } = await readRegister(test, file);
  expect(preview.counts).toMatchObject({ new: 4, duplicate: 4 });
  expect(preview.reasons).toEqual({ twice_in_file: 3, row_on_other_sheet: 1 });
  const rows = await rowsOf(preview.previewId);
  expect(rows.map(({ sheet, understood }) => [sheet, understood!.externalNumber, understood!.ended?.on])).toEqual([
    ['Janvier', 'A-2', '2026-02-20'],
    ['Février', 'A-1', '2026-02-20'],
    ['Février', null, '2026-02-20'],
    ['Février', 'A-3', undefined],
  ]);
  await test.call('imports.apply', { previewId: preview.previewId, jobId: newJob() });
  expect((await readRegister(test, file)).preview.counts).toMatchObject({ new: 0, duplicate: 8 });
});
