import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect } from '@playwright/test';
import { ask } from '../../support/ask.ts';
import { openCoordinationWorkspace } from '../../support/coordinationWorkspace.ts';
import { languages } from '../../support/languages.ts';
import { answerDialogs, longTest } from '../../support/launch.ts';
import { fundingWords } from '../fundingWords.ts';
import { goTo } from '../entry/figureLists.ts';
import { paste } from '../paste.ts';

/** In millions of dollars, as the evaluation has them. */
const years = [
  [2017, '2.8'],
  [2018, '2.7'],
  [2019, '3.4'],
  [2020, '6.9'],
] as const;

const words = {
  en: {
    ...{ year: 'Fiscal year', category: 'Overtime', apply: /^Paste \d+ cells$/ },
    ...{ table: 'Contributions spent by fiscal year', headline: 'Fiscal year to date', export: 'Export' },
    ...{ separator: ',', shown: (million: string) => `$${million.replace('.', ',')}00,000.00` },
  },
  fr: {
    ...{ year: 'Exercice', category: 'Heures supplémentaires', apply: /^Coller \d+ cellules$/ },
    ...{ table: 'Contributions dépensées par exercice', headline: 'Exercice à ce jour', export: 'Exporter' },
    ...{ separator: ';', shown: (million: string) => `${million.replace('.', '\u00a0')}00\u00a0000,00\u00a0$` },
  },
} as const;

interface Written {
  readonly units: readonly { readonly fingerprint: string }[];
  readonly second: string;
}

for (const locale of languages)
  longTest(
    `contributions pasted for four fiscal years are on one screen and in one file (${locale})`,
    async ({ vigie, window: page, userData }) => {
      const [say, funding] = [words[locale], fundingWords[locale]];
      const folder = await openCoordinationWorkspace(vigie, page, userData, locale);
      const script = join(import.meta.dirname, '..', 'stories', 'writePacks.ts');
      const written = JSON.parse(execFileSync(process.execPath, [script, folder], { encoding: 'utf8' })) as Written;
      await answerDialogs(vigie, { open: written.second });
      const { file } = await ask(page, 'files.choose', { purpose: 'pack' });
      await ask(page, 'packs.import', { file: file!.grant, confirmFingerprint: written.units[1]!.fingerprint });
      await ask(page, 'agreements.save', {
        code: 'AG-01',
        recipient: { en: 'Fictitious Service', fr: 'Service fictif' },
        programme: { en: 'Fictitious programme', fr: 'Programme fictif' },
        ...{ signaturePlannedOn: null, signedOn: null, startsOn: '2017-04-01', endsOn: '2021-03-31' },
        ...{ languages: ['en', 'fr'], asksBacklogAvoided: false, units: [] },
      });
      await page.reload();
      await goTo(page, '/funding');
      for (const [year, million] of years) {
        await page.getByLabel(say.year, { exact: true }).selectOption(String(year));
        await page
          .getByRole('textbox', { name: funding.cell(funding.column.code, funding.newRow), exact: true })
          .focus();
        const each = String((Number(million) * 1_000_000) / 4);
        const amounts = [String(Number(million) * 1_000_000), ...Array.from({ length: 4 }, () => [each, each]).flat()];
        await paste(page, ['C-1', 'Contribution', 'Contribution', say.category, '', ...amounts].join('\t'));
        await page.getByRole('dialog').getByRole('button', { name: say.apply }).click();
        await page.keyboard.press('Control+s');
        await expect(page.getByText(funding.saved)).toBeVisible();
      }
      await goTo(page, '/rollup/across');
      await expect(page.getByRole('table', { name: say.headline }).getByRole('row', { name: /^R1/ })).toBeVisible();
      const row = page.getByRole('table', { name: say.table }).getByRole('row', { name: /^AG-01/ });
      for (const [, million] of years) await expect(row).toContainText(say.shown(million));
      const path = join(folder, 'across.csv');
      await answerDialogs(vigie, { save: path });
      await page.getByRole('button', { name: say.export, exact: true }).click();
      await expect(page.getByText('across.csv')).toBeVisible();
      const rows: Record<string, string>[] = parse(readFileSync(path), {
        ...{ bom: true, columns: true, delimiter: say.separator },
      });
      const spent = rows.filter((each) => each['section'] === 'contributions' && each['code'] === 'AG-01');
      expect(spent.map((each) => Number(each['value']) / 1_000_000)).toEqual(
        years.map(([, million]) => Number(million)),
      );
      expect(new Set(rows.map((each) => each['section']))).toContain('year_compared');
    },
  );

for (const locale of languages)
  longTest(
    `the registers of funding are on one line in a small window (${locale})`,
    async ({ vigie, window: page, userData }) => {
      await openCoordinationWorkspace(vigie, page, userData, locale);
      await ask(page, 'agreements.save', {
        code: 'AG-01',
        recipient: { en: 'Fictitious Service', fr: 'Service fictif' },
        programme: { en: 'Fictitious programme', fr: 'Programme fictif' },
        ...{ signaturePlannedOn: null, signedOn: null, startsOn: '2025-04-01', endsOn: '2036-03-31' },
        ...{ languages: ['en', 'fr'], asksBacklogAvoided: false, units: [] },
      });
      await vigie.evaluate(({ BrowserWindow }) => {
        BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 720);
      });
      await page.reload();
      await goTo(page, '/funding');
      const tabs = page.getByRole('tablist').getByRole('tab');
      await expect(tabs).toHaveCount(10);
      const boxes = await tabs.evaluateAll((all) =>
        all.map((tab) => tab.getBoundingClientRect()).map(({ top, right, width }) => ({ top, right, width })),
      );
      expect(new Set(boxes.map(({ top }) => top)).size).toBe(1);
      expect(boxes.at(-1)?.right).toBeLessThanOrEqual(1280 - 12);
    },
  );
