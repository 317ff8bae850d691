import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, type ElectronApplication, type Page } from '@playwright/test';
import type { Locale } from '../../../electron/contract/ground/codes.ts';
import type { Quarter } from '../../../electron/contract/ground/dates.ts';
import type { FoundStaff, Projection } from '../../../electron/contract/statistics/plans.ts';
import { expectAccessible } from '../../support/axe.ts';
import { ask } from '../../support/ask.ts';
import { openCoordinationWorkspace } from '../../support/coordinationWorkspace.ts';
import { closeWorkspace, passphrase } from '../../support/keptWorkspace.ts';
import { laboratoryPack } from '../../support/laboratoryPack.ts';
import { storyLanguages } from '../../support/languages.ts';
import { readPdf } from '../../support/pdf.ts';
import { answerDialogs, longTest } from '../../support/launch.ts';
import { runApplication } from '../commandLine.ts';
import { planWords } from './planWords.ts';

const quarter = { fiscalYear: 2025, quarter: 4 } as Quarter;
const root = resolve(import.meta.dirname, '..', '..', '..');
const tag = { en: 'en-CA', fr: 'fr-CA' } as const;

/** Fourteen units with six years of months, and the page of plans. */
async function openPlans(vigie: ElectronApplication, page: Page, userData: string, locale: Locale): Promise<string> {
  const folder = await openCoordinationWorkspace(vigie, page, userData, locale);
  const pack = join(folder, 'units.vigiepack');
  writeFileSync(pack, laboratoryPack(quarter));
  await answerDialogs(vigie, { open: pack });
  const { file } = await ask(page, 'files.choose', { purpose: 'pack' });
  const { fingerprint } = await ask(page, 'packs.inspect', { file: file!.grant });
  await ask(page, 'packs.import', { file: file!.grant, confirmFingerprint: fingerprint });
  await page.evaluate(() => {
    location.hash = '/plans';
  });
  await page.reload();
  return folder;
}

async function choose(page: Page, label: string, text: string, option = new RegExp(`^${text}`)): Promise<void> {
  const field = page.getByRole('combobox', { name: label, exact: true });
  await field.click();
  await field.fill(text);
  await page.getByRole('option', { name: option }).click();
}

function commandLine(folder: string, args: readonly string[]): Projection & { readonly found?: FoundStaff } {
  const access = ['--workspace', join(folder, 'Coordination.vigie'), '--login', 'gagnon', '--last-month', '2026-03'];
  // Each language begins with the same copy, which the one before has used since.
  const older = ['--older-reason', 'A copy'];
  const { out, err } = runApplication(root, ['plan', ...args, ...access, ...older, '--json'], `${passphrase}\n`);
  if (!out.startsWith('{"ok":true')) throw new Error(`${out}${err}`);
  return (JSON.parse(out) as { value: Projection & { found?: FoundStaff } }).value;
}

for (const locale of storyLanguages('fr')) {
  const words = planWords[locale];
  const number = (value: number): string => Math.round(value).toLocaleString(tag[locale]);

  longTest(
    `a coordinator sees what the end of the agreement would do, and how many staff hold a backlog (${locale})`,
    async ({ vigie, userData }) => {
      const page = await vigie.firstWindow();
      const folder = await openPlans(vigie, page, userData, locale);
      const sentence = page.getByTestId('plan-sentence');
      await expect(sentence).toHaveText(words.noChange);

      // The agreement ends, and is not renewed.
      await choose(page, words.ends, ...words.december);
      await expect(sentence).toHaveText(words.plan);
      const numbers = page.getByRole('table', { name: words.numbers });
      await expect(numbers.locator('tbody').getByRole('row')).toHaveCount(6);
      await page.getByRole('textbox', { name: words.name }).fill('Non-renewal');
      await page.getByRole('button', { name: words.save, exact: true }).click();
      await expect(page.getByRole('checkbox', { name: words.compare('Non-renewal') })).toBeVisible();
      await expectAccessible(page, 'plans', ['light']);

      // The annex for a renewal: two pages, in the language on screen.
      const annex = join(folder, 'annex.pdf');
      await answerDialogs(vigie, { save: annex });
      await page.getByRole('button', { name: words.annex }).click();
      await expect(page.getByRole('status').filter({ hasText: words.saved })).toBeVisible({ timeout: 30_000 });
      const pdf = await readPdf(annex);
      expect([pdf.pages.length, pdf.tagged, pdf.language]).toEqual([2, true, tag[locale]]);
      expect(pdf.pages.join(' ')).toContain((await sentence.innerText()).replaceAll(/\s/g, ' '));
      expect(pdf.elements.filter(({ role }) => role === 'Figure')).toHaveLength(1);

      // One unit: the staff that keeps its backlog where it is.
      await choose(page, words.units, 'U04');
      await expect(page.getByText(words.unsaved, { exact: true })).toBeVisible();
      const asked = (await page.getByRole('textbox', { name: words.target, exact: true }).inputValue()).replace(
        /\s/g,
        '',
      );
      await page.getByRole('button', { name: words.find }).click();
      const found = page.getByTestId('found-staff');
      await expect(found).toHaveText(words.found);
      const onScreen = { found: await found.innerText(), sentence: await sentence.innerText() };

      await closeWorkspace(page);
      const one = commandLine(folder, [
        ...['--unit', 'U04', '--from', '2026-07', '--by', '2028-03'],
        ...['--target', asked],
      ]);
      const { backlog } = one.noChange.marks[1]!;
      for (const value of [one.backlogNow, backlog.p50, backlog.p10, backlog.p90])
        expect(onScreen.sentence).toContain(number(value));
      expect(onScreen.found).toContain(words.foundFigure(one.found!));
    },
  );
}
