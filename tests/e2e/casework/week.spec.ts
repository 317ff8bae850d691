import { join } from 'node:path';
import { expect } from '@playwright/test';
import { ask } from '../../support/ask.ts';
import { expectAccessible } from '../../support/axe.ts';
import { openCaseWorkspace } from '../../support/caseWorkspace.ts';
import { languages } from '../../support/languages.ts';
import { answerDialogs, longTest } from '../../support/launch.ts';
import { readPdf } from '../../support/pdf.ts';

const words = {
  en: {
    section: 'Court appearances',
    on: 'Hearing on',
    time: 'Time',
    court: 'Court',
    hearing: 'First appearance',
    outcome: /^Result: First appearance/,
    adjourned: 'Adjourned',
    result: 'Result',
    next: 'Next hearing on',
    inCourt: 'In court',
    week: 'Week of November 23, 2026',
    nextWeek: 'Week of November 30, 2026',
    saved: 'Saved.',
  },
  fr: {
    section: 'Audiences au tribunal',
    on: 'Audience le',
    time: 'Heure',
    court: 'Tribunal',
    hearing: 'Première comparution',
    outcome: /^Résultat : Première comparution/,
    adjourned: 'Ajournée',
    result: 'Résultat',
    next: 'Prochaine audience le',
    inCourt: 'Au tribunal',
    week: 'Semaine du 23 novembre 2026',
    nextWeek: 'Semaine du 30 novembre 2026',
    saved: 'Enregistré.',
  },
} as const;

for (const language of languages)
  longTest(
    `a hearing is recorded, put off and printed with its week by keyboard, in ${language}`,
    async ({ vigie, window, userData }) => {
      const text = words[language];
      const { unitId, folder } = await openCaseWorkspace(vigie, window, userData, language);
      const goTo = (path: string) =>
        window.evaluate((to) => {
          location.hash = to;
        }, path);
      const opened = { unitId, openedOn: '2026-10-01', referralIds: [], lead: null, title: 'Boreal' };
      const { id } = await ask(window, 'investigations.open', opened);
      await goTo(`/investigations/${id}`);
      const section = window.getByRole('region', { name: text.section, exact: true });
      await window.getByRole('main').locator('header').getByRole('button').first().waitFor();
      await window.keyboard.press('h');
      const dialog = window.getByRole('dialog');
      await dialog.getByLabel(text.on).fill('2026-11-26');
      await dialog.getByLabel(text.time).fill('09:30');
      await dialog.getByLabel(text.court, { exact: true }).fill('Room 4');
      await dialog.getByLabel(text.court, { exact: true }).press('Enter');
      await expect(section.getByRole('row', { name: /2026-11-26 09:30.*Room 4/ })).toBeVisible();

      await section.getByRole('button', { name: text.outcome }).press('Enter');
      await dialog.getByLabel(text.result, { exact: true }).selectOption(text.adjourned);
      await dialog.getByLabel(text.next).fill('2026-12-02');
      await dialog.getByLabel(text.next).press('Tab');
      await dialog.getByLabel(text.time).fill('14:00');
      await dialog.getByLabel(text.time).press('Enter');
      await expect(section.getByRole('row', { name: /2026-12-02 14:00/ })).toBeVisible();

      await goTo('/week');
      await expect(window.getByRole('heading', { level: 1, name: text.week })).toBeFocused();
      const court = window.getByRole('region', { name: text.inCourt, exact: true });
      await expect(court.getByRole('row', { name: new RegExp(text.adjourned) })).toContainText('Boreal');
      await expectAccessible(window, 'the week');
      await window.getByRole('heading', { level: 1 }).focus();
      await window.keyboard.press('n');
      await expect(window.getByRole('heading', { level: 1, name: text.nextWeek })).toBeVisible();
      await expect(court.getByRole('row', { name: /14:00/ })).toContainText(text.hearing);

      const path = join(folder, 'week.pdf');
      await answerDialogs(vigie, { save: path });
      await window.keyboard.press('p');
      await expect(window.getByText(text.saved, { exact: true })).toBeVisible();
      const pdf = (await readPdf(path)).pages.join(' ');
      for (const printed of ['Boreal', text.hearing, '2026-12-02 14:00']) expect(pdf).toContain(printed);
      expect(pdf).not.toContain('Room 4');
    },
  );
