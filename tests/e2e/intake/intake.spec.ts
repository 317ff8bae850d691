import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { Workbook } from '@cj-tech-master/excelts';
import { emptyRows } from '../../support/bombs.ts';
import { expectAccessible } from '../../support/axe.ts';
import { ask } from '../../support/ask.ts';
import { openCaseWorkspace } from '../../support/caseWorkspace.ts';
import { languages } from '../../support/languages.ts';
import { answerDialogs, longTest, test } from '../../support/launch.ts';
import { chooseInMenu } from '../../support/menu.ts';
import { isWhole } from '../../support/whole.ts';

const words = {
  en: {
    nav: 'Imports',
    sheet: 'Sheet',
    check: 'Read values',
    fresh: /^New\s*3/,
    stripped: 'Left out: images are never imported',
    importAll: 'Import 3 referrals',
    imported: '3 referrals imported',
    next: 'Import another file',
    undo: 'Undo the import of tips.xlsx',
    undoIt: 'Undo import',
    refused: /1 record has changed since, so this import cannot be undone/,
    undone: /^Undone on .*J\. Roy$/,
    close: 'Close',
    kind: 'Investigations',
    compare: 'Compare all rows',
    apply: (count: number) => `Apply ${String(count)} difference${count === 1 ? '' : 's'}`,
    written: (count: number) => `${String(count)} record${count === 1 ? '' : 's'} saved`,
    changed: /^Changed\s*1/,
    conflict: /^Conflict\s*1/,
    gone: /^Absent\s*1/,
    takeOf: (number: string) => `Apply the row of ${number}`,
    here: 'changed in Vigie',
    becomes: /2026-01-05\s*becomes\s*2026-01-04/,
    rename: 'Rename the mapping extract.csv',
    name: 'Name',
    renameIt: 'Rename',
    used: 'Mapping “RMS” used',
  },
  fr: {
    nav: 'Importations',
    sheet: 'Feuille',
    check: 'Lire les valeurs',
    fresh: /^Nouveaux\s*3/,
    stripped: 'Écarté : aucune image n’est importée',
    importAll: 'Importer 3 signalements',
    imported: '3 signalements importés',
    next: 'Importer un autre fichier',
    undo: 'Défaire l’importation de tips.xlsx',
    undoIt: 'Défaire l’importation',
    refused: /1 inscription a changé depuis\s: cette importation ne peut être annulée/,
    undone: /^Annulée le .*J\. Roy$/,
    close: 'Fermer',
    kind: 'Enquêtes',
    compare: 'Comparer toutes les lignes',
    apply: (count: number) => `Appliquer ${String(count)} différence${count === 1 ? '' : 's'}`,
    written: (count: number) =>
      `${String(count)} inscription${count === 1 ? '' : 's'} enregistrée${count === 1 ? '' : 's'}`,
    changed: /^Modifiés\s*1/,
    conflict: /^Conflits\s*1/,
    gone: /^Absents\s*1/,
    takeOf: (number: string) => `Appliquer la ligne de ${number}`,
    here: 'modifié dans Vigie',
    becomes: /2026-01-05\s*devient\s*2026-01-04/,
    rename: 'Renommer la correspondance extract.csv',
    name: 'Nom',
    renameIt: 'Renommer',
    used: 'Correspondance « RMS » utilisée',
  },
} as const;

const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=';

async function writeWorkbook(path: string): Promise<void> {
  const workbook = new Workbook();
  workbook.addWorksheet('Notes').addRow(['Read me']);
  const sheet = workbook.addWorksheet('Tips');
  sheet.addRow(['Date received', 'Source', 'External number', 'Summary']);
  for (const [index, day] of ['2026-01-05', '2026-01-06', '2026-02-07'].entries())
    sheet.addRow([new Date(`${day}T00:00:00Z`), 'NCECC', `NC-${String(index)}`, 'Fictitious words']);
  sheet.addImage(workbook.addImage({ base64: pixel, extension: 'png' }), 'F1:G4');
  await workbook.xlsx.writeFile(path);
}

