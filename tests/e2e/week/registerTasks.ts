import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { ask } from '../../support/ask.ts';
import { answerDialogs } from '../../support/launch.ts';
import { workbookOf, type SheetContent } from '../../db/intake/imports/workbooks.ts';
import { referralsOf, show, task, type Desk, type Task } from './desk.ts';

const months = {
  en: 'January February March April May June July August September October November December'.split(' '),
  fr: 'Janvier Février Mars Avril Mai Juin Juillet Août Septembre Octobre Novembre Décembre'.split(' '),
} as const;
const headings = {
  en: ['Date received', 'File number', 'Source', 'Status', 'Date closed'],
  fr: ['Reçu le', 'No de dossier', 'Provenance', 'Statut', 'Date de fermeture'],
} as const;
const states = { en: { open: 'Open', closed: 'Closed' }, fr: { open: 'Ouvert', closed: 'Fermé' } } as const;

/** A year of ten rows a month, of which the fifth has ended: some without its day. */
function yearOf(locale: Desk['locale'], prefix: string, isDated: boolean): readonly SheetContent[] {
  return months[locale].map((name, month) => ({
    name,
    rows: [
      [`${name} 2025`],
      headings[locale],
      ...Array.from({ length: 10 }, (_, row) => [
        new Date(Date.UTC(2025, month, 2 + row)),
        `${prefix}-${String(month + 1)}-${String(row)}`,
        'NCECC',
        row === 4 ? states[locale].closed : states[locale].open,
        row === 4 && isDated ? new Date(Date.UTC(2025, month, 20)) : null,
      ]),
    ],
    touch: (sheet) => {
      sheet.mergeCells('A1:E1');
    },
  }));
}

/** From the inbox to the imported rows; what the values mean is looked at on the way. */
async function importYear(desk: Desk, name: string, sheets: readonly SheetContent[]): Promise<void> {
  const { vigie, page, player, t, folder } = desk;
  const path = join(folder, name);
  await writeFile(path, await workbookOf(sheets));
  await answerDialogs(vigie, { open: path });
  await show(desk, '/inbox');
  await player.goTo(t('imports:nav'));
  await player.button(page.getByRole('button', { name: t('common:chooseAFile') }));
  const count = sheets.length * 10;
  for (const step of [t('imports:values.read'), t('imports:mapping.check'), t('imports:apply.submit', { count })]) {
    await player.button(page.getByRole('button', { name: step }));
  }
  await expect(page.getByText(t('imports:done.title', { count }))).toBeVisible();
}

async function importTwelve(desk: Desk): Promise<void> {
  await importYear(desk, 'year.xlsx', yearOf(desk.locale, 'A', true));
  const rows = await referralsOf(desk);
  const numbered = rows.filter(({ externalNumber }) => externalNumber?.startsWith('A-') === true);
  expect([numbered.length, rows.filter(({ state }) => state === 'concluded').length]).toEqual([120, 12]);
}

async function importUndated(desk: Desk): Promise<void> {
  const { page, player, t } = desk;
  await importYear(desk, 'undated.xlsx', yearOf(desk.locale, 'B', false).slice(0, 6));
  await player.goTo(t('backlog:nav'));
  await expect(page.getByText(t('backlog:ledger.least', { codes: 'U07' }))).toBeVisible();
}

async function undoImport(desk: Desk): Promise<void> {
  const { page, player, t } = desk;
  await importYear(desk, 'wrong.xlsx', yearOf(desk.locale, 'C', true).slice(0, 1));
  expect(await referralsOf(desk, { numberStartsWith: 'C-' })).toHaveLength(10);
  await player.button(page.getByRole('button', { name: t('imports:undo.buttonOf', { file: 'wrong.xlsx' }) }));
  const dialog = await player.opened();
  await player.button(dialog.getByRole('button', { name: t('imports:undo.confirm'), exact: true }));
  await expect(page.getByRole('dialog')).toHaveCount(0);
  const { imports } = await ask(page, 'imports.list', {});
  expect(imports.find(({ fileName }) => fileName === 'wrong.xlsx')?.undone).not.toBeNull();
}

export const registerTasks: readonly Task[] = [
  task(12, 'supervisor', 'Import a workbook of 12 sheets', 'Importer un classeur de 12 feuilles', importTwelve),
  task(13, 'supervisor', 'Import undated closings, see them apart', 'Fermetures sans date, vues à part', importUndated),
  task(14, 'supervisor', 'Undo an import', 'Annuler une importation', undoImport),
];
