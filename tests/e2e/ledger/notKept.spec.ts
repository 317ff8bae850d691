import { expect, type Page } from '@playwright/test';
import type { Locale } from '../../../electron/contract/ground/codes.ts';
import { expectAccessible } from '../../support/axe.ts';
import { ask } from '../../support/ask.ts';
import { openCaseWorkspace } from '../../support/caseWorkspace.ts';
import { languages } from '../../support/languages.ts';
import { longTest } from '../../support/launch.ts';

const words = {
  en: {
    unit: 'Open the months of U07',
    open: 'Figures not compiled…',
    openOne: 'Figures not compiled (1)…',
    title: 'Figures not compiled',
    leave: 'Stop compiling: Arrests',
    since: /^Not compiled since \w+/,
    keep: 'Compile again: Arrests',
    kept: 'Compiled',
    confirm: /^Confirm \w/,
    leftOut: 'Left out, not compiled by this unit: Arrests.',
    complete: /as complete$/,
  },
  fr: {
    unit: 'Ouvrir les mois de U07',
    open: 'Chiffres non compilés…',
    openOne: 'Chiffres non compilés (1)…',
    title: 'Chiffres non compilés',
    leave: 'Ne plus compiler : Arrestations',
    since: /^Non compilé depuis \p{L}+/u,
    keep: 'Compiler de nouveau : Arrestations',
    kept: 'Compilé',
    confirm: /^Confirmer \p{L}/u,
    leftOut: 'Exclus, car non compilés par cette unité : Arrestations.',
    complete: /comme complet$/,
  },
} as const;

async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, path);
}

/** A file from two months ago: that month and the one after it can be confirmed. */
async function logOne(page: Page, unitId: Parameters<typeof ask<'unitMonths.notKept'>>[2]['unitId']): Promise<void> {
  await ask(page, 'referrals.log', { unitId, source: 'ncecc', receivedOn: '2026-09-05' });
}

/** The dialog says what is not kept, nobody is asked to confirm it, and it can be kept again. */
async function leaveAndKeep(page: Page, locale: Locale): Promise<void> {
  const text = words[locale];
  await page.getByRole('button', { name: text.open }).click();
  const dialog = page.getByRole('dialog', { name: text.title });
  await dialog.getByRole('button', { name: text.leave }).click();
  await expect(dialog.getByRole('cell', { name: text.since })).toHaveCount(1);
  await expectAccessible(page, 'what the unit does not keep');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: text.openOne })).toBeVisible();

  await page.getByRole('button', { name: text.confirm }).first().click();
  await expect(page.getByText(text.leftOut)).toBeVisible();
  await page.getByRole('button', { name: text.complete }).click();
  await expect(page.getByText(text.leftOut)).toHaveCount(0);
}

for (const locale of languages) {
  longTest(`what a unit does not keep is said once and left out, ${locale}`, async ({ vigie, window, userData }) => {
    const text = words[locale];
    const { unitId } = await openCaseWorkspace(vigie, window, userData, locale);
    await goTo(window, '/about');
    await logOne(window, unitId);
    await goTo(window, '/backlog');
    await window.getByRole('link', { name: text.unit }).click();
    await leaveAndKeep(window, locale);

    const { measures } = await ask(window, 'unitMonths.notKept', { unitId });
    expect(measures.map(({ measure }) => measure)).toEqual(['arrests']);
    const period = { from: measures[0]!.from, to: '2026-11' };
    const asked = { unitId, ...period, measures: ['arrests' as const, 'charges_laid' as const] };
    const { cells } = await ask(window, 'unitMonths.grid', asked);
    // The zero of what is kept is confirmed; of the other nothing is said.
    expect(cells.map(({ measure, status }) => [measure, status])).toEqual([['charges_laid', 'zero_confirmed']]);

    await window.getByRole('button', { name: text.openOne }).click();
    const dialog = window.getByRole('dialog', { name: text.title });
    await dialog.getByRole('button', { name: text.keep }).click();
    await expect(dialog.getByRole('button', { name: text.leave })).toBeVisible();
    await window.keyboard.press('Escape');
    expect((await ask(window, 'unitMonths.notKept', { unitId })).measures).toEqual([]);
  });
}