/** Lets a file go over the page, as a hand would. */
async function drop(page: Page, path: string, name: string): Promise<void> {
  const base64 = (await readFile(path)).toString('base64');
  const transfer = await page.evaluateHandle(
    ([content, fileName]) => {
      const bytes = Uint8Array.from(atob(content), (each) => each.charCodeAt(0));
      const data = new DataTransfer();
      data.items.add(new File([bytes], fileName));
      return data;
    },
    [base64, name] as const,
  );
  await page.locator('[data-over]').dispatchEvent('drop', { dataTransfer: transfer });
}

// The newcomer's story imports a file in each run.
test.skip(!isWhole, 'npm run test:all');

for (const locale of languages) {
  test(`a workbook comes in and is undone, and an extract shows its differences (${locale})`, async ({
    vigie,
    window,
    userData,
  }) => {
    const say = words[locale];
    const shots = process.env['VIGIE_SHOTS'];
    const shoot = async (name: string) => {
      if (shots === undefined) return;
      await mkdir(shots, { recursive: true });
      await window.screenshot({ path: join(shots, `${name}-${locale}.png`), fullPage: true });
    };
    const { folder } = await openCaseWorkspace(vigie, window, userData, locale);
    const tips = join(folder, 'tips.xlsx');
    await writeWorkbook(tips);
    await chooseInMenu(window, say.nav);
    await shoot('empty');

    await drop(window, tips, 'tips.xlsx');
    await window.getByLabel(say.sheet, { exact: true }).selectOption('Tips');
    await window.getByRole('button', { name: say.check }).click();
    await expect(window.getByRole('button', { name: say.fresh })).toBeVisible();
    await expect(window.getByText(say.stripped)).toBeVisible();
    await expectAccessible(window, 'a workbook judged');
    await shoot('workbook');
    await window.getByRole('button', { name: say.importAll }).click();
    await expect(window.getByText(say.imported)).toBeVisible();
    const list = {
      filter: {},
      sort: { column: 'receivedOn', descending: false },
      from: { at: 'start' },
      size: 9,
    } as const;
    const { rows } = await ask(window, 'referrals.list', list);
    expect(rows.map(({ receivedOn }) => receivedOn)).toEqual(['2026-01-05', '2026-01-06', '2026-02-07']);
    await ask(window, 'referrals.move', { referralId: rows[0]!.id, version: 1, to: 'triaged', on: '2026-02-08' });
    await window.getByRole('button', { name: say.next }).click();

    await window.getByRole('button', { name: say.undo }).press('Enter');
    await expect(window.getByText(say.refused)).toBeVisible();
    await expectAccessible(window, 'an import that cannot be undone');
    await shoot('refused');
    await window.getByRole('dialog').getByRole('button', { name: say.close }).last().click();

    await drop(window, tips, 'tips.xlsx');
    await expect(window.getByLabel(say.sheet, { exact: true })).toBeVisible();
    await writeFile(join(folder, 'more.csv'), 'Received,Source,Number\n2026-03-01,public,M-1\n2026-03-02,public,M-2\n');
    await answerDialogs(vigie, { open: join(folder, 'more.csv') });
    const more = await ask(window, 'files.choose', { purpose: 'referrals' });
    const found = await ask(window, 'imports.inspect', { file: more.file!.grant });
    const preview = await ask(window, 'imports.preview', {
      file: more.file!.grant,
      reading: found.reading,
      mapping: found.suggested,
      jobId: crypto.randomUUID(),
    });
    await ask(window, 'imports.apply', { previewId: preview.previewId, jobId: crypto.randomUUID() });
    await window.reload();
    await chooseInMenu(window, say.nav);
    await window.getByRole('button', { name: say.undo.replace('tips.xlsx', 'more.csv') }).press('Enter');
    await window.getByRole('dialog').getByRole('button', { name: say.undoIt, exact: true }).press('Enter');
    await expect(window.getByRole('cell', { name: say.undone })).toBeVisible();
    expect((await ask(window, 'referrals.list', list)).rows).toHaveLength(3);

    const extract = async (...lines: readonly string[]) => {
      const path = join(folder, 'extract.csv');
      await writeFile(path, ['Occurrence number,Opened,Closed', ...lines, ''].join('\n'));
      await drop(window, path, 'extract.csv');
      await window.getByRole('button', { name: say.compare }).click();
    };
    await window.getByRole('radiogroup').getByText(say.kind, { exact: true }).click();
    await extract('A-1,2026-01-05,', 'A-2,2026-01-06,', 'A-3,2026-01-07,');
    await window.getByRole('button', { name: say.apply(3) }).click();
    await expect(window.getByText(say.written(3))).toBeVisible();
    await window.getByRole('button', { name: say.next }).click();
    await window.getByRole('button', { name: say.rename }).click();
    await window.getByLabel(say.name, { exact: true }).fill('RMS');
    await window.getByRole('dialog').getByRole('button', { name: say.renameIt, exact: true }).click();

    const files = await ask(window, 'investigations.list', {
      filter: {},
      sort: { column: 'number', descending: false },
      from: { at: 'start' },
      size: 9,
    });
    const { id, version } = files.rows[1]!;
    await ask(window, 'investigations.wait', {
      files: [{ investigationId: id, version }],
      state: 'active',
      since: '2026-02-01',
    });
    await ask(window, 'investigations.conclude', { investigationId: id, version: version + 1, on: '2026-04-01' });
    await extract('A-1,2026-01-04,2026-03-01', 'A-2,2026-01-06,2026-03-02');
    await expect(window.getByText(say.used)).toBeVisible();
    await expect(window.getByRole('button', { name: say.gone })).toBeVisible();
    await window.getByRole('button', { name: say.changed }).click();
    await expect(window.getByRole('cell', { name: say.becomes })).toBeVisible();
    await expectAccessible(window, 'the differences of an extract');
    await shoot('differences');
    await window.getByLabel(say.takeOf('A-1')).press('Space');
    await window.getByRole('button', { name: say.conflict }).click();
    await expect(window.getByRole('cell', { name: say.here })).toBeVisible();
    await window.getByLabel(say.takeOf('A-2')).press('Space');
    await shoot('conflict');
    await window.getByRole('button', { name: say.apply(1) }).press('Enter');
    await expect(window.getByText(say.written(1))).toBeVisible();
    await expectAccessible(window, 'an extract applied');
    await window.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'dark' });
    await shoot('applied-dark');
    expect((await ask(window, 'investigations.get', { investigationId: id })).investigation.concludedOn).toBe(
      '2026-03-02',
    );
  });
}

const refusals = {
  en: 'This workbook is too large to read',
  fr: 'Ce classeur est trop volumineux',
};

for (const locale of languages) {
  longTest(
    `a workbook of more rows than any is refused, and the next one comes in (${locale})`,
    async ({ vigie, window, userData }) => {
      const say = words[locale];
      const { folder } = await openCaseWorkspace(vigie, window, userData, locale);
      const bomb = join(folder, 'bomb.xlsx');
      await writeFile(bomb, await emptyRows());
      const tips = join(folder, 'tips.xlsx');
      await writeWorkbook(tips);
      await chooseInMenu(window, say.nav);

      await drop(window, bomb, 'bomb.xlsx');
      await expect(window.getByText(refusals[locale]).first()).toBeVisible();
      const shots = process.env['VIGIE_SHOTS'];
      if (shots !== undefined) await window.screenshot({ path: join(shots, `bomb-${locale}.png`), fullPage: true });

      await drop(window, tips, 'tips.xlsx');
      await window.getByLabel(say.sheet, { exact: true }).selectOption('Tips');
      await window.getByRole('button', { name: say.check }).click();
      await window.getByRole('button', { name: say.importAll }).click();
      await expect(window.getByText(say.imported)).toBeVisible();
    },
  );
}
